import fc from 'fast-check';
import { EVERYTHING, pageOf } from '../../../test/support/asked-list';
import { fields, nullable } from '../../fields/field';
import { amount, currency, id, text } from '../../fields/kinds';
import { UnknownCursor } from './list';
import { memoryList } from './memory-list';

class Thing extends fields({ id: id(), amount: nullable(amount()), currency: currency(), kind: text() }) {}

const things = memoryList<Thing, readonly Thing[]>({
  name: 'things',
  item: Thing,
  filters: ['kind'],
  sorts: ['amount'],
  searched: ['id'],
  groups: ['kind'],
  money: { amount: 'amount', currency: 'currency' },
  all: (source) => Promise.resolve(source),
});

const ALL: readonly Thing[] = [
  { id: 'one', amount: 5, currency: 'GBP', kind: 'a' },
  { id: 'two', amount: null, currency: 'GBP', kind: 'b' },
  { id: 'three', amount: 2, currency: 'EUR', kind: 'a' },
];

const ids = async (asked: Parameters<typeof pageOf>[2]) =>
  (await pageOf(things, ALL, asked)).items.map((one) => one.id);

it('filters, orders and searches', async () => {
  expect(await ids({})).toEqual(['one', 'two', 'three']);
  expect(await ids({ order: 'desc' })).toEqual(['three', 'two', 'one']);
  expect(await ids({ sort: 'amount' })).toEqual(['two', 'three', 'one']);
  expect(await ids({ filters: { kind: ['b', 'c'] } })).toEqual(['two']);
  expect(await ids({ q: 'T E' })).toEqual(['three']);
});

it('counts and adds up by currency and group', async () => {
  const query = { ...EVERYTHING, limit: 1, order: 'asc', filters: {} } as const;
  expect(await things.summary(ALL, query, 'kind')).toEqual({
    count: 3,
    sums: [
      { currency: 'EUR', amount: 2 },
      { currency: 'GBP', amount: 5 },
    ],
    groups: [
      { key: 'a', count: 1, currency: 'EUR', amount: 2 },
      { key: 'a', count: 1, currency: 'GBP', amount: 5 },
      { key: 'b', count: 1, currency: 'GBP', amount: null },
    ],
  });
});

it('shows every item once on the way there, and the same pages on the way back', async () => {
  const some = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
  const asked = fc.record({
    limit: fc.integer({ min: 1, max: 5 }),
    order: fc.constantFrom('asc' as const, 'desc' as const),
  });
  await fc.assert(
    fc.asyncProperty(some, asked, fc.boolean(), async (amounts, how, isSorted) => {
      const source = amounts.map((one, index) => ({ id: String(index), amount: one, currency: 'GBP', kind: 'a' }));
      const query = { ...how, ...(isSorted ? { sort: 'amount' } : {}) };
      const whole = (await pageOf(things, source, { ...query, limit: 100 })).items;
      const pages = [await pageOf(things, source, query)];
      for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
        pages.push(await pageOf(things, source, { ...query, cursor: next }));
      }
      expect(pages.flatMap(({ items }) => items)).toEqual(whole);
      let back = pages.at(-1)?.previous ?? null;
      for (const page of pages.slice(0, -1).reverse()) {
        const again = await pageOf(things, source, { ...query, cursor: back ?? 'none' });
        expect(again.items).toEqual(page.items);
        back = again.previous;
      }
      expect(back).toBeNull();
    }),
  );
});

it('takes no cursor of another order', async () => {
  const { next } = await pageOf(things, ALL, { limit: 1 });
  await expect(ids({ limit: 1, order: 'desc', cursor: next ?? '' })).rejects.toThrow(UnknownCursor);
  await expect(ids({ cursor: '["","asc",false,{}]' })).rejects.toThrow(UnknownCursor);
});
