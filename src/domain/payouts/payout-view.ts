import { bankMovements, latestDetails, orderedPayoutFacts, type PayoutStatus, payoutStatus } from './bank-leg';
import { type PayoutDetails } from './events';
import { type PayoutFacts } from './payout-facts';
import { settlementOf, type Settlement, tenthsOf, totalTenths } from './payout-booking';

export interface PayoutView {
  readonly status: PayoutStatus;
  /** As GoCardless described it last; null before it did. */
  readonly details: PayoutDetails | null;
  readonly items: 'not_listed' | 'listed' | 'gone';
  /** Null until the payout is described and its items are listed. */
  readonly settlement: Settlement | null;
  /** Whether its money is at the bank. */
  readonly atBank: boolean;
  /**
   * Sum of the items less the payout's amount, as a decimal string of minor units with one decimal place, when that is more than
   * one unit and so no rounding: an exception for people. Null otherwise.
   */
  readonly unexplained: string | null;
}

/** Where a payout stands, from the set of its facts alone: arrival plays no part. */
export function payoutView({ observed, listing }: PayoutFacts): PayoutView {
  const ordered = orderedPayoutFacts(observed);
  const details = latestDetails(ordered);
  const last = bankMovements(ordered).at(-1)?.kind;
  return {
    status: payoutStatus(ordered),
    details,
    items: listing === null ? 'not_listed' : listing.gone ? 'gone' : 'listed',
    settlement: details === null || listing === null ? null : settlementOf(details, listing),
    atBank: last === 'booked' || last === 'restored',
    unexplained: details === null ? null : unexplainedOf(details, listing),
  };
}

function unexplainedOf({ amount }: PayoutDetails, listing: PayoutFacts['listing']): string | null {
  if (listing === null || listing.gone) return null;
  const difference = totalTenths(listing.items) - tenthsOf(String(amount));
  const size = difference < 0n ? -difference : difference;
  if (size <= 10n) return null;
  return `${difference < 0n ? '-' : ''}${size / 10n}.${size % 10n}`;
}
