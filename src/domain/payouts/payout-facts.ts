import { type Happened } from '../shared/event';
import { never } from '../shared/decider';
import { type PayoutItem } from './events';
import { type GoCardlessPayoutFact, type PayoutFactEvent } from '../event-groups';
import { type ItemListing } from './payout-booking';

/** What is known of a payout, as a set: the same however its facts arrived. Plain JSON, so that a read model can keep it. */
export interface PayoutFacts {
  readonly connectionId: string;
  readonly payoutId: string;
  /** Items of a listing that is not sealed yet: they mean nothing. */
  readonly unsealed: readonly PayoutItem[];
  /** Null until the items are sealed. */
  readonly listing: ItemListing | null;
  readonly observed: readonly Happened<GoCardlessPayoutFact>[];
}

/** The facts after one more event; null before the first. */
export function evolvePayoutFacts(before: PayoutFacts | null, event: Happened<PayoutFactEvent>): PayoutFacts {
  const { connectionId, payoutId } = event.data;
  const facts = before ?? { connectionId, payoutId, unsealed: [], listing: null, observed: [] };
  switch (event.type) {
    case 'PayoutItemsListed': {
      const { from, items } = event.data;
      return { ...facts, unsealed: [...facts.unsealed.slice(0, from), ...items] };
    }
    case 'PayoutItemsSealed': {
      const { gone, count } = event.data;
      const listing: ItemListing = gone ? { gone } : { gone, items: facts.unsealed.slice(0, count) };
      return { ...facts, unsealed: [], listing };
    }
    case 'PayoutPaid':
    case 'PayoutFxRateConfirmed':
    case 'PayoutTaxRatesConfirmed':
    case 'PayoutBounced':
      return facts.observed.some(({ causationId }) => causationId === event.causationId)
        ? facts
        : { ...facts, observed: [...facts.observed, event] };
    default:
      return never(event);
  }
}
