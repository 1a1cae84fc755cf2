import { Bookkeeping, list, problemOf, text } from '../support/bookkeeping';
import { type Product, startProduct } from '../support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  await product.control(`/creditors/${await creditorId()}`, { canCreateRefunds: true });
});

afterAll(() => product.stop());

async function atGoCardless(path: string): Promise<Record<string, unknown>> {
  const { simulator } = product;
  const headers = { authorization: `Bearer ${simulator.accessToken}`, 'gocardless-version': '2015-07-06' };
  return (await (await fetch(`${simulator.url}${path}`, { headers })).json()) as Record<string, unknown>;
}

async function creditorId(): Promise<string> {
  return text(list((await atGoCardless('/creditors'))['creditors'])[0], 'id');
}

/** What stands on an account: debit less credit. */
async function balanceOf(account: string): Promise<number> {
  const { accounts } = await books.read('/api/ledger/trial-balance?currency=GBP');
  const found = list(accounts).find((one) => text(one, 'account') === account) as
    { readonly debit: number; readonly credit: number } | undefined;
  return (found?.debit ?? 0) - (found?.credit ?? 0);
}

/** Lets a payment be collected, without being paid out, so that a refund has something to be taken from. */
async function collected(mandateId: string, amount: number): Promise<void> {
  const { payment } = await product.control('/payments', { mandate: mandateId, amount });
  await product.control(`/payments/${text(payment, 'id')}/outcomes`, { outcome: 'confirmed' });
}

async function mandate(): Promise<string> {
  const { customers } = await product.control('/customers', {});
  return text(list(customers)[0], 'mandate');
}

/** The refund as the list shows it, once its money has gone. */
function settled(refundId: string): Promise<Record<string, unknown>> {
  return product.eventually(async () => {
    const [refund] = await books.items(`/api/refunds?refundId=${refundId}`);
    if (refund?.['settled'] !== true) throw new Error(`not settled yet: ${JSON.stringify(refund)}`);
    return refund;
  });
}

const documentsOf = async (refundId: string) =>
  (await books.items(`/api/ledger/transactions?refundId=${refundId}`)).map(
    ({ kind, entries, paymentId, customerId }) => {
      const accounts = list(entries) as { readonly account: string; readonly debit: number; readonly credit: number }[];
      return { kind, paymentId, customerId, entries: accounts.map((one) => [one.account, one.debit - one.credit]) };
    },
  );

it('a refund against a linked mandate moves clearing by a document of its own, and clearing ends empty', async () => {
  const { customerId, mandateId } = await books.linkedCustomer();
  await product.control(`/creditors/${await creditorId()}`, { verificationStatus: 'in_review' });
  await collected(mandateId, 50_000);
  const { refund } = await product.control('/refunds', { mandate: mandateId, amount: 1234 });
  const refundId = text(refund, 'id');
  await product.control(`/creditors/${await creditorId()}`, { verificationStatus: 'successful' });
  await product.control('/clock', { advanceWorkingDays: 8 });

  const shown = await settled(refundId);
  expect(shown).toMatchObject({ id: refundId, paymentId: null, mandateId, customerId, amount: 1234, currency: 'GBP' });
  const document = {
    kind: 'refund',
    paymentId: null,
    customerId,
    entries: [
      ['1100', -1234],
      ['1200', 1234],
    ],
  };
  expect(await documentsOf(refundId)).toEqual([document]);
  await product.eventually(async () => {
    if ((await balanceOf('1100')) !== 0) throw new Error(`clearing is ${await balanceOf('1100')}`);
  });
  expect(await books.items('/api/incidents?resolved=false')).toEqual([]);
  const [receipt] = await books.items(`/api/receipts?refundId=${refundId}`);
  expect(receipt).toMatchObject({ kind: 'refund', amount: 1234, paymentId: null, customerId, refundId });
  const payouts = await books.items('/api/payouts');
  const items = (await Promise.all(payouts.map(({ id }) => books.read(`/api/payouts/${text({ id }, 'id')}`)))).flatMap(
    (payout) => list(payout['items']) as Record<string, unknown>[],
  );
  expect(items.filter(({ type }) => type === 'refund')).toMatchObject([{ refundId, matched: true, why: null }]);
  expect(items.filter(({ matched }) => matched === false)).toEqual([]);

  await product.control(`/refunds/${refundId}/outcomes`, { outcome: 'funds_returned' });
  await product.eventually(async () => {
    const returned = { kind: 'refund_returned', paymentId: null, customerId };
    expect(await documentsOf(refundId)).toMatchObject([document, returned]);
  });
});

it('one against a mandate that nobody knows is nobody’s until a link names the mandate', async () => {
  const mandateId = await mandate();
  await collected(mandateId, 40_000);
  const { refund } = await product.control('/refunds', { mandate: mandateId, amount: 700 });
  const refundId = text(refund, 'id');
  await product.control('/clock', { advanceWorkingDays: 8 });
  expect(await settled(refundId)).toMatchObject({ customerId: null });
  const nobodys = {
    kind: 'refund',
    customerId: null,
    entries: [
      ['1100', -700],
      ['2900', 700],
    ],
  };
  expect(await documentsOf(refundId)).toMatchObject([nobodys]);
  const before = await balanceOf('1100');

  const customerId = await books.customer();
  await books.post(`/api/customers/${customerId}/mandates`, { mandateId });
  await product.eventually(async () => {
    const owned = {
      customerId,
      entries: [
        ['1100', -700],
        ['1200', 700],
      ],
    };
    expect(await documentsOf(refundId)).toMatchObject([nobodys, { kind: 'correction' }, owned]);
  });
  expect(await balanceOf('1100')).toBe(before);
});

it('staff say whose one is, and the first who is named counts', async () => {
  const mandateId = await mandate();
  await collected(mandateId, 40_000);
  const { refund } = await product.control('/refunds', { mandate: mandateId, amount: 800 });
  const refundId = text(refund, 'id');
  await product.control('/clock', { advanceWorkingDays: 8 });
  await settled(refundId);
  const [first, second] = [await books.customer(), await books.customer()];
  const identify = (customerId: string, id = refundId) =>
    product.api('POST', `/api/refunds/${id}/identification`, { customerId });

  expect((await identify(first)).json).toMatchObject({ refundId, customerId: first });
  expect((await identify(first)).status).toBe(200);
  expect(problemOf(await identify(second))).toEqual([409, 'already_identified']);
  expect(problemOf(await identify('cus_nobody'))).toEqual([422, 'unknown_customer', 'customerId']);
  expect(problemOf(await identify(first, 'RF0NONE'))).toEqual([404, 'not_found']);
  await product.eventually(async () => {
    const [shown] = await books.items(`/api/refunds?customerId=${first}`);
    expect(shown).toMatchObject({ id: refundId, customerId: first, customerName: 'Ada Payer' });
  });
});
