import { type Position } from '../src/application/ports/event-store';
import { ALL_READ_MODELS } from '../src/read-models/all-read-models';
import { qualified, textRows } from '../src/postgres/sql';
import { rebuild } from '../src/read-models/engine/rebuild';
import { type Figure, rounded } from './figures';
import { blocksOf, fillLog } from './fill-log';
import {
  catchUp,
  type FilledBench,
  figuresOf,
  measured,
  peakMegabytes,
  type Work,
  withFilledLog,
} from './filled-bench';

/**
 * All read models of the product from the beginning of a log on. Beside them what the same server needs to add the same rows, with the
 * same indexes, by plain SQL.
 */
export function catchUpOfAll(events = 100_000): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(events), async (filled) => [
    ...figuresOf('reading the log', await measured(filled, () => readLog(filled))),
    ...figuresOf('catch-up of all read models', await measured(filled, () => catchUp(filled)), {
      goal: { least: 20_000 },
    }),
    ...figuresOf('plain SQL: the rows it ends with, same indexes', await plainSql(filled)),
  ]);
}

async function readLog({ store }: FilledBench): Promise<void> {
  for (let after: Position | null = store.start(); after !== null;) {
    const { scannedTo }: { scannedTo: Position } = await store.readAll(after, { limit: 2000 });
    after = scannedTo === after ? null : scannedTo;
  }
}

/** Adds what all tables hold now to empty tables with the same indexes. Nothing is read from a log, folded or changed. */
async function plainSql(filled: FilledBench): Promise<Work> {
  const { pool, schema } = filled.database;
  const tables = await textRows(
    pool,
    `select schemaname, tablename from pg_tables where starts_with(schemaname, $1) order by 1, 2`,
    [`${schema}_g`],
  );
  const copies = tables.map(([place, name]) => ({
    from: qualified(place ?? '', name ?? ''),
    to: qualified(schema, `plain_${name ?? ''}`),
  }));
  for (const { from, to } of copies) await pool.query(`create table ${to} (like ${from} including all)`);
  return measured(filled, async () => {
    for (const { from, to } of copies)
      await pool.query(`insert into ${to} select * from ${from} order by from_position`);
  });
}

/** The whole log again beside what is served, compared row by row, and switched to. */
export function rebuildOfAll(events = 1_000_000): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(events), async (filled) => {
    const { database, store } = filled;
    const caughtUp = await measured(filled, () => catchUp(filled));
    const rebuilt = await measured(filled, async () => {
      const { equal } = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
      if (!equal) throw new Error('The rebuilt read models differ from those that were served.');
    });
    const what = `rebuild of ${rebuilt.events} events with comparison and switch`;
    return [
      ...figuresOf(`catch-up of ${caughtUp.events} events`, caughtUp),
      ...figuresOf(what, rebuilt),
      {
        what: `${what}, time`,
        value: rebuilt.seconds,
        unit: 's',
        ...(events === 1_000_000 ? { goal: { most: 90 } } : {}),
      },
      { what: 'most memory of the process', value: peakMegabytes(), unit: 'MB', goal: { most: 400 } },
    ];
  });
}

const SIZES = [10_000, 100_000, 500_000, 1_000_000, 2_000_000];
/** Measured at each size. Ten organisations. */
const SLICE = 27_250;

/** Appends and catch-up of the same piece of business on logs of growing length. */
export function growth(sizes: readonly number[] = SIZES): Promise<readonly Figure[]> {
  const [first = 0, ...others] = sizes;
  return withFilledLog(blocksOf(first), async (filled) => {
    const figures: Figure[] = [];
    const works: { readonly appends: number; readonly catchUp: Work }[] = [];
    let [length, block] = [first, 1];
    for (const size of [first, ...others]) {
      const missing = blocksOf(Math.max(0, size - length), block);
      if (size > length) length += (await fillLog(filled.bench, missing)).events;
      block += missing.length;
      await catchUp(filled);
      await settle(filled);
      const slice = blocksOf(SLICE, block);
      const { events, seconds } = await fillLog(filled.bench, slice);
      block += slice.length;
      const work = await measured(filled, () => catchUp(filled), events);
      works.push({ appends: events / seconds, catchUp: work });
      figures.push({ what: `appends behind ${length} events`, value: rounded(events / seconds), unit: 'events/s' });
      figures.push(...figuresOf(`catch-up behind ${length} events`, work));
      length += events;
    }
    return [
      ...figures,
      spread(
        'appends: slowest below fastest',
        works.map(({ appends }) => appends),
      ),
      spread(
        'catch-up: slowest below fastest',
        works.map(({ catchUp: { perSecond } }) => perSecond),
      ),
      spread(
        'catch-up: cheapest below dearest in processor time',
        works.map(({ catchUp: work }) => costOf(work)),
      ),
    ];
  });
}

/** What the server would still do about the rows so far is not counted for the slice. */
async function settle({ bench: { pool } }: FilledBench): Promise<void> {
  await pool.query('vacuum analyze');
}

function costOf({ nodeMicros, postgresMicros }: Work): number {
  return nodeMicros + (postgresMicros ?? 0);
}

function spread(what: string, values: readonly number[]): Figure {
  const below = (1 - Math.min(...values) / Math.max(...values)) * 100;
  return { what, value: rounded(below), unit: '%', goal: { most: 25 } };
}
