import { derivedId } from '../shared/identity';

/** The key under which GoCardless makes the payment: the same for every attempt to send it. */
export function idempotencyKeyOf(paymentId: string): string {
  return derivedId('pay', 'key', paymentId);
}
