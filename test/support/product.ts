import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app/app.module';
import { Background } from '../../src/app/background';
import { SimulatorClock } from '../../src/infrastructure/clock/simulator-clock';
import { type Configuration } from '../../src/infrastructure/config/configuration';
import { ApiKeys } from '../../src/infrastructure/http/access/api-keys';
import { type Role } from '../../src/infrastructure/http/access/roles';
import { createHttpApplication } from '../../src/infrastructure/http/application';
import { isObject } from '../../src/fields/is-object';
import { createLogger } from '../../src/infrastructure/logging/logger';
import { createPool } from '../../src/postgres/pool';
import { MasterKey } from '../../src/infrastructure/security/master-key';
import { quoted } from '../../src/postgres/sql';
import { type Runtime } from '../../src/app/runtime.module';
import { Shutdown } from '../../src/app/shutdown';
import { startRuntime } from '../../src/app/start-runtime';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { type TestDatabase, testDatabase } from './postgres';
import { createDocument } from '../../src/infrastructure/http/docs/documentation';
import { DescribedAnswers } from './described-answers';
import { generationNames } from './sample-database';

export interface ProductOptions {
  /** Where the simulator's clock, and with it the product's, stands. A Monday, before the day's work at the banks. */
  readonly now?: string;
  /** False: nothing works in the background, so that a test sees what the door alone does. */
  readonly workers?: boolean;
  readonly configuration?: Partial<Configuration>;
  /** One that runs already, and goes on when the product stops. */
  readonly simulator?: Simulator;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body when it is a JSON object, else an empty one. */
  readonly json: Record<string, unknown>;
}

export interface RequiredWith {
  /** The admin's unless given; null = none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Connected {
  readonly connectionId: string;
  readonly webhookSecret: string;
  readonly accessToken: string;
}

/** A customer at the simulator, with what it has. */
export interface Payer {
  readonly customer: string;
  readonly customerBankAccount: string;
  readonly mandate: string;
  readonly email: string;
}

export interface TwoConnections {
  readonly product: Product;
  readonly main: Connected;
  readonly other: Connected;
}

/** All products have the same addresses. */
let described: DescribedAnswers | undefined;

const BOOTSTRAP_TOKEN = 'bootstrap-token-of-the-product-tests';
export const CONTROL_TOKEN = 'control-token-of-the-product-tests';
const DEADLINE_MS = 20_000;

/** Simulator and product in this process, on free ports of this machine and a schema of their own. */
export class Product {
  readonly log: string[] = [];

  private constructor(
    readonly simulator: Simulator,
    readonly runtime: Runtime,
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly adminKey: string,
    private readonly shutdown: Shutdown,
    log: string[],
  ) {
    this.log = log;
  }

  static async start({
    now = '2026-02-02T10:00:00.000Z',
    workers = true,
    configuration = {},
    simulator: given,
  }: ProductOptions = {}) {
    const log: string[] = [];
    const logger = createLogger('info', { write: (line) => void log.push(line) });
    const shutdown = new Shutdown(logger);
    try {
      const simulator = given ?? (await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now }));
      if (given === undefined) shutdown.afterwards(() => simulator.close());
      const database = await testDatabase();
      shutdown.afterwards(() => dropAll(database));
      const settings = { ...defaults(database, simulator.url), ...configuration };
      const runtime = await startRuntime(settings, logger, shutdown);
      const app = await createHttpApplication(AppModule.with(runtime), logger);
      const background = app.get(Background);
      shutdown.afterwards(() => background.stop());
      shutdown.afterwards(() => app.close());
      if (workers) await background.start();
      await app.listen(0, '127.0.0.1');
      const adminKey = await makeKey(app, 'admin');
      return new Product(simulator, runtime, app, await app.getUrl(), adminKey, shutdown, log);
    } catch (error) {
      await shutdown.run();
      throw error;
    }
  }

  stop(): Promise<void> {
    return this.shutdown.run();
  }

  /** Asks the product; `body` goes as JSON. */
  async api(method: string, path: string, body?: unknown, { key, headers = {} }: RequiredWith = {}): Promise<Answered> {
    const answered = await send(`${this.url}${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key ?? this.adminKey}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    described ??= new DescribedAnswers(createDocument(this.app));
    described.require(method, path, answered);
    return answered;
  }

  /** Steers the simulator: POST with a body, else GET. What it refuses is an error. The product's clock follows at once. */
  async control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
    const answer = await send(`${this.simulator.url}/control${path}`, {
      method,
      headers: { authorization: `Bearer ${CONTROL_TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 300) throw new Error(`The simulator answered ${answer.status}: ${answer.text}`);
    if (this.runtime.clock instanceof SimulatorClock) await this.runtime.clock.refresh();
    return answer.json;
  }

  /** Checks again and again until nothing is thrown; after the deadline the last error is thrown. */
  async eventually<T>(check: () => Promise<T> | T, deadlineMs = DEADLINE_MS): Promise<T> {
    const end = Date.now() + deadlineMs;
    for (;;) {
      const begun = Date.now();
      try {
        return await check();
      } catch (error) {
        if (Date.now() >= end) throw error;
        // A check that costs much must not be all that the product is busy with.
        await pause(Math.max(25, Date.now() - begun));
      }
    }
  }

  /** A key of a role, for all connections and rounds unless told. */
  makeKey(role: Role, scope: KeyScope = {}): Promise<string> {
    return makeKey(this.app, role, scope);
  }

  /** Opens a connection to an organisation of the simulator, the default one unless a token is given, with its webhooks. */
  async connect(
    options: {
      readonly name?: string;
      readonly accessToken?: string;
      readonly webhooks?: boolean;
      readonly booksFrom?: string;
    } = {},
  ): Promise<Connected> {
    const { name = 'Main', accessToken = this.simulator.accessToken, webhooks = true, booksFrom } = options;
    const webhookSecret = `webhook-secret-${randomUUID()}`;
    const books = booksFrom === undefined ? {} : { booksFrom };
    const opening = { name, environment: 'sandbox', accessToken, webhookSecrets: [webhookSecret], ...books };
    const opened = await this.api('POST', '/api/connections', opening);
    if (opened.status !== 201) throw new Error(`The connection was not opened: ${opened.text}`);
    const connectionId = String(opened.json['id']);
    if (webhooks) {
      const url = `${this.url}/webhooks/gocardless/${connectionId}`;
      await this.control('/webhook-endpoints', { url, secret: webhookSecret, token: accessToken });
    }
    return { connectionId, webhookSecret, accessToken };
  }

  /** Makes customers at the simulator. */
  async payers(fields: object): Promise<readonly Payer[]> {
    return (await this.control('/customers', fields))['customers'] as readonly Payer[];
  }

  async payer(fields: object): Promise<Payer> {
    const [made] = await this.payers(fields);
    if (made === undefined) throw new Error('The simulator made no customer.');
    return made;
  }

  /** A new customer of ours: the id. */
  async register(fields: { readonly connectionId: string }): Promise<string> {
    const answer = await this.api('POST', '/api/customers', { name: 'Ada Lovelace', ...fields });
    if (answer.status !== 201) throw new Error(answer.text);
    return String(answer.json['id']);
  }

  /** Another GoCardless account: its access token. */
  async addOrganisation(name: string): Promise<string> {
    const { token } = await this.control('/organisations', { name, token: `sandbox-token-${randomUUID()}` });
    return String(token);
  }
}

export interface KeyScope {
  readonly connectionIds?: readonly string[];
  readonly rounds?: readonly string[];
}

export function startProduct(options: ProductOptions = {}): Promise<Product> {
  return Product.start(options);
}

/** One that has a second connection, to another organisation. */
export async function startTwoConnections(): Promise<TwoConnections> {
  const product = await startProduct();
  const main = await product.connect({ name: 'Main' });
  const other = await product.connect({ name: 'Other', accessToken: await product.addOrganisation('Other Ltd') });
  return { product, main, other };
}

function defaults({ url, schema }: TestDatabase, gocardlessApiUrl: string): Configuration {
  return {
    host: '127.0.0.1',
    port: 0,
    database: { kind: 'server', url },
    schema,
    ...chosenStore(schema),
    dataDirectory: './data',
    masterKey: new MasterKey(randomBytes(32)),
    gocardlessApiUrl,
    simulatorControlToken: CONTROL_TOKEN,
    simulatorAccessToken: null,
    simulatorWebhookSecret: null,
    publicUrl: null,
    bootstrapAdminToken: BOOTSTRAP_TOKEN,
    roles: new Set(['http', 'workers'] as const),
    logLevel: 'info',
  };
}

/** The store of the run: PostgreSQL, or the EventStoreDB at `EVENTSTOREDB_URL`, each product under a prefix of its own. */
function chosenStore(schema: string): Pick<Configuration, 'eventStore' | 'streamPrefix'> {
  const url = process.env['EVENTSTOREDB_URL'];
  return url === undefined
    ? { eventStore: { kind: 'postgres' }, streamPrefix: '' }
    : { eventStore: { kind: 'eventstoredb', url }, streamPrefix: `${schema}-` };
}

function makeKey(app: NestFastifyApplication, role: Role, { connectionIds = 'all', rounds = 'all' }: ScopeOrAll = {}) {
  const id = `key_${role}_${randomUUID()}`;
  const made = {
    id,
    name: role,
    role,
    connectionIds,
    rounds,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'test',
  };
  return app.get(ApiKeys).create(made);
}

interface ScopeOrAll {
  readonly connectionIds?: 'all' | readonly string[];
  readonly rounds?: 'all' | readonly string[];
}

async function send(url: string, request: RequestInit): Promise<Answered> {
  const response = await fetch(url, request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : {};
  } catch {
    return {};
  }
}

async function dropAll(database: TestDatabase): Promise<void> {
  await dropReadModels(database);
  await database.drop();
}

/** The tables of read models lie in schemas of their own. */
export async function dropReadModels({ url, schema }: TestDatabase): Promise<void> {
  const pool = createPool({ url, schema, max: 1 });
  try {
    await pool.query('set client_min_messages to warning');
    for (const name of await generationNames({ pool, schema })) await pool.query(`drop schema ${quoted(name)} cascade`);
  } finally {
    await pool.end();
  }
}
