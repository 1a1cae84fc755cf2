import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { type NewWork } from '../../application/ports/work-table';
import { createPool } from '../../postgres/pool';
import { PostgresWorkTable } from './postgres-work-table';

const AT = '2026-03-02T09:00:00.000Z';
const CONTEXT = { commandId: 'a-command' };
const REST = { due: ['sp_1'] };

let database: TestDatabase;
let pool: Pool;
let table: PostgresWorkTable;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool(database);
  table = new PostgresWorkTable(pool);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

beforeEach(() => pool.query('truncate work restart identity'));

const newWork = (id: string, fields: Partial<NewWork> = {}): NewWork => ({
  id,
  kind: 'scheduler_run',
  of: 3,
  connectionIds: 'all',
  startedBy: 'user:key_1',
  startedAt: AT,
  ...fields,
});

const die = (id: string) => pool.query(`update work set alive_at = now() - interval '16 seconds' where id = $1`, [id]);

it('begins once, counts up and never down, and keeps the end', async () => {
  expect(await table.begin(newWork('wrk_1', { connectionIds: ['con_1'] }), CONTEXT, REST)).toBe(true);
  expect(await table.begin(newWork('wrk_1'), CONTEXT, REST)).toBe(false);
  await table.alive('wrk_1', 2);
  await table.alive('wrk_1', 1);
  expect(await table.find('wrk_1')).toEqual({
    ...newWork('wrk_1', { connectionIds: ['con_1'] }),
    state: 'running',
    done: 2,
    result: null,
    errors: [],
    endedAt: null,
  });
  await table.end('wrk_1', { state: 'done', result: { sent: 3 } }, AT);
  await table.end('wrk_1', { state: 'failed', errors: [{ code: 'unexpected', message: 'Late.' }] }, AT);
  await table.alive('wrk_1', 0);
  expect(await table.find('wrk_1')).toMatchObject({
    state: 'done',
    done: 3,
    result: { sent: 3 },
    errors: [],
    endedAt: AT,
  });
});

it('gives work to one process at a time, once nobody has been at it for a while', async () => {
  await table.begin(newWork('wrk_1'), CONTEXT, REST);
  expect(await table.takeOver(AT)).toBeNull();
  await die('wrk_1');
  const taken = await Promise.all([table.takeOver(AT), table.takeOver(AT)]);
  expect(taken.filter((one) => one !== null)).toEqual([
    { work: await table.find('wrk_1'), context: CONTEXT, rest: REST },
  ]);
  await table.letGo('wrk_1', 'later');
  expect(await table.takeOver(AT)).toBeNull();
  await table.letGo('wrk_1', 'at_once');
  expect((await table.takeOver(AT))?.work.id).toBe('wrk_1');
});

it('lets work fail that ends every process, but not work that is let go in order', async () => {
  await table.begin(newWork('wrk_1'), CONTEXT, REST);
  for (let restart = 0; restart < 10; restart += 1) {
    await table.letGo('wrk_1', 'at_once');
    expect((await table.takeOver(AT))?.work.id).toBe('wrk_1');
  }
  const tries: unknown[] = [];
  for (let death = 0; death < 6; death += 1) {
    await die('wrk_1');
    tries.push((await table.takeOver(AT))?.work.id ?? null);
  }
  expect(tries).toEqual(['wrk_1', 'wrk_1', 'wrk_1', 'wrk_1', null, null]);
  expect(await table.find('wrk_1')).toMatchObject({ state: 'failed', errors: [{ code: 'unexpected' }], endedAt: AT });
});

it('keeps the last thousand that have ended, for thirty days', async () => {
  await pool.query(
    `insert into work (id, kind, state, started_by, started_at, context, rest, alive_at)
     select 'wrk_old_' || n, 'scheduler_run', case when n = 1 then 'running' else 'done' end, 'user:key_1', now(), '{}', '{}',
       case when n = 1010 then now() - interval '31 days' else now() end
     from generate_series(1, 1010) n`,
  );
  await table.begin(newWork('wrk_new'), CONTEXT, REST);
  const kept = (await table.list()).map(({ id }) => id);
  expect(kept.slice(0, 2)).toEqual(['wrk_old_1', 'wrk_old_11']);
  expect(kept.slice(-2)).toEqual(['wrk_old_1009', 'wrk_new']);
});
