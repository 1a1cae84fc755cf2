import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { qualified, textRows } from '../src/projections/engine/database';
import { timesToVisible, untilTurn } from './append-to-visible';
import { type Figure, quantile, rounded } from './figures';
import { appendsOf, blocksOf } from './fill-log';
import { catchUp, type FilledBench, withFilledLog } from './filled-bench';
import { playBusiness } from './played-business';
import { deliver, doorOf, startService, webhookEvent } from './service';

const RATE = 500;
const SECONDS = 10;
const EVENTS_OF_A_WEBHOOK = 50;
const LOOK_EVERY_MS = 5;

/** How soon something shows at a steady rate, with all read models at work. */
export function live(): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(10_000), async (filled) => {
    await catchUp(filled);
    return [...(await appendToVisible(filled)), ...(await webhookToVisible(filled))];
  });
}

/** From the call of an append until all read models show it. */
async function appendToVisible(filled: FilledBench): Promise<readonly Figure[]> {
  // Of a year that the log has not reached.
  const appends = appendsOf(await playBusiness(100, 2)).slice(0, RATE * SECONDS);
  const { times, sent, begin } = await timesToVisible(filled, appends, RATE);
  return figuresOf('append to visible in all read models', sent, begin, times);
}

/**
 * From a webhook sent until the facts that it becomes show in the lists, with the service in a process of its own: kept at the door,
 * routed to the payments, folded into the read models.
 */
async function webhookToVisible({ bench, database }: FilledBench): Promise<readonly Figure[]> {
  const service = await startService(bench, 'http,workers');
  const door = await doorOf(service, bench);
  const payments = await textRows(
    bench.pool,
    `select gocardless_payment_id from ${qualified(database.schema, 'e_payments')}
     where connection_id = $1 order by id limit ${EVENTS_OF_A_WEBHOOK}`,
    [door.connectionId],
  );
  try {
    const send = async (turn: string) => {
      const events = payments.map(([payment], index) =>
        webhookEvent(`EV${turn}X${index}`, payment ?? '', 'surcharge_fee_debited'),
      );
      const called = performance.now();
      await deliver(door, JSON.stringify({ events, meta: { webhook_id: `WB${turn}` } }));
      await untilApplied(bench.pool, database.schema, `${door.connectionId}.${events.at(-1)?.id ?? ''}`);
      return performance.now() - called;
    };
    for (let turn = 0; turn < 20; turn += 1) await send(`W${turn}`);
    const begin = performance.now();
    const seen: Promise<number>[] = [];
    for (let sent = 0; sent < RATE * SECONDS; sent += payments.length) {
      await untilTurn(begin, sent, RATE);
      seen.push(send(`T${sent}`));
    }
    const times = await Promise.all(seen);
    return figuresOf(
      `webhook of ${payments.length} to visible in the lists`,
      seen.length * payments.length,
      begin,
      times,
    );
  } finally {
    door.agent.destroy();
    await service.stop();
  }
}

/** @param id `<connection>.<event>` */
async function untilApplied(pool: Pool, schema: string, id: string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const rows = await textRows(pool, `select status from ${qualified(schema, 'gocardless_events')} where id = $1`, [
      id,
    ]);
    if (rows[0]?.[0] === 'applied') return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`The event ${id} was not applied within a minute.`);
}

function figuresOf(what: string, sent: number, begin: number, times: readonly number[]): readonly Figure[] {
  const elapsed = (performance.now() - begin) / 1000;
  return [
    { what: `${what}, rate`, value: rounded(sent / elapsed), unit: 'events/s' },
    { what: `${what}, p50`, value: quantile(times, 0.5), unit: 'ms' },
    { what: `${what}, p99`, value: quantile(times, 0.99), unit: 'ms', goal: { most: 100 } },
  ];
}
