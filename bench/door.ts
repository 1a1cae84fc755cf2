import { type Pool } from 'pg';
import { type Figure, loop, quantile, rounded } from './figures';
import { blocksOf } from './fill-log';
import { withFilledLog } from './filled-bench';
import { processorTime, type ProcessorTime } from './processor-time';
import { deliver, doorOf, startService, webhookEvent } from './service';

const EVENTS_OF_A_REQUEST = 50;
/** A webhook; `@` stands where its own mark goes. */
const TEMPLATE = JSON.stringify({
  events: Array.from({ length: EVENTS_OF_A_REQUEST }, (_, index) =>
    webhookEvent(`EV@X${index}`, `PM@X${index}`, 'confirmed'),
  ),
  meta: { webhook_id: 'WB@' },
}).split('@');

/**
 * The door in a process of its own: signed webhooks of 50 events each, different ones in every request, each answered after it was stored.
 * Beside it the inserts of as many rows of the same size by plain SQL, which check nothing and keep no order.
 */
export function door(seconds = 10): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(1), async ({ bench }) => {
    const service = await startService(bench, 'http');
    const place = await doorOf(service, bench);
    const send = (mark: string) => deliver(place, TEMPLATE.join(mark));
    try {
      await loop(16, 2, (caller, turn) => send(`W${caller}T${turn}`));
      const figures: Figure[] = [];
      let answered = 0;
      for (const callers of [1, 16, 64]) {
        const ask = (caller: number, turn: number) => send(`R${callers}C${caller}T${turn}`);
        const before = await processorTime(bench.pool, service.pid);
        const { perSecond, times } = await loop(callers, seconds, ask);
        const after = await processorTime(bench.pool, service.pid);
        answered += times.length;
        figures.push(...figuresOf(callers, perSecond, times), ...costs(callers, times.length, before, after));
      }
      await requireStored(bench.pool, answered);
      await service.stop();
      return [...figures, ...(await plainInserts(bench.pool, seconds))];
    } finally {
      place.agent.destroy();
      await service.stop();
    }
  });
}

function figuresOf(callers: number, perSecond: number, times: readonly number[]): readonly Figure[] {
  const what = `webhooks of ${EVENTS_OF_A_REQUEST} events, stored, ${callers} callers`;
  const asked = callers === 16;
  return [
    { what, value: perSecond, unit: 'requests/s', ...(asked ? { goal: { least: 1500 } } : {}) },
    { what: `${what}, p50`, value: quantile(times, 0.5), unit: 'ms' },
    { what: `${what}, p99`, value: quantile(times, 0.99), unit: 'ms', ...(asked ? { goal: { most: 50 } } : {}) },
  ];
}

function costs(callers: number, requests: number, before: ProcessorTime, after: ProcessorTime): readonly Figure[] {
  const what = `webhooks of ${EVENTS_OF_A_REQUEST} events, stored, ${callers} callers, processor time`;
  const each = (used: number) => rounded((used / requests) * 1000);
  const postgres = after.postgres === null || before.postgres === null ? null : each(after.postgres - before.postgres);
  return [
    { what: `${what} of the service`, value: each(after.node - before.node), unit: 'ms' },
    { what: `${what} of PostgreSQL`, value: postgres, unit: 'ms' },
  ];
}

async function requireStored(pool: Pool, answered: number): Promise<void> {
  const { rows } = await pool.query<{ count: string }>(`select count(*) from events where type = 'DeliveryReceived'`);
  if (Number(rows[0]?.count) < answered) throw new Error('Webhooks that were answered for are not in the log.');
}

/** The rows of one delivery, again and again. */
async function plainInserts(pool: Pool, seconds: number): Promise<readonly Figure[]> {
  await pool.query(`create table plain (position bigint generated always as identity primary key, stream text,
    revision integer, id uuid, type text, data text, metadata text, unique (stream, revision))`);
  const { rows } = await pool.query<Readonly<Record<string, unknown>>>(
    `select revision, id, type, data, metadata from events
     where stream = (select stream from events where type = 'DeliveryReceived' order by position desc limit 1) order by revision`,
  );
  const columns = ['revision', 'id', 'type', 'data', 'metadata'].map((name) => rows.map((row) => row[name]));
  const { perSecond, times } = await loop(16, seconds, async (caller, turn) => {
    await pool.query({
      name: 'plain',
      text: `insert into plain (stream, revision, id, type, data, metadata)
        select $1, * from unnest($2::integer[], $3::uuid[], $4::text[], $5::text[], $6::text[])`,
      values: [`delivery-${caller}-${turn}`, ...columns],
    });
  });
  const what = 'plain inserts of the same rows, no order, 16 callers';
  return [
    { what, value: rounded(perSecond), unit: 'requests/s' },
    { what: `${what}, p99`, value: quantile(times, 0.99), unit: 'ms' },
  ];
}
