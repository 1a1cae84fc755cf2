import { type EventStore } from '../src/application/ports/event-store';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { ALL_READ_MODELS } from '../src/read-models/all-read-models';
import { type ReadModelDatabase } from '../src/read-models/engine/database';
import { prepare } from '../src/read-models/engine/prepare';
import { Progress } from '../src/read-models/engine/progress';
import { Runner } from '../src/read-models/engine/runner';
import { type Figure, rounded } from './figures';
import { BENCH_MASTER_KEY, type Block, fillLog } from './fill-log';
import { processorTime } from './processor-time';
import { type BenchDatabase, benchDatabase } from './server';

export const TIMEOUT_MS = 30 * 60_000;
export const NAMES = ALL_READ_MODELS.map(({ name }) => name);

/** A log as the deciders write it, and empty read models over it. */
export interface FilledBench {
  /** What the log holds. */
  readonly filled: Amount;
  readonly bench: BenchDatabase;
  readonly store: EventStore;
  readonly database: ReadModelDatabase;
}

export async function withFilledLog<T>(
  blocks: readonly Block[],
  work: (filled: FilledBench) => Promise<T>,
): Promise<T> {
  const bench = await benchDatabase();
  try {
    const filled = await fillLog(bench, blocks);
    const journal = await PostgresJournal.open(bench.pool);
    const store = createEventStore(journal, createCodec(new PostgresKeyVault(bench.pool, BENCH_MASTER_KEY)));
    const database = { pool: bench.pool, schema: bench.schema };
    await prepare({ database, store, readModels: ALL_READ_MODELS });
    return await work({ filled, bench, store, database }).finally(() => journal.close());
  } finally {
    await bench.drop();
  }
}

export function workers({ database, store }: Pick<FilledBench, 'database' | 'store'>) {
  const progress = new Progress(database);
  return { progress, runner: new Runner({ database, store, readModels: ALL_READ_MODELS, progress }) };
}

export async function catchUp(filled: FilledBench): Promise<void> {
  const { progress, runner } = workers(filled);
  await runner.start();
  await progress.waitUntil(NAMES, await filled.store.head(), TIMEOUT_MS);
  await runner.stop();
}

/** A piece of business. Payments tell how much it is: how many events they become is for us to say, and is printed beside. */
export interface Amount {
  readonly payments: number;
  readonly events: number;
}

export interface Work extends Amount {
  readonly seconds: number;
  /** Payments, whole lives of them. */
  readonly perSecond: number;
  /** Microseconds of processor time for each payment; null where it can not be told. */
  readonly nodeMicros: number;
  readonly postgresMicros: number | null;
}

/** What it costs to do something with so much business, all of the log when it is not said. */
export async function measured(
  { database, filled }: FilledBench,
  work: () => Promise<void>,
  { payments, events }: Amount = filled,
): Promise<Work> {
  const before = await processorTime(database.pool);
  const begin = performance.now();
  await work();
  const seconds = (performance.now() - begin) / 1000;
  const after = await processorTime(database.pool);
  const micros = (used: number) => rounded((used / payments) * 1e6);
  return {
    payments,
    events,
    seconds: rounded(seconds),
    perSecond: rounded(payments / seconds),
    nodeMicros: micros(after.node - before.node),
    postgresMicros:
      after.postgres === null || before.postgres === null ? null : micros(after.postgres - before.postgres),
  };
}

export function figuresOf(what: string, work: Work, goal: Pick<Figure, 'goal'> = {}): readonly Figure[] {
  return [
    { what, value: work.perSecond, unit: 'payments/s', ...goal },
    { what: `${what}, in events`, value: rounded(work.events / work.seconds), unit: 'events/s' },
    { what: `${what}, processor time of Node.js`, value: work.nodeMicros, unit: 'µs/payment' },
    { what: `${what}, processor time of PostgreSQL`, value: work.postgresMicros, unit: 'µs/payment' },
  ];
}

/** The most memory that this process held so far. */
export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
