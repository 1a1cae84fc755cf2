/** Formats that every workbook has and that show a number as a day or a time. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether a number format shows days or times, by its number and, for a workbook's own format, its code. */
export function showsDates(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([from, to]) => formatId >= from && formatId <= to);
  const [positive = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';');
  return /[ymdhs]/i.test(positive.replace(/general/gi, ''));
}

/** Excel counts days from the last of 1899, or from 1904 in workbooks of old Macs; before March 1900 it counts a day that never was. */
const FIRST_DAY = { since1900: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) };
const DAY_MS = 86_400_000;

/** A day as a workbook keeps it → `YYYY-MM-DD`; a fault for a time of day, which has no zone, and for what is no day. */
export function dayOf(serial: string, counts: keyof typeof FIRST_DAY): string | { readonly fault: string } {
  const days = Number(serial);
  if (!Number.isInteger(days))
    return { fault: 'holds a time without a zone: write it as text, such as 2026-03-31T12:00:00Z' };
  const first = counts === 'since1900' ? 61 : 0;
  const time = FIRST_DAY[counts] + days * DAY_MS;
  if (days < first || time >= Date.UTC(10_000, 0, 1))
    return { fault: 'is not a day: write it as text, such as 2026-03-31' };
  return new Date(time).toISOString().slice(0, 10);
}

/** A number as a workbook keeps it (with up to 17 digits, of which the last may be noise) → its shortest decimal text. */
export function decimalText(kept: string): string | null {
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(kept)) return null;
  const value = Number(kept);
  if (!Number.isFinite(value)) return null;
  const [mantissa = '', exponent] = String(value).split('e');
  return exponent === undefined ? mantissa : shifted(mantissa, Number(exponent));
}

/** `1.5`, 21 → `1500000000000000000000` */
function shifted(mantissa: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(mantissa) ?? [];
  const digits = whole + fraction;
  const point = whole.length + places;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
