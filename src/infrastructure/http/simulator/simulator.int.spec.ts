import { Bookkeeping, problemOf } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

const SECRET = 'webhook-secret-of-the-playground';

describe('a playground', () => {
  let product: Product;

  beforeAll(async () => {
    const configuration = { simulatorAccessToken: 'sandbox-token-for-the-simulator', simulatorWebhookSecret: SECRET };
    product = await startProduct({ now: '2026-06-01T10:00:00.000Z', configuration });
    await product.control('/webhook-endpoints', { url: `${product.url}/webhooks/gocardless`, secret: SECRET });
  });

  afterAll(() => product.stop());

  const read = async () => (await product.api('GET', '/api/simulator')).json;

  it('is for admins alone', async () => {
    for (const role of ['accountant', 'auditor', 'collector'] as const) {
      const key = await product.makeKey(role);
      const answers = await Promise.all([
        product.api('GET', '/api/simulator', undefined, { key }),
        product.api('POST', '/api/simulator/time', { days: 1 }, { key }),
        product.api('POST', '/api/simulator/month', {}, { key }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
  });

  it('lets days pass, and no more than a month', async () => {
    expect(await read()).toMatchObject({
      isThere: true,
      now: expect.stringMatching(/^2026-06-01T10:/) as unknown,
      mayPlayMonth: true,
    });
    const passed = await product.api('POST', '/api/simulator/time', { days: 1 });
    expect([passed.status, passed.json]).toMatchObject([
      200,
      { now: expect.stringMatching(/^2026-06-02T10:/) as unknown },
    ]);
    for (const days of [0, 32, 1.5, '7', undefined]) {
      expect(problemOf(await product.api('POST', '/api/simulator/time', { days }))).toEqual([
        422,
        'validation_failed',
        'days',
      ]);
    }
  });

  it('plays a month of business once, however often it is asked for at once', async () => {
    const begun = await Promise.all([1, 2].map(() => product.api('POST', '/api/simulator/month', {})));
    expect(begun.map(({ status }) => status).sort()).toEqual([202, 409]);
    expect(problemOf(await product.api('POST', '/api/simulator/time', { days: 1 }))).toEqual([409, 'not_allowed_now']);
    const month = await product.eventually(async () => {
      const { month: played } = (await read()) as unknown as { month: { state: string; told: { text: string }[] } };
      expect(played.state).not.toBe('playing');
      return played;
    }, 120_000);
    expect(month.state).toBe('played');
    const told = month.told.map(({ text }) => text).join('\n');
    expect(told).toContain('12 customers linked to their mandates');
    expect(told).toMatch(/! Castle Cycles, \d+\.\d\d: failed, insufficient_funds/);
    expect(told).toMatch(/! Granary Bakery, .*failed after it was paid out/);
    expect(told).toMatch(/! Jubilee Books, .*charged back/);
    expect(told).toContain('* Jubilee Books: the bank decides for us');
    const { count } = (await product.api('GET', '/api/receipts/summary?kind=receipt')).json;
    expect(count).toBeGreaterThanOrEqual(30);
    expect((await read())['mayPlayMonth']).toBe(false);
    expect(problemOf(await product.api('POST', '/api/simulator/month', {}))).toEqual([409, 'not_allowed_now']);
  });

  it('sends what is due while days pass', async () => {
    const { connectionId } = ((await product.api('GET', '/api/connections')).json['items'] as { id: string }[]).map(
      ({ id }) => ({ connectionId: id }),
    )[0] ?? { connectionId: '' };
    const books = new Bookkeeping(product, { connectionId, webhookSecret: SECRET, accessToken: '' });
    const email = 'new@payer.example';
    await product.control('/customers', { givenName: 'New', familyName: 'Payer', email });
    const customerId = await books.customer({ name: 'New Payer' });
    await books.post(`/api/customers/${customerId}/mandates`, { email });
    const plan = { instalments: [{ dueDate: '2026-08-03', amount: 36_000 }] };
    await books.order(customerId, { plan });
    for (const [days, expected] of [
      [14, 0],
      [7, 1],
    ] as const) {
      await books.post('/api/simulator/time', { days });
      expect(await books.items(`/api/payments?customerId=${customerId}`)).toHaveLength(expected);
    }
  });
});

it('is not there where GoCardless is the real one', async () => {
  const product = await startProduct({ configuration: { simulatorControlToken: null } });
  try {
    expect((await product.api('GET', '/api/simulator')).json).toMatchObject({
      isThere: false,
      now: null,
      accessToken: null,
      webhookSecret: null,
      mayPlayMonth: false,
    });
    expect(problemOf(await product.api('POST', '/api/simulator/time', { days: 1 }))).toEqual([404, 'not_found']);
    expect(problemOf(await product.api('POST', '/api/simulator/month', {}))).toEqual([409, 'not_allowed_now']);
  } finally {
    await product.stop();
  }
});
