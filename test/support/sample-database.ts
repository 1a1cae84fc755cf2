import { type Pool } from 'pg';
import { createPool } from '../../src/postgres/pool';
import { storedRow } from '../../src/read-models/engine/batch-writer';
import { type ReadModelDatabase } from '../../src/read-models/engine/database';
import { quoted, textRows } from '../../src/postgres/sql';
import { type AnyTable } from '../../src/read-models/engine/read-model';
import { historyName, shapeOf, visibleColumns } from '../../src/read-models/engine/table-sql';
import { byPosition, type PlainRow, type PlainTable, type PlainVersion } from './plain-fold';
import { testDatabase } from './postgres';

export interface SampleDatabase extends ReadModelDatabase {
  /** Drops the generations too. */
  close(): Promise<void>;
}

export async function sampleDatabase(): Promise<SampleDatabase> {
  const database = await testDatabase();
  const { url, schema } = database;
  const pool = createPool({ url, schema });
  return {
    pool,
    schema,
    close: async () => {
      await dropGenerations(pool, schema);
      await pool.end();
      await database.drop();
    },
  };
}

async function dropGenerations(pool: Pool, schema: string): Promise<void> {
  for (const name of await generationNames({ pool, schema })) await pool.query(`drop schema ${quoted(name)} cascade`);
}

export async function generationNames({ pool, schema }: ReadModelDatabase): Promise<readonly string[]> {
  const rows = await textRows(pool, 'select nspname from pg_namespace where starts_with(nspname, $1) order by 1', [
    `${schema}_g`,
  ]);
  return rows.map(([name]) => name ?? '');
}

/** All that is served of a table, in the order of `plainFold`. */
export async function contentsOf({ pool, schema }: ReadModelDatabase, table: AnyTable): Promise<PlainTable> {
  const { visible } = shapeOf(table);
  const select = (name: string, more: string) =>
    textRows(pool, `select ${visibleColumns(table)}${more} from ${quoted(schema)}.${quoted(name)}`, []);
  const rows = (await select(table.name, '')).map((texts): PlainRow => storedRow(visible, texts));
  const past = table.keeps === 'history' ? await select(historyName(table.name), ', to_position') : [];
  const versions = past.map((texts): PlainVersion => ({
    ...storedRow(visible, texts),
    to: BigInt(texts.at(-1) ?? ''),
  }));
  return { rows: rows.sort(byPosition(({ first }) => first)), past: versions.sort(byPosition(({ from }) => from)) };
}
