import { type PayoutItemTax } from '../resources/shapes';

/** What GoCardless charges a creditor. Money in minor units; shares in thousandths. */
export interface Fees {
  readonly perThousand: number;
  readonly fixed: number;
  readonly cap: number;
  /** Charged for each failure or chargeback after it is settled; 0 = none. */
  readonly surcharge: number;
  readonly taxRateId: string;
  readonly taxPerThousand: number;
  /** The currency in which tax is reported; null = the payout's own. */
  readonly taxCurrency: string | null;
  /** Billed separately: no fee is taken from payouts. */
  readonly invoicedSeparately: boolean;
}

export const STANDARD_FEES: Fees = {
  perThousand: 10,
  fixed: 20,
  cap: 400,
  surcharge: 0,
  taxRateId: 'GB_VAT_1',
  taxPerThousand: 200,
  taxCurrency: null,
  invoicedSeparately: false,
};

/** The fee of one payment in tenths of a minor unit, tax included. */
export function feeTenths(amount: number, fees: Fees): number {
  if (fees.invoicedSeparately) return 0;
  const share = Math.round((amount * 10 * fees.perThousand) / 1000) + fees.fixed * 10;
  return Math.min(share, fees.cap * 10);
}

/** The tax inside a fee, with the fee's sign. */
export function taxesWithin(tenths: number, currency: string, taxCurrency: string, fees: Fees): PayoutItemTax[] {
  if (tenths === 0 || fees.taxPerThousand === 0) return [];
  const tax = oneDecimal(Math.round((tenths * fees.taxPerThousand) / (1000 + fees.taxPerThousand)));
  const sameCurrency = currency === taxCurrency;
  return [
    {
      amount: tax,
      currency,
      destination_amount: sameCurrency ? tax : null,
      destination_currency: taxCurrency,
      exchange_rate: null,
      tax_rate_id: fees.taxRateId,
    },
  ];
}

/** Tenths of a minor unit as the API writes them: `-140.0`. */
export function oneDecimal(tenths: number): string {
  const size = Math.abs(tenths);
  return `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`;
}
