import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Pool } from 'pg';
import { checkpointsOfProcesses } from '../src/infrastructure/processes/postgres-process-checkpoints';
import { qualified, textRows } from '../src/postgres/sql';
import { timesToVisible, untilTurn } from './append-to-visible';
import { type Figure, quantile, rounded } from './figures';
import { appendsOf, blocksOf } from './fill-log';
import { catchUp, type FilledBench, TIMEOUT_MS, withFilledLog } from './filled-bench';
import { playBusiness } from './played-business';
import { type BenchDatabase } from './server';
import { type BenchService, deliver, type Door, doorOf, startService, webhookEvent } from './service';

const RATE = 500;
const SECONDS = 10;
const EVENTS_OF_A_WEBHOOK = 50;
const LOOK_EVERY_MS = 5;
const REST_MS = 2_000;
/** Enough for each webhook to be about other payments. */
const PAYMENTS_BEFORE = 8_250;

/** How soon something shows at a steady rate, with all read models at work. */
export function live(): Promise<readonly Figure[]> {
  return withFilledLog(blocksOf(PAYMENTS_BEFORE), async (filled) => {
    await catchUp(filled);
    return [...(await appendToVisible(filled)), ...(await webhookToVisible(filled))];
  });
}

/** From the call of an append until all read models show it. */
async function appendToVisible(filled: FilledBench): Promise<readonly Figure[]> {
  // Of a year that the log has not reached.
  const appends = appendsOf(await playBusiness(100, 2)).slice(0, RATE * SECONDS);
  const { times, sent, begin } = await timesToVisible(filled, appends, RATE);
  return figuresOf('append to visible in all read models', sent, begin, times, { p99: 100 });
}

/**
 * From a webhook sent until the facts that it becomes show in the lists, with the service in a process of its own: kept at the door,
 * routed to the payments, folded into the read models. Each webhook is about other payments, as they are in life. First in a process that
 * was started a moment ago and has yet to compile what it runs, then once more.
 */
async function webhookToVisible({ bench, database }: FilledBench): Promise<readonly Figure[]> {
  const service = await startService(bench, 'http,workers');
  await untilAtRest(bench.pool);
  const targets = await targetsOf(service, bench, database.schema);
  try {
    const send = async (turn: number) => {
      const target = targets[turn % targets.length];
      if (target === undefined) throw new Error('The log has too few payments.');
      const events = target.payments.map((payment, index) =>
        webhookEvent(`EV${turn}X${index}`, payment, 'surcharge_fee_debited'),
      );
      const called = performance.now();
      await deliver(target.door, JSON.stringify({ events, meta: { webhook_id: `WB${turn}` } }));
      await untilApplied(bench.pool, database.schema, `${target.door.connectionId}.${events.at(-1)?.id ?? ''}`);
      return performance.now() - called;
    };
    const figures: Figure[] = [];
    let turn = 0;
    for (const when of ['in a process started a moment ago', 'later']) {
      const begin = performance.now();
      const seen: Promise<number>[] = [];
      for (let sent = 0; sent < RATE * SECONDS; sent += EVENTS_OF_A_WEBHOOK) {
        await untilTurn(begin, sent, RATE);
        seen.push(send(turn));
        turn += 1;
      }
      const times = await Promise.all(seen);
      const what = `webhook of ${EVENTS_OF_A_WEBHOOK} to visible in the lists, ${when}`;
      figures.push(...figuresOf(what, seen.length * EVENTS_OF_A_WEBHOOK, begin, times, { p50: 25, p99: 80 }));
    }
    return figures;
  } finally {
    for (const { door } of targets) door.agent.destroy();
    await service.stop();
  }
}

/** A service that is new to a log reads all of it first; what asks GoCardless waits for ever, since nobody answers here. */
export async function untilAtRest(pool: Pool): Promise<void> {
  let before: unknown;
  for (const end = performance.now() + TIMEOUT_MS; performance.now() < end;) {
    const places = await checkpointsOfProcesses(pool);
    if (places.length > 0 && isDeepStrictEqual(places, before)) return;
    before = places;
    await pause(REST_MS);
  }
  throw new Error('The processes did not come to rest.');
}

/** Payments of one connection that a webhook can be about. */
interface Target {
  readonly door: Door;
  readonly payments: readonly string[];
}

async function targetsOf(service: BenchService, bench: BenchDatabase, schema: string): Promise<readonly Target[]> {
  const rows = await textRows(
    bench.pool,
    `select connection_id, string_agg(gocardless_payment_id, ' ' order by id)
     from ${qualified(schema, 'payments')} where gocardless_payment_id is not null group by 1 order by 1`,
    [],
  );
  const targets: Target[] = [];
  for (const [connectionId, joined] of rows) {
    const door = await doorOf(service, bench, connectionId ?? '');
    const payments = (joined ?? '').split(' ');
    for (let first = 0; first + EVENTS_OF_A_WEBHOOK <= payments.length; first += EVENTS_OF_A_WEBHOOK)
      targets.push({ door, payments: payments.slice(first, first + EVENTS_OF_A_WEBHOOK) });
  }
  return targets;
}

/** @param id `<connection>.<event>` */
async function untilApplied(pool: Pool, schema: string, id: string): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const applied = `select from ${qualified(schema, 'applied_gocardless_events')} where id = $1`;
    if ((await textRows(pool, applied, [id])).length > 0) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`The event ${id} was not applied within a minute.`);
}

interface Goals {
  readonly p50?: number;
  readonly p99: number;
}

function figuresOf(
  what: string,
  sent: number,
  begin: number,
  times: readonly number[],
  { p50, p99 }: Goals,
): readonly Figure[] {
  const elapsed = (performance.now() - begin) / 1000;
  const half = quantile(times, 0.5);
  return [
    { what: `${what}, rate`, value: rounded(sent / elapsed), unit: 'events/s' },
    { what: `${what}, p50`, value: half, unit: 'ms', ...(p50 === undefined ? {} : { goal: { most: p50 } }) },
    { what: `${what}, p99`, value: quantile(times, 0.99), unit: 'ms', goal: { most: p99 } },
  ];
}
