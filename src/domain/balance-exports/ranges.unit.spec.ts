import fc from 'fast-check';
import { countIn, isIn, rangesOf, together, without } from './ranges';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
const ascending = (some: Iterable<number>) => [...some].sort((a, b) => a - b);
const inside = (ranges: ReturnType<typeof rangesOf>) => ranges.flatMap(([from, to]) => numbersFrom(from, to));
const numbersFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('ranges', () => {
  it('join what lies side by side, and nothing else', () => {
    expect(rangesOf([5, 1, 2, 7, 3])).toStrictEqual([
      [1, 3],
      [5, 5],
      [7, 7],
    ]);
    expect(
      together(
        [
          [1, 2],
          [9, 12],
        ],
        [
          [3, 4],
          [10, 11],
        ],
      ),
    ).toStrictEqual([
      [1, 4],
      [9, 12],
    ]);
  });

  it('leave out what is taken, also in the middle', () => {
    expect(
      without(
        [
          [1, 8],
          [10, 12],
        ],
        [
          [3, 5],
          [8, 10],
        ],
      ),
    ).toStrictEqual([
      [1, 2],
      [6, 7],
      [11, 12],
    ]);
  });

  it('hold just the numbers that they were made of, whatever they are', () => {
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const [ranges, taken] = [rangesOf(some), rangesOf(others)];
        expect(inside(ranges)).toStrictEqual(ascending(some));
        expect(countIn(ranges)).toBe(some.length);
        expect(inside(together(ranges, taken))).toStrictEqual(ascending(new Set([...some, ...others])));
        expect(inside(without(ranges, taken))).toStrictEqual(ascending(some).filter((one) => !others.includes(one)));
        expect(numbersFrom(0, 41).filter((one) => isIn(ranges, one))).toStrictEqual(ascending(some));
      }),
    );
  });
});
