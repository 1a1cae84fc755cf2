import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { EventStoreDBJournal } from '../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { type Journal } from '../src/infrastructure/event-store/journal';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { inParallel } from '../src/domain/shared/in-parallel';
import { qualified, textRows } from '../src/postgres/sql';
import { FakeEventStoreDB } from '../test/support/fake-eventstoredb/fake-eventstoredb';
import { type Figure, rounded } from './figures';
import { appendAll, appendsOf, BENCH_MASTER_KEY } from './fill-log';
import { untilAtRest } from './live';
import { playReleased } from './played-business';
import { processorTime } from './processor-time';
import { type BenchDatabase, benchDatabase } from './server';
import { deliver, doorOf, startService, webhookEvent } from './service';

const PAYMENTS = 2_000;
const EVENTS_OF_A_WEBHOOK = 250;
const CALLERS = 8;
const RUNS = 3;
const ACTIONS = ['submitted', 'confirmed', 'paid_out'] as const;
const WITHIN_MS = 120_000;

/** Where the log stands that the way goes through. */
interface LogStore {
  readonly name: string;
  readonly open: (bench: BenchDatabase) => Promise<Journal & { close(): Promise<void> }>;
  /** What tells the service of it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly goal: number;
}

/**
 * The whole way, with the service in a process of its own: webhooks of 250 by 8 callers that say of 2,000 payments that they were submitted,
 * confirmed and paid out, until every receipt is booked, numbered, and seen in payments, receipts and trial balance. The median of three.
 */
export function wholeWay(): Promise<readonly Figure[]> {
  return throughStore(() => ({
    name: 'PostgreSQL',
    open: ({ pool }) => PostgresJournal.open(pool),
    environment: {},
    goal: 5_000,
  }));
}

/** The same on the server that `EVENTSTOREDB_URL` names; without one on the stand-in of the tests, which works in this process. */
export async function wholeWayOnEventStoreDB(): Promise<readonly Figure[]> {
  const given = process.env['EVENTSTOREDB_URL'];
  const fake = given === undefined ? await FakeEventStoreDB.start() : null;
  const url = given ?? fake?.url ?? '';
  try {
    return await throughStore(() => {
      const streamPrefix = `bench-${randomUUID()}-`;
      return {
        name: fake === null ? 'EventStoreDB' : 'a stand-in for EventStoreDB',
        open: () => EventStoreDBJournal.open({ url, streamPrefix }),
        environment: { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: url, STREAM_PREFIX: streamPrefix },
        goal: 1_500,
      };
    });
  } finally {
    fake?.kill();
  }
}

/** @param fresh names an empty log for each run */
async function throughStore(fresh: () => LogStore): Promise<readonly Figure[]> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(fresh()));
  const [, median] = runs.sort((a, b) => a.seconds - b.seconds);
  if (median === undefined) throw new Error('Nothing was measured.');
  const events = PAYMENTS * ACTIONS.length;
  const { name, goal } = fresh();
  const what = `GoCardless events in webhooks of ${EVENTS_OF_A_WEBHOOK} by ${CALLERS} callers, ${PAYMENTS} payments until booked and seen, ${name}`;
  const each = (seconds: number | null) => (seconds === null ? null : rounded((seconds / events) * 1_000_000));
  return [
    { what, value: rounded(events / median.seconds), unit: 'events/s', goal: { least: goal } },
    { what: `${what}: taken in at the door`, value: rounded(events / median.doorSeconds), unit: 'events/s' },
    { what: `${what}, processor time of the service`, value: each(median.node), unit: 'µs/event' },
    { what: `${what}, processor time of PostgreSQL`, value: each(median.postgres), unit: 'µs/event' },
  ];
}

interface Run {
  readonly seconds: number;
  readonly doorSeconds: number;
  readonly node: number;
  readonly postgres: number | null;
}

async function measure(store: LogStore): Promise<Run> {
  const bench = await benchDatabase();
  try {
    const { connectionId, gocardlessPaymentIds } = await fill(bench, store);
    const service = await startService(bench, 'http,workers', [], store.environment);
    const door = await doorOf(service, bench, connectionId);
    try {
      await untilAtRest(bench.pool);
      const before = await processorTime(bench.pool, service.pid);
      const begin = performance.now();
      await inParallel(CALLERS, webhooksOf(gocardlessPaymentIds), (body) => deliver(door, body));
      const doorSeconds = (performance.now() - begin) / 1000;
      await untilBooked(bench);
      const seconds = (performance.now() - begin) / 1000;
      const after = await processorTime(bench.pool, service.pid);
      const postgres = after.postgres === null || before.postgres === null ? null : after.postgres - before.postgres;
      return { seconds, doorSeconds, node: after.node - before.node, postgres };
    } finally {
      door.agent.destroy();
      await service.stop();
    }
  } finally {
    await bench.drop();
  }
}

async function fill(bench: BenchDatabase, store: LogStore) {
  const played = await playReleased(PAYMENTS);
  const journal = await store.open(bench);
  const codec = createCodec(new PostgresKeyVault(bench.pool, BENCH_MASTER_KEY));
  await appendAll(journal, codec, appendsOf(played.log));
  await journal.close();
  await bench.pool.query('vacuum analyze events');
  return played;
}

function webhooksOf(gocardlessPaymentIds: readonly string[]): readonly string[] {
  const events = ACTIONS.flatMap((action) =>
    gocardlessPaymentIds.map((id) => webhookEvent(`EV${action.toUpperCase()}${id}`, id, action)),
  );
  return Array.from({ length: events.length / EVENTS_OF_A_WEBHOOK }, (_, index) =>
    JSON.stringify({
      events: events.slice(index * EVENTS_OF_A_WEBHOOK, (index + 1) * EVENTS_OF_A_WEBHOOK),
      meta: { webhook_id: `WB${index}` },
    }),
  );
}

async function untilBooked({ pool, schema }: BenchDatabase): Promise<void> {
  const count = (table: string, condition = 'true') =>
    `(select count(*) from ${qualified(schema, table)} where ${condition})`;
  let seen: readonly (string | null)[] = [];
  for (const end = performance.now() + WITHIN_MS; performance.now() < end;) {
    [seen = []] = await textRows(
      pool,
      `select ${count('receipt_numbers')}, ${count('payments', "status = 'paid_out'")}, ${count('documents')}, ${count('ledger_transactions')}`,
      [],
    );
    if (seen.every((count) => Number(count) === PAYMENTS)) return;
    await pause(10);
  }
  throw new Error(`Numbered, paid out, documents and transactions are ${seen.join(', ')} after two minutes.`);
}
