import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { createPool } from '../../src/postgres/pool';
import { CONTROL_TOKEN, dropReadModels } from '../support/product';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type BuiltService, buildService, type ServiceProcess } from '../support/service-process';

const INSTALMENTS = 40;
const ADMIN = 'bootstrap-token-of-the-long-work-test';

interface WorkAnswer {
  readonly id: string;
  readonly location: string;
  readonly state: string;
  readonly done: number;
  readonly of: number;
  readonly result: { readonly sent: number; readonly items: readonly { readonly scheduledPaymentId: string }[] } | null;
}

let built: BuiltService;
let simulator: Simulator;
let database: TestDatabase;
let folder: string;
let service: ServiceProcess;
let url: string;

beforeAll(async () => {
  built = buildService();
  folder = mkdtempSync(join(tmpdir(), 'long-work-'));
  database = await testDatabase();
  simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: '2026-02-02T10:00:00.000Z' });
  await start();
}, 120_000);

afterAll(async () => {
  built.remove();
  await simulator.close();
  await dropReadModels(database);
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  service = built.start({
    PORT: '0',
    DATABASE_URL: database.url,
    DATABASE_SCHEMA: database.schema,
    DATA_DIR: folder,
    MASTER_KEY: 'ab'.repeat(32),
    BOOTSTRAP_ADMIN_TOKEN: ADMIN,
    GOCARDLESS_API_URL: simulator.url,
    SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN,
  });
  url = await service.address();
}

async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as T };
}

async function control<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  const response = await fetch(`${simulator.url}/control${path}`, {
    method,
    headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const value = await read().catch(() => null);
    if (value !== null && holds(value)) return value;
    if (Date.now() > end) throw new Error(`It never came to that: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** An order with many instalments of one customer, all of them due on days to come. */
async function placeOrder(): Promise<readonly string[]> {
  const opening = { name: 'Main', environment: 'sandbox', accessToken: simulator.accessToken };
  await ask('POST', '/api/connections', { ...opening, webhookSecrets: ['webhook-secret-of-the-test'] });
  const { customers } = await control<{ customers: readonly { mandate: string }[] }>('/customers', { scheme: 'bacs' });
  const customer = await ask<{ id: string }>('POST', '/api/customers', { name: 'Ada Lovelace' });
  const linked = { mandateId: customers[0]?.mandate };
  await ask('POST', `/api/customers/${customer.json.id}/mandates`, linked);
  const placed = await ask<{ scheduledPayments: readonly string[] }>('POST', '/api/sales-orders', {
    customerId: customer.json.id,
    currency: 'GBP',
    lines: [{ item: 'Membership', quantity: 1, unitAmount: INSTALMENTS * 1000 }],
    plan: { count: INSTALMENTS, firstDueDate: '2026-03-02', interval: 'week' },
  });
  return placed.json.scheduledPayments;
}

it('answers a long run of the scheduler after ten seconds, and goes on with it after the process was killed', async () => {
  const scheduledPayments = await placeOrder();
  await control('/faults', { fault: 'slow', method: 'POST', path: '/payments', times: 1000, delayMs: 15_000 });
  const begun = Date.now();
  const key = { 'idempotency-key': 'the-long-run' };
  const run = await ask<WorkAnswer>('POST', '/api/scheduler/runs', { today: '2027-06-01' }, key);
  const seconds = (Date.now() - begun) / 1000;
  expect(run.json).toMatchObject({ location: `/api/work/${run.json.id}` });
  expect([run.status, Math.round(seconds)]).toEqual([202, 10]);
  const again = await ask<WorkAnswer>('POST', '/api/scheduler/runs', { today: '2027-06-01' }, key);
  expect([again.status, again.json.id]).toEqual([202, run.json.id]);
  expect((await ask<WorkAnswer>('GET', run.json.location)).json).toMatchObject({ state: 'running', of: INSTALMENTS });

  await service.kill();
  await control('/faults', undefined, 'DELETE');
  await start();
  const ended = await eventually(
    async () => (await ask<WorkAnswer>('GET', run.json.location)).json,
    ({ state }) => state !== 'running',
  );
  expect(ended).toMatchObject({ state: 'done', done: INSTALMENTS, of: INSTALMENTS, result: { sent: INSTALMENTS } });
  expect(ended.result?.items.map(({ scheduledPaymentId }) => scheduledPaymentId).sort()).toEqual(
    [...scheduledPayments].sort(),
  );
  const pool = createPool({ url: database.url, schema: database.schema, max: 1 });
  const { rows } = await pool.query<{ count: string }>(`select count(*) from events where type = 'PaymentRequested'`);
  await pool.end();
  expect(Number(rows[0]?.count)).toBe(INSTALMENTS);
}, 180_000);
