import { Pool, type PoolClient } from 'pg';

export const DEFAULT_SCHEMA = 'direct_debit_ledger';

export const POOL = Symbol('Pool');

export interface PoolSettings {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  readonly schema: string;
  /** Most connections at a time. */
  readonly max?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Told of a connection that broke while nobody used it; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * A pool whose connections look up unqualified names in one schema only. `bigint` columns arrive as strings, so that no ordinal
 * loses digits: turn them into `bigint` with `BigInt`.
 */
export function createPool(settings: PoolSettings): Pool {
  const pool = new Pool({
    connectionString: withSearchPath(settings.url, settings.schema),
    max: settings.max ?? 10,
    application_name: settings.applicationName ?? 'direct-debit-ledger',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Without listeners a server restart would end the process. While a connection is in use, its query tells of the loss.
  pool.on('error', settings.onIdleError ?? (() => undefined));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Lends a connection of the pool to `work`. A connection that breaks in the middle fails the query under way; without a listener
 * of its own the same break would also end the process. A broken one is closed, not given to the next.
 */
export async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await work(client);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** The schema's name goes into the connection's options, where nothing can quote it: so it is a plain word. */
export function requireSchemaName(schema: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Error(`DATABASE_SCHEMA "${schema}" must be at most 63 lower-case letters, digits and underscores.`);
  }
  return schema;
}

function withSearchPath(url: string, schema: string): string {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  const searchPath = `-c search_path=${requireSchemaName(schema)}`;
  // `options` of the address would win over those of the pool: so they are joined.
  address.searchParams.set('options', given === null ? searchPath : `${given} ${searchPath}`);
  return address.toString();
}
