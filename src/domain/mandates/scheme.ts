import { type Currency } from '../shared/money';

/** The currency in which a scheme collects. */
const CURRENCY_OF_SCHEME: Readonly<Record<string, Currency>> = {
  ach: 'USD',
  autogiro: 'SEK',
  bacs: 'GBP',
  becs: 'AUD',
  becs_nz: 'NZD',
  betalingsservice: 'DKK',
  faster_payments: 'GBP',
  pad: 'CAD',
  pay_to: 'AUD',
  sepa_core: 'EUR',
};

/** Null for a scheme that is not known here: GoCardless then decides whether the currency fits. */
export function currencyOfScheme(scheme: string): Currency | null {
  return CURRENCY_OF_SCHEME[scheme] ?? null;
}
