import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { paymentDecider } from '../../domain/payments/payment';
import { type RefundRequest } from '../../domain/payments/refund-requests';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { SubmissionOutcomes, WAIT_FOR_GOCARDLESS_MS } from './submission-outcomes';
import { type RequestAnswer } from './cancel-payment';

/** Asks GoCardless to give a part of a collected payment back, or all of it. The books follow when the refund is settled. */
export class RequestRefund extends Command<RequestAnswer | Refusal> {
  constructor(
    readonly paymentId: string,
    /** Minor units of the payment's currency. */
    readonly amount: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RequestRefund)
export class RequestRefundHandler implements ICommandHandler<RequestRefund> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly outcomes: SubmissionOutcomes,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async execute({ paymentId, amount, context }: RequestRefund): Promise<RequestAnswer | Refusal> {
    const { commandId } = context;
    const refundedBefore = await this.refundedBefore(paymentId);
    if (isRefusal(refundedBefore)) return refundedBefore;
    const idempotencyKey = derivedId('pay', 'refund', paymentId, commandId);
    const requested = await this.aggregates.execute(
      paymentDecider,
      paymentId,
      { type: 'RequestRefund', amount, ...refundedBefore, idempotencyKey },
      context,
    );
    if (isRefusal(requested)) return requested;
    const answer = await this.outcomes.within(WAIT_FOR_GOCARDLESS_MS, (over) =>
      this.outcomes.until(() => this.answerTo(paymentId, commandId), over),
    );
    if (answer?.outcome === 'refused') {
      return refuse(
        'refund_not_allowed',
        `GoCardless does not refund this now: ${answer.reason ?? 'no reason given'}.`,
      );
    }
    return { paymentId, answered: answer !== null, position: requested.position };
  }

  /** Asked of GoCardless itself, since refunds are made in its dashboard too and settle days later. */
  private async refundedBefore(paymentId: string): Promise<{ readonly refundedBefore: number } | Refusal> {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    if (facts === null) return refuse('not_found', 'There is no such payment.');
    const readOnly = await this.connections.readOnlyRefusal(facts.connectionId);
    if (readOnly !== null) return readOnly;
    const { gocardlessPaymentId } = facts;
    if (gocardlessPaymentId === null) return refuse('refund_not_allowed', 'GoCardless does not have this payment.');
    const gocardless = await this.accounts.of(facts.connectionId);
    return { refundedBefore: (await gocardless.payment(gocardlessPaymentId)).amountRefunded };
  }

  private async answerTo(paymentId: string, commandId: string): Promise<RefundRequest['answer']> {
    const { refundRequests } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    return refundRequests.find(({ causationId }) => causationId === commandId)?.answer ?? null;
  }
}
