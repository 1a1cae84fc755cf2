import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pool } from 'pg';
import { ALL_MIGRATIONS } from '../src/infrastructure/all-migrations';
import { startEmbeddedPostgres } from '../src/postgres/embedded-server';
import { migrate } from '../src/postgres/migrations';
import { createPool } from '../src/postgres/pool';
import { quoted, textRows } from '../src/postgres/sql';

export interface BenchDatabase {
  readonly url: string;
  readonly schema: string;
  readonly pool: Pool;
  /** Drops the schema, and those that are named after it. */
  drop(): Promise<void>;
}

/** A fresh schema with all tables, on `TEST_DATABASE_URL` or on an embedded server that the benches share. */
export async function benchDatabase(connections = 24): Promise<BenchDatabase> {
  const server = await startEmbeddedPostgres(join(tmpdir(), 'direct-debit-ledger-bench'));
  const url = process.env['TEST_DATABASE_URL'] ?? server.url;
  const schema = `bench_${randomBytes(4).toString('hex')}`;
  const pool = createPool({ url, schema, max: connections });
  await migrate(pool, schema, ALL_MIGRATIONS);
  return {
    url,
    schema,
    pool,
    async drop() {
      const names = await textRows(pool, 'select nspname from pg_namespace where starts_with(nspname, $1)', [schema]);
      for (const [name = null] of names) await pool.query(`drop schema ${quoted(name ?? '')} cascade`);
      await pool.end();
      await server.stop();
    },
  };
}
