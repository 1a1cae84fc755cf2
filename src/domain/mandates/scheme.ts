import { type Currency } from '../shared/money';

/** The currency in which a scheme collects. */
const CURRENCY_OF_SCHEME = {
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
} as const satisfies Readonly<Record<string, Currency>>;

/** A scheme that is known here; GoCardless may add others without notice. */
export type Scheme = keyof typeof CURRENCY_OF_SCHEME;

// The keys of the table are the schemes.
export const SCHEMES = Object.keys(CURRENCY_OF_SCHEME) as readonly Scheme[];

/** Null for a scheme that is not known here: GoCardless then decides whether the currency fits. */
export function currencyOfScheme(scheme: string): Currency | null {
  const known = SCHEMES.find((one) => one === scheme);
  return known === undefined ? null : CURRENCY_OF_SCHEME[known];
}
