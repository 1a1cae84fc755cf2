import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PaymentFacts } from '../../domain/payments/facts';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Mandates } from '../mandates/mandates';
import { SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from './submission-outcomes';
import { type RequestAnswer } from './cancel-payment';

/** Asks GoCardless to try a failed payment again: the same payment, on an active mandate, three times at most. */
export class RetryPayment extends Command<RequestAnswer | Refusal> {
  constructor(
    readonly paymentId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RetryPayment)
export class RetryPaymentHandler implements ICommandHandler<RetryPayment> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly mandates: Mandates,
    private readonly outcomes: SubmissionOutcomes,
  ) {}

  async execute({ paymentId, context }: RetryPayment): Promise<RequestAnswer | Refusal> {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    if (facts === null) return refuse('not_found', 'There is no such payment.');
    const readOnly = await this.connections.readOnlyRefusal(facts.connectionId);
    if (readOnly !== null) return readOnly;
    const { view } = await this.mandates.effective(facts.connectionId, facts.mandateId);
    if (!view.usable) return refuse('retry_not_allowed', `The mandate is ${view.status}.`);
    const command = { type: 'RequestRetry' } as const;
    const requested = await this.aggregates.execute(paymentDecider, paymentId, command, context);
    if (isRefusal(requested)) return requested;
    const answer = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) =>
      this.outcomes.waitFor(paymentId, ({ retryAnswer }: PaymentFacts) => retryAnswer !== null, over),
    );
    if (answer?.facts.retryAnswer === 'refused')
      return refuse('retry_not_allowed', 'GoCardless does not retry this payment.');
    return { paymentId, answered: answer !== null, position: answer?.position ?? requested.position };
  }
}
