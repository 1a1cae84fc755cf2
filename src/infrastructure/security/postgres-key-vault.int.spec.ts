import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { createPool } from '../../postgres/pool';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { MasterKey } from './master-key';
import { PostgresKeyVault } from './postgres-key-vault';

const masterKey = new MasterKey(Buffer.alloc(32, 7));
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 4 });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

function newPerson(): string {
  return `cus_${randomBytes(8).toString('hex')}`;
}

describe('The key of a person', () => {
  it('is made once, whoever asks first, and stays the same', async () => {
    const person = newPerson();

    const keys = await Promise.all([1, 2, 3, 4].map(() => new PostgresKeyVault(pool, masterKey).obtain(person)));
    const later = await new PostgresKeyVault(pool, masterKey).find([person]);

    expect(keys.every((key) => key?.length === 32)).toBe(true);
    expect(new Set([...keys, later.get(person)].map((key) => key?.toString('hex'))).size).toBe(1);
  });

  it('is found for many at once; who has none is left out', async () => {
    const vault = new PostgresKeyVault(pool, masterKey);
    const [ann, bo, nobody] = [newPerson(), newPerson(), newPerson()];
    const keys = [await vault.obtain(ann), await vault.obtain(bo)];

    const found = await new PostgresKeyVault(pool, masterKey).find([ann, nobody, bo, ann]);

    expect(found).toEqual(
      new Map([
        [ann, keys[0]],
        [bo, keys[1]],
      ]),
    );
  });

  it('is null for ever once it was destroyed, here at once and elsewhere within half a minute', async () => {
    const person = newPerson();
    let now = 0;
    const here = new PostgresKeyVault(pool, masterKey);
    const elsewhere = new PostgresKeyVault(pool, masterKey, { monotonicNow: () => now });
    const key = await elsewhere.obtain(person);

    await here.destroy(person);

    expect(await here.obtain(person)).toBeNull();
    expect(await elsewhere.obtain(person)).toEqual(key);
    now = 30_000;
    expect(await elsewhere.obtain(person)).toBeNull();
    expect((await new PostgresKeyVault(pool, masterKey).find([person])).get(person)).toBeNull();
    expect((await pool.query('select wrapped from person_keys where person_id = $1', [person])).rows).toEqual([
      { wrapped: null },
    ]);
  });

  it('can be destroyed before it was made', async () => {
    const person = newPerson();

    await new PostgresKeyVault(pool, masterKey).destroy(person);

    expect(await new PostgresKeyVault(pool, masterKey).obtain(person)).toBeNull();
  });

  it('lies wrapped: another master key, or the row of another person, does not open it', async () => {
    const [ann, bo] = [newPerson(), newPerson()];
    const key = await new PostgresKeyVault(pool, masterKey).obtain(ann);
    const { rows } = await pool.query<{ wrapped: Buffer }>('select wrapped from person_keys where person_id = $1', [
      ann,
    ]);
    await pool.query(
      'insert into person_keys (person_id, wrapped) select $1, wrapped from person_keys where person_id = $2',
      [bo, ann],
    );

    expect(key === null ? -1 : rows[0]?.wrapped.indexOf(key)).toBe(-1);
    await expect(new PostgresKeyVault(pool, new MasterKey(Buffer.alloc(32, 8))).find([ann])).rejects.toThrow(
      'The master key does not open the key of person',
    );
    await expect(new PostgresKeyVault(pool, masterKey).find([bo])).rejects.toThrow('does not open the key');
  });
});
