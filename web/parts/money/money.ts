/** The true minus; a hyphen is shorter than the figures beside it. */
const MINUS = '\u2212';

interface CurrencyFormat {
  readonly places: number;
  readonly format: Intl.NumberFormat;
}

/** Making a format takes longer than using it a hundred times, and a list has thousands of amounts. */
const formats = new Map<string, CurrencyFormat>();

function formatOf(currency: string): CurrencyFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const asMoney = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const places = asMoney.resolvedOptions().maximumFractionDigits ?? 2;
  const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
  const made = { places, format };
  formats.set(currency, made);
  return made;
}

/** Decimal places of a currency: 2 for GBP, 0 for JPY. */
export function placesOf(currency: string): number {
  return formatOf(currency).places;
}

/** `7850` of GBP is `78.50`. Exact for every integer: no float is made of it. */
export function decimalOf(minor: number | bigint, currency: string): `${number}` {
  const places = placesOf(currency);
  const negative = minor < 0;
  const digits = String(negative ? -BigInt(minor) : BigInt(minor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  // Digits with at most one point and one minus: what the type says.
  return `${negative ? '-' : ''}${text}` as `${number}`;
}

/** `1,234.50`, without the currency, which stands in the heading. */
export function formatAmount(minor: number | bigint, currency: string): string {
  return formatOf(currency).format.format(decimalOf(minor, currency)).replace('-', MINUS);
}

/** `1,234.50 GBP`, where the currency stands nowhere else. */
export function formatMoney(minor: number | bigint, currency: string): string {
  return `${formatAmount(minor, currency)}\u00a0${currency}`;
}

/** Minor units with a fraction, as GoCardless gives fees: `-99.8` of GBP is `−0.998`. Nothing is rounded; what is no number is shown as it came. */
export function formatFraction(minor: string, currency: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(minor);
  if (parts === null) return minor;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const units = formatAmount(BigInt(whole), currency);
  const point = placesOf(currency) === 0 && fraction !== '' ? '.' : '';
  return `${sign === '' ? '' : MINUS}${units}${point}${fraction}`;
}

export type AmountFault = 'not_a_number' | 'too_many_places' | 'too_large';
export type ParsedAmount = { readonly minor: number } | { readonly fault: AmountFault };

/** Reads `1234.5`, `1,234.50` and `−3`. More places than the currency has are a fault, not a rounding. */
export function parseAmount(typed: string, currency: string): ParsedAmount {
  const text = typed.trim().replace(MINUS, '-');
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return { fault: 'not_a_number' };
  const [, sign = '', whole = '', fraction = ''] = parts;
  const places = placesOf(currency);
  if (fraction.length > places) return { fault: 'too_many_places' };
  const minor = Number(`${sign}${whole.replaceAll(',', '')}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(minor) ? { minor: minor === 0 ? 0 : minor } : { fault: 'too_large' };
}
