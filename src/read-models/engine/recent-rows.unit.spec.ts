import { customers } from '../../../test/support/sample-read-models';
import { type StoredRow } from './fold';
import { RecentRows } from './recent-rows';

const stored = (id: string, from = 1n): StoredRow => ({ row: { id }, first: 1n, from });

describe('recent rows', () => {
  it('are found as they were kept last', () => {
    const recent = new RecentRows(100);
    recent.keep(customers, stored('a'), 10);
    recent.keep(customers, stored('a', 2n), 10);
    expect(recent.find(customers, 'a')).toEqual(stored('a', 2n));
  });

  it('are as many as their text allows, in two ages', () => {
    const recent = new RecentRows(20);
    for (const id of ['a', 'b', 'c', 'd', 'e']) recent.keep(customers, stored(id), 10);
    expect(['a', 'b', 'c', 'd', 'e'].filter((id) => recent.find(customers, id) !== undefined)).toEqual(['c', 'd', 'e']);
  });

  it('never come back in an older form', () => {
    const recent = new RecentRows(20);
    for (const [id, from] of [
      ['a', 1n],
      ['b', 1n],
      ['a', 2n],
      ['c', 1n],
      ['d', 1n],
    ] as const)
      recent.keep(customers, stored(id, from), 10);
    expect(recent.find(customers, 'a')).toEqual(stored('a', 2n));
    recent.forget(customers, 'a');
    expect(recent.find(customers, 'a')).toBeUndefined();
  });

  it('are forgotten together', () => {
    const recent = new RecentRows(20);
    for (const id of ['a', 'b', 'c']) recent.keep(customers, stored(id), 10);
    recent.forgetAll();
    expect(['a', 'b', 'c'].filter((id) => recent.find(customers, id) !== undefined)).toEqual([]);
  });
});
