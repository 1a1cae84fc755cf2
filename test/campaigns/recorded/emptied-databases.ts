import { createPool } from '../../../src/postgres/pool';
import { quoted } from '../../../src/postgres/sql';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { dropReadModels } from '../../support/product';
import { generationNames } from '../../support/sample-database';

/** Tables that say what the schema is, and the log, which stays empty while logs are kept in memory. */
const KEPT = ['schema_migrations', 'checkpoints', 'event_store', 'events'];

/** Schemas that are used again after everything in them was deleted, which is much quicker than to make new ones. */
export class EmptiedDatabases {
  private readonly free: TestDatabase[] = [];
  private readonly made: TestDatabase[] = [];

  async take(): Promise<TestDatabase> {
    const free = this.free.pop();
    if (free !== undefined) return free;
    const database = await testDatabase();
    this.made.push(database);
    return database;
  }

  /** `start`: the log's start, which the read models stand at again. */
  async giveBack(database: TestDatabase, start: string): Promise<void> {
    const { url, schema } = database;
    const pool = createPool({ url, schema, max: 1 });
    try {
      const schemas = [schema, ...(await generationNames({ pool, schema }))];
      const { rows } = await pool.query<{ table: string }>(
        `select format('%I.%I', schemaname, tablename) as table from pg_tables
          where schemaname = any ($1) and tablename <> all ($2)`,
        [schemas, KEPT],
      );
      await pool.query(rows.map(({ table }) => `delete from ${table};`).join('\n'));
      await pool.query(`update ${quoted(schema)}.checkpoints set position = $1, failure = null`, [start]);
    } finally {
      await pool.end();
    }
    this.free.push(database);
  }

  async drop(): Promise<void> {
    for (const database of this.made.splice(0)) {
      await dropReadModels(database);
      await database.drop();
    }
  }
}
