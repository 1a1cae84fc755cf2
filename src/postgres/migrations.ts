import { createHash } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { requireSchemaName } from './pool';
import { type Sql } from './sql';
import { inTransaction } from './transaction';

/** One step of the schema. Its name and text never change once it has been released: a later step changes what it made. */
export interface Migration {
  readonly name: string;
  /** Statements with unqualified names; they run with the schema as search path. */
  readonly sql: string;
}

/**
 * Brings a schema up to date, and makes it when it is missing; answers the names of the steps that were applied now.
 * All of them or none: everything runs in one transaction. Processes that start together wait for one another.
 */
export async function migrate(
  pool: Pool,
  schema: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  requireSchemaName(schema);
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', ['migrations', schema]);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`set local search_path to ${schema}`);
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key,
         sha256 text not null,
         applied_at timestamptz not null default now())`,
    );
    const applied = await appliedMigrations(client);
    refuseUnknown(applied, migrations, schema);
    const missing = migrations.filter((migration) => !isApplied(migration, applied));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}

/** The steps that a schema has, by name, with the hashes of their texts; `sql` looks names up in the schema. */
export async function appliedMigrations(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function isApplied(migration: Migration, applied: ReadonlyMap<string, string>): boolean {
  const sha256 = applied.get(migration.name);
  if (sha256 !== undefined && sha256 !== fingerprint(migration)) {
    throw new Error(
      `Migration "${migration.name}" was applied with another text. Put a change into a migration of its own.`,
    );
  }
  return sha256 !== undefined;
}

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[], schema: string): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Error(
      `Schema ${schema} was made by a newer version of the service (${unknown.join(', ')}). Start that version.`,
    );
  }
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [
    migration.name,
    fingerprint(migration),
  ]);
}

function fingerprint({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}
