import { format as shownBy } from 'numfmt';
import { isDate } from '../../../domain/shared/calendar';
import { CURRENCIES } from '../../../domain/shared/money';
import { type NumberFormat } from './number-formats';

/** What is wrong with a cell, to be read after its column's name. */
export interface Fault {
  readonly fault: string;
}

const UNREADABLE: Fault = { fault: 'can not be read: write it as text' };
const UNKNOWN_FORMAT: Fault = {
  fault: 'has a number format that can not be read: choose another, or write it as text',
};

/** Excel counts days from the last of 1899; before March 1900 it counts a day that never was. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_SURE = 61;
const DAY_MS = 86_400_000;
const TOO_LARGE = 1e15;

/** A number in a column of text: what is displayed. */
export function textOfNumber(kept: string, format: NumberFormat | null): { readonly text: string } | Fault {
  const value = numberOf(kept);
  if (value === null) return UNREADABLE;
  if (format === null) return UNKNOWN_FORMAT;
  if (format.isReaders) return { fault: 'is shown otherwise on every computer: write it as text' };
  const text = shown(value, format);
  if (text === null) return UNKNOWN_FORMAT;
  if (/\dE[+-]?\d/.test(text)) return { fault: 'is shown without all its digits: write it as text' };
  return { text };
}

/**
 * A number in a column of amounts: the stored value at the 15 digits that spreadsheets hold, as decimal text, if that is what is displayed.
 * With the currencies that the display may mean, where it names one.
 */
export function amountOf(
  kept: string,
  format: NumberFormat | null,
): { readonly text: string; readonly currencies?: readonly string[] } | Fault {
  const value = numberOf(kept);
  if (value === null) return UNREADABLE;
  if (format === null) return UNKNOWN_FORMAT;
  if (format.showsTime) return { fault: 'is shown as a day or a time: write a number such as 12.50' };
  if (Math.abs(value) >= TOO_LARGE) return { fault: 'is too large' };
  const display = shown(value, format);
  if (display === null) return UNKNOWN_FORMAT;
  if (display === '') return { fault: 'is not shown: choose a number format that shows it' };
  const { amount, sign } = signedAmount(display);
  if (amount !== value) {
    return { fault: 'is shown as another amount than it holds: show all its places, or write what is meant' };
  }
  const text = decimalText(value);
  const currencies = format.isReaders ? undefined : CURRENCIES_BY_SIGN.get(sign);
  return currencies === undefined ? { text } : { text, currencies };
}

/** A number in a column of days: the day, if a whole one is stored and displayed. */
export function dayOf(kept: string, format: NumberFormat | null): { readonly text: string } | Fault {
  const days = numberOf(kept);
  if (days === null) return UNREADABLE;
  if (format?.showsTime !== true) return { fault: 'is a number, not a day: write a day such as 2026-03-31' };
  if (!Number.isInteger(days))
    return { fault: 'holds a time without a zone: write it as text, such as 2026-03-31T12:00:00Z' };
  if (!format.showsDay) return { fault: 'does not show day, month and year: choose a format that does' };
  const time = FIRST_DAY + days * DAY_MS;
  if (days < FIRST_SURE || time >= Date.UTC(10_000, 0, 1)) {
    return { fault: 'is not a day: write it as text, such as 2026-03-31' };
  }
  return { text: new Date(time).toISOString().slice(0, 10) };
}

/** A number in a column of times in UTC: the moment to the millisecond, where day, month and year are displayed. */
export function timeOf(kept: string, format: NumberFormat | null): { readonly text: string } | Fault {
  const days = numberOf(kept);
  if (days === null) return UNREADABLE;
  if (format?.showsTime !== true || !format.showsDay) {
    return { fault: 'is not shown as a day and a time: write it as text, such as 2026-03-31T12:00:00Z' };
  }
  const time = FIRST_DAY + Math.round(days * DAY_MS);
  if (days < FIRST_SURE || time >= Date.UTC(10_000, 0, 1)) {
    return { fault: 'is not a time: write it as text, such as 2026-03-31T12:00:00Z' };
  }
  const showsHours = shown(FIRST_SURE + 0.25, format) !== shown(FIRST_SURE + 0.5, format);
  if (!showsHours && !Number.isInteger(days)) return { fault: 'holds a time that is not shown: show it' };
  return { text: new Date(time).toISOString() };
}

/** A day in ISO 8601 as the number of days that a workbook would keep; null for what is none. */
export function serialOf(text: string): string | null {
  const [, day = '', time = '00:00:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)Z?)?$/.exec(text) ?? [];
  const at = isDate(day) ? Date.parse(`${day}T${time}Z`) : NaN;
  return Number.isNaN(at) ? null : String((at - FIRST_DAY) / DAY_MS);
}

/** A text in a cell whose format says how texts are shown. */
export function shownText(text: string, format: NumberFormat): string | Fault {
  return shown(text, format) ?? UNKNOWN_FORMAT;
}

/** A number as a workbook keeps it (with up to 17 digits, of which the last may be noise), at the 15 that are displayed. */
function numberOf(kept: string): number | null {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(kept)) return null;
  const value = Number(Number(kept).toPrecision(15));
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : null;
}

function shown(value: number | string, { code }: NumberFormat): string | null {
  try {
    return shownBy(code, value).trim();
  } catch {
    return null;
  }
}

/** What may be meant by what stands beside an amount. */
const CURRENCIES_BY_SIGN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['£', ['GBP']],
  ['€', ['EUR']],
  ['$', ['AUD', 'CAD', 'NZD', 'USD']],
  ['kr', ['DKK', 'SEK']],
  ['kr.', ['DKK']],
  ['A$', ['AUD']],
  ['CA$', ['CAD']],
  ['C$', ['CAD']],
  ['NZ$', ['NZD']],
  ['US$', ['USD']],
  ...CURRENCIES.map((code) => [code, [code]] as const),
]);

/** The amount that a display means to whoever reads it, and the sign of its currency; NaN when that takes a guess. */
function signedAmount(display: string): { readonly amount: number; readonly sign: string } {
  const bare = display.replace(/[\s\u00a0\u202f]/g, '');
  // Accounting formats show nothing but a dash for zero.
  const [, before = '', digits = '', after = ''] = /^(\D*?)([\d,.]+|(?<=\D|^)-(?=\D*$))(\D*)$/.exec(bare) ?? [];
  const sign = `${before}${after}`.replace(/[-\u2212+()]/g, '');
  if (sign !== '' && !CURRENCIES_BY_SIGN.has(sign)) return { amount: NaN, sign };
  if (digits === '-') return { amount: 0, sign };
  const isNegative = /[-\u2212]/.test(before + after) || (before.includes('(') && after.includes(')'));
  const size = /^\d{1,3}(,\d{3})*(\.\d*)?$|^\d*\.?\d+$/.test(digits) ? Number(digits.replaceAll(',', '')) : NaN;
  return { amount: isNegative && size !== 0 ? -size : size, sign };
}

/** Its shortest decimal text, without an exponent. */
function decimalText(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(mantissa) ?? [];
  // Numbers too large for an amount have been refused: the point moves to the left.
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${whole}${fraction}`;
}
