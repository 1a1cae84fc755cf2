import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { type Pool } from 'pg';
import { startSimulator } from '../simulator/simulator';
import { benchDatabase, type BenchDatabase } from './server';

export interface Measured {
  readonly what: string;
  readonly callers: number;
  readonly requestsPerSecond: number;
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const EVENTS_OF_A_REQUEST = 50;
const ADMIN_TOKEN = randomBytes(32).toString('hex');
const CONTROL_TOKEN = randomBytes(32).toString('hex');
const WEBHOOK_SECRET = randomBytes(32).toString('hex');

/**
 * The door in a process of its own: signed webhooks of 50 events each, different ones in every request, each answered after it was stored.
 * Beside it the inserts of as many rows of the same size by plain SQL, which check nothing and keep no order.
 */
export async function run(seconds = 10): Promise<readonly Measured[]> {
  const bench = await benchDatabase(32);
  const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN });
  const door = startDoor(bench, simulator.url);
  try {
    const url = await addressOf(door);
    const target = `${url}/webhooks/gocardless/${await openConnection(url, simulator.accessToken)}`;
    const agent = new Agent({ keepAlive: true });
    await measure('warm-up', 16, 2, (turn) => deliver(agent, target, `W${turn}`));
    const measured: Measured[] = [];
    for (const callers of [1, 16, 64]) {
      const post = (turn: number) => deliver(agent, target, `R${callers}T${turn}`);
      measured.push(await measure('signed webhook, stored', callers, seconds, post));
    }
    agent.destroy();
    await requireStored(bench.pool, measured, seconds);
    await stop(door);
    return [...measured, await measurePlainInserts(bench.pool, seconds)];
  } finally {
    await stop(door);
    await simulator.close();
    await bench.drop();
  }
}

function startDoor({ url, schema }: BenchDatabase, gocardlessApiUrl: string): ChildProcess {
  return spawn(process.execPath, [join(__dirname, '..', 'src', 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      ROLES: 'http',
      DATABASE_URL: url,
      DATABASE_SCHEMA: schema,
      MASTER_KEY: randomBytes(32).toString('hex'),
      BOOTSTRAP_ADMIN_TOKEN: ADMIN_TOKEN,
      GOCARDLESS_API_URL: gocardlessApiUrl,
      SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function addressOf(door: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    door.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Address: +(\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    door.once('exit', () => {
      reject(new Error(`The door did not open: ${said}`));
    });
  });
}

async function stop(door: ChildProcess): Promise<void> {
  if (door.exitCode !== null || door.signalCode !== null) return;
  const ended = new Promise((resolve) => door.once('exit', resolve));
  door.kill('SIGTERM');
  await ended;
}

async function openConnection(url: string, accessToken: string): Promise<string> {
  const opening = { name: 'Bench', environment: 'sandbox', accessToken, webhookSecrets: [WEBHOOK_SECRET] };
  const response = await fetch(`${url}/api/connections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(opening),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`The connection was not opened: ${text}`);
  return String((JSON.parse(text) as { readonly id: unknown }).id);
}

/** A webhook as GoCardless sends it; `@` stands where its own mark goes. */
const TEMPLATE = JSON.stringify({
  events: Array.from({ length: EVENTS_OF_A_REQUEST }, (_, index) => ({
    id: `EV@X${index}`,
    created_at: '2026-03-24T06:00:00.000Z',
    resource_type: 'payments',
    action: 'confirmed',
    links: { payment: `PM@X${index}` },
    details: {
      origin: 'gocardless',
      cause: 'payment_confirmed',
      description:
        'Enough time has passed since the payment was submitted for the banks to return an error, so this payment is now confirmed.',
    },
    metadata: {},
    resource_metadata: {},
  })),
  meta: { webhook_id: 'WB@' },
}).split('@');

async function deliver(agent: Agent, target: string, mark: string): Promise<void> {
  const body = Buffer.from(TEMPLATE.join(mark));
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'webhook-signature': signature,
  };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = request(target, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        resolve(response.statusCode);
      });
    });
    sending.once('error', reject);
    sending.end(body);
  });
  if (status !== 204) throw new Error(`The door answered ${status ?? 'nothing'}.`);
}

async function requireStored(pool: Pool, measured: readonly Measured[], seconds: number): Promise<void> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from events where type = 'GoCardlessEventReceived'`,
  );
  const answered = measured.reduce((sum, { eventsPerSecond }) => sum + eventsPerSecond * seconds, 0);
  if (Number(rows[0]?.count) < answered * 0.99) throw new Error('Events that were answered for are not in the log.');
}

/** The rows of one delivery, again and again. */
async function measurePlainInserts(pool: Pool, seconds: number): Promise<Measured> {
  await pool.query(`create table plain (position bigint generated always as identity primary key, stream text,
    revision integer, id uuid, type text, data text, metadata text, unique (stream, revision))`);
  const { rows } = await pool.query<Readonly<Record<string, unknown>>>(
    `select revision, id, type, data, metadata from events
     where stream = (select stream from events where type = 'GoCardlessEventReceived' limit 1) order by revision`,
  );
  const columns = ['revision', 'id', 'type', 'data', 'metadata'].map((name) => rows.map((row) => row[name]));
  const insert = async (turn: number) => {
    await pool.query({
      name: 'plain',
      text: `insert into plain (stream, revision, id, type, data, metadata)
        select $1, * from unnest($2::integer[], $3::uuid[], $4::text[], $5::text[], $6::text[])`,
      values: [`delivery-${turn}`, ...columns],
    });
  };
  return measure('plain insert of the same rows, no order', 16, seconds, insert);
}

async function measure(
  what: string,
  callers: number,
  seconds: number,
  once: (turn: number) => Promise<void>,
): Promise<Measured> {
  const times: number[] = [];
  const begin = performance.now();
  let turn = 0;
  const loop = async () => {
    while (performance.now() - begin < seconds * 1000) {
      const start = performance.now();
      await once((turn += 1));
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, loop));
  const elapsed = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10;
  return {
    what,
    callers,
    requestsPerSecond: Math.round(times.length / elapsed),
    eventsPerSecond: Math.round((times.length * EVENTS_OF_A_REQUEST) / elapsed),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
  };
}
