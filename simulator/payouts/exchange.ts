/**
 * An amount of whole units (minor units or tenths of them) at a rate given as a decimal string, rounded to the nearest
 * whole unit, halves away from zero. Integers throughout, so that no binary fraction creeps in.
 */
export function exchange(amount: number, rate: string): number {
  const [whole = '0', fraction = ''] = rate.split('.');
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(amount) * BigInt(whole + fraction);
  const half = scale / 2n;
  const rounded = product < 0n ? -((-product + half) / scale) : (product + half) / scale;
  return Number(rounded);
}
