import { DatabaseError, type Pool, type PoolClient, type QueryArrayConfig } from 'pg';

/** Where the read models live: the schema holds the checkpoints and the views, `<schema>_g<N>` the tables of generation N. */
export interface ReadModelDatabase {
  readonly pool: Pool;
  readonly schema: string;
}

export const READ_MODEL_DATABASE = Symbol('ReadModelDatabase');

export type Sql = Pick<PoolClient, 'query'>;

/** `"schema"."name"`, fit for SQL text. */
export function qualified(schema: string, name: string): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * Lends a connection of the pool to `work`. A connection that breaks in the middle fails the query under way; without a listener
 * of its own the same break would also end the process.
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

/** One transaction on this connection: commits what `work` did, or rolls back and throws on. */
export async function transact<T>(client: PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    const { command } = await client.query('commit');
    // A statement that failed and whose error was swallowed turns "commit" into a silent rollback.
    if (command === 'ROLLBACK')
      throw new Error('The transaction was rolled back because a statement in it had failed.');
    return result;
  } catch (error) {
    // A rollback that fails means that the connection is gone, and the transaction with it: the first error is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Values as PostgreSQL writes them, untouched by whatever parsers the process has set up for `pg`. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

export async function textRows(
  sql: Sql,
  text: string,
  values: readonly unknown[],
): Promise<readonly (readonly (string | null)[])[]> {
  const query: QueryArrayConfig = { text, values: [...values], rowMode: 'array', types: AS_TEXT };
  const { rows } = await sql.query<(string | null)[]>(query);
  return rows;
}

const TRANSIENT_STATES = ['08', '40', '53', '55', '57', '58'];

/**
 * Whether the same work may well succeed later: the server can not be reached, starts, stops, is full or is a standby, or the
 * transaction met another one. A fault of the statement or of the data stays one.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof DatabaseError) {
    return error.code !== undefined && (TRANSIENT_STATES.includes(error.code.slice(0, 2)) || error.code === '25006');
  }
  // Errors of a socket are known by their code: a test's realm has another `Error` than Node has.
  const {
    code = '',
    message = '',
    errors = [],
  } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown[] };
  return CONNECTION_CODES.includes(String(code)) || CONNECTION_WORDS.test(String(message)) || errors.some(isTransient);
}

/** Whether a row was refused because one with its key is there. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505';
}

const CONNECTION_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];

/** `pg` tells a lost connection by nothing but these words. */
const CONNECTION_WORDS =
  /^(Connection terminated|Client has encountered a connection error and is not queryable|timeout exceeded when trying to connect|Query read timeout)/;

/** What went wrong, without what was sent: PostgreSQL's own words may quote a value, and a value may be personal. */
export function describeError(error: unknown): string {
  if (error instanceof DatabaseError) {
    const place = [error.table, error.column, error.constraint].filter((part) => part !== undefined).join(', ');
    return `PostgreSQL refused it with SQLSTATE ${error.code ?? 'unknown'}${place === '' ? '' : ` (${place})`}.`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : 'Something was thrown that is not an error.';
}
