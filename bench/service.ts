import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSimulator } from '../simulator/simulator';
import { PostgresSecretStore } from '../src/infrastructure/security/postgres-secret-store';
import { BENCH_MASTER_KEY, BENCH_MASTER_KEY_HEX } from './fill-log';
import { type BenchDatabase } from './server';

const ADMIN_TOKEN = randomBytes(32).toString('hex');
const CONTROL_TOKEN = randomBytes(32).toString('hex');

/** The service in a process of its own, with a simulator that nobody talks to. */
export interface BenchService {
  readonly url: string;
  readonly pid: number;
  /** Memory that it holds now, in megabytes. */
  megabytes(): Promise<number>;
  /** Asks its API as an admin; `type` is that of a text body. */
  ask(method: string, path: string, body?: string, type?: string): Promise<Response>;
  /** Answers its id. */
  openConnection(webhookSecret: string): Promise<string>;
  stop(): Promise<void>;
}

/** Those of this process, which are the ones that the service has in production. */
const FLAGS = process.execArgv.filter((argument) => argument.startsWith('--'));

/**
 * @param flags of Node itself, beside those
 * @param environment beside what names database, schema and keys
 */
export async function startService(
  { url, schema }: BenchDatabase,
  roles: string,
  flags: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchService> {
  const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN });
  const service = spawn(process.execPath, [...FLAGS, ...flags, join(__dirname, '..', 'src', 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      ROLES: roles,
      DATABASE_URL: url,
      DATABASE_SCHEMA: schema,
      MASTER_KEY: BENCH_MASTER_KEY_HEX,
      BOOTSTRAP_ADMIN_TOKEN: ADMIN_TOKEN,
      GOCARDLESS_API_URL: simulator.url,
      SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN,
      LOG_LEVEL: 'fatal',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await ended(service);
    await simulator.close();
  };
  try {
    const address = await addressOf(service);
    const ask: BenchService['ask'] = (method, path, body, type = 'application/json') =>
      fetch(address + path, {
        method,
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, ...(body === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body }),
      });
    return {
      url: address,
      pid: service.pid ?? 0,
      megabytes: () => megabytesOf(service.pid),
      ask,
      openConnection: (secret) => openConnection(ask, simulator.accessToken, secret),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(service: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    service.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Address: +(\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    service.once('exit', () => {
      reject(new Error(`The service did not start: ${said}`));
    });
  });
}

async function ended(service: ChildProcess): Promise<void> {
  if (service.exitCode !== null || service.signalCode !== null) return;
  const end = new Promise((resolve) => service.once('exit', resolve));
  service.kill('SIGTERM');
  await end;
}

async function megabytesOf(pid: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1_000;
}

async function openConnection(ask: BenchService['ask'], accessToken: string, webhookSecret: string): Promise<string> {
  const opening = { name: 'Bench', environment: 'sandbox', accessToken, webhookSecrets: [webhookSecret] };
  const response = await ask('POST', '/api/connections', JSON.stringify(opening));
  const text = await response.text();
  if (response.status !== 201) throw new Error(`The connection was not opened: ${text}`);
  return String((JSON.parse(text) as { readonly id: unknown }).id);
}

/** Where webhooks are sent. */
export interface Door {
  readonly connectionId: string;
  readonly secret: string;
  readonly address: string;
  readonly agent: Agent;
}

/**
 * The connection gets its webhook secret here: the door alone opens none.
 *
 * @param connectionId of the played business
 */
export async function doorOf({ url }: BenchService, { pool }: BenchDatabase, connectionId = 'con_0'): Promise<Door> {
  const secret = randomBytes(32).toString('hex');
  await new PostgresSecretStore(pool, BENCH_MASTER_KEY).save(connectionId, { webhookSecrets: [secret] });
  const address = `${url}/webhooks/gocardless/${connectionId}`;
  return { connectionId, secret, address, agent: new Agent({ keepAlive: true }) };
}

/** Signs and sends a body; throws unless it was kept. */
export async function deliver({ agent, address, secret }: Door, text: string): Promise<void> {
  const body = Buffer.from(text);
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'webhook-signature': createHmac('sha256', secret).update(body).digest('hex'),
  };
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = request(address, { method: 'POST', agent, headers }, (response) => {
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

/** An event about a payment as GoCardless sends it. */
export function webhookEvent(id: string, gocardlessPaymentId: string, action: string) {
  return {
    id,
    created_at: '2026-03-24T06:00:00.000Z',
    resource_type: 'payments',
    action,
    links: { payment: gocardlessPaymentId, ...(action === 'paid_out' ? { payout: 'PO1' } : {}) },
    details: {
      origin: 'gocardless',
      cause: `payment_${action}`,
      description:
        'Enough time has passed since the payment was submitted for the banks to return an error, so this payment is now confirmed.',
    },
    metadata: {},
    resource_metadata: {},
  };
}
