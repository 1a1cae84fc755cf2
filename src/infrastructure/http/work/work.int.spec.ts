import { problemOf } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';
import { WORK_TABLE, type WorkTable } from '../../../application/ports/work-table';

const AT = '2026-02-02T10:00:00.000Z';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ workers: false });
  const table = product.app.get<WorkTable>(WORK_TABLE, { strict: false });
  const started = { kind: 'scheduler_run', of: 2, startedBy: 'user:key_1', startedAt: AT } as const;
  await table.begin({ id: 'wrk_all', connectionIds: 'all', ...started }, {}, { due: ['sp_1', 'sp_2'] });
  await table.begin({ id: 'wrk_one', connectionIds: ['con_1'], ...started }, {}, { due: [] });
  await table.end('wrk_one', { state: 'done', result: { sent: 2, position: 'pg.1' } }, AT);
});

afterAll(() => product.stop());

it('is followed by whoever reaches all connections that it may touch', async () => {
  const limited = { key: await product.makeKey('auditor', { connectionIds: ['con_1', 'con_2'] }) };
  const other = { key: await product.makeKey('accountant', { connectionIds: ['con_2'] }) };
  const idsFor = async (asking: { readonly key?: string }) => {
    const { json } = await product.api('GET', '/api/work', undefined, asking);
    return (json['items'] as readonly { readonly id: string }[]).map(({ id }) => id);
  };
  expect([await idsFor({}), await idsFor(limited), await idsFor(other)]).toEqual([
    ['wrk_all', 'wrk_one'],
    ['wrk_one'],
    [],
  ]);
  expect((await product.api('GET', '/api/work/wrk_one', undefined, limited)).json).toEqual({
    id: 'wrk_one',
    kind: 'scheduler_run',
    state: 'done',
    done: 2,
    of: 2,
    result: { sent: 2, position: 'pg.1' },
    errors: [],
    startedBy: 'user:key_1',
    startedAt: AT,
    endedAt: AT,
  });
  const foreign = await product.api('GET', '/api/work/wrk_one', undefined, other);
  expect([problemOf(foreign), problemOf(await product.api('GET', '/api/work/wrk_all', undefined, limited))]).toEqual([
    [404, 'not_found'],
    [404, 'not_found'],
  ]);
});

it('is filtered and counted, and is nothing for collectors', async () => {
  const running = await product.api('GET', '/api/work?state=running&sort=startedAt');
  expect(running.json['items']).toMatchObject([{ id: 'wrk_all', state: 'running', result: null }]);
  expect((await product.api('GET', '/api/work/summary?groupBy=state')).json).toMatchObject({ count: 2 });
  const collector = { key: await product.makeKey('collector') };
  expect(problemOf(await product.api('GET', '/api/work', undefined, collector))).toEqual([403, 'forbidden']);
  expect(problemOf(await product.api('GET', '/api/work?asOf=2026-02-02'))).toEqual([422, 'validation_failed', 'asOf']);
});
