import { Bookkeeping, problemOf } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

const overview = async (options: object = {}) => (await product.api('GET', '/api/overview', undefined, options)).json;
const forecast = async (query: string) => (await product.api('GET', `/api/forecast?${query}`)).json;

beforeAll(async () => {
  product = await startProduct();
});

afterAll(() => product.stop());

it('names the open steps of a new installation', async () => {
  const { setUp, onItsWay, payouts, books: closed, lastDeliveryAt } = await overview();
  expect(setUp).toEqual(
    ['connection', 'delivery', 'company', 'customer', 'mandate', 'payment'].map((step) => ({ step, done: false })),
  );
  expect([onItsWay, payouts, closed, lastDeliveryAt]).toEqual([{ count: 0, sums: [] }, [], [], null]);
});

describe('the overview of a played business', () => {
  let paidOut: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;
  let sent: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;
  let before: string;

  beforeAll(async () => {
    books = await Bookkeeping.begin(product);
    paidOut = await books.submittedPayment();
    before = paidOut.order.position;
    await books.outcome(paidOut, { outcome: 'paid_out' }, 'paid_out');
    const failed = await books.submittedPayment();
    await books.outcome(failed, { outcome: 'failed', cause: 'insufficient_funds' }, 'failed');
    sent = await books.submittedPayment();
    await product.eventually(async () => {
      expect(await overview()).toMatchObject({
        payouts: [{ unmatched: 0, documentId: expect.any(String) as unknown }],
      });
    });
  }, 60_000);

  it('says what is on its way, what needs a person and what failed', async () => {
    const all = await overview();
    expect(all).toMatchObject({
      today: '2026-02-02',
      onItsWay: { count: 1, sums: [{ currency: 'GBP', amount: 12_000 }] },
      confirmed: { count: 0, sums: [] },
      heldAtGoCardless: { accounts: ['1100'], sums: [{ currency: 'GBP', amount: 0 }] },
      needsAPerson: { count: 0, oldestSince: null, types: [] },
      failures: {
        chargedFrom: '2025-11-04',
        groups: [{ cause: 'insufficient_funds', count: 1, currency: 'GBP', amount: 12_000 }],
      },
      payouts: [{ amount: 11_860, gross: 12_000, items: 2, unmatched: 0 }],
      books: [{ connectionId: books.connection.connectionId, closedThrough: null }],
      lastDeliveryAt: expect.any(String) as unknown,
    });
    const left = (all['setUp'] as readonly { step: string; done: boolean }[]).filter(({ done }) => !done);
    expect(left.map(({ step }) => step)).toEqual(['company']);
  });

  it('expects what was sent and what is planned, each on its day', async () => {
    const { chargeDate, expectedPaidOutDate } = await books.read(`/api/payments/${sent.paymentId}`);
    expect(expectedPaidOutDate).toEqual(expect.any(String));
    expect(String(expectedPaidOutDate) > String(chargeDate)).toBe(true);
    const { json } = await product.api('GET', '/api/scheduled-payments?isProcessed=false');
    const planned = json['items'] as readonly { expectedPaidOutDate: string; amount: number }[];
    expect(planned.length).toBe(6);
    const { days, withoutDate, late } = await forecast('currency=GBP&to=2026-12-31');
    const dates = [...new Set(planned.map((one) => one.expectedPaidOutDate))].sort();
    expect(days).toEqual([
      { date: expectedPaidOutDate, sent: 12_000, planned: 0, payments: 1 },
      ...dates.map((date) => {
        const due = planned.filter((one) => one.expectedPaidOutDate === date);
        return { date, sent: 0, planned: due.reduce((sum, { amount }) => sum + amount, 0), payments: due.length };
      }),
    ]);
    expect([withoutDate, late]).toEqual([0, 0]);
    expect(await forecast('currency=GBP&from=2026-12-01')).toMatchObject({ days: [], late: 12_000 });
    expect(await forecast('currency=EUR')).toMatchObject({ from: '2026-02-02', to: '2026-03-04', days: [] });
  });

  it('looks back, and keeps to the connections of the key', async () => {
    expect((await product.api('GET', `/api/overview?asOf=${before}`)).json).toMatchObject({
      onItsWay: { count: 0 },
      payouts: [],
    });
    const key = await product.makeKey('auditor', { connectionIds: ['con_other'] });
    expect(await overview({ key })).toMatchObject({ onItsWay: { count: 0 }, payouts: [], books: [] });
    const collector = await product.makeKey('collector');
    expect((await product.api('GET', '/api/overview', undefined, { key: collector })).status).toBe(403);
  });

  it('wants a currency, and a range that is one', async () => {
    expect(problemOf(await product.api('GET', '/api/forecast'))).toEqual([422, 'validation_failed', 'currency']);
    const odd = '/api/forecast?currency=GBP&from=2026-03-01&to=2026-02-01';
    expect(problemOf(await product.api('GET', odd))).toEqual([422, 'validation_failed', 'to']);
  });
});
