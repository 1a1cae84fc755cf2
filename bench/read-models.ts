import { type Position } from '../src/application/ports/event-store';
import { ALL_READ_MODELS } from '../src/read-models/all-read-models';
import { qualified, textRows } from '../src/postgres/sql';
import { type ReadModelDatabase } from '../src/read-models/engine/database';
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
export function catchUpOfAll(payments = 5_500): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(payments), async (filled) => [
    ...figuresOf('reading the log', await measured(filled, () => readLog(filled))),
    ...figuresOf('catch-up of all read models', await measured(filled, () => catchUp(filled)), {
      goal: { least: 1_700 },
    }),
    ...(await bytesOfAPayment(filled)),
    ...figuresOf('plain SQL: the rows it ends with, same indexes', await plainSql(filled)),
  ]);
}

async function readLog({ store }: FilledBench): Promise<void> {
  for (let after: Position | null = store.start(); after !== null;) {
    const { scannedTo }: { scannedTo: Position } = await store.readAll(after, { limit: 2000 });
    after = scannedTo === after ? null : scannedTo;
  }
}

/** What a payment's life takes of the disk, in the log and in the tables of all read models, with their indexes. */
async function bytesOfAPayment({ filled: { payments }, database }: FilledBench): Promise<readonly Figure[]> {
  const { pool, schema } = database;
  const tables = await tablesOf(database);
  // Of what was overwritten nothing is to be left.
  for (const table of tables) await pool.query(`vacuum full ${table}`);
  const bytes = async (names: readonly string[]) => {
    const sql = 'select sum(pg_total_relation_size(name::regclass)) from unnest($1::text[]) name';
    return Number((await textRows(pool, sql, [names]))[0]?.[0]);
  };
  const log = await bytes([qualified(schema, 'events')]);
  const rows = await bytes(tables);
  return [
    { what: "a payment's life in the log", value: rounded(log / payments), unit: 'bytes/payment' },
    { what: "a payment's life in the tables", value: rounded(rows / payments), unit: 'bytes/payment' },
  ];
}

/** Adds what all tables hold now to empty tables with the same indexes. Nothing is read from a log, folded or changed. */
async function plainSql(filled: FilledBench): Promise<Work> {
  const { pool, schema } = filled.database;
  const tables = await tablesOf(filled.database);
  const copies = tables.map((from, number) => ({ from, to: qualified(schema, `plain_${number}`) }));
  for (const { from, to } of copies) await pool.query(`create table ${to} (like ${from} including all)`);
  return measured(filled, async () => {
    for (const { from, to } of copies)
      await pool.query(`insert into ${to} select * from ${from} order by from_position`);
  });
}

/** The tables of all generations, as SQL. */
async function tablesOf({ pool, schema }: ReadModelDatabase): Promise<readonly string[]> {
  const rows = await textRows(
    pool,
    `select schemaname, tablename from pg_tables where starts_with(schemaname, $1) order by 1, 2`,
    [`${schema}_g`],
  );
  return rows.map(([place, name]) => qualified(place ?? '', name ?? ''));
}

/** The whole log again beside what is served, compared row by row, and switched to. */
export function rebuildOfAll(payments = 55_000): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(payments), async (filled) => {
    const { database, store } = filled;
    const caughtUp = await measured(filled, () => catchUp(filled));
    const rebuilt = await measured(filled, async () => {
      const { equal } = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
      if (!equal) throw new Error('The rebuilt read models differ from those that were served.');
    });
    const what = `rebuild of ${rebuilt.payments} payments with comparison and switch`;
    return [
      ...figuresOf(`catch-up of ${caughtUp.payments} payments`, caughtUp),
      ...figuresOf(what, rebuilt),
      {
        what: `${what}, time`,
        value: rebuilt.seconds,
        unit: 's',
        ...(payments === 55_000 ? { goal: { most: 40 } } : {}),
      },
      { what: 'most memory of the process', value: peakMegabytes(), unit: 'MB', goal: { most: 300 } },
    ];
  });
}

/** Payments. */
const SIZES = [550, 5_500, 27_500, 55_000, 110_000];
/** Measured at each size. Ten organisations. */
const SLICE = 1_500;

/** Appends and catch-up of the same piece of business on logs of growing length. */
export function growth(sizes: readonly number[] = SIZES): Promise<readonly Figure[]> {
  const [first = 0, ...others] = sizes;
  return withFilledLog(blocksOf(first), async (filled) => {
    const figures: Figure[] = [];
    const works: { readonly appends: number; readonly catchUp: Work }[] = [];
    let [length, block] = [first, 1];
    for (const size of [first, ...others]) {
      const missing = blocksOf(Math.max(0, size - length), block);
      if (size > length) length += (await fillLog(filled.bench, missing)).payments;
      block += missing.length;
      await catchUp(filled);
      await settle(filled);
      const slice = blocksOf(SLICE, block);
      const { payments, events, seconds } = await fillLog(filled.bench, slice);
      block += slice.length;
      const work = await measured(filled, () => catchUp(filled), { payments, events });
      works.push({ appends: events / seconds, catchUp: work });
      figures.push({ what: `appends behind ${length} payments`, value: rounded(events / seconds), unit: 'events/s' });
      figures.push(...figuresOf(`catch-up behind ${length} payments`, work));
      length += payments;
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
  return { what, value: rounded(below), unit: '%', goal: { most: 20 } };
}
