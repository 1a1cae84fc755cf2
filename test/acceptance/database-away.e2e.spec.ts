import { type Gate, openGate } from '../support/gate';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type Product, startProduct } from '../support/product';

let database: TestDatabase;
let gate: Gate;
let product: Product;

beforeAll(async () => {
  database = await testDatabase();
  const url = new URL(database.url);
  gate = await openGate(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(gate.port);
  const { schema } = database;
  product = await startProduct({ configuration: { database: { kind: 'server', url: url.toString() }, schema } });
  await product.connect();
}, 60_000);

afterAll(async () => {
  await product.stop();
  await gate.shut();
  await database.drop();
});

const status = async (path: string) => (await fetch(`${product.url}${path}`)).status;

interface Sent {
  readonly deliveries: readonly { readonly responseCode: number | null }[];
}

describe('while the database is away', () => {
  it('is alive and not ready, refuses webhooks so that they are sent again, and then loses nothing', async () => {
    const { customers } = (await product.control('/customers', { givenName: 'Ada', familyName: 'Payer' })) as {
      customers: readonly { readonly mandate: string }[];
    };
    await product.eventually(async () => {
      expect(await status('/health/ready')).toBe(200);
    });
    await product.control('/deliveries', { mode: 'manual' });

    await gate.shut();
    const { payment } = (await product.control('/payments', {
      mandate: customers[0]?.mandate,
      amount: 4_550,
      currency: 'GBP',
    })) as { payment: { readonly id: string } };
    const refused = (await product.control('/webhooks/flush', {})) as unknown as Sent;
    expect(refused.deliveries.map(({ responseCode }) => responseCode)).toContain(503);
    expect(await status('/health/live')).toBe(200);
    expect(await status('/health/ready')).toBe(503);
    expect((await product.api('GET', '/api/payments')).status).toBe(503);

    await gate.open();
    await product.eventually(async () => {
      expect(await status('/health/ready')).toBe(200);
    });
    // GoCardless tries again as its clock goes on.
    await product.control('/clock', { advanceDays: 1 });
    await product.control('/webhooks/flush', {});
    await product.eventually(async () => {
      const { items } = (await product.api('GET', '/api/payments')).json as unknown as {
        items: readonly { readonly gocardlessPaymentId: string }[];
      };
      expect(items.map(({ gocardlessPaymentId }) => gocardlessPaymentId)).toEqual([payment.id]);
    });
  }, 90_000);
});
