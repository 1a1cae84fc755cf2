import { isLoopback } from '../gocardless/loopback';
import { DEFAULT_SCHEMA } from '../../postgres/pool';
import { type MasterKey, parseMasterKey } from '../security/master-key';

export const PROCESS_ROLES = ['http', 'workers'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type EventStoreChoice = { readonly kind: 'postgres' } | { readonly kind: 'eventstoredb'; readonly url: string };

/** Where keys, read models and (by default) the log are: on our own server in the data folder, or on one that is given. */
export type DatabaseChoice = { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string };

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseChoice;
  readonly schema: string;
  readonly eventStore: EventStoreChoice;
  readonly streamPrefix: string;
  readonly dataDirectory: string;
  /** Null = the one that an embedded set-up makes and keeps in its data folder. */
  readonly masterKey: MasterKey | null;
  /** Null = GoCardless's own addresses. */
  readonly gocardlessApiUrl: string | null;
  /** With it the business clock is the simulator's. */
  readonly simulatorControlToken: string | null;
  /** What opens the simulator's account, and what it signs its webhooks with: known where it was started beside the service. */
  readonly simulatorAccessToken: string | null;
  readonly simulatorWebhookSecret: string | null;
  /** Under which address browsers reach the service; null = the one that it listens on. */
  readonly publicUrl: string | null;
  /** Null = one is made when there is none yet. */
  readonly bootstrapAdminToken: string | null;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly logLevel: LogLevel;
}

export const CONFIGURATION = Symbol('Configuration');

export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      ['The service can not start with this environment:', ...problems.map((problem) => `  - ${problem}`)].join('\n'),
    );
    this.name = 'ConfigurationError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks every variable. Throws one `ConfigurationError` that names all problems at once; no message repeats a value that
 * may be secret. A variable that is empty counts as unset, as container set-ups write it.
 */
export function readConfiguration(env: Environment): Configuration {
  const variables = new Variables(env);
  const database = readDatabase(variables);
  const configuration: Configuration = {
    host: variables.text('HOST') ?? '127.0.0.1',
    port: readPort(variables),
    database,
    schema: readSchema(variables),
    eventStore: readEventStore(variables),
    streamPrefix: readStreamPrefix(variables),
    dataDirectory: variables.text('DATA_DIR') ?? './data',
    masterKey: readMasterKey(variables, database),
    gocardlessApiUrl: readGoCardlessApiUrl(variables),
    simulatorControlToken: variables.text('SIMULATOR_CONTROL_TOKEN'),
    simulatorAccessToken: variables.text('SIMULATOR_ACCESS_TOKEN'),
    simulatorWebhookSecret: variables.text('SIMULATOR_WEBHOOK_SECRET'),
    publicUrl: readPublicUrl(variables),
    bootstrapAdminToken: readBootstrapAdminToken(variables),
    roles: readRoles(variables),
    logLevel: variables.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };
  if (variables.problems.length > 0) throw new ConfigurationError(variables.problems);
  return configuration;
}

class Variables {
  readonly problems: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === null) return otherwise;
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.problems.push(`${name} must be one of ${allowed.join(', ')}.`);
    return found ?? otherwise;
  }

  problem(text: string): void {
    this.problems.push(text);
  }
}

function readPort(variables: Variables): number {
  const text = variables.text('PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  variables.problem('PORT must be a whole number from 0 to 65535; with 0 the system picks a free one.');
  return 0;
}

function readDatabase(variables: Variables): DatabaseChoice {
  const url = variables.text('DATABASE_URL');
  if (url === null) return { kind: 'embedded' };
  if (!hasProtocol(url, ['postgres:', 'postgresql:'])) {
    variables.problem('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return { kind: 'server', url };
}

function readSchema(variables: Variables): string {
  const schema = variables.text('DATABASE_SCHEMA') ?? DEFAULT_SCHEMA;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    variables.problem(
      'DATABASE_SCHEMA must be at most 63 lower-case letters, digits and underscores, and not begin with a digit.',
    );
  }
  return schema;
}

function readEventStore(variables: Variables): EventStoreChoice {
  const kind = variables.oneOf('EVENT_STORE', ['postgres', 'eventstoredb'], 'postgres');
  if (kind === 'postgres') return { kind };
  const url = variables.text('EVENTSTOREDB_URL');
  if (url === null || !/^(esdb|kurrentdb)(\+discover)?:\/\/\S+$/.test(url)) {
    variables.problem('EVENTSTOREDB_URL must look like esdb://host:2113?tls=false when EVENT_STORE is eventstoredb.');
  }
  return { kind, url: url ?? '' };
}

function readStreamPrefix(variables: Variables): string {
  const prefix = variables.text('STREAM_PREFIX') ?? '';
  if (!/^[A-Za-z0-9_.-]{0,64}$/.test(prefix)) {
    variables.problem('STREAM_PREFIX must be at most 64 letters, digits, dots, dashes and underscores.');
  }
  return prefix;
}

function readMasterKey(variables: Variables, database: DatabaseChoice): MasterKey | null {
  const text = variables.text('MASTER_KEY');
  if (text === null) {
    if (database.kind === 'server') {
      variables.problem(
        'MASTER_KEY is needed with DATABASE_URL: 32 random bytes as hex or base64. Whoever loses it loses every token and name.',
      );
    }
    return null;
  }
  try {
    return parseMasterKey(text);
  } catch (error) {
    variables.problem(error instanceof Error ? error.message : 'MASTER_KEY can not be read.');
    return null;
  }
}

function readGoCardlessApiUrl(variables: Variables): string | null {
  const url = variables.text('GOCARDLESS_API_URL');
  if (url !== null && !isLoopback(url)) {
    variables.problem('GOCARDLESS_API_URL is for the simulator and must be an http address of this machine.');
  }
  return url;
}

function readPublicUrl(variables: Variables): string | null {
  const url = variables.text('PUBLIC_URL');
  if (url === null) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && ['https:', 'http:'].includes(parsed.protocol) && parsed.pathname === '/') return parsed.origin;
  variables.problem('PUBLIC_URL must look like https://books.example.com, without a path.');
  return null;
}

function readBootstrapAdminToken(variables: Variables): string | null {
  const token = variables.text('BOOTSTRAP_ADMIN_TOKEN');
  if (token !== null && !/^[!-~]{32,256}$/.test(token)) {
    variables.problem('BOOTSTRAP_ADMIN_TOKEN must be 32 to 256 characters without spaces.');
  }
  return token;
}

function readRoles(variables: Variables): ReadonlySet<ProcessRole> {
  const words = (variables.text('ROLES') ?? PROCESS_ROLES.join(',')).split(',').map((word) => word.trim());
  const roles = words.flatMap((word) => PROCESS_ROLES.filter((role) => role === word));
  if (roles.length !== words.length) variables.problem('ROLES must be http, workers, or both with a comma between.');
  return new Set(roles);
}

function hasProtocol(url: string, protocols: readonly string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}
