/** One credit or debit that waits for a payout. `tenths` are tenths of a minor unit, debits negative. */
export interface BalanceEntry {
  readonly type: BalanceEntryType;
  readonly tenths: number;
  readonly currency: string;
  readonly creditor: string;
  readonly links: Readonly<Record<string, string>>;
  /** Milliseconds; before this instant no payout takes it. */
  readonly availableFrom: number;
}

export type BalanceEntryType =
  | 'payment_paid_out'
  | 'payment_failed'
  | 'payment_charged_back'
  | 'payment_refunded'
  | 'refund'
  | 'refund_funds_returned'
  | 'gocardless_fee'
  | 'app_fee'
  | 'surcharge_fee';

export interface Settlement {
  readonly amount: number;
  readonly deductedFees: number;
}

const FEES: readonly BalanceEntryType[] = ['gocardless_fee', 'app_fee', 'surcharge_fee'];

/**
 * What a payout of these entries comes to, in whole minor units. The fees are the rest between the exact gross and
 * the rounded amount, so that amount + fees is always the gross movement.
 */
export function settle(entries: readonly BalanceEntry[]): Settlement {
  let total = 0;
  let gross = 0;
  for (const entry of entries) {
    total += entry.tenths;
    if (!FEES.includes(entry.type)) gross += entry.tenths;
  }
  const amount = Math.round(total / 10);
  return { amount, deductedFees: gross / 10 - amount };
}
