import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { type Position } from '../ports/event-store';
import { SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from './submission-outcomes';

export interface RequestAnswer {
  readonly paymentId: string;
  /** False when GoCardless has not answered within the time; the request goes on by itself. */
  readonly answered: boolean;
  readonly position: Position;
}

/** Asks GoCardless to cancel a payment. Its answer changes no status; its event does. */
export class CancelPayment extends Command<RequestAnswer | Refusal> {
  constructor(
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelPayment)
export class CancelPaymentHandler implements ICommandHandler<CancelPayment> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly outcomes: SubmissionOutcomes,
  ) {}

  async execute({ paymentId, context }: CancelPayment): Promise<RequestAnswer | Refusal> {
    const { facts: known } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    const readOnly = known === null ? null : await this.connections.readOnlyRefusal(known.connectionId);
    if (readOnly !== null) return readOnly;
    const command = { type: 'RequestCancellation' } as const;
    const requested = await this.aggregates.execute(paymentDecider, paymentId, command, context);
    if (isRefusal(requested)) return requested;
    const answer = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) =>
      this.outcomes.waitFor(paymentId, ({ cancellationAnswer }) => cancellationAnswer !== null, over),
    );
    if (answer?.facts.cancellationAnswer === 'refused') {
      return refuse('cancellation_too_late', 'GoCardless does not cancel this payment any more.');
    }
    return { paymentId, answered: answer !== null, position: answer?.position ?? requested.position };
  }
}
