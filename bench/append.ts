import { randomBytes, randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type EventStore } from '../src/application/ports/event-store';
import { createCodec } from '../src/infrastructure/event-store/codec';
import { createEventStore } from '../src/infrastructure/event-store/event-store';
import { PostgresJournal } from '../src/infrastructure/event-store/postgres/postgres-journal';
import { MasterKey } from '../src/infrastructure/security/master-key';
import { PostgresKeyVault } from '../src/infrastructure/security/postgres-key-vault';
import { type Figure, loop, quantile } from './figures';
import { benchDatabase } from './server';

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
export async function append(seconds = 5): Promise<readonly Figure[]> {
  const bench = await benchDatabase(70);
  const { pool } = bench;
  try {
    await pool.query(
      'create table plain (position bigint generated always as identity primary key, id uuid, data text, metadata text)',
    );
    const journal = await PostgresJournal.open(pool);
    const store = createEventStore(journal, createCodec(new PostgresKeyVault(pool, new MasterKey(randomBytes(32)))));
    const figures: Figure[] = [];
    for (const callers of [1, 16, 64]) {
      const goal = callers === 64 ? { goal: { least: 15_000 } } : {};
      const bytes = await measure('appends of bytes', callers, seconds, (name, turn) =>
        appendBytes(journal, name, turn),
      );
      const facts = await measure('appends of facts', callers, seconds, (name, turn) => appendFact(store, name, turn));
      const plain = await measure('plain inserts, no order', callers, seconds, () => insert(pool));
      figures.push(...bytes, ...facts.map((figure) => (figure.unit === 'events/s' ? { ...figure, ...goal } : figure)));
      figures.push(...plain);
    }
    await journal.close();
    return figures;
  } finally {
    await bench.drop();
  }
}

/** A stream gets ten events, then the caller goes on with a new one. */
async function appendBytes(journal: PostgresJournal, caller: string, turn: number): Promise<void> {
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
): Promise<readonly Figure[]> {
  const round = randomBytes(4).toString('hex');
  await Promise.all(Array.from({ length: callers }, (_, caller) => once(`${round}.warm.${caller}`, 0)));
  const { perSecond, times } = await loop(callers, seconds, (caller, turn) => once(`${round}.${caller}`, turn));
  return [
    { what: `${what}, ${callers} callers`, value: perSecond, unit: 'events/s' },
    { what: `${what}, ${callers} callers, p99`, value: quantile(times, 0.99), unit: 'ms' },
  ];
}
