import { ALL_READ_MODELS } from '../../src/read-models/all-read-models';
import { rebuild } from '../../src/read-models/engine/rebuild';
import { Bookkeeping } from '../support/bookkeeping';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { type Answered, type Product, startProduct } from '../support/product';

/** The product with its log in EventStoreDB (a fake on loopback): the main job, and what happens when the server does not play along. */
let fake: FakeEventStoreDB;
let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  fake = await FakeEventStoreDB.start();
  const eventStore = { kind: 'eventstoredb', url: fake.url } as const;
  product = await startProduct({ configuration: { eventStore, streamPrefix: 'ledger.' } });
  books = await Bookkeeping.begin(product);
}, 60_000);

afterAll(async () => {
  // Calls that wait for an answer end at once.
  fake.kill();
  await product.stop();
});

interface Ready {
  readonly status: string;
  readonly checks: Readonly<Record<string, { readonly ready: boolean; readonly reason?: string }>>;
}

const ready = async (): Promise<Ready> =>
  (await product.api('GET', '/health/ready', undefined, { key: null })).json as unknown as Ready;

const eventuallyReady = () =>
  product.eventually(async () => {
    expect(await ready()).toMatchObject({ status: 'ready' });
  });

const register = (name: string): Promise<Answered> =>
  product.api('POST', '/api/customers', { name, connectionId: books.connection.connectionId });

const customers = async (): Promise<readonly unknown[]> =>
  (await books.items('/api/customers?limit=500')).map(({ id }) => id);

describe('with the log in EventStoreDB', () => {
  it('money becomes a receipt, a booking and a payout, is lost again, and a rebuild finds the same', async () => {
    const submitted = await books.submittedPayment();
    for (const status of ['submitted', 'confirmed', 'paid_out']) {
      await books.outcome(submitted, { outcome: status }, status);
    }
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${submitted.paymentId}`)).toMatchObject({ receipts: ['R-000001'] });
    });
    await books.outcome(submitted, { outcome: 'failed' }, 'failed');
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${submitted.paymentId}`)).toMatchObject({
        flags: { lateFailure: true },
        receipts: ['R-000001', 'R-000002'],
      });
      expect(await books.read(`/api/sales-orders/${submitted.order.id}`)).toMatchObject({ receiptedTotal: 0 });
    });
    const balance = await books.read('/api/ledger/trial-balance?currency=GBP');
    expect(balance['totalDebit']).toBe(balance['totalCredit']);
    const { readModelDatabase: database, eventStore: store } = product.runtime;
    const rebuilt = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
    expect(rebuilt.differences).toEqual([]);
    expect(Object.keys(balance['accounts'] as object).length).toBeGreaterThan(2);
  }, 60_000);

  it('lag is told in milliseconds; of events nobody knows the number', async () => {
    await eventuallyReady();
    const { checks } = await ready();
    expect(checks['readModels']).toMatchObject({ lag: { receipts: { lagEvents: null, lagMilliseconds: 0 } } });
  });
});

describe('while the server is away', () => {
  it('nothing new is taken, what is known is shown, readiness says why; then all goes on and nothing is lost', async () => {
    const kept = await register('Before');
    expect(kept.status).toBe(201);
    await product.eventually(async () => {
      expect(await customers()).toContain(kept.json['id']);
    });

    fake.kill();
    expect((await product.api('GET', '/health/live', undefined, { key: null })).status).toBe(200);
    const red = await ready();
    expect(red.status).toBe('not_ready');
    expect(red.checks['eventStore']).toEqual({
      ready: false,
      reason: expect.stringContaining('EventStoreDB can not be reached. Start it') as string,
    });
    expect(await register('Refused')).toMatchObject({ status: 503, json: { code: 'store_unavailable' } });
    expect((await product.api('POST', '/webhooks/gocardless', {}, { key: null })).status).not.toBe(204);
    expect(await customers()).toContain(kept.json['id']);
    const shown = await books.items('/api/payments');
    expect(shown).toHaveLength(1);

    await fake.restart();
    await eventuallyReady();
    const later = await register('After');
    expect(later.status).toBe(201);
    await product.eventually(async () => {
      expect(await customers()).toEqual(expect.arrayContaining([kept.json['id'], later.json['id']]));
      expect(await customers()).toHaveLength(3);
    });
  }, 60_000);

  it('webhooks are refused, so that they are sent again, and then all of them arrive once', async () => {
    await product.control('/deliveries', { mode: 'manual' });
    const { customers: payers } = (await product.control('/customers', {})) as {
      customers: readonly { readonly mandate: string }[];
    };
    // What these have brought must not be on its way when the server goes.
    await product.control('/webhooks/flush', {});
    fake.kill();
    const { payment } = (await product.control('/payments', {
      mandate: payers[0]?.mandate,
      amount: 4_550,
      currency: 'GBP',
    })) as { payment: { readonly id: string } };
    const refused = (await product.control('/webhooks/flush', {})) as unknown as {
      readonly deliveries: readonly { readonly responseCode: number | null }[];
    };
    expect(refused.deliveries.map(({ responseCode }) => responseCode)).toContain(503);

    await fake.restart();
    await eventuallyReady();
    await product.control('/clock', { advanceDays: 1 });
    await product.control('/webhooks/flush', {});
    await product.eventually(async () => {
      const found = await books.items('/api/payments');
      expect(found.filter(({ gocardlessPaymentId }) => gocardlessPaymentId === payment.id)).toHaveLength(1);
    });
    await product.control('/deliveries', { mode: 'automatic' });
  }, 60_000);

  it('readiness names wrong credentials', async () => {
    fake.mood = 'refuses-user';
    const red = await ready();
    fake.mood = 'well';
    expect(red.checks['eventStore']?.reason).toContain('refused the user or the password of EVENTSTOREDB_URL');
    await eventuallyReady();
  });
});

describe('after somebody deleted a stream in the server', () => {
  it('what needs it is refused, and the log names the stream and what to do; the rest goes on', async () => {
    const { json } = await register('Deleted');
    const id = String(json['id']);
    await product.eventually(async () => {
      expect(await customers()).toContain(id);
    });
    fake.log.tombstone(`ledger.customer-${id}`);

    const change = await product.api('PATCH', `/api/customers/${id}`, { name: 'Other' });

    expect(change).toMatchObject({ status: 500, json: { code: 'log_damaged' } });
    expect(change.text).not.toContain(id);
    expect(product.log.join('')).toMatch(
      new RegExp(`Stream customer-${id} was deleted or truncated[^]*restore the store`),
    );
    expect((await register('Another')).status).toBe(201);
  });
});

describe('while the server says nothing', () => {
  it('readiness is red, and what is known is shown', async () => {
    fake.mood = 'silent';
    const red = await ready();
    expect(red.checks['eventStore']).toEqual({ ready: false, reason: 'no answer within 2000 ms' });
    expect(await customers()).not.toHaveLength(0);
  });
});
