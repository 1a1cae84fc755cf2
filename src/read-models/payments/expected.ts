import { expectedPaidOutDate } from '../../domain/payments/expected-payout';
import { type ShownPayment } from './table';

/** When money of a payment under way can be expected; one that failed has no date before it is tried again. */
export function expectedOf(
  {
    inFlight,
    hasErrors,
    chargeDate,
    currency,
  }: Pick<ShownPayment, 'inFlight' | 'hasErrors' | 'chargeDate' | 'currency'>,
  scheme: string | null,
): string | null {
  return !inFlight || hasErrors || chargeDate === null ? null : expectedPaidOutDate(scheme, currency, chargeDate);
}
