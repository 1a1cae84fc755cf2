import { type Shapes } from '../../api/addresses';

/** A currency that GoCardless collects. */
export type Currency = Shapes['PlaceSalesOrderBody']['currency'];

/** The compiler asks for one that is new; those that are used most come first. */
const ALL: Readonly<Record<Currency, true>> = {
  GBP: true,
  EUR: true,
  AUD: true,
  CAD: true,
  DKK: true,
  NZD: true,
  SEK: true,
  USD: true,
};

// The keys of the record are the currencies.
const CURRENCIES = Object.keys(ALL) as readonly Currency[];

/** As a field offers them. */
export const CURRENCY_CHOICES = CURRENCIES.map((code) => ({ value: code, label: code }));

/** What a field with these choices holds. */
export function currencyOf(chosen: string): Currency {
  return CURRENCIES.find((code) => code === chosen) ?? 'GBP';
}
