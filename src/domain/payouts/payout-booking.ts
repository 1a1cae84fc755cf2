import { type Accounts } from '../accounting/accounts';
import { type Entry } from '../accounting/document';
import { credit, debit } from '../accounting/posting-rules';
import { divideHalfUp } from '../shared/money';
import { type PayoutDetails, type PayoutItem } from './events';

/** What is known of a payout's items: all of them, or that GoCardless has forgotten them. */
export type ItemListing = { readonly gone: true } | { readonly gone: false; readonly items: readonly PayoutItem[] };

/** What a payout settles and what it costs, in minor units; `gross` − all fees = what the payout is. */
export interface Settlement {
  /** Sum of the payment and refund items: what leaves clearing. */
  readonly gross: number;
  /** Net of their taxes, as are `appFees` and `fees`. */
  readonly surcharges: number;
  readonly appFees: number;
  readonly inputTax: number;
  /** GoCardless's own fees, and whatever the rounding of the items left over. */
  readonly fees: number;
  /** Signed sum of the items whose cause lies before the books begin. */
  readonly priorPeriod: number;
}

/** Items that move money of payments and refunds; every other one, also of an unknown type, is a fee. */
const MOVEMENTS: readonly string[] = [
  'payment_paid_out',
  'payment_failed',
  'payment_charged_back',
  'payment_refunded',
  'refund',
  'refund_funds_returned',
];

const LOSSES: readonly string[] = ['payment_failed', 'payment_charged_back'];
const REFUNDS: readonly string[] = ['payment_refunded', 'refund', 'refund_funds_returned'];

/** What a payout is made of, as people read it, in minor units: `gross` − `losses` − `refunds` − its fees = its amount. */
export interface Composition {
  readonly itemCount: number;
  readonly gross: number;
  readonly losses: number;
  readonly refunds: number;
  /** The tax within its fees. */
  readonly feesTax: number;
}

export function compositionOf(items: readonly PayoutItem[]): Composition {
  const taken = (types: readonly string[]) =>
    wholeUnits(-totalTenths(items.filter(({ type }) => types.includes(type)))) + 0;
  return {
    itemCount: items.length,
    gross: wholeUnits(totalTenths(items.filter(({ type }) => type === 'payment_paid_out'))),
    losses: taken(LOSSES),
    refunds: taken(REFUNDS),
    feesTax: wholeUnits(sumOf(items.map(taxCost))),
  };
}

/** Tenths of a minor unit of a decimal string with at most one decimal, exactly: `"-140.0"` is −1400. */
export function tenthsOf(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d))?$/.exec(amount);
  if (match === null) throw new Error('An item amount is a decimal with at most one decimal place.');
  const [, sign = '', whole = '', decimal = '0'] = match;
  const tenths = BigInt(whole + decimal);
  return sign === '-' ? -tenths : tenths;
}

/** The sum of all item amounts in tenths of a minor unit. */
export function totalTenths(items: readonly PayoutItem[]): bigint {
  return sumOf(items.map(({ amount }) => tenthsOf(amount)));
}

export function settlementOf({ amount, deductedFees }: PayoutDetails, listing: ItemListing): Settlement {
  if (listing.gone) {
    const none = { surcharges: 0, appFees: 0, inputTax: 0, priorPeriod: 0 };
    return { ...none, gross: amount + deductedFees, fees: deductedFees };
  }
  const { items } = listing;
  const movements = items.filter(({ type }) => MOVEMENTS.includes(type));
  const gross = wholeUnits(totalTenths(movements));
  const surcharges = wholeUnits(netCost(items, 'surcharge_fee'));
  const appFees = wholeUnits(netCost(items, 'app_fee'));
  const inputTax = wholeUnits(sumOf(items.map(taxCost)));
  return {
    gross,
    surcharges,
    appFees,
    inputTax,
    fees: gross - amount - surcharges - appFees - inputTax,
    priorPeriod: wholeUnits(totalTenths(movements.filter(({ priorPeriod }) => priorPeriod))),
  };
}

function netCost(items: readonly PayoutItem[], type: PayoutItem['type']): bigint {
  return sumOf(items.filter((item) => item.type === type).map((item) => -tenthsOf(item.amount) - taxCost(item)));
}

/** The tax that a fee cost; negative when the fee was returned. A tax has its item's direction, whichever sign it is written with. */
function taxCost({ amount, taxes }: PayoutItem): bigint {
  const tax = sumOf(taxes.map(tenthsOf).map((tenths) => (tenths < 0n ? -tenths : tenths)));
  return tenthsOf(amount) > 0n ? -tax : tax;
}

function wholeUnits(tenths: bigint): number {
  return Number(divideHalfUp(tenths, 10n));
}

function sumOf(tenths: readonly bigint[]): bigint {
  return tenths.reduce((total, one) => total + one, 0n);
}

/**
 * The entries of a payout: its gross leaves clearing, its amount reaches the bank, fees take the difference. What was lost or won back
 * before the books began was never posted to clearing, so it is posted with the payout that settles it.
 */
export function bookingEntries(details: PayoutDetails, listing: ItemListing, accounts: Accounts): readonly Entry[] {
  const { gross, surcharges, appFees, inputTax, fees, priorPeriod } = settlementOf(details, listing);
  const { amount, currency, fx } = details;
  const recoverable = accounts.inputTaxRecoverable;
  return withoutZeros([
    debit(fx === null ? accounts.bank : accounts.conversion, amount, currency),
    debit(accounts.surcharges, surcharges, currency),
    debit(accounts.appFees, appFees, currency),
    debit(accounts.inputTax, recoverable ? inputTax : 0, currency),
    debit(accounts.fees, recoverable ? fees : fees + inputTax, currency),
    credit(accounts.clearing, gross, currency),
    debit(accounts.clearing, priorPeriod, currency),
    credit(accounts.priorPeriod, priorPeriod, currency),
    ...(fx === null ? [] : bankLeg(details, accounts)),
  ]);
}

/** The part of a booking that a bounce takes back: what reached the bank, against where it came from. */
export function bankLeg(details: PayoutDetails, accounts: Accounts): readonly Entry[] {
  const from = details.fx === null ? accounts.clearing : accounts.conversion;
  const reached = bankAmount(details);
  return withoutZeros([
    debit(accounts.bank, reached.amount, reached.currency),
    credit(from, reached.amount, reached.currency),
  ]);
}

/** The amount that reaches the bank; of a converted payout it must be known. */
export function bankAmount({ amount, currency, fx }: PayoutDetails): {
  readonly amount: number;
  readonly currency: string;
} {
  if (fx === null) return { amount, currency };
  if (fx.amount === null) throw new Error('A converted payout is booked once its amount at the bank is known.');
  return { amount: fx.amount, currency: fx.currency };
}

function withoutZeros(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ debit: left, credit: right }) => left !== right);
}
