import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../test/support/postgres';
import { type Migration, migrate } from './migrations';
import { createPool } from './pool';

const people: Migration = { name: 'people', sql: 'create table people (id bigint primary key)' };
const names: Migration = { name: 'names', sql: 'alter table people add name text' };
const broken: Migration = { name: 'broken', sql: 'create table half (id int); select 1/0' };

let database: TestDatabase;
let pool: Pool;
let schema: string;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(() => {
  schema = `${database.schema}_m`;
  pool = createPool({ url: database.url, schema, max: 4 });
});

afterEach(async () => {
  await pool.query(`drop schema if exists ${schema} cascade`);
  await pool.end();
});

afterAll(async () => {
  await database.drop();
});

describe('Migrations', () => {
  it('make the schema, run in order, and each of them once', async () => {
    expect(await migrate(pool, schema, [people])).toEqual(['people']);
    expect(await migrate(pool, schema, [people, names])).toEqual(['names']);
    expect(await migrate(pool, schema, [people, names])).toEqual([]);

    await pool.query(`insert into people values (9007199254740993, 'Ann')`);
    expect((await pool.query('select * from people')).rows).toEqual([{ id: '9007199254740993', name: 'Ann' }]);
  });

  it('run all or not at all', async () => {
    await expect(migrate(pool, schema, [people, broken])).rejects.toThrow('division by zero');

    const { rows } = await pool.query('select from information_schema.schemata where schema_name = $1', [schema]);
    expect(rows).toEqual([]);
  });

  it('wait for one another when processes start together', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, schema, [people, names])));

    expect(applied.flat().sort()).toEqual(['names', 'people']);
  });

  it('refuse a step that was changed after it was applied, and a schema of a newer version', async () => {
    await migrate(pool, schema, [people, names]);

    await expect(migrate(pool, schema, [{ ...people, sql: 'select 1' }, names])).rejects.toThrow(
      '"people" was applied with another text',
    );
    await expect(migrate(pool, schema, [people])).rejects.toThrow('made by a newer version of the service (names)');
  });
});
