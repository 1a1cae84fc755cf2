import { Module, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Pool } from 'pg';
import { createDocument } from '../../src/infrastructure/http/docs/documentation';
import { DescribedAnswers } from './described-answers';
import { MemoryEventStore } from './memory-event-store';
import { type TestDatabase, testDatabase } from './postgres';
import { RuntimeModule } from '../../src/app/runtime.module';
import { createMetrics } from '../../src/infrastructure/metrics/registry';
import { createLogger } from '../../src/infrastructure/logging/logger';
import { Progress } from '../../src/read-models/engine/progress';
import { createPool } from '../../src/postgres/pool';
import { KeyedSealer } from '../../src/infrastructure/security/keyed-sealer';
import { ApiKeys } from '../../src/infrastructure/http/access/api-keys';
import { type Role } from '../../src/infrastructure/http/access/roles';
import { type Scope } from '../../src/infrastructure/http/access/access';
import { createHttpApplication } from '../../src/infrastructure/http/application';
import { HttpModule } from '../../src/infrastructure/http/http.module';
import { Views } from '../../src/infrastructure/http/views/views';
import { KeysController } from '../../src/infrastructure/http/keys/keys.controller';

@Module({})
class TestModule {}

@Module({ providers: [Views], exports: [Views] })
class ViewsModule {}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body when it is JSON, else null. */
  readonly json: unknown;
}

export interface Asked {
  readonly method?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: NonNullable<RequestInit['body']>;
}

export const BOOTSTRAP_TOKEN = 'bootstrap-token-of-the-tests-0001';
export const NOW = '2026-11-20T09:00:00.000Z';

/** The HTTP part on a free port, with a fresh schema, a log in memory and controllers of the test's own. */
export class TestService {
  readonly #keys = new Map<Role, string>();
  #described: DescribedAnswers | undefined;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly pool: Pool,
    readonly url: string,
    readonly log: string[],
    readonly pauses: number[],
    private readonly database: TestDatabase,
  ) {}

  static async start(controllers: readonly Type[], consoleFolder: string | null = null): Promise<TestService> {
    const database = await testDatabase();
    const pool = createPool(database);
    const log: string[] = [];
    const pauses: number[] = [];
    const logger = createLogger('info', { write: (line) => void log.push(line) });
    const readModelDatabase = { pool, schema: database.schema };
    const runtime = RuntimeModule.with({
      readModelDatabase,
      progress: new Progress(readModelDatabase),
      logger,
      metrics: createMetrics(),
      pool,
      clock: { now: () => NOW },
      eventStore: new MemoryEventStore(),
      delay: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
      sealer: new KeyedSealer(Buffer.alloc(32, 7)),
    });
    const app = await createHttpApplication(
      { module: TestModule, imports: [runtime, HttpModule.with([KeysController, ...controllers], [ViewsModule])] },
      logger,
      consoleFolder,
    );
    await app.get(ApiKeys).establishBootstrapToken(BOOTSTRAP_TOKEN);
    await app.listen(0, '127.0.0.1');
    return new TestService(app, pool, await app.getUrl(), log, pauses, database);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.pool.end();
    await this.database.drop();
  }

  /** Without keys, and with the bootstrap token, as at the first start. */
  async reset(): Promise<void> {
    this.#keys.clear();
    this.log.length = 0;
    await this.pool.query('truncate api_keys, bootstrap_token, idempotency_keys');
    await this.app.get(ApiKeys).establishBootstrapToken(BOOTSTRAP_TOKEN);
  }

  /** A key of a role, made once. */
  async keyOf(role: Role): Promise<string> {
    const known = this.#keys.get(role);
    if (known !== undefined) return known;
    const key = await this.makeKey(role);
    this.#keys.set(role, key);
    return key;
  }

  makeKey(role: Role, connectionIds: Scope = 'all'): Promise<string> {
    const id = `key_${role}${String(Math.random()).slice(2)}`;
    const created = { id, name: role, role, connectionIds, rounds: 'all', createdAt: NOW, createdBy: 'test' } as const;
    return this.app.get(ApiKeys).create(created);
  }

  /** Asks as an admin, unless another key or none (`null`) is given. */
  async ask(path: string, asked: Asked = {}): Promise<Answered> {
    const key = asked.key === undefined ? await this.keyOf('admin') : asked.key;
    const body = asked.json === undefined ? asked.body : JSON.stringify(asked.json);
    const method = asked.method ?? (body === undefined ? 'GET' : 'POST');
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(asked.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const answered = { status: response.status, headers: response.headers, text, json: parse(text) };
    this.#described ??= new DescribedAnswers(createDocument(this.app));
    this.#described.require(method, path, answered);
    return answered;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
