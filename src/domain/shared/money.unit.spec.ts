import * as fc from 'fast-check';
import { allocate, divideHalfUp, isCurrency, sum } from './money';

const amounts = fc.integer({ min: 0, max: 1_000_000_000 });

describe('currencies', () => {
  it('knows the eight that GoCardless collects, as it writes them', () => {
    expect(isCurrency('GBP')).toBe(true);
    expect(isCurrency('gbp')).toBe(false);
    expect(isCurrency('JPY')).toBe(false);
  });
});

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n],
    [4n, 3n, 1n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-4n, -3n, 1n],
    [0n, 7n, 0n],
  ])('divides %s by %s to %s, halves away from zero', (numerator, denominator, rounded) => {
    expect(divideHalfUp(numerator, denominator)).toBe(rounded);
  });

  it('is exact where a float is not', () => {
    expect(divideHalfUp(9_007_199_254_740_993n * 3n, 3n)).toBe(9_007_199_254_740_993n);
  });

  it('is never further than half from the quotient', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 15n), (numerator, denominator) => {
        const twiceTheError = 2n * (divideHalfUp(numerator, denominator) * denominator - numerator);
        expect(twiceTheError <= denominator && twiceTheError >= -denominator).toBe(true);
      }),
    );
  });
});

describe('allocation', () => {
  it('gives the odd unit to the largest remainder, and to the first of equals', () => {
    expect(allocate(100, [1, 1, 1])).toStrictEqual([34, 33, 33]);
    expect(allocate(10, [5, 3, 3])).toStrictEqual([4, 3, 3]);
    expect(allocate(10, [1, 2, 4])).toStrictEqual([1, 3, 6]);
  });

  it('shares nothing by weights that are all zero', () => {
    expect(allocate(5, [0, 0])).toStrictEqual([0, 0]);
    expect(allocate(5, [])).toStrictEqual([]);
  });

  it('is exact for amounts whose products no float can hold', () => {
    expect(allocate(9_007_199_254_740_991, [9_007_199_254_740_990, 1])).toStrictEqual([9_007_199_254_740_990, 1]);
  });

  it('adds up to the amount, and no part is a whole unit off its proportion', () => {
    const weights = fc.array(amounts, { minLength: 1, maxLength: 20 }).filter((list) => sum(list) > 0);
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const parts = allocate(amount, list);
        const total = BigInt(sum(list));
        expect(sum(parts)).toBe(amount);
        parts.forEach((part, index) => {
          const error = BigInt(part) * total - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(error < total && error > -total).toBe(true);
        });
      }),
    );
  });
});
