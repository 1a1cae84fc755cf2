import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
/** Paid out, and long enough ago for GoCardless to refund it. */
let paid: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  paid = await books.submittedPayment();
  await books.outcome(paid, { outcome: 'paid_out' }, 'paid_out');
  await product.control('/clock', { advanceDays: 28 });
  // GoCardless refunds out of what it has of ours: two payments that it has collected and not paid out.
  const { customerId, mandateId } = await books.linkedCustomer();
  for (const amount of [50_000, 50_000]) {
    const { payment } = await product.control('/payments', { mandate: mandateId, amount, currency: 'GBP' });
    await product.control(`/payments/${text(payment, 'id')}/outcomes`, { outcome: 'confirmed' });
  }
  await product.eventually(async () => {
    const confirmed = await books.items(`/api/payments?customerId=${customerId}&status=confirmed`);
    expect(confirmed).toHaveLength(2);
  });
}, 90_000);

afterAll(() => product.stop());

const refund = (paymentId: string, amount: unknown, key?: string) =>
  product.api('POST', `/api/payments/${paymentId}/refunds`, { amount }, key === undefined ? {} : { key });

/** Refunds as GoCardless has them. */
async function refundsThere(): Promise<readonly { readonly id: string; readonly amount: number }[]> {
  const { gocardlessPaymentId } = paid;
  const answer = await fetch(`${product.simulator.url}/refunds?payment=${gocardlessPaymentId}`, {
    headers: { authorization: `Bearer ${product.simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  const { refunds } = (await answer.json()) as { readonly refunds: readonly { id: string; amount: number }[] };
  return refunds;
}

describe('a refund', () => {
  it('is made at GoCardless in part', async () => {
    const asked = await refund(paid.paymentId, 2_000);
    expect([asked.status, asked.json['paymentId']]).toEqual([200, paid.paymentId]);
    expect((await refundsThere()).map(({ amount }) => amount)).toEqual([2_000]);
    expect(await books.read(`/api/payments/${paid.paymentId}`)).toMatchObject({ amountRefunded: 0 });
  }, 60_000);

  it('is made once when the answer to it is lost', async () => {
    await product.control('/faults', { method: 'POST', path: '/refunds', fault: 'resetAfterCommit', times: 1 });
    expect((await refund(paid.paymentId, 1_000)).status).toBe(200);
    expect((await refundsThere()).map(({ amount }) => amount)).toEqual([1_000, 2_000]);
  }, 60_000);

  it('is refused above what is left, also counting what was refunded in the dashboard', async () => {
    await product.control('/refunds', { payment: paid.gocardlessPaymentId, amount: 500 });
    const most = 12_000 - 2_000 - 1_000 - 500;
    expect(problemOf(await refund(paid.paymentId, most + 1))).toEqual([409, 'refund_too_large', 'amount']);
    const [one, other] = await Promise.all([refund(paid.paymentId, most), refund(paid.paymentId, most)]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect(await refundsThere()).toHaveLength(4);
  }, 60_000);

  it('is refused before the money was collected, and when GoCardless does not make it', async () => {
    const { mandateId } = await books.linkedCustomer();
    const { payment } = await product.control('/payments', { mandate: mandateId, amount: 700, currency: 'GBP' });
    const gocardlessPaymentId = text(payment, 'id');
    const early = await product.eventually(async () => {
      const [found] = await books.items(`/api/payments?gocardlessPaymentId=${gocardlessPaymentId}`);
      return { paymentId: text(found, 'id'), gocardlessPaymentId };
    });
    expect(problemOf(await refund(early.paymentId, 100))).toEqual([409, 'refund_not_allowed']);
    await books.outcome(early, { outcome: 'confirmed' }, 'confirmed');
    expect(problemOf(await refund(early.paymentId, 100))).toEqual([409, 'refund_not_allowed']);
  }, 60_000);

  it('is booked when it is settled', async () => {
    await product.control('/clock', { advanceWorkingDays: 5 });
    await product.eventually(async () => {
      const payment = await books.read(`/api/payments/${paid.paymentId}`);
      expect(payment).toMatchObject({ amountRefunded: 12_000, status: 'paid_out' });
    });
  }, 60_000);

  it('is a whole amount above zero, of a payment that is there, asked for by who keeps the books', async () => {
    for (const amount of [0, -5, 1.5, '100', null]) {
      expect(problemOf(await refund(paid.paymentId, amount))).toEqual([422, 'validation_failed', 'amount']);
    }
    expect((await refund('pay_00000000000000000000000000000000', 100)).status).toBe(404);
    expect((await refund(paid.paymentId, 100, await product.makeKey('auditor'))).status).toBe(403);
    expect((await refund(paid.paymentId, 100, await product.makeKey('collector'))).status).toBe(403);
  }, 60_000);
});
