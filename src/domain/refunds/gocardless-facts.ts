import { type RefundReturned, type RefundSettled } from '../payments/events';
import { reasonOf } from '../payments/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type RefundRead, type RefundStatusChanged } from './events';

/** Which refund a fact is about. */
export type RefundKey = Pick<RefundRead['data'], 'connectionId' | 'refundId'>;

/** What a GoCardless event about a refund means here, or null for an action that we do not know. */
export function refundFactFrom(
  event: GoCardlessEvent,
  { connectionId, refundId }: RefundKey,
): RefundStatusChanged | null {
  switch (event.action) {
    case 'created':
    case 'paid':
    case 'refund_settled':
    case 'failed':
    case 'funds_returned':
      return {
        type: 'RefundStatusChanged',
        data: { connectionId, refundId, action: event.action, ...reasonOf(event) },
      };
    default:
      return null;
  }
}

/**
 * What a refund's event means for the payment that it gives back: money moves when it is deducted from a payout and when a failed one
 * is returned. Null for all else, and for a refund that no payment is behind.
 */
export function refundMovementFrom(
  event: GoCardlessEvent,
  refund: Pick<RefundRead['data'], 'refundId' | 'amount' | 'gocardlessPaymentId'>,
): RefundSettled | RefundReturned | null {
  if (refund.gocardlessPaymentId === null) return null;
  const data = { refundId: refund.refundId, amount: refund.amount, ...reasonOf(event) };
  switch (event.action) {
    case 'refund_settled':
      return { type: 'RefundSettled', data };
    case 'funds_returned':
      return { type: 'RefundReturned', data };
    default:
      return null;
  }
}

/** Whether an event is one that a refund's stream records. */
export function isRefundEvent(event: GoCardlessEvent): boolean {
  return refundFactFrom(event, { connectionId: '', refundId: '' }) !== null;
}
