import { randomUUID } from 'node:crypto';
import { type AllStreamSubscription, EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { type EventStore, type Position } from '../src/application/ports/event-store';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { EventStoreDBJournal } from '../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { type EncodedEvent, type Journal } from '../src/infrastructure/event-store/journal';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { ALL_READ_MODELS } from '../src/read-models/all-read-models';
import { type ReadModelDatabase } from '../src/read-models/engine/database';
import { prepare } from '../src/read-models/engine/prepare';
import { timesToVisible } from './append-to-visible';
import { type Figure, quantile, rounded } from './figures';
import { appendAll, appendsOf, BENCH_MASTER_KEY } from './fill-log';
import { NAMES, TIMEOUT_MS, workers } from './filled-bench';
import { playBusiness } from './played-business';
import { type BenchDatabase, benchDatabase } from './server';

interface Measured {
  readonly what: string;
  readonly unit: 'appends/s' | 'events/s' | 'ms';
  readonly eventStoreDB: number;
  /** What the client alone does on the same server in the same run; null where it has nothing to be compared with. */
  readonly bareClient: number | null;
  readonly postgres: number;
}

const DATA = JSON.stringify({
  amount: 12_500,
  currency: 'GBP',
  paymentId: `pay_${'0'.repeat(32)}`,
  note: 'x'.repeat(80),
});
const METADATA = JSON.stringify({ actor: 'system', causationId: 'EV0123456789', v: 1 });
const ROUNDS = 3;
const PAGE = 2_000;
const LIVE_RATE = 200;
const LIVE_EVENTS = 2_000;
const CREDENTIALS = { username: 'nobody', password: 'none' };

/** The same work on both stores, and by the bare client. Writes to the server at `url`, and to a database of its own. */
export async function eventStoreDB(url: string, seconds = 5, events = 20_000): Promise<readonly Figure[]> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    return [
      ...(await withDatabase((bench) => measureAppends(url, bench, client, seconds))),
      ...(await withDatabase((bench) => measureReadModels(url, bench, client, events))),
    ].flatMap(figuresOf);
  } finally {
    await client.dispose();
  }
}

/** Both stores side by side, and how much is left of what the bare client does. */
function figuresOf({ what, unit, eventStoreDB: ours, bareClient, postgres }: Measured): readonly Figure[] {
  const figures: Figure[] = [
    { what: `${what}, PostgreSQL`, value: rounded(postgres), unit },
    { what: `${what}, EventStoreDB`, value: rounded(ours), unit },
  ];
  if (bareClient === null) return figures;
  const goal = { least: unit === 'appends/s' ? 80 : 50 };
  return [
    ...figures,
    { what: `${what}, bare client`, value: rounded(bareClient), unit },
    { what: `${what}, EventStoreDB of bare client`, value: rounded((ours / bareClient) * 100), unit: '%', goal },
  ];
}

async function withDatabase<T>(work: (bench: BenchDatabase) => Promise<T>): Promise<T> {
  const bench = await benchDatabase();
  try {
    return await work(bench);
  } finally {
    await bench.drop();
  }
}

async function measureAppends(
  url: string,
  { pool }: BenchDatabase,
  client: EventStoreDBClient,
  seconds: number,
): Promise<readonly Measured[]> {
  const streamPrefix = `bench-${randomUUID()}.`;
  const [eventstoredb, postgres] = [
    await EventStoreDBJournal.open({ url, streamPrefix }),
    await PostgresJournal.open(pool),
  ];
  const measured: Measured[] = [];
  for (const callers of [1, 16, 64]) {
    const best = { eventStoreDB: 0, bareClient: 0, postgres: 0 };
    const each = { callers, seconds: seconds / ROUNDS };
    // In turns, and the best of each: what else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours = await appends(each, (stream) => append(eventstoredb, stream));
      const bare = await appends(each, (stream) => appendBare(client, streamPrefix + stream));
      const inPostgres = await appends(each, (stream) => append(postgres, stream));
      best.eventStoreDB = Math.max(best.eventStoreDB, ours);
      best.bareClient = Math.max(best.bareClient, bare);
      best.postgres = Math.max(best.postgres, inPostgres);
    }
    measured.push({ what: `appends by ${callers} callers`, unit: 'appends/s', ...best });
  }
  await eventstoredb.close();
  await postgres.close();
  return measured;
}

function newEvent(): EncodedEvent {
  return { id: randomUUID(), type: 'PaymentConfirmed', data: DATA, metadata: METADATA };
}

async function append(journal: Journal, stream: string): Promise<void> {
  await journal.append(stream, 'no_stream', [newEvent()]);
}

async function appendBare(client: EventStoreDBClient, streamId: string): Promise<void> {
  const { id, type, data, metadata } = newEvent();
  const event = {
    id,
    contentType: 'application/octet-stream' as const,
    type,
    data: Buffer.from(data),
    metadata: Buffer.from(metadata),
  };
  await client.appendToStream(streamId, event, { expectedRevision: 'no_stream', credentials: CREDENTIALS });
}

async function appends(
  { callers, seconds }: { readonly callers: number; readonly seconds: number },
  appendTo: (stream: string) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let count = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      await appendTo(`payment-${randomUUID()}`);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, loop));
  return perSecond(count, began);
}

/** The log of some organisations in both stores: reading it, all read models over it, and how soon an append shows in them. */
async function measureReadModels(
  url: string,
  bench: BenchDatabase,
  client: EventStoreDBClient,
  events: number,
): Promise<readonly Measured[]> {
  const streamPrefix = `bench-${randomUUID()}.`;
  const journals = {
    eventStoreDB: await EventStoreDBJournal.open({ url, streamPrefix }),
    postgres: await PostgresJournal.open(bench.pool),
  };
  const codec = createCodec(new PostgresKeyVault(bench.pool, BENCH_MASTER_KEY));
  const played = appendsOf((await playBusiness(0, Math.ceil(events / 2_725))).slice(0, events));
  for (const journal of [journals.eventStoreDB, journals.postgres]) await appendAll(journal, codec, played);
  const count = played.reduce((sum, { events: ofAppend }) => sum + ofAppend.length, 0);
  const side = (name: 'eventStoreDB' | 'postgres'): Side => ({
    store: createEventStore(journals[name], codec),
    database: { pool: bench.pool, schema: `${bench.schema}_${name.toLowerCase()}` },
  });
  const [eventStoreDB, postgres] = [side('eventStoreDB'), side('postgres')];
  const bareClient = await readBare(client, streamPrefix, count);
  const measured: Measured[] = [
    {
      what: 'read the log',
      unit: 'events/s',
      eventStoreDB: await readLog(journals.eventStoreDB),
      bareClient,
      postgres: await readLog(journals.postgres),
    },
    {
      what: 'catch-up of all read models',
      unit: 'events/s',
      eventStoreDB: await catchUp(eventStoreDB, count),
      bareClient,
      postgres: await catchUp(postgres, count),
    },
  ];
  // Of a year that the log has not reached.
  const later = appendsOf((await playBusiness(100, 1)).slice(0, LIVE_EVENTS));
  const { times: live } = await timesToVisible(eventStoreDB, later, LIVE_RATE);
  const { times: liveInPostgres } = await timesToVisible(postgres, later, LIVE_RATE);
  for (const [share, name] of [
    [0.5, 'p50'],
    [0.99, 'p99'],
  ] as const) {
    measured.push({
      what: `append to visible in all read models at ${LIVE_RATE} events/s, ${name}`,
      unit: 'ms',
      eventStoreDB: quantile(live, share),
      bareClient: null,
      postgres: quantile(liveInPostgres, share),
    });
  }
  await Promise.all([journals.eventStoreDB.close(), journals.postgres.close()]);
  return measured;
}

interface Side {
  readonly store: EventStore;
  readonly database: ReadModelDatabase;
}

async function readLog(journal: Journal): Promise<number> {
  const began = performance.now();
  let count = 0;
  for (let after: Position | null = journal.start(); after !== null;) {
    const page: Awaited<ReturnType<Journal['readAll']>> = await journal.readAll(after, { limit: PAGE });
    count += page.events.length;
    after = page.scannedTo === after ? null : page.scannedTo;
  }
  return perSecond(count, began);
}

async function readBare(client: EventStoreDBClient, prefix: string, events: number): Promise<number> {
  const filter = streamNameFilter({ prefixes: [prefix], maxSearchWindow: 1_000 });
  const began = performance.now();
  let count = 0;
  const subscription: AllStreamSubscription = client.subscribeToAll({ filter });
  for await (const { event } of subscription) {
    if (event !== undefined) count += 1;
    if (count === events) break;
  }
  await subscription.unsubscribe();
  return perSecond(count, began);
}

async function catchUp({ store, database }: Side, events: number): Promise<number> {
  await prepare({ database, store, readModels: ALL_READ_MODELS });
  const { progress, runner } = workers({ store, database });
  const began = performance.now();
  await runner.start();
  await progress.waitUntil(NAMES, await store.head(), TIMEOUT_MS);
  const speed = perSecond(events, began);
  await runner.stop();
  return speed;
}

function perSecond(count: number, began: number): number {
  return Math.round((count / (performance.now() - began)) * 1000);
}
