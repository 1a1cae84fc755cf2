import { createHash, createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../src/app/app.module';
import { type Position } from '../../../src/application/ports/event-store';
import { type ProcessCheckpoint, type ProcessCheckpoints } from '../../../src/application/ports/process-checkpoints';
import { ProcessStatuses } from '../../../src/application/running/process-status';
import { Background } from '../../../src/app/background';
import { ApiKeys } from '../../../src/infrastructure/http/access/api-keys';
import { createHttpApplication } from '../../../src/infrastructure/http/application';
import { isObject } from '../../../src/fields/is-object';
import { createLogger } from '../../../src/infrastructure/logging/logger';
import { MasterKey } from '../../../src/infrastructure/security/master-key';
import { ALL_READ_MODELS } from '../../../src/read-models/all-read-models';
import { type Runtime } from '../../../src/app/runtime.module';
import { Shutdown } from '../../../src/app/shutdown';
import { startRuntime } from '../../../src/app/start-runtime';
import { atRest } from '../../support/at-rest';
import { MemoryEventStore } from '../../support/memory-event-store';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { dropReadModels } from '../../support/product';
import { type EmptiedDatabases } from './emptied-databases';

/** The first admin's token: its key id is the same everywhere, so that the same command gets the same ids from every service. */
const ADMIN_TOKEN = 'admin-token-of-the-recorded-worlds-01';
export const WEBHOOK_SECRET = 'webhook-secret-of-the-recorded-worlds';
const SETTLED_WITHIN_MS = 60_000;
const PAUSE_MS = 5;
const MAX_READS = 50;
const GATHERED_MS = 50;

export interface Answered {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
}

export interface ServiceSettings {
  readonly gocardlessApiUrl: string;
  /** With it the clock is the simulator's. */
  readonly simulatorControlToken: string | null;
  /** Databases to use again: the log is then kept in memory, and read models and keys in one of them, which is several times cheaper. */
  readonly databases?: EmptiedDatabases;
  /** Puts other parts in place of those that the service would start with. */
  readonly adapt?: (runtime: Runtime) => Partial<Runtime>;
}

/** A service with a fresh schema, in this process and without a socket: cheap enough to start one for each of thousands of plays. */
export class LedgerService {
  private constructor(
    readonly runtime: Runtime,
    private readonly app: NestFastifyApplication,
    private readonly shutdown: Shutdown,
    private readonly said: readonly string[],
  ) {}

  static async start({
    gocardlessApiUrl,
    simulatorControlToken,
    databases,
    adapt,
  }: ServiceSettings): Promise<LedgerService> {
    const said: string[] = [];
    const logger = createLogger('warn', { write: (line) => void said.push(line) });
    const shutdown = new Shutdown(logger);
    try {
      const database = await (databases ?? FRESH).take();
      let start = '';
      shutdown.afterwards(() => (databases ?? FRESH).giveBack(database, start));
      const started = await startRuntime(
        {
          host: '127.0.0.1',
          port: 0,
          // Nobody pulls the plug in these plays, so no commit needs to wait for the disk.
          database: { kind: 'server', url: withoutWaitingForTheDisk(database.url) },
          schema: database.schema,
          eventStore: { kind: 'postgres' },
          streamPrefix: '',
          dataDirectory: './data',
          masterKey: new MasterKey(createHash('sha256').update(database.schema).digest()),
          gocardlessApiUrl,
          simulatorControlToken,
          simulatorAccessToken: null,
          simulatorWebhookSecret: null,
          publicUrl: null,
          bootstrapAdminToken: ADMIN_TOKEN,
          roles: new Set(['http', 'workers'] as const),
          logLevel: 'warn',
        },
        logger,
        shutdown,
      );
      start = started.eventStore.start();
      const logged = { ...started, ...(databases === undefined ? {} : memoryLog(start)) };
      const runtime = { ...logged, ...adapt?.(logged) };
      const app = await createHttpApplication(AppModule.with(runtime), logger);
      const background = app.get(Background);
      shutdown.afterwards(() => app.close());
      shutdown.afterwards(() => background.stop());
      await app.get(ApiKeys).establishBootstrapToken(ADMIN_TOKEN);
      await background.start();
      return new LedgerService(runtime, app, shutdown, said);
    } catch (error) {
      await shutdown.run();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.shutdown.run();
  }

  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object, key?: string): Promise<Answered> {
    const answer = await this.app.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { payload: body }),
    });
    const json: unknown = answer.body === '' ? {} : JSON.parse(answer.body);
    return { status: answer.statusCode, json: isObject(json) ? json : {} };
  }

  /** A server that is busy with others may have no connection left for a moment. */
  async read(path: string): Promise<Answered['json']> {
    for (let attempt = 1; ; attempt += 1) {
      const { status, json } = await this.ask('GET', path);
      if (status === 200) return json;
      if (status !== 503 || attempt === MAX_READS) throw new Error(`GET ${path} answered ${status}.`);
      await pause(100);
    }
  }

  /** All of a list, as it is when everything that stands in the log now has reached it. */
  async all(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const head = await this.runtime.eventStore.head();
    const items: Readonly<Record<string, unknown>>[] = [];
    for (let cursor = ''; ;) {
      const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const json = await this.read(`${path}?limit=500&after=${head}${from}`);
      if (!Array.isArray(json['items'])) throw new Error(`GET ${path} answered no list.`);
      items.push(...json['items'].filter(isObject));
      if (typeof json['nextCursor'] !== 'string') return items;
      cursor = json['nextCursor'];
    }
  }

  /** As GoCardless would: signed, at the one door. The body holds the events as they are. */
  async deliver(connectionId: string, webhookId: string, events: readonly object[]): Promise<void> {
    const payload = JSON.stringify({ events, meta: { webhook_id: webhookId } });
    const signature = createHmac('sha256', WEBHOOK_SECRET).update(payload).digest('hex');
    const { statusCode, body } = await this.app.inject({
      method: 'POST',
      url: `/webhooks/gocardless/${connectionId}`,
      headers: { 'content-type': 'application/json', 'webhook-signature': signature },
      payload,
    });
    if (statusCode !== 204) throw new Error(`The door answered ${statusCode}: ${body}`);
  }

  /** Returns when nothing is under way any more: every process and every read model has been through the whole log. */
  async settled(): Promise<void> {
    const { runtime, app } = this;
    const statuses = app.get(ProcessStatuses);
    const readModels = ALL_READ_MODELS.map(({ name }) => name);
    for (const deadline = Date.now() + SETTLED_WITHIN_MS; ;) {
      const processes = statuses.all().filter(({ kind }) => kind === 'process');
      const stopped = processes.find(({ state }) => state === 'stopped');
      if (stopped !== undefined) throw new Error(`The process ${stopped.name} stopped: ${stopped.reason ?? ''}`);
      const head = await atRest({ runtime, app });
      if (head !== null && (await runtime.progress.waitUntil(readModels, head, SETTLED_WITHIN_MS)) === head) return;
      if (Date.now() > deadline) {
        const where = processes.map(({ name, state, position }) => `${name} ${state} at ${position ?? 'the start'}`);
        throw new Error(`It never came to rest: ${where.join(', ')}\n${this.said.slice(-5).join('')}`);
      }
      await pause(PAUSE_MS);
    }
  }
}

/** Where each play has a database of its own, dropped after it. */
const FRESH = {
  take: () => testDatabase(),
  giveBack: async (database: TestDatabase) => {
    await dropReadModels(database);
    await database.drop();
  },
};

function memoryLog(start: Position): Partial<Runtime> {
  const tag = start.slice(0, start.lastIndexOf('.'));
  return { eventStore: new BatchingEventStore(tag), processCheckpoints: new MemoryProcessCheckpoints() };
}

/** Readers are woken a little late, so that what comes quickly is read together: fewer pages, and many more plays in the same time. */
class BatchingEventStore extends MemoryEventStore {
  override async waitForMore(after: Position, signal: AbortSignal): Promise<void> {
    await super.waitForMore(after, signal);
    if (!signal.aborted) await pause(GATHERED_MS);
  }
}

class MemoryProcessCheckpoints implements ProcessCheckpoints {
  private readonly kept = new Map<string, ProcessCheckpoint>();

  load(process: string): Promise<ProcessCheckpoint | null> {
    return Promise.resolve(this.kept.get(process) ?? null);
  }

  save(process: string, previous: ProcessCheckpoint | null, next: ProcessCheckpoint): Promise<boolean> {
    const known = this.kept.get(process);
    if (known?.position !== previous?.position || known?.state !== previous?.state) return Promise.resolve(false);
    this.kept.set(process, next);
    return Promise.resolve(true);
  }
}

function withoutWaitingForTheDisk(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', '-c synchronous_commit=off');
  return address.toString();
}
