import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { EVERYTHING } from '../../test/support/asked-list';
import { LISTS_OF_THINGS, WHOLE_LISTS } from '../../test/support/declared-lists';
import { BATCH, PlayedBalances } from '../../test/support/played-balances';
import { playStory } from '../../test/support/played-story';
import { type PlayedWorld } from '../../test/support/played-world';
import { project } from '../../test/support/projected';
import { type SampleDatabase, sampleDatabase } from '../../test/support/sample-database';
import { type EventStore, ordinalOf, positionOf } from '../application/ports/event-store';
import { rowPaymentId } from '../domain/balance-exports/rows';
import { decorate } from '../infrastructure/decorate';
import { balanceExportsList } from './balance-exports/list';
import { rowMatchesList } from './balance-exports/row-matches';
import { exportRowsList } from './balance-exports/rows';
import { customersList } from './customers/list';
import { type List, type ListQuery, type ReadSource } from './lists/list';
import { mandatesList } from './mandates/list';
import { paymentsList } from './payments/list';
import { payoutItemsList } from './payouts/items';
import { payoutsList } from './payouts/list';
import { portalLinksList } from './portal-links/list';
import { receiptsList } from './receipts/list';
import { salesOrdersList } from './sales-orders/list';
import { scheduledPaymentsList } from './scheduled-payments/list';
import { timelineList } from './timeline/list';

const POSITIONS = 50;
const SEED = 20261128;

interface Things {
  readonly parts: readonly (readonly [List<object>, readonly string[]])[];
  /** For each filter of the timeline the things that it is asked for. */
  readonly timeline: Readonly<Record<string, readonly string[]>>;
}

type Asked = Pick<ListQuery, 'asOf' | 'now'>;

/** All answers, each under what was asked. */
async function answers(source: ReadSource, things: Things, asked: Asked): Promise<ReadonlyMap<string, unknown>> {
  const given = new Map<string, unknown>();
  const ask = async (list: List<object>, beside: Partial<Pick<ListQuery, 'within' | 'filters'>> = {}) => {
    const view = { ...EVERYTHING, filters: {}, ...asked, ...beside };
    const { items } = await list.page(source, { ...view, limit: 500, order: 'asc' });
    const summary = await list.summary(source, { ...view, limit: 500, order: 'asc' }, null);
    given.set(`${list.name} ${JSON.stringify(beside)}`, { items, summary });
  };
  for (const list of WHOLE_LISTS) await ask(list);
  for (const [list, ids] of things.parts) for (const within of ids) await ask(list, { within });
  for (const [filter, values] of Object.entries(things.timeline)) {
    for (const value of values) await ask(timelineList, { filters: { [filter]: [value] } });
  }
  return given;
}

async function thingsIn(source: ReadSource): Promise<Things> {
  const ids = async (list: List<object>, field = 'id') => {
    const { items } = await list.page(source, { ...EVERYTHING, filters: {}, limit: 500, order: 'asc' });
    return items.flatMap((item) => {
      const value: unknown = Object.entries(item).find(([name]) => name === field)?.[1];
      return typeof value === 'string' ? [value] : [];
    });
  };
  const [payouts, customers, exports] = [
    await ids(payoutsList),
    await ids(customersList),
    await ids(balanceExportsList),
  ];
  return {
    parts: [
      [exportRowsList, exports],
      [rowMatchesList, exports],
      [payoutItemsList, payouts],
      [portalLinksList, customers],
    ],
    timeline: {
      paymentId: await ids(paymentsList),
      mandateId: await ids(mandatesList, 'mandateId'),
      customerId: customers,
      salesOrderId: await ids(salesOrdersList),
      scheduledPaymentId: await ids(scheduledPaymentsList),
      receiptId: await ids(receiptsList),
      payoutId: await ids(payoutsList, 'payoutId'),
    },
  };
}

/** The log as it was when it ended here. There nothing comes any more. */
function endingAt(store: EventStore, end: bigint): EventStore {
  return decorate(store, {
    waitForMore: (wait) => async (after, signal) => {
      if (ordinalOf(after) < end) await wait(after, signal);
      else if (!signal.aborted) await once(signal, 'abort');
    },
    head: () => () => Promise.resolve(positionOf(store, end)),
    readAll: (read) => async (after, options) => {
      const { events, scannedTo } = await read(after, options);
      const beyond = ordinalOf(scannedTo) > end;
      return {
        events: events.filter(({ position }) => ordinalOf(position) <= end),
        scannedTo: beyond ? positionOf(store, end) : scannedTo,
      };
    },
  });
}

/** The moment until which the log ended there: what comes to count with time alone had come to count by then. */
async function leftAt(store: EventStore, end: bigint): Promise<string> {
  const { events } = await store.readAll(store.start(), { limit: 10_000 });
  const times = events.map(({ metadata: { recordedAt } }) => recordedAt);
  const before = times.slice(0, Number(end));
  return times.slice(Number(end)).find((time) => before.every((earlier) => earlier < time)) ?? EVERYTHING.now;
}

/** A batch of which one row is paid out and charged back, one is given up, and one is charged elsewhere. */
async function playCollection(): Promise<PlayedWorld> {
  const played = await PlayedBalances.begin();
  for (const [name, amount] of [
    ['ann', 10_000],
    ['bob', 5_000],
    ['cat', 3_000],
    ['eve', -900],
  ] as const)
    await played.state(`cus_${name}`, amount);
  const rows = await played.export(BATCH, [
    { customerId: 'cus_ann', mandateId: 'MDANN', amount: 10_000 },
    { customerId: 'cus_bob', mandateId: 'MDBOB2', amount: 5_000 },
    { customerId: 'cus_cat', mandateId: 'MDCAT1', amount: 3_000 },
  ]);
  await played.add(BATCH, rows);
  const [ann, bob, cat] = rows;
  if (ann === undefined || bob === undefined || cat === undefined) throw new Error('The batch lacks a row.');
  await played.appear(ann, 'PM1', { amount: 9_500 });
  await played.release(BATCH, cat);
  await played.tell(rowPaymentId(ann.rowId), 'PM1', 'paid_out', '2026-03-23T06:00:00.000Z');
  await played.tell(rowPaymentId(ann.rowId), 'PM1', 'charged_back', '2026-04-02T06:00:00.000Z');
  const elsewhere = await played.adopt('PM8', 'MDBOB', 5_000, 'cus_bob', '2026-03-05T09:00:00.000Z');
  await played.match(bob, elsewhere);
  await played.state('cus_ann', 12_000, '2026-04-03T00:00:00.000Z');
  return played.world;
}

describe('what every list answers as of a position', () => {
  let database: SampleDatabase;

  beforeEach(async () => {
    database = await sampleDatabase();
  });

  afterEach(() => database.close());

  it.each([
    ['orders and payments', async () => (await playStory()).world],
    ['balances and their payments', playCollection],
  ])(
    'is what it answered when the log ended there: %s',
    async (_, play) => {
      const { store } = await play();
      const head = Number(ordinalOf(await store.head()));
      const source = { database, store };
      const whole = await sampleDatabase();
      await project(whole, store, 50);
      const things = await thingsIn({ database: whole, store });
      const drawn = fc.sample(fc.integer({ min: 1, max: head }), { numRuns: POSITIONS, seed: SEED });

      const live = new Map<bigint, ReadonlyMap<string, unknown>>();
      for (const ordinal of [...new Set(drawn)].sort((a, b) => a - b).map(BigInt)) {
        await project(database, endingAt(store, ordinal));
        live.set(ordinal, await answers(source, things, { now: await leftAt(store, ordinal) }));
      }

      for (const [ordinal, then] of live) {
        const now = await answers({ database: whole, store }, things, {
          now: await leftAt(store, ordinal),
          asOf: ordinal,
        });
        for (const [asked, answer] of then) expect([ordinal, asked, now.get(asked)]).toEqual([ordinal, asked, answer]);
      }
      await whole.close();
    },
    240_000,
  );

  it('is asked of every list that there is', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const declared = folders.flatMap(({ name }) =>
      readdirSync(join(__dirname, name))
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) => [
          ...readFileSync(join(__dirname, name, file), 'utf8').matchAll(
            /^export const \w+List\b.*=|^  name: '([\w-]+)',$/gm,
          ),
        ]),
    );
    const lists = declared.flatMap(([, name], index) => (declared[index - 1]?.[0].startsWith('export') ? [name] : []));
    const asked = [...WHOLE_LISTS, ...LISTS_OF_THINGS, timelineList].map(({ name }) => name);
    expect(asked.sort()).toEqual(lists.sort());
  });
});
