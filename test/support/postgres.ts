import { randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ALL_MIGRATIONS } from '../../src/infrastructure/all-migrations';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../../src/postgres/embedded-server';
import { migrate } from '../../src/postgres/migrations';
import { createPool } from '../../src/postgres/pool';

export interface TestDatabase {
  readonly url: string;
  readonly schema: string;
  drop(): Promise<void>;
}

/** One server for all test files of this user of the machine. The test run holds it, and gives it up in `global-teardown.ts`. */
const TEST_SERVER_FOLDER = join(tmpdir(), `direct-debit-ledger-tests-${userInfo().username}`);
/** Set by `global-setup.ts`: the process that outlives the workers. */
export const TEST_RUN = 'DIRECT_DEBIT_LEDGER_TEST_RUN';

/** A fresh schema with all tables, on the given server, on `TEST_DATABASE_URL` or on the embedded server. */
export async function testDatabase(server?: string): Promise<TestDatabase> {
  const url = server ?? process.env['TEST_DATABASE_URL'] ?? (await embeddedUrl());
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const pool = createPool({ url, schema, max: 1 });
  await migrate(pool, schema, ALL_MIGRATIONS).finally(() => pool.end());
  return { url, schema, drop: () => drop(url, schema) };
}

async function drop(url: string, schema: string): Promise<void> {
  const pool = createPool({ url, schema, max: 1 });
  try {
    await pool.query('set client_min_messages to warning');
    await pool.query(`drop schema ${schema} cascade`);
  } finally {
    await pool.end();
  }
}

async function embeddedUrl(): Promise<string> {
  const holder = Number(process.env[TEST_RUN] ?? process.pid);
  return (await startEmbeddedPostgres(TEST_SERVER_FOLDER, holder)).url;
}

/** Gives up the embedded server, which stops with the last that uses it. */
export async function releaseTestServer(): Promise<void> {
  await stopEmbeddedPostgres(TEST_SERVER_FOLDER);
}
