import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pool } from 'pg';
import { type EventStore } from '../src/application/ports/event-store';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { ALL_MIGRATIONS } from '../src/infrastructure/postgres/all-migrations';
import { startEmbeddedPostgres } from '../src/infrastructure/postgres/embedded-server';
import { migrate } from '../src/infrastructure/postgres/migrations';
import { createPool } from '../src/infrastructure/postgres/pool';
import { MasterKey } from '../src/infrastructure/security/master-key';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';

export interface Measured {
  readonly what: string;
  readonly callers: number;
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const DATA = JSON.stringify({
  amount: 12_500,
  currency: 'GBP',
  note: 'x'.repeat(120),
  paymentId: `pay_${'0'.repeat(32)}`,
});
const METADATA = JSON.stringify({
  actor: 'system',
  causationId: 'EV0123456789',
  effectiveAt: '2026-11-01T00:00:00.000Z',
  v: 1,
});

/** Acknowledged appends a second, one event each, beside plain inserts of the same row on the same server. */
export async function run(seconds = 5): Promise<readonly Measured[]> {
  const server = await startEmbeddedPostgres(join(tmpdir(), 'direct-debit-ledger-bench'));
  const schema = `bench_${randomBytes(4).toString('hex')}`;
  const pool = createPool({ url: process.env['TEST_DATABASE_URL'] ?? server.url, schema, max: 70 });
  try {
    await migrate(pool, schema, ALL_MIGRATIONS);
    await pool.query(
      'create table plain (position bigint generated always as identity primary key, id uuid, data text, metadata text)',
    );
    const journal = await PostgresJournal.open(pool);
    const store = createEventStore(journal, createCodec(new PostgresKeyVault(pool, new MasterKey(randomBytes(32)))));
    const measured: Measured[] = [];
    for (const callers of [1, 16, 64]) {
      measured.push(await measure('group append', callers, seconds, (caller, turn) => append(journal, caller, turn)));
      measured.push(
        await measure('group append with codec', callers, seconds, (caller, turn) => appendFact(store, caller, turn)),
      );
      measured.push(await measure('plain insert, no order', callers, seconds, () => insert(pool)));
    }
    await journal.close();
    return measured;
  } finally {
    await pool.query(`drop schema ${schema} cascade`);
    await pool.end();
    await server.stop();
  }
}

/** A stream gets ten events, then the caller goes on with a new one. */
async function append(journal: PostgresJournal, caller: string, turn: number): Promise<void> {
  const revision = turn % 10;
  const event = { id: randomUUID(), type: 'PaymentConfirmed', data: DATA, metadata: METADATA };
  await journal.append(`payment-${caller}.${turn - revision}`, revision === 0 ? 'no_stream' : revision - 1, [event]);
}

/** The same through the codec, with a sealed field. */
async function appendFact(store: EventStore, caller: string, turn: number): Promise<void> {
  const at = '2026-11-01T00:00:00.000Z';
  const customerId = `cus_${turn % 50}`;
  const data = { customerId, reason: 'moved away' };
  const metadata = {
    v: 1,
    causationId: caller,
    correlationId: caller,
    actor: 'system',
    customerId,
    effectiveAt: at,
    recordedAt: at,
  } as const;
  await store.append(`mandate-${caller}.${turn}`, 'no_stream', [
    { id: randomUUID(), type: 'MandateUnlinked', data, metadata },
  ]);
}

async function insert(pool: Pool): Promise<void> {
  await pool.query({
    name: 'plain',
    text: 'insert into plain (id, data, metadata) values ($1, $2, $3)',
    values: [randomUUID(), DATA, METADATA],
  });
}

async function measure(
  what: string,
  callers: number,
  seconds: number,
  once: (caller: string, turn: number) => Promise<void>,
): Promise<Measured> {
  const round = randomBytes(4).toString('hex');
  await Promise.all(Array.from({ length: callers }, (_, caller) => once(`${round}.warm.${caller}`, 0)));
  const began = performance.now();
  const until = began + seconds * 1000;
  const times: number[] = [];
  const loop = async (caller: string): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const start = performance.now();
      await once(caller, turn);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => loop(`${round}.${caller}`)));
  const elapsed = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  return {
    what,
    callers,
    eventsPerSecond: Math.round(times.length / elapsed),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
  };
}
