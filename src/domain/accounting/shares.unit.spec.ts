import * as fc from 'fast-check';
import { addDays } from '../shared/calendar';
import { sum } from '../shared/money';
import { isTaxRate, lineTax, type LineToShare, refundShares, shareInstalments } from './shares';

const line = (amount: number, taxRate = '0'): LineToShare => ({
  amount,
  taxRate,
  tax: lineTax(amount, taxRate),
  incomeAccount: null,
});
const share = (index: number, amount: number, tax: number, taxRate = '20') => ({
  line: index,
  taxRate,
  amount,
  tax,
  incomeAccount: null,
});

describe('the tax of a line', () => {
  it.each([
    [12000, '20', 2000],
    [10000, '0', 0],
    [10550, '5.5', 550],
    [100, '20', 17], // 16.67
    [3, '20', 1], // exactly one half
    [107, '7.0000', 7],
    [1000, '8.1', 75], // 74.93
    [200, '100', 100],
    [9_007_199_254_740_991, '20', 1_501_199_875_790_165],
  ])('of %d at %s %% is %d', (amount, taxRate, tax) => {
    expect(lineTax(amount, taxRate)).toBe(tax);
  });

  it.each(['20', '5.5', '0', '19.0000', '100'])('%s is a rate', (text) => {
    expect(isTaxRate(text)).toBe(true);
  });

  it.each(['', '-1', '20%', '5,5', '.5', '5.', '5.12345', '1e2', ' 20', '1000'])('%p is none', (text) => {
    expect(isTaxRate(text)).toBe(false);
  });
});

describe('sharing instalments over lines', () => {
  it('goes by what each line still lacks, and every line ends at its amount and tax', () => {
    const lines = [line(10000, '20'), line(5000, '5')];
    const thirds = [5000, 5000, 5000].map((amount, index) => ({ dueDate: addDays('2026-02-01', index), amount }));
    expect(shareInstalments(lines, thirds)).toStrictEqual([
      [share(0, 3333, 556), share(1, 1667, 79, '5')],
      [share(0, 3334, 555), share(1, 1666, 80, '5')],
      [share(0, 3333, 556), share(1, 1667, 79, '5')],
    ]);
  });

  it('walks by due date and keeps the order of the plan', () => {
    const lines = [line(2, '20'), line(1, '20')];
    const plan = [
      { dueDate: '2026-03-01', amount: 2 },
      { dueDate: '2026-02-01', amount: 1 },
    ];
    expect(shareInstalments(lines, plan)).toStrictEqual([
      [share(0, 1, 0), share(1, 1, 0)],
      [share(0, 1, 0), share(1, 0, 0)],
    ]);
  });

  it('breaks ties of due dates by the index, and ties of remainders by the line', () => {
    const lines = [line(1, '20'), line(1, '20')];
    const sameDay = [1, 1].map((amount) => ({ dueDate: '2026-02-01', amount }));
    expect(shareInstalments(lines, sameDay)).toStrictEqual([
      [share(0, 1, 0), share(1, 0, 0)],
      [share(0, 0, 0), share(1, 1, 0)],
    ]);
  });

  it('gives a line of amount 0 a share of 0', () => {
    const plan = [{ dueDate: '2026-02-01', amount: 600 }];
    expect(shareInstalments([line(0, '20'), line(600, '20')], plan)).toStrictEqual([
      [share(0, 0, 0), share(1, 600, 100)],
    ]);
  });

  it('takes fixed shares off first, for tax too', () => {
    const fixed = [share(0, 3333, 556), share(1, 1667, 79, '5')];
    const rest = [
      { dueDate: '2026-03-01', amount: 9999 },
      { dueDate: '2026-04-01', amount: 1 },
    ];
    expect(shareInstalments([line(10000, '20'), line(5000, '5')], rest, fixed)).toStrictEqual([
      [share(0, 6666, 1111), share(1, 3333, 159, '5')],
      [share(0, 1, 0), share(1, 0, 0, '5')],
    ]);
  });

  it('adds up to the unit for any lines and instalments, also after any of them are fixed and the rest is cut anew', () => {
    fc.assert(
      fc.property(orders, ({ lines, instalments, keep, cut }) => {
        const shares = shareInstalments(lines, instalments);
        expectToAddUp(lines, instalments, shares);

        const kept = instalments.map((_, index) => keep[index % keep.length] === true);
        const open = instalments.filter((_, index) => !kept[index]);
        const anew = cutAnew(open, cut);
        const fixed = shares.filter((_, index) => kept[index]);
        const rewalked = shareInstalments(lines, anew, fixed.flat());
        const all = [...instalments.filter((_, index) => kept[index]), ...anew];
        expectToAddUp(lines, all, [...fixed, ...rewalked]);
      }),
    );
  });
});

describe('sharing a refund', () => {
  const paid = [share(0, 1000, 167), share(1, 500, 24)];

  it('goes by what each line has left unrefunded, tax by differences', () => {
    expect(refundShares(paid, [], 100)).toStrictEqual([share(0, 67, 11), share(1, 33, 2)]);
    expect(refundShares(paid, [100], 1400)).toStrictEqual([share(0, 933, 156), share(1, 467, 22)]);
  });

  it('keeps lines, rates and accounts of the payment', () => {
    const sold = [{ line: 3, taxRate: '0', amount: 100, tax: 0, incomeAccount: '4100' }];
    expect(refundShares(sold, [], 40)).toStrictEqual([
      { line: 3, taxRate: '0', amount: 40, tax: 0, incomeAccount: '4100' },
    ]);
  });

  it('shares what is beyond the payment by its whole amounts, so that the books still balance', () => {
    const refund = refundShares(paid, [1500], 300);
    expect(refund.map(({ amount }) => amount)).toStrictEqual([200, 100]);
  });

  it('adds up to each refund, and all of them to the payment, whatever their sizes', () => {
    fc.assert(
      fc.property(orders, ({ lines, instalments }) => {
        const whole = lines.map(({ amount, tax }, index) => share(index, amount, tax));
        const refunds = instalments.map(({ amount }) => amount);
        const parts = refunds.map((amount, index) => refundShares(whole, refunds.slice(0, index), amount));
        expectToAddUp(lines, instalments, parts);
      }),
    );
  });
});

const rates = fc.constantFrom('0', '5', '5.5', '20', '19.6', '7.7777', '100');
const lineArbitrary = fc.tuple(fc.integer({ min: 0, max: 200_000 }), rates).map(([amount, rate]) => line(amount, rate));

/** Orders whose instalments cut the total at random places, due on random days with many ties. */
const orders = fc
  .record({
    lines: fc.array(lineArbitrary, { minLength: 1, maxLength: 6 }).filter((lines) => totalOf(lines) > 20),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
    dueIn: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 13 }),
    keep: fc.array(fc.boolean(), { minLength: 1, maxLength: 13 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ lines, cuts, dueIn, keep, cut }) => {
    const total = totalOf(lines);
    const places = new Set(
      cuts.map((place) => Math.floor(place * total)).filter((place) => place > 0 && place < total),
    );
    const ends = [...places, total].sort((a, b) => a - b);
    const instalments = ends.map((end, index) => ({
      dueDate: addDays('2026-02-01', dueIn[index % dueIn.length] ?? 0),
      amount: end - (ends[index - 1] ?? 0),
    }));
    return { lines, instalments, keep, cut };
  });

function totalOf(lines: readonly { readonly amount: number }[]): number {
  return sum(lines.map(({ amount }) => amount));
}

/** The same money in two parts, or in one where it can not be divided. */
function cutAnew(open: readonly { readonly dueDate: string; readonly amount: number }[], place: number) {
  const total = totalOf(open);
  const first = Math.floor(total * place);
  const parts = [first, total - first].filter((amount) => amount > 0);
  return parts.map((amount, index) => ({ dueDate: addDays('2026-06-01', -index), amount }));
}

function expectToAddUp(
  lines: readonly LineToShare[],
  instalments: readonly { readonly amount: number }[],
  shares: readonly (readonly { readonly line: number; readonly amount: number; readonly tax: number }[])[],
): void {
  expect(shares.map((each) => totalOf(each))).toStrictEqual(instalments.map(({ amount }) => amount));
  lines.forEach(({ amount, tax }, index) => {
    const ofLine = shares.flat().filter((each) => each.line === index);
    expect(totalOf(ofLine)).toBe(amount);
    expect(sum(ofLine.map((each) => each.tax))).toBe(tax);
    expect(ofLine.every((each) => each.amount >= 0 && each.tax >= 0 && each.tax <= each.amount)).toBe(true);
  });
}
