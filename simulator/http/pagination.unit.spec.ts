import fc from 'fast-check';
import { Collection } from '../state/collection';
import { pageOf } from './pagination';
import { Query } from './query';

interface Thing {
  readonly id: string;
  readonly odd: boolean;
}

function thingsUpTo(count: number): Collection<Thing> {
  const things = new Collection<Thing>(({ id }) => id);
  for (let number = 1; number <= count; number += 1) things.add({ id: `T${number}`, odd: number % 2 === 1 });
  return things;
}

function page(things: Collection<Thing>, search: string) {
  const { records, meta } = pageOf(
    things,
    new Query(new URLSearchParams(search)),
    ({ id }) => id,
    ({ odd }) => odd,
  );
  return { ids: records.map(({ id }) => id), ...meta.cursors };
}

test('cursors name the way to older and newer records, and are null at the ends', () => {
  const things = thingsUpTo(9);

  expect([page(things, 'limit=2'), page(things, 'limit=2&after=T7'), page(things, 'limit=2&after=T3')]).toEqual([
    { ids: ['T9', 'T7'], before: null, after: 'T7' },
    { ids: ['T5', 'T3'], before: 'T5', after: 'T3' },
    { ids: ['T1'], before: 'T1', after: null },
  ]);
  expect([page(things, 'limit=2&before=T1'), page(things, 'limit=2&before=T5')]).toEqual([
    { ids: ['T5', 'T3'], before: 'T5', after: 'T3' },
    { ids: ['T9', 'T7'], before: null, after: 'T7' },
  ]);
});

test('pages of any size hold everything once, and records made meanwhile disturb no page ahead', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 70 }), (count, limit) => {
      const things = thingsUpTo(count);
      const expected = page(things, 'limit=500').ids;
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null;) {
        const next = page(things, `limit=${limit}&after=${after}`);
        seen.push(...next.ids);
        after = next.after;
        things.add({ id: `late${seen.length}`, odd: true });
      }
      expect(seen).toEqual(expected);
    }),
  );
});

test.each(['limit=0', 'limit=501', 'limit=x', 'after=T1&before=T2', 'after=nobody'])('%s is refused', (search) => {
  expect(() => page(thingsUpTo(3), search)).toThrow('Validation failed');
});
