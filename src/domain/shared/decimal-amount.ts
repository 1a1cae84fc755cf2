/** An amount can not be read; `message` says what to write instead, and never repeats what stood there. */
export interface UnreadableAmount {
  readonly message: string;
}

const READABLE = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** What people write instead, the first that fits counts. */
const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'is empty: write an amount such as 12.50'],
  [/^[-+]?\d+(\.\d*)?e[-+]?\d+$/i, 'is in scientific notation: write out all digits, such as 1000.00'],
  [/^[-+]?\d*\.\d{3,}$/, 'has more than two decimal places: write an amount such as 12.50'],
  [/^[-+]?\d*,\d{1,2}$/, 'has a decimal comma: write a full stop, such as 12.50'],
  [/^[-+]?\d[\d,.'\s]*\d$/, 'has separators between its digits: write 1234.50 without them'],
  [/^\+/, 'begins with a plus sign: write the number alone, such as 12.50'],
  [
    /\p{Sc}|[a-z]/iu,
    'holds more than a number: write the number alone, such as 12.50, and the currency in its own column',
  ],
];

/**
 * Major units as text (`12`, `12.5`, `-3.00`) → minor units. All currencies that are collected in have two decimal places. Digits only,
 * no float is involved; what is not exactly an amount is refused rather than guessed at.
 */
export function readAmount(text: string): number | UnreadableAmount {
  const found = READABLE.exec(text);
  if (found === null) {
    const mistake = MISTAKES.find(([form]) => form.test(text));
    return { message: mistake?.[1] ?? 'is not an amount: write a number such as 12.50' };
  }
  const [, sign = '', whole = '', fraction = ''] = found;
  const amount = BigInt(whole + fraction.padEnd(2, '0'));
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) {
    return { message: `is too large: write at most ${majorUnits(Number.MAX_SAFE_INTEGER)}` };
  }
  return amount === 0n ? 0 : Number(sign === '-' ? -amount : amount);
}

/** Minor units → `12.34`, with a full stop and two places, without anything between the digits. */
export function majorUnits(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
