import { type Column, rangeOf, shownColumns, sumsByCurrency, toggledColumn } from './columns';

const column = (key: string, isExtra = false): Column<unknown> => ({ key, heading: key, cell: () => null, isExtra });
const columns = [column('a'), column('b'), column('c', true)];
const keys = (shown: readonly Column<unknown>[]) => shown.map(({ key }) => key);

it('shows the usual columns, or those that were chosen, in the order of the list', () => {
  expect([
    keys(shownColumns(columns, null)),
    keys(shownColumns(columns, ['c', 'a'])),
    keys(shownColumns(columns, ['gone'])),
  ]).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'b'],
  ]);
});

it('keeps no choice that is the usual one, and never an empty table', () => {
  expect(toggledColumn(columns, null, 'c')).toEqual(['a', 'b', 'c']);
  expect(toggledColumn(columns, ['a', 'b', 'c'], 'c')).toBeNull();
  expect(toggledColumn(columns, ['a'], 'a')).toBeNull();
});

it('chooses a range in either direction', () => {
  expect([
    rangeOf(['1', '2', '3', '4'], '2', '4'),
    rangeOf(['1', '2', '3', '4'], '3', '1'),
    rangeOf(['1', '2'], null, '2'),
    rangeOf(['1', '2'], 'gone', '2'),
  ]).toEqual([['2', '3', '4'], ['1', '2', '3'], ['2'], ['2']]);
});

it('sums each currency for itself', () => {
  const rows = [{ amount: 5, currency: 'GBP' }, { amount: 7, currency: 'EUR' }, null, { amount: -2, currency: 'GBP' }];
  expect(sumsByCurrency(rows, (row) => row)).toEqual([
    { currency: 'EUR', amount: 7 },
    { currency: 'GBP', amount: 3 },
  ]);
});
