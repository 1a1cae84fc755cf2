import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../test/support/postgres';
import { createPool } from './pool';
import { inTransaction } from './transaction';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 1 });
  await pool.query('create table notes (note text)');
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function notes(): Promise<unknown[]> {
  return (await pool.query<{ note: string }>('select note from notes')).rows;
}

describe('A transaction', () => {
  afterEach(() => pool.query('delete from notes'));

  it('keeps all that was done, and answers what the work answered', async () => {
    const answer = await inTransaction(pool, async (client) => {
      await client.query(`insert into notes values ('kept')`);
      return 42;
    });

    expect(answer).toBe(42);
    expect(await notes()).toEqual([{ note: 'kept' }]);
  });

  it('keeps nothing when the work throws, and gives its connection back', async () => {
    const failing = inTransaction(pool, async (client) => {
      await client.query(`insert into notes values ('lost')`);
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect(await notes()).toEqual([]);
  });

  it('does not pass for kept when the error of a statement was swallowed', async () => {
    const swallowing = inTransaction(pool, async (client) => {
      await client.query(`insert into notes values ('lost')`);
      await client.query('select 1/0').catch(() => undefined);
    });

    await expect(swallowing).rejects.toThrow('was rolled back');
    expect(await notes()).toEqual([]);
  });

  it('survives the loss of its connection, and the pool goes on with another', async () => {
    const losing = inTransaction(pool, (client) => client.query('select pg_terminate_backend(pg_backend_pid())'));

    await expect(losing).rejects.toThrow('terminat');
    expect(await notes()).toEqual([]);
  });
});
