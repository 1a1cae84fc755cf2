import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PaymentSubmissionRejected } from '../../domain/payments/events';
import { isInDoubt } from '../../domain/payments/facts';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { isSettled, SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from '../payments/submission-outcomes';
import { ReleaseInstalment } from './release-instalment';

export interface SubmissionAnswer {
  readonly paymentId: string;
  /** False when GoCardless has not answered within the time; the submission goes on by itself. */
  readonly settled: boolean;
  readonly rejected: PaymentSubmissionRejected['data'] | null;
  readonly position: Position;
}

/** Sends a scheduled payment now and waits for what GoCardless says. */
export class SubmitScheduledPayment extends Command<SubmissionAnswer | Refusal> {
  constructor(
    readonly scheduledPaymentId: string,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitScheduledPayment)
export class SubmitScheduledPaymentHandler implements ICommandHandler<SubmitScheduledPayment> {
  constructor(
    private readonly commands: CommandBus,
    private readonly outcomes: SubmissionOutcomes,
  ) {}

  async execute({ scheduledPaymentId, allowed, context }: SubmitScheduledPayment): Promise<SubmissionAnswer | Refusal> {
    const released = await this.commands.execute(new ReleaseInstalment(scheduledPaymentId, allowed, context));
    if (isRefusal(released)) return released;
    const { paymentId, position } = released;
    const answer = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) =>
      this.outcomes.waitFor(paymentId, isSettled, over),
    );
    if (answer === null) return { paymentId, settled: false, rejected: null, position };
    const { gocardlessPaymentId, rejection } = answer.facts;
    return {
      paymentId,
      settled: !isInDoubt(answer.facts),
      rejected: gocardlessPaymentId === null ? rejection : null,
      position: answer.position,
    };
  }
}
