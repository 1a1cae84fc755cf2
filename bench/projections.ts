import { performance } from 'node:perf_hooks';
import {
  createGeneration,
  createIndexes,
  createSchema,
  dropUnusedGenerations,
} from '../src/projections/engine/generations';
import { prepare } from '../src/projections/engine/prepare';
import { Progress } from '../src/projections/engine/progress';
import { type ReadModel } from '../src/projections/engine/read-model';
import { rebuild } from '../src/projections/engine/rebuild';
import { Runner } from '../src/projections/engine/runner';
import { type MemoryEventStore } from '../test/support/memory-event-store';
import { type SampleDatabase, sampleDatabase } from '../test/support/sample-database';
import { appendFacts, manyFacts, sampleLog, wholeLog } from '../test/support/sample-log';
import { SAMPLE_READ_MODELS } from '../test/support/sample-read-models';

export interface Measurement {
  readonly what: string;
  readonly unit: 'events/s' | 'ms';
  readonly value: number;
}

export interface ProjectionBench {
  readonly readModels?: readonly ReadModel[];
  /** A log that the read models understand. */
  readonly store?: MemoryEventStore;
  /** Appends `count` more events, for the latency of the live tail; `place` counts on from the log's length. */
  readonly append?: (store: MemoryEventStore, place: number, count: number) => Promise<void>;
}

const EVENTS = 100_000;
const CUSTOMERS = 25_000;
const LIVE_RATE = 500;
const LIVE_SECONDS = 5;

/** Catch-up, rebuild and live latency of read models over a log in memory, beside the same fold in pure SQL on the same server. */
export async function run(bench: ProjectionBench = {}): Promise<readonly Measurement[]> {
  const { readModels = SAMPLE_READ_MODELS, append = appendSample } = bench;
  const store = bench.store ?? (await sampleLog(manyFacts(EVENTS, CUSTOMERS)));
  const database = await sampleDatabase();
  try {
    const caughtUp: Measurement[] = [];
    for (const readModel of readModels) {
      caughtUp.push(await measureCatchUp(`catch-up, ${readModel.name} alone`, database, store, [readModel]));
    }
    return [
      ...caughtUp,
      await measurePureSql(database, store),
      await measureCatchUp(`catch-up, ${readModels.length} read models`, database, store, readModels),
      await measureRebuild(database, store, readModels),
      ...(await measureLive(database, store, readModels, append)),
    ];
  } finally {
    await database.close();
  }
}

async function appendSample(store: MemoryEventStore, place: number, count: number): Promise<void> {
  await appendFacts(store, manyFacts(place + count, CUSTOMERS, place), place);
}

async function measureCatchUp(
  what: string,
  database: SampleDatabase,
  store: MemoryEventStore,
  readModels: readonly ReadModel[],
): Promise<Measurement> {
  await prepare({ database, store, readModels: [] });
  await prepare({ database, store, readModels });
  const progress = new Progress(database);
  const runner = new Runner({ database, store, readModels, progress });
  const begin = performance.now();
  await runner.start();
  await reach(progress, readModels, store);
  const milliseconds = performance.now() - begin;
  await runner.stop();
  return rate(what, (await wholeLog(store)).length, milliseconds);
}

async function reach(progress: Progress, readModels: readonly ReadModel[], store: MemoryEventStore): Promise<void> {
  const names = readModels.map(({ name }) => name);
  await progress.waitUntil(names, await store.head(), 10 * 60_000);
}

async function measureRebuild(
  database: SampleDatabase,
  store: MemoryEventStore,
  readModels: readonly ReadModel[],
): Promise<Measurement> {
  const begin = performance.now();
  const { equal } = await rebuild({ database, store, readModels, outcome: 'served' });
  if (!equal) throw new Error('The rebuilt read models differ from those that were served.');
  const length = (await wholeLog(store)).length;
  return rate(
    `rebuild with comparison and switch, ${readModels.length} read models`,
    length,
    performance.now() - begin,
  );
}

/** Append called → visible in all read models, at a steady rate. */
async function measureLive(
  database: SampleDatabase,
  store: MemoryEventStore,
  readModels: readonly ReadModel[],
  append: NonNullable<ProjectionBench['append']>,
): Promise<readonly Measurement[]> {
  const progress = new Progress(database);
  const runner = new Runner({ database, store, readModels, progress });
  await runner.start();
  await reach(progress, readModels, store);
  const latencies = await liveLatencies(progress, readModels, store, append);
  await runner.stop();
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  const what = `append to visible at ${LIVE_RATE} events/s, ${readModels.length} read models`;
  return [
    { what: `${what}, p50`, unit: 'ms', value: round(at(0.5)) },
    { what: `${what}, p99`, unit: 'ms', value: round(at(0.99)) },
  ];
}

/** Sorted. One append in ten events is waited for, as a query with `after` would. */
async function liveLatencies(
  progress: Progress,
  readModels: readonly ReadModel[],
  store: MemoryEventStore,
  append: NonNullable<ProjectionBench['append']>,
): Promise<readonly number[]> {
  const names = readModels.map(({ name }) => name);
  const first = (await wholeLog(store)).length;
  const seen: Promise<number>[] = [];
  const begin = performance.now();
  for (let done = 0; done < LIVE_RATE * LIVE_SECONDS;) {
    const due = Math.floor(((performance.now() - begin) / 1000) * LIVE_RATE) - done;
    if (due > 0) {
      const called = performance.now();
      await append(store, first + done, due);
      done += due;
      if (seen.length * 10 < done) {
        const visible = progress.waitUntil(names, await store.head(), 60_000);
        seen.push(visible.then(() => performance.now() - called));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return (await Promise.all(seen)).sort((a, b) => a - b);
}

/** The server's own limit: the counter of the sample with its past versions, page by page, from a log that is a table already. */
async function measurePureSql({ pool, schema }: SampleDatabase, store: MemoryEventStore): Promise<Measurement> {
  const counts = SAMPLE_READ_MODELS.filter(({ name }) => name === 'stream-counts');
  await createSchema(pool, schema);
  await createGeneration(pool, schema, 99, counts, store.start(), 'building');
  await createIndexes(pool, schema, 99, counts);
  const events = await wholeLog(store);
  const place = `${schema}_g99`;
  await pool.query(
    `create table ${place}.log (position bigint primary key, stream text collate "C" not null, id text not null)`,
  );
  await pool.query(`insert into ${place}.log select * from unnest($1::bigint[], $2::text[], $3::text[])`, [
    events.map((_, index) => index + 1),
    events.map(({ stream }) => stream),
    events.map(({ id }) => id),
  ]);
  const begin = performance.now();
  for (let after = 0; after < events.length; after += 2000) await pool.query(pureSqlPage(place, after, after + 2000));
  const milliseconds = performance.now() - begin;
  await dropUnusedGenerations(pool, schema, [99]);
  return rate('pure SQL, stream-counts alone', events.length, milliseconds);
}

function pureSqlPage(place: string, after: number, to: number): string {
  return `with page as (
      select l.stream, l.position, l.id as event, coalesce(c.events, 0) + row_number() over w as events,
        coalesce(c.first_position, first_value(l.position) over w) as first_position,
        lead(l.position) over w as next, c.from_position as before_from, c.events as before_events,
        row_number() over w as place
      from ${place}.log l left join ${place}.stream_counts c on c.id = l.stream
      where l.position > ${after} and l.position <= ${to}
      window w as (partition by l.stream order by l.position)),
    past as (
      insert into ${place}.stream_counts_history (id, first_position, from_position, to_position, events)
      select stream, first_position, position, next, events from page where next is not null
      union all
      select stream, first_position, before_from, position, before_events from page where place = 1 and before_from is not null)
    insert into ${place}.stream_counts (id, first_position, from_position, events, seen)
    select stream, first_position, position, events, jsonb_build_array(event) from page where next is null order by stream
    on conflict (id) do update set from_position = excluded.from_position, events = excluded.events, seen = excluded.seen`;
}

function rate(what: string, events: number, milliseconds: number): Measurement {
  return { what, unit: 'events/s', value: Math.round((events / milliseconds) * 1000) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
