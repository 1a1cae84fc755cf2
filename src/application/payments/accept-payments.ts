import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Payments } from './payments';
import { type AccessScope } from '../access-scope';
import { comparePositions, type Position } from '../ports/event-store';

export interface AcceptedAnswer {
  /** How many were accepted now. */
  readonly accepted: number;
  /** How many had been before. */
  readonly alreadyAccepted: number;
  readonly position: Position;
}

/** A collector takes payments on as theirs. Twice is harmless. All of them must be within the scope, or none is accepted. */
export class AcceptPayments extends Command<AcceptedAnswer | Refusal> {
  constructor(
    /** At least one. */
    readonly paymentIds: readonly string[],
    readonly scope: AccessScope,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AcceptPayments)
export class AcceptPaymentsHandler implements ICommandHandler<AcceptPayments> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly payments: Payments,
  ) {}

  async execute({ paymentIds, scope, context }: AcceptPayments): Promise<AcceptedAnswer | Refusal> {
    const ids = [...new Set(paymentIds)];
    for (const id of ids) {
      if ((await this.payments.within(scope, id)) === null) return refuse('not_found', `There is no payment ${id}.`);
    }
    const positions: Position[] = [];
    let accepted = 0;
    for (const id of ids) {
      const outcome = await this.accept(id, context);
      if (isRefusal(outcome)) return outcome;
      positions.push(outcome.position);
      accepted += outcome.events.length;
    }
    const position = positions.reduce((latest, one) => (comparePositions(one, latest) > 0 ? one : latest));
    return { accepted, alreadyAccepted: ids.length - accepted, position };
  }

  private accept(paymentId: string, context: CommandContext) {
    const command = { type: 'AcceptPayment', by: 'collector' } as const;
    return this.aggregates.execute(paymentDecider, paymentId, command, context);
  }
}
