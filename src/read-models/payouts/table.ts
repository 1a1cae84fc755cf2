import { typesOf } from '../../domain/catalogue';
import { type PayoutDetails, type PayoutItem } from '../../domain/payouts/events';
import { compositionOf } from '../../domain/payouts/payout-booking';
import { evolvePayoutFacts, type PayoutFacts } from '../../domain/payouts/payout-facts';
import { payoutView, type PayoutView } from '../../domain/payouts/payout-view';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

/** A payout of GoCardless. Its id is `<connection>.<payout>`. */
export interface PayoutRow extends Row {
  readonly connectionId: string;
  readonly payoutId: string;
  readonly status: PayoutView['status'];
  /** Null until GoCardless has described it, like all that it describes. */
  readonly amount: number | null;
  readonly fees: number | null;
  readonly currency: string | null;
  readonly reference: string | null;
  readonly arrivalDate: string | null;
  readonly fx: PayoutDetails['fx'];
  readonly itemsState: PayoutView['items'];
  readonly items: readonly PayoutItem[];
  /** What the items are, in minor units; null until they are listed, and when GoCardless has forgotten them. */
  readonly itemCount: number | null;
  readonly gross: number | null;
  readonly losses: number | null;
  readonly refunds: number | null;
  readonly feesTax: number | null;
  /** Items less amount where that is no rounding, a decimal string of minor units. */
  readonly difference: string | null;
  /** What all the rest follows from. */
  readonly facts: PayoutFacts;
}

export type VisiblePayout = Omit<PayoutRow, 'facts'>;

export const payouts = tableOf<PayoutRow>()({
  name: 'payouts',
  columns: {
    connectionId: 'text',
    payoutId: 'text',
    status: 'text',
    amount: 'amount',
    fees: 'amount',
    currency: 'text',
    reference: 'text',
    arrivalDate: 'date',
    fx: 'json',
    itemsState: 'text',
    items: 'json',
    itemCount: 'integer',
    gross: 'amount',
    losses: 'amount',
    refunds: 'amount',
    feesTax: 'amount',
    difference: 'text',
    facts: 'kept',
  },
  keeps: 'history',
  internal: ['facts'],
  indexes: [['payoutId']],
  handles: typesOf('payout'),
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    const facts = evolvePayoutFacts(row?.facts ?? null, happenedOf(event));
    return { ...visiblePayout(id, facts), facts };
  },
});

function visiblePayout(id: string, facts: PayoutFacts): VisiblePayout {
  const { connectionId, payoutId, listing } = facts;
  const { status, details, items: itemsState, unexplained } = payoutView(facts);
  return {
    id,
    connectionId,
    payoutId,
    status,
    amount: details?.amount ?? null,
    fees: details?.deductedFees ?? null,
    currency: details?.currency ?? null,
    reference: details?.reference ?? null,
    arrivalDate: details?.arrivalDate ?? null,
    fx: details?.fx ?? null,
    itemsState,
    ...(listing === null || listing.gone ? NOTHING_LISTED : { items: listing.items, ...compositionOf(listing.items) }),
    difference: unexplained,
  };
}

const NOTHING_LISTED = { items: [], itemCount: null, gross: null, losses: null, refunds: null, feesTax: null };

export const payoutsReadModel: ReadModel = { name: 'payouts', version: 3, tables: [payouts] };
