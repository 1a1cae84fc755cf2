import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type BuiltService, type ServiceProcess } from '../support/service-process';

const ADMIN_KEY = 'admin-key-of-the-campaign-000000000001';
const CONTROL_TOKEN = 'control-token-of-the-campaign';
const WEBHOOK_SECRET = 'webhook-secret-of-the-campaign';
/** A Monday morning. */
const NOW = '2026-02-02T10:00:00.000Z';
const READY_WITHIN_MS = 60_000;
/** Between two looks at something that is to become true. */
const PAUSE_MS = 20;

/** What an address answers; the body is the caller's to know. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

type GoCardlessPage<T> = { readonly meta: { readonly cursors: { readonly after: string | null } } } & Partial<
  Readonly<Record<string, readonly T[]>>
>;

/** A simulated GoCardless, and a service in a process of its own that may be killed at any moment. */
export class CollectingWorld {
  private service: ServiceProcess | null = null;

  private constructor(
    private readonly built: BuiltService,
    private readonly database: TestDatabase,
    private readonly simulator: Simulator,
    private readonly port: number,
  ) {}

  static async open(built: BuiltService, seed: number): Promise<CollectingWorld> {
    const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: NOW, seed: String(seed) });
    const world = new CollectingWorld(built, await testDatabase(), simulator, await freePort());
    await world.start();
    const url = `${world.url}/webhooks/gocardless`;
    await world.control('POST', '/control/webhook-endpoints', { url, secret: WEBHOOK_SECRET });
    await world.must('POST', '/api/connections', {
      name: 'Campaign',
      environment: 'sandbox',
      accessToken: simulator.accessToken,
      webhookSecrets: [WEBHOOK_SECRET],
    });
    return world;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.service = this.built.start({
      PORT: String(this.port),
      DATABASE_URL: this.database.url,
      DATABASE_SCHEMA: this.database.schema,
      MASTER_KEY: 'ab'.repeat(32),
      BOOTSTRAP_ADMIN_TOKEN: ADMIN_KEY,
      GOCARDLESS_API_URL: this.simulator.url,
      SIMULATOR_CONTROL_TOKEN: CONTROL_TOKEN,
      LOG_LEVEL: 'error',
    });
    await this.service.address();
  }

  /** As a power cut would end it, and up again. */
  async killAndRestart(): Promise<void> {
    await this.service?.kill();
    await this.start();
  }

  async close(): Promise<void> {
    await this.service?.kill();
    await this.simulator.close();
    await this.database.drop();
  }

  /** What the service has printed since its last start. */
  output(): string {
    return this.service?.output() ?? '';
  }

  /** Asks the service; null when it is not there, or went away before it had answered. */
  async ask(method: string, path: string, body?: unknown, idempotencyKey?: string): Promise<Answer | null> {
    try {
      const answer = await fetch(this.url + path, {
        method,
        headers: {
          authorization: `Bearer ${ADMIN_KEY}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    } catch {
      return null;
    }
  }

  /** Asks until there is an answer that is final, as a careful client does: the same request under the same key. */
  async must<T>(method: string, path: string, body?: unknown): Promise<T> {
    let idempotencyKey = randomUUID();
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline;) {
      await delay(PAUSE_MS);
      const answer = await this.ask(method, path, body, idempotencyKey);
      // Whoever worked under this key was killed, and its mark stands for a minute: asked anew, the instalment itself knows.
      if (answer !== null && codeOf(answer) === 'in_progress') idempotencyKey = randomUUID();
      else if (answer !== null && answer.status < 500) return finalAnswer<T>(answer, `${method} ${path}`);
    }
    throw new Error(`${method} ${path} was not answered within ${READY_WITHIN_MS} ms.\n${this.output()}`);
  }

  /** Sends a CSV file; the answer must be a good one. */
  async upload<T>(path: string, csv: string): Promise<T> {
    const answer = await fetch(this.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/csv' },
      body: csv,
    });
    const body = (await answer.json()) as unknown;
    return finalAnswer<T>({ status: answer.status, body }, `POST ${path}`);
  }

  /** All items of a list. */
  async all<T>(path: string): Promise<readonly T[]> {
    const items: T[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<T> = await this.must<Page<T>>(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.simulator.url + path, {
      method,
      headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** All objects of a GoCardless list, as the simulator has them. */
  async gocardless<T>(resource: string): Promise<readonly T[]> {
    const objects: T[] = [];
    for (let after: string | null = ''; after !== null;) {
      const answer = await fetch(
        `${this.simulator.url}/${resource}?limit=500${after === '' ? '' : `&after=${after}`}`,
        {
          headers: { authorization: `Bearer ${this.simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
        },
      );
      const page = (await answer.json()) as GoCardlessPage<T>;
      objects.push(...(page[resource] ?? []));
      after = page.meta.cursors.after;
    }
    return objects;
  }

  /** Waits until a check holds; throws what it last said when the time is over. */
  async eventually(what: string, check: () => Promise<string | null>): Promise<void> {
    let last = 'was never checked';
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline;) {
      const found = await check();
      if (found === null) return;
      last = found;
      await delay(PAUSE_MS);
    }
    throw new Error(`${what}: ${last}\n${this.output()}`);
  }
}

function finalAnswer<T>(answer: Answer, what: string): T {
  if (answer.status < 300 || codeOf(answer) === 'already_submitted') return answer.body as T;
  throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

function codeOf({ body }: Answer): unknown {
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
