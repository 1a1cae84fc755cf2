/** Amounts are integers of minor units; a currency stands beside them, never inside them. */
export const CURRENCIES = ['AUD', 'CAD', 'DKK', 'EUR', 'GBP', 'NZD', 'SEK', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

export function isCurrency(text: string): text is Currency {
  return CURRENCIES.some((currency) => currency === text);
}

/** Adds amounts of one currency. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** `numerator ÷ denominator` of whole numbers, rounded half away from zero, exact for any size: no float is involved. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
}

/**
 * Splits `amount` in proportion to `weights`, the largest remainder first, ties by order; the parts add up to `amount` exactly.
 * All numbers are minor units ≥ 0. With weights that are all zero there is nothing to share by, and every part is 0.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const totalWeight = BigInt(sum(weights));
  if (totalWeight === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((value) => Number(value / totalWeight));
  let rest = amount - sum(parts);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % totalWeight }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (rest === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
