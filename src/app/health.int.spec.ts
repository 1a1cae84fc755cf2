import { type Product, startProduct } from '../../test/support/product';

describe('the readiness of a running product', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  });

  afterAll(() => product.stop());

  const ready = async () => {
    const { status, json } = await product.api('GET', '/health/ready', undefined, { key: null });
    return { httpStatus: status, ...json };
  };

  it('is green, with each of its parts', async () => {
    await product.eventually(async () => {
      expect(await ready()).toMatchObject({
        httpStatus: 200,
        status: 'ready',
        checks: {
          process: { ready: true },
          database: { ready: true },
          eventStore: { ready: true },
          readModels: { ready: true, lag: { receipts: { state: 'live' } } },
          processes: { ready: true, states: { submission: 'running' } },
        },
      });
    });
  });

  it('is red while one of its read models is not prepared', async () => {
    const { pool, schema } = product.runtime.readModelDatabase;
    await pool.query(`update ${schema}.checkpoints set state = 'building' where read_model = 'receipts'`);
    expect(await ready()).toMatchObject({
      httpStatus: 503,
      status: 'not_ready',
      checks: { readModels: { ready: false, reason: 'receipts: not_prepared' } },
    });
    await pool.query(`update ${schema}.checkpoints set state = 'active' where read_model = 'receipts'`);
    expect(await ready()).toMatchObject({ httpStatus: 200 });
  });
});
