import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, ordinalOf, type Position } from '../src/application/ports/event-store';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { ALL_READ_MODELS } from '../src/projections/all-read-models';
import { qualified, type ReadModelDatabase, textRows } from '../src/projections/engine/database';
import { prepare } from '../src/projections/engine/prepare';
import { Progress } from '../src/projections/engine/progress';
import { rebuild } from '../src/projections/engine/rebuild';
import { Runner } from '../src/projections/engine/runner';
import { appendsOf, BENCH_MASTER_KEY, expectedOf, fillLog } from './fill-log';
import { playBusiness } from './played-business';
import { processorTime } from './processor-time';
import { benchDatabase } from './server';

export interface Measured {
  readonly what: string;
  readonly eventsPerSecond: number | null;
  /** Microseconds of processor time for each event; null where it can not be told. */
  readonly nodeMicros: number | null;
  readonly postgresMicros: number | null;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  /** Most memory that this process held until then. */
  readonly peakMegabytes: number | null;
}

const EVENTS = 100_000;
const LIVE_RATE = 500;
const LIVE_EVENTS = 2_500;
const PATIENCE_MS = 10 * 60_000;
const NAMES = ALL_READ_MODELS.map(({ name }) => name);
const NOTHING = { eventsPerSecond: null, nodeMicros: null, postgresMicros: null, p50Ms: null, p99Ms: null };

/**
 * All read models of the product over a log in PostgreSQL as the deciders write it: catch-up, rebuild, and how soon an append shows. Beside
 * them what the same server needs to add the same rows, with the same indexes, by plain SQL.
 */
export async function run(events = EVENTS): Promise<readonly Measured[]> {
  const bench = await benchDatabase();
  try {
    await fillLog(bench.url, bench.schema, events);
    const journal = await PostgresJournal.open(bench.pool);
    const keys = new PostgresKeyVault(bench.pool, BENCH_MASTER_KEY);
    const store = createEventStore(journal, createCodec(keys));
    const database = { pool: bench.pool, schema: `${bench.schema}_read` };
    const measured = [
      await measure(database, store, 'read the log', () => readLog(store)),
      await measure(database, store, 'catch-up of all read models', () => catchUp(database, store)),
      await measure(database, store, 'rebuild with comparison and switch', () => rebuildAll(database, store)),
      await measurePlainSql(database, store),
      await measureLive(database, store),
    ];
    await journal.close();
    return measured;
  } finally {
    await bench.drop();
  }
}

async function measure(
  { pool }: ReadModelDatabase,
  store: EventStore,
  what: string,
  work: () => Promise<void>,
): Promise<Measured> {
  const events = Number(ordinalOf(await store.head()));
  const before = await processorTime(pool);
  const begin = performance.now();
  await work();
  const seconds = (performance.now() - begin) / 1000;
  const after = await processorTime(pool);
  const micros = (used: number) => Math.round((used / events) * 1e7) / 10;
  const postgres = after.postgres === null || before.postgres === null ? null : after.postgres - before.postgres;
  return {
    ...NOTHING,
    what,
    eventsPerSecond: Math.round(events / seconds),
    nodeMicros: micros(after.node - before.node),
    postgresMicros: postgres === null ? null : micros(postgres),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function readLog(store: EventStore): Promise<void> {
  for (let after: Position | null = store.start(); after !== null;) {
    const { scannedTo }: { scannedTo: Position } = await store.readAll(after, { limit: 2000 });
    after = scannedTo === after ? null : scannedTo;
  }
}

async function catchUp(database: ReadModelDatabase, store: EventStore): Promise<void> {
  await prepare({ database, store, readModels: ALL_READ_MODELS });
  const { progress, runner } = workers(database, store);
  await runner.start();
  await progress.waitUntil(NAMES, await store.head(), PATIENCE_MS);
  await runner.stop();
}

function workers(database: ReadModelDatabase, store: EventStore) {
  const progress = new Progress(database);
  return { progress, runner: new Runner({ database, store, readModels: ALL_READ_MODELS, progress }) };
}

async function rebuildAll(database: ReadModelDatabase, store: EventStore): Promise<void> {
  const { equal } = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
  if (!equal) throw new Error('The rebuilt read models differ from those that were served.');
}

/** Adds what all tables hold now to empty tables with the same indexes. Nothing is read from a log, folded or changed. */
async function measurePlainSql(database: ReadModelDatabase, store: EventStore): Promise<Measured> {
  const { pool, schema } = database;
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
  const measured = await measure(database, store, 'plain SQL: the rows it ends with, same indexes', async () => {
    for (const { from, to } of copies)
      await pool.query(`insert into ${to} select * from ${from} order by from_position`);
  });
  return measured;
}

/** Append called → visible in all read models, at a steady rate. */
async function measureLive(database: ReadModelDatabase, store: EventStore): Promise<Measured> {
  const { progress, runner } = workers(database, store);
  // Of a year that the log has not reached.
  const appends = appendsOf(await playBusiness(100, 1)).slice(0, LIVE_EVENTS);
  await runner.start();
  await progress.waitUntil(NAMES, await store.head(), PATIENCE_MS);
  const seen: Promise<number>[] = [];
  const begin = performance.now();
  let sent = 0;
  const streams = new Map<string, Promise<Position>>();
  for (const append of appends) {
    while ((performance.now() - begin) * LIVE_RATE < sent * 1000) await pause(1);
    sent += append.events.length;
    const called = performance.now();
    // Nobody waits for the appends to other streams.
    const appended = (streams.get(append.stream) ?? Promise.resolve()).then(async () => {
      const { position } = await store.append(append.stream, expectedOf(append), append.events);
      return position;
    });
    streams.set(append.stream, appended);
    seen.push(
      appended
        .then((position) => progress.waitUntil(NAMES, position, PATIENCE_MS))
        .then(() => performance.now() - called),
    );
  }
  const times = (await Promise.all(seen)).sort((a, b) => a - b);
  const elapsed = (performance.now() - begin) / 1000;
  await runner.stop();
  const quantile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10;
  return {
    ...NOTHING,
    what: `append to visible in all read models at ${LIVE_RATE} events/s`,
    eventsPerSecond: Math.round(sent / elapsed),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    peakMegabytes: null,
  };
}
