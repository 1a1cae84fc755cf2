import fc from 'fast-check';
import { lineAmount, plainDecimal } from './line-amount';

describe('a decimal', () => {
  it.each([
    ['1', '1'],
    ['1.5', '1.5'],
    ['01.50', '1.5'],
    ['0.0000', '0'],
    ['000', '0'],
    ['999999999.9999', '999999999.9999'],
  ])('%s is %s', (text, plain) => {
    expect(plainDecimal(text)).toBe(plain);
  });

  it.each(['', '.5', '5.', '1,5', '-1', '1e2', '1.00001', '1234567890', ' 1', '½'])('%j is none', (text) => {
    expect(plainDecimal(text)).toBeNull();
  });
});

describe('the amount of a line', () => {
  it.each([
    ['2', 1000, null, 2000],
    ['1.5', 333, null, 500], // 499.5
    ['0.3333', 100, null, 33],
    ['1.5', 1000, { amount: 250 }, 1250],
    ['3', 999, { percentage: '12.5' }, 2622], // 2622.375
    ['1.5', 333, { percentage: '50' }, 250], // 249.75, not half of 500
    ['1', 1, { percentage: '50' }, 1], // 0.5
    ['1', 100, { percentage: '100' }, 0],
    ['1', 100, { amount: 101 }, -1],
    ['999999999', 9_007_199, null, 9_007_198_990_992_801],
  ] as const)('%s × %d less %j is %d', (quantity, unitAmount, discount, amount) => {
    expect(lineAmount(quantity, unitAmount, discount)).toBe(BigInt(amount));
  });

  const quantities = fc.tuple(fc.nat(99_999), fc.nat(9999)).map(([whole, fraction]) => {
    return plainDecimal(`${whole}.${String(fraction).padStart(4, '0')}`) ?? '';
  });
  const percentages = fc.nat(1_000_000).map((hundredths) => {
    return plainDecimal(`${Math.floor(hundredths / 10_000)}.${String(hundredths % 10_000).padStart(4, '0')}`) ?? '';
  });

  /** Ten-thousandths, exactly. */
  const exact = (decimal: string) => BigInt(Math.round(Number(decimal) * 10_000));

  it('is off by half a unit at most, whatever is taken off it, and never below nothing', () => {
    fc.assert(
      fc.property(quantities, fc.nat(10_000_000), percentages, (quantity, unitAmount, percentage) => {
        const amount = lineAmount(quantity, unitAmount, { percentage });
        const whole = 10_000n * 1_000_000n;
        const price = exact(quantity) * BigInt(unitAmount) * (1_000_000n - exact(percentage));
        const twice = 2n * (amount * whole - price);
        expect(twice > -whole && twice <= whole).toBe(true);
        expect(amount >= 0n && amount <= lineAmount(quantity, unitAmount, null)).toBe(true);
      }),
    );
  });

  it('less an amount is less just that amount', () => {
    fc.assert(
      fc.property(quantities, fc.nat(10_000_000), fc.nat(10_000_000), (quantity, unitAmount, amount) => {
        const price = lineAmount(quantity, unitAmount, null);
        expect(lineAmount(quantity, unitAmount, { amount })).toBe(price - BigInt(amount));
      }),
    );
  });
});
