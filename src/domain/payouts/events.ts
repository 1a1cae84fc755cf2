import { type Reason } from '../mandates/events';
import { type Fact } from '../shared/event';

export const PAYOUT_ITEM_TYPES = [
  'payment_paid_out',
  'payment_failed',
  'payment_charged_back',
  'payment_refunded',
  'refund',
  'refund_funds_returned',
  'gocardless_fee',
  'app_fee',
  'surcharge_fee',
  'revenue_share',
] as const;
export type PayoutItemType = (typeof PAYOUT_ITEM_TYPES)[number];

/** Whether an item is of a type that is known here. */
export function isItemType(type: string): type is PayoutItemType {
  return PAYOUT_ITEM_TYPES.some((one) => one === type);
}

export interface PayoutItem {
  /** GoCardless may add types: an unknown one is kept, counts as a fee, and is named for a person. */
  readonly type: PayoutItemType | (string & {});
  /** Minor units with one decimal place, as GoCardless gives it: `"-140.0"`. */
  readonly amount: string;
  /** The GoCardless payment that it concerns, or null. */
  readonly gocardlessPaymentId: string | null;
  readonly refundId: string | null;
  /** Taxes within the amount, each as a decimal string of minor units. */
  readonly taxes: readonly string[];
  /** What is behind it lies before the books begin: a loss, refund or won-back chargeback, or the payout itself. */
  readonly priorPeriod: boolean;
}

/** The payout as GoCardless describes it. */
export interface PayoutDetails {
  readonly amount: number;
  readonly deductedFees: number;
  readonly currency: string;
  readonly reference: string | null;
  readonly arrivalDate: string | null;
  /** The amount that reaches the bank, when it is in another currency than the payout's; null before the rate is confirmed. */
  readonly fx: { readonly currency: string; readonly amount: number | null } | null;
}

export interface PayoutKey {
  readonly connectionId: string;
  readonly payoutId: string;
}

/** Some of the items, at most 500 an event. They mean nothing until `PayoutItemsSealed`. */
export type PayoutItemsListed = Fact<
  'PayoutItemsListed',
  {
    /** How many items come before these; a listing that was broken off begins anew at 0. */
    readonly from: number;
    readonly items: readonly PayoutItem[];
  } & PayoutKey
>;

/** All items are listed; or GoCardless has forgotten them (`gone`, after 6 months) and only the sums are known. */
export type PayoutItemsSealed = Fact<
  'PayoutItemsSealed',
  {
    readonly gone: boolean;
    readonly count: number;
    /** Sum of the item amounts in tenths of a minor unit. */
    readonly totalTenths: number;
    /** SHA-256 of the canonical JSON of all items, in order. */
    readonly itemsSha256: string;
  } & PayoutKey
>;

export type PayoutPaid = Fact<'PayoutPaid', { readonly details: PayoutDetails } & PayoutKey & Reason>;
export type PayoutFxRateConfirmed = Fact<
  'PayoutFxRateConfirmed',
  { readonly details: PayoutDetails } & PayoutKey & Reason
>;
/** Final rates of taxes in another currency; posts nothing. */
export type PayoutTaxRatesConfirmed = Fact<'PayoutTaxRatesConfirmed', PayoutKey & Reason>;
export type PayoutBounced = Fact<'PayoutBounced', PayoutKey & Reason>;
