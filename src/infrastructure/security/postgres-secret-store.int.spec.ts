import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { createPool } from '../../postgres/pool';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { MasterKey } from './master-key';
import { PostgresSecretStore } from './postgres-secret-store';

let database: TestDatabase;
let pool: Pool;
let store: PostgresSecretStore;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 4 });
  store = new PostgresSecretStore(pool, new MasterKey(Buffer.alloc(32, 7)));
});

beforeEach(async () => {
  await pool.query('truncate connection_access_tokens, connection_webhook_secrets');
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('Secrets of connections', () => {
  it('are given back, each kind replaced by itself', async () => {
    await store.save('con_1', { accessToken: 'token one', webhookSecrets: ['old', 'new', 'new'] });
    await store.save('con_1', { accessToken: 'token two' });
    await store.save('con_2', { webhookSecrets: ['other'] });

    expect(await store.accessToken('con_1')).toBe('token two');
    expect(await store.accessToken('con_2')).toBeNull();
    expect(await store.webhookSecrets('con_1')).toEqual(['old', 'new']);
    expect(await store.all()).toEqual([
      { connectionId: 'con_1', webhookSecrets: ['old', 'new'] },
      { connectionId: 'con_2', webhookSecrets: ['other'] },
    ]);
    await store.save('con_1', { webhookSecrets: ['new'] });
    expect(await store.webhookSecrets('con_1')).toEqual(['new']);
  });

  it('are not shared by two connections: then nothing is kept', async () => {
    await store.save('con_1', { webhookSecrets: ['shared'] });
    await store.save('con_2', { accessToken: 'before', webhookSecrets: ['own'] });

    const outcome = await store.save('con_2', { accessToken: 'after', webhookSecrets: ['own', 'shared'] });

    expect(outcome).toBe('secret_in_use');
    expect(await store.accessToken('con_2')).toBe('before');
    expect(await store.webhookSecrets('con_2')).toEqual(['own']);
  });

  it('leave one of two connections that take the same secret at the same time', async () => {
    const outcomes = await Promise.all(['con_1', 'con_2'].map((id) => store.save(id, { webhookSecrets: ['raced'] })));

    expect(outcomes.sort()).toEqual(['saved', 'secret_in_use']);
  });

  it('are replaced whole when two savings for one connection meet', async () => {
    const lists = [
      ['a', 'b'],
      ['b', 'c'],
    ];

    const outcomes = await Promise.all(lists.map((webhookSecrets) => store.save('con_1', { webhookSecrets })));

    expect(outcomes).toEqual(['saved', 'saved']);
    expect(lists).toContainEqual(await store.webhookSecrets('con_1'));
  });

  it('lie encrypted, each for its connection and use', async () => {
    const token = randomBytes(20).toString('hex');
    await store.save('con_1', { accessToken: token, webhookSecrets: [token] });

    const { rows } = await pool.query<{ row: string }>(
      `select sealed::text as row from connection_access_tokens
       union all select sealed::text || secret_hash::text from connection_webhook_secrets`,
    );
    expect(rows).toHaveLength(2);
    expect(rows.some(({ row }) => row.includes(Buffer.from(token).toString('hex')))).toBe(false);
    await pool.query(`update connection_access_tokens set connection_id = 'con_9'`);
    await expect(store.accessToken('con_9')).rejects.toThrow('does not open the access-token of connection con_9');
    await pool.query(
      `insert into connection_access_tokens select connection_id, sealed from connection_webhook_secrets`,
    );
    await expect(store.accessToken('con_1')).rejects.toThrow('does not open the access-token of connection con_1');
    const error: unknown = await store.accessToken('con_1').catch((reason: unknown) => reason);
    expect(String(error)).not.toContain(token);
  });
});
