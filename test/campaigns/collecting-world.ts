import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Pool } from 'pg';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { createPool } from '../../src/postgres/pool';
import { isObject } from '../../src/fields/is-object';
import { freePort } from '../support/free-port';
import { type Front, openFront } from '../support/front';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { dropReadModels } from '../support/product';
import { type BuiltService, type ServiceProcess } from '../support/service-process';
import { type ReadableService } from './recorded/books';
import { type GoCardlessState, readState } from './recorded/gocardless-states';

export const ADMIN_KEY = 'admin-key-of-the-campaign-000000000001';
const CONTROL_TOKEN = 'control-token-of-the-campaign';
const WEBHOOK_SECRET = 'webhook-secret-of-the-campaign';
/** A Monday morning. */
const NOW = '2026-02-02T10:00:00.000Z';
/** Patient: a machine that is busy with other things is no fault. */
const READY_WITHIN_MS = 600_000;
/** Between two looks at something that is to become true. */
const PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;
/** Far more than is needed: whoever looks at GoCardless here shares the limit with the services. */
export const PLENTY = { limit: 100_000, windowSeconds: 60 };

/** What an address answers. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface WorldSettings {
  readonly seed: number;
  /** Services on the one database, behind one address. */
  readonly services: number;
  /** A schema of the shared test server unless given. */
  readonly database?: TestDatabase;
}

interface Instance {
  readonly port: number;
  process: ServiceProcess | null;
  ready: Promise<unknown>;
}

/** A simulated GoCardless, and services in processes of their own that may be killed at any moment. */
export class CollectingWorld implements ReadableService {
  private readonly instances: Instance[] = [];
  /** Requests that were answered for good, by whichever service. */
  answered = 0;
  private startedAt = Date.now();
  private closed = false;

  private constructor(
    private readonly built: BuiltService,
    private readonly database: TestDatabase,
    private readonly simulator: Simulator,
    private readonly front: Front,
    ports: readonly number[],
  ) {
    this.instances.push(...ports.map((port) => ({ port, process: null, ready: Promise.resolve() })));
  }

  static async open(built: BuiltService, { seed, services, database }: WorldSettings): Promise<CollectingWorld> {
    const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: NOW, seed: String(seed) });
    const ports: number[] = [];
    for (let index = 0; index < services; index += 1) ports.push(await freePort());
    const front = await openFront(ports);
    const world = new CollectingWorld(built, database ?? (await testDatabase()), simulator, front, ports);
    try {
      for (let index = 0; index < services; index += 1) await world.start(index);
      await world.connect();
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  /** Starts a service and returns when it answers. */
  async start(index: number): Promise<void> {
    const instance = this.instance(index);
    instance.process = this.built.start({ ...this.environment, PORT: String(instance.port) });
    instance.ready = instance.process.address();
    await instance.ready;
    this.startedAt = Date.now();
  }

  /** What the services are told, but for their ports. */
  get environment() {
    return {
      DATABASE_URL: this.database.url,
      DATABASE_SCHEMA: this.database.schema,
      MASTER_KEY: 'ab'.repeat(32),
      BOOTSTRAP_ADMIN_TOKEN: ADMIN_KEY,
      GOCARDLESS_API_URL: this.simulator.url,
      SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN,
      LOG_LEVEL: 'error',
    };
  }

  /** As a power cut would end it. */
  async kill(index: number): Promise<void> {
    await this.instance(index).process?.kill();
  }

  /**
   * Stops a service in the midst of whatever it does, takes its locks away and lets it go on later: by then another one has taken over, and
   * the first finishes what it had begun.
   */
  async stall(index: number, milliseconds: number): Promise<void> {
    const child = this.instance(index).process?.child;
    child?.kill('SIGSTOP');
    try {
      await this.loseLocks();
      await delay(milliseconds);
    } finally {
      child?.kill('SIGCONT');
    }
  }

  /**
   * Cuts the connections by which services hold their locks, or some of them: another service takes over while the first one is still
   * at work and does not know.
   */
  async loseLocks(isLost: () => boolean = () => true): Promise<void> {
    await this.withDatabase(async (pool) => {
      const { rows } = await pool.query<{ pid: number }>(
        `select distinct pid from pg_locks
          where locktype = 'advisory' and granted and objsubid = 2
            and classid::bigint in (select hashtext(name)::bigint & 4294967295 from unnest($1::text[]) as name)`,
        [[`${this.database.schema} workers`, `${this.database.schema} read models`]],
      );
      for (const { pid } of rows.filter(isLost)) await pool.query('select pg_terminate_backend($1)', [pid]);
    });
  }

  private async withDatabase(work: (pool: Pool) => Promise<unknown>): Promise<void> {
    const { url, schema } = this.database;
    const pool = createPool({ url, schema, max: 1 });
    try {
      await work(pool);
    } finally {
      await pool.end();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.instances.map(({ process }) => process?.kill() ?? Promise.resolve()));
    await this.front.close();
    await this.simulator.close();
    await dropReadModels(this.database);
    await this.database.drop();
  }

  /** The end of what the services have printed since their last start. */
  output(): string {
    return this.instances.map(({ process }) => (process?.output() ?? '').slice(-1_000)).join('');
  }

  /** Asks a service; null when none is there, or it went away before it had answered. */
  async ask(method: string, path: string, body?: unknown, idempotencyKey?: string): Promise<Answer | null> {
    try {
      const answer = await fetch(this.url + path, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_KEY}`,
          // Each request finds its way anew, as it would behind any balancer.
          connection: 'close',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const json: unknown = text === '' ? {} : JSON.parse(text);
      return { status: answer.status, body: isObject(json) ? json : {} };
    } catch {
      return null;
    }
  }

  /** Asks until there is an answer that is final, as a careful client does: the same request under the same key. */
  async must(method: string, path: string, body?: unknown): Promise<Answer['body']> {
    const idempotencyKey = randomUUID();
    let last: Answer | null = null;
    for (const since = Date.now(); this.isPatient(since);) {
      await delay(PAUSE_MS);
      last = await this.ask(method, path, body, idempotencyKey);
      if (last?.body['code'] === 'in_progress') await this.minutePasses();
      else if (last !== null && last.status < 500) {
        this.answered += 1;
        return finalAnswer(last, `${method} ${path}`);
      }
    }
    const said = `its last answer was ${JSON.stringify(last)}`;
    throw new Error(`${method} ${path} was not answered within ${READY_WITHIN_MS} ms, ${said}.\n${this.output()}`);
  }

  /** Whoever worked under a key may have been killed, and its mark stands for a minute: not to be waited for hundreds of times. */
  private async minutePasses(): Promise<void> {
    await this.withDatabase((pool) =>
      pool.query(
        `update idempotency_keys set started_at = started_at - interval '1 minute' where sealed_answer is null`,
      ),
    ).catch(() => undefined); // while the database is away no minute passes
  }

  read(path: string): Promise<Answer['body']> {
    return this.must('GET', path);
  }

  /** Sends a CSV file; the answer must be a good one. */
  async upload(path: string, csv: string): Promise<Answer['body']> {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/csv' },
      body: csv,
    });
    const body: unknown = await answer.json();
    return finalAnswer({ status: answer.status, body: isObject(body) ? body : {} }, `POST ${path}`);
  }

  /** All items of a list. */
  async all(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const items: Readonly<Record<string, unknown>>[] = [];
    for (let cursor = ''; ;) {
      const page = await this.read(`${path}?limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      items.push(...(Array.isArray(page['items']) ? page['items'].filter(isObject) : []));
      if (typeof page['nextCursor'] !== 'string') return items;
      cursor = page['nextCursor'];
    }
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.simulator.url + path, {
      method,
      // A connection that is kept may be closed by the simulator just when the next request goes out on it.
      headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json', connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** GoCardless as the simulator has it. */
  gocardless(): Promise<GoCardlessState> {
    return readState(this.simulator);
  }

  /** Waits until a check holds; throws what it last said when the time is over. */
  async eventually(what: string, check: () => Promise<string | null>): Promise<void> {
    let last = 'was never checked';
    let pause = PAUSE_MS;
    for (const since = Date.now(); this.isPatient(since);) {
      const found = await check();
      if (found === null) return;
      last = found;
      await delay(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
    throw new Error(`${what}: ${last}\n${this.output()}`);
  }

  /** Begins anew with every start: fifty kills on a slow machine leave a request no time for longer than anybody would wait for one service. */
  private isPatient(since: number): boolean {
    return !this.closed && Date.now() < Math.max(since, this.startedAt) + READY_WITHIN_MS;
  }

  private instance(index: number): Instance {
    const instance = this.instances[index];
    if (instance === undefined) throw new Error(`There is no service ${index}.`);
    return instance;
  }

  private async connect(): Promise<void> {
    await this.control('POST', '/control/rate-limit', PLENTY);
    const url = `${this.url}/webhooks/gocardless`;
    await this.control('POST', '/control/webhook-endpoints', { url, secret: WEBHOOK_SECRET });
    await this.must('POST', '/api/connections', {
      name: 'Campaign',
      environment: 'sandbox',
      accessToken: this.simulator.accessToken,
      webhookSecrets: [WEBHOOK_SECRET],
      booksFrom: NOW.slice(0, 10),
    });
  }
}

/** The scheduler may have sent an instalment already. */
function finalAnswer({ status, body }: Answer, what: string): Answer['body'] {
  if (status < 300 || body['code'] === 'already_submitted') return body;
  throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
}
