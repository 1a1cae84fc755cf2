import { Bookkeeping, problemOf } from '../../../../test/support/bookkeeping';
import { type Answered, type Product, startProduct } from '../../../../test/support/product';

/** What is asked for by a day is asked for by the whole of that day, where the books are kept. */
describe('A day', () => {
  let product: Product;
  let books: Bookkeeping;
  /** Paid out in the last half minute of the Sunday on which the clocks of London go forward, and of the day after. */
  let sunday: string;
  let monday: string;

  const ask = (path: string, key?: string): Promise<Answered> =>
    product.api('GET', path, undefined, key === undefined ? {} : { key });
  const zoneOf = async (path: string, key?: string) => {
    const { status, headers } = await ask(path, key);
    return [status, headers.get('x-time-zone')];
  };

  beforeAll(async () => {
    product = await startProduct({ now: '2026-03-27T10:00:00.000Z' });
    expect(await zoneOf('/api/customers?asOf=2026-03-27')).toEqual([200, 'UTC']);
    books = await Bookkeeping.begin(product);
    const paidOutAt = async (time: string) => {
      const { customerId } = await books.linkedCustomer();
      const plan = { count: 1, firstDueDate: '2026-05-01', interval: 'month' };
      const [instalment = ''] = (await books.order(customerId, { plan })).scheduledPayments;
      const paymentId = await books.submit(instalment);
      const { gocardlessPaymentId } = await books.read(`/api/payments/${paymentId}`);
      const payment = { paymentId, gocardlessPaymentId: String(gocardlessPaymentId) };
      await product.control('/clock', { advanceTo: time });
      await books.outcome(payment, { outcome: 'paid_out' }, 'paid_out');
      return payment.paymentId;
    };
    sunday = await paidOutAt('2026-03-29T22:59:30.000Z');
    monday = await paidOutAt('2026-03-30T22:59:30.000Z');
    await product.control('/clock', { advanceTo: '2026-03-31T10:00:00.000Z' });
  }, 60_000);

  afterAll(() => product.stop());

  it.each(['asOf', 'effectiveAt'])(
    'of %s ends when the next one begins in the zone of the connection',
    async (name) => {
      const receipts = async (moment: string) => {
        const items = await books.items(`/api/receipts?${name}=${moment}&kind=receipt`);
        return items.map(({ paymentId }) => paymentId);
      };
      expect(await receipts('2026-03-28')).toEqual([]);
      expect(await receipts('2026-03-29')).toEqual([sunday]);
      expect(await receipts('2026-03-29T22:59:59.999Z')).toEqual([sunday]);
      expect(await receipts('2026-03-29T22:59:00Z')).toEqual([]);
      expect(await receipts('2026-03-30')).toEqual([sunday, monday]);
      expect(await receipts('9999-12-31')).toEqual([sunday, monday]);
      expect(await receipts('0001-01-01')).toEqual([]);
    },
  );

  it('is answered with the zone in which it ends, wherever it can be asked for', async () => {
    for (const path of [
      '/api/payments',
      '/api/payments/summary',
      `/api/payments/${sunday}`,
      '/api/ledger/trial-balance',
    ]) {
      expect([path, ...(await zoneOf(`${path}?asOf=2026-03-30`))]).toEqual([path, 200, 'Europe/London']);
      expect([path, ...(await zoneOf(`${path}?asOf=2026-03-30T22:00:00Z`))]).toEqual([path, 200, null]);
      expect([path, ...(await zoneOf(path))]).toEqual([path, 200, null]);
    }
    expect(await zoneOf('/api/ledger/trial-balance?effectiveAt=2026-03-30&format=csv')).toEqual([200, 'Europe/London']);
    expect(await zoneOf('/api/keys?asOf=2026-03-30')).toEqual([200, 'UTC']);
  });

  it('needs one zone', async () => {
    const connected = await product.api('POST', '/api/connections', {
      name: 'Down under',
      environment: 'sandbox',
      accessToken: await product.addOrganisation('Down Under Ltd'),
      webhookSecrets: ['a-secret-of-the-connection-down-under'],
      timeZone: 'Pacific/Auckland',
    });
    expect(connected.status).toBe(201);
    const { connectionId } = books.connection;
    expect(problemOf(await ask('/api/payments?asOf=2026-03-30'))).toEqual([422, 'zone_needed']);
    expect(problemOf(await ask(`/api/payments/${sunday}?effectiveAt=2026-03-30`))).toEqual([422, 'zone_needed']);
    expect(await zoneOf('/api/payments?asOf=2026-03-30T12:00:00Z')).toEqual([200, null]);
    expect(await zoneOf(`/api/payments?asOf=2026-03-30&connectionId=${connectionId}`)).toEqual([200, 'Europe/London']);
    const other = `/api/payments?asOf=2026-03-30&connectionId=${String(connected.json['id'])}`;
    expect(await zoneOf(other)).toEqual([200, 'Pacific/Auckland']);
    const key = await product.makeKey('auditor', { connectionIds: [connectionId] });
    expect(await zoneOf('/api/payments?asOf=2026-03-30', key)).toEqual([200, 'Europe/London']);
    // A range counts each row where its own books are kept.
    expect((await ask('/api/ledger/transactions?effectiveAtFrom=2026-03-29&effectiveAtTo=2026-03-29')).status).toBe(
      200,
    );
  });
});
