import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type PaymentEvent } from '../event-groups';
import { type PaymentFacts } from './facts';
import { attemptOutcome, lifecycleOf } from './lifecycle';
import { NOTHING, type PaymentState } from './payment-state';
import { refundsUnanswered } from './refund-requests';

export interface RequestCancellation {
  readonly type: 'RequestCancellation';
}

export interface RequestRetry {
  readonly type: 'RequestRetry';
}

export interface RequestRefund {
  readonly type: 'RequestRefund';
  readonly amount: number;
  /** What GoCardless says has been refunded of the payment, whoever asked for it. */
  readonly refundedBefore: number;
  readonly idempotencyKey: string;
}

/** A newer attempt is to take the payment's place. */
export interface SupersedePayment {
  readonly type: 'SupersedePayment';
  readonly byPaymentId: string;
}

/** GoCardless retries one payment at most this often. */
export const RETRY_LIMIT = 3;

export function requestCancellation(command: Issued<RequestCancellation>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { phase } = lifecycleOf(facts);
  if (phase.kind !== 'pending_submission' && phase.kind !== 'pending_customer_approval') {
    return refuse(
      'cancellation_too_late',
      `GoCardless cancels a payment only before it is submitted; this one is ${phase.kind}.`,
    );
  }
  if (facts.cancellationRequested && facts.cancellationAnswer !== 'refused') return NOTHING;
  return [decided(command, { type: 'PaymentCancellationRequested', data: {} })];
}

export function requestRetry(command: Issued<RequestRetry>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { phase } = lifecycleOf(facts);
  if (facts.retryOf !== null) return NOTHING;
  if (phase.kind !== 'failed' || phase.willRetry || facts.supersededBy !== null) {
    return refuse('retry_not_allowed', 'Only a failed payment that nothing else replaces or retries can be retried.');
  }
  if (facts.retriesRequested >= RETRY_LIMIT) {
    return refuse('retry_limit_reached', `GoCardless retries a payment at most ${RETRY_LIMIT} times.`);
  }
  return [decided(command, { type: 'PaymentRetryRequested', data: { retry: facts.retriesRequested + 1 } })];
}

/** Never more than was collected: what is on its way to GoCardless counts as refunded until it is refused. */
export function requestRefund(
  command: Issued<RequestRefund>,
  { refundRequests }: PaymentState,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  const { phase, moneyStands } = lifecycleOf(facts);
  if (!moneyStands && phase.kind !== 'confirmed') {
    return refuse('refund_not_allowed', `Only what was collected can be refunded; this payment is ${phase.kind}.`);
  }
  const { amount, refundedBefore, idempotencyKey } = command;
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    return refuse('validation_failed', 'A refund is a whole number of minor units above zero.', 'amount');
  }
  const totalAmountConfirmation = refundedBefore + refundsUnanswered(refundRequests) + amount;
  if (totalAmountConfirmation > facts.amount) {
    const left = facts.amount - totalAmountConfirmation + amount;
    return refuse('refund_too_large', `At most ${left} of this payment can still be refunded.`, 'amount');
  }
  const data = { amount, currency: facts.currency, totalAmountConfirmation, idempotencyKey };
  return [decided(command, { type: 'RefundRequested', data })];
}

export function supersede(command: Issued<SupersedePayment>, facts: PaymentFacts): Decision<PaymentEvent> {
  if (facts.supersededBy !== null) return NOTHING;
  if (attemptOutcome(facts, lifecycleOf(facts)) === 'open') {
    return refuse('already_submitted', 'The payment may still be collected; another attempt would charge twice.');
  }
  return [decided(command, { type: 'PaymentSuperseded', data: { byPaymentId: command.byPaymentId } })];
}
