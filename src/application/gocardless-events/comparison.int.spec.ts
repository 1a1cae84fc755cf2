import { Bookkeeping } from '../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../test/support/product';
import { Comparison } from './comparison';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
}, 60_000);

afterAll(() => product.stop());

/** Two nights, since only what lasts is written down; answers what differs then. */
async function compared(): Promise<readonly unknown[]> {
  const comparison = product.app.get(Comparison);
  await comparison.compareAll();
  await comparison.compareAll();
  const position = await product.runtime.eventStore.head();
  const incidents = await books.items(`/api/incidents?type=compare_failed&after=${position}`);
  return incidents.map(({ paymentId, detail }) => [paymentId, detail]);
}

const warnings = (): number => product.log.filter((line) => line.includes('differ from their events')).length;

describe('what GoCardless lists, held against its events', () => {
  it('is the same for a chargeback that was won back, which GoCardless has as confirmed', async () => {
    const wonBack = await books.submittedPayment();
    for (const status of ['submitted', 'confirmed', 'paid_out'])
      await books.outcome(wonBack, { outcome: status }, status);
    await books.outcome(wonBack, { outcome: 'charged_back' }, 'charged_back');
    await books.outcome(wonBack, { outcome: 'chargeback_cancelled' }, 'paid_out');
    const { payments } = await gocardless();
    expect(payments.map(({ id, status }) => [id, status])).toEqual([[wonBack.gocardlessPaymentId, 'confirmed']]);
    expect(await compared()).toEqual([]);
    expect(warnings()).toBe(0);
  }, 60_000);

  it('differs when the two say what can not both be', async () => {
    const payment = await books.submittedPayment();
    const links = { payment: payment.gocardlessPaymentId };
    // An event of which GoCardless's own list knows nothing.
    await product.control('/events', { resourceType: 'payments', action: 'failed', links, changeStatus: false });
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${payment.paymentId}`)).toMatchObject({ status: 'failed' });
    });
    expect(await compared()).toEqual([[payment.paymentId, 'pending_submission at GoCardless, failed here']]);
    expect(warnings()).toBe(2);
  }, 60_000);
});

async function gocardless() {
  const answer = await fetch(`${product.simulator.url}/payments`, {
    headers: { authorization: `Bearer ${books.connection.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  return (await answer.json()) as { payments: readonly { id: string; status: string }[] };
}
