import { filterQuery, listQuery, readListSearch, withFilter, withoutFilters } from './list-search';

const read = readListSearch(['status', 'amount', 'accepted']);

it('reads what the list knows, and drops the rest of an address', () => {
  expect(
    read({ status: ['failed', 'charged_back'], amount: 100, accepted: true, q: 'kiln', odd: 'x', cursor: { a: 1 } }),
  ).toEqual({
    status: ['failed', 'charged_back'],
    amount: '100',
    accepted: 'true',
    q: 'kiln',
  });
  expect(read({ status: [], amount: null })).toEqual({});
});

it('goes back to the first page when a filter changes', () => {
  const search = { status: 'failed', q: 'kiln', cursor: 'c', sort: 'amount' };
  expect(withFilter(search, 'status', ['paid_out', 'failed'])).toEqual({
    q: 'kiln',
    sort: 'amount',
    status: ['paid_out', 'failed'],
  });
  expect(withFilter(search, 'q', [])).toEqual({ status: 'failed', sort: 'amount' });
  expect(withoutFilters(search)).toEqual({ sort: 'amount' });
});

it('asks for the newest first, and sums without a page', () => {
  const search = { status: ['a', 'b'], q: 'kiln', cursor: 'c', order: 'asc', limit: '50' } as const;
  expect(listQuery({})).toEqual({ order: 'desc', limit: '100' });
  expect(listQuery(search, 500)).toEqual({ order: 'asc', limit: '50', status: ['a', 'b'], q: 'kiln', cursor: 'c' });
  expect(filterQuery(search)).toEqual({ status: ['a', 'b'], q: 'kiln' });
});
