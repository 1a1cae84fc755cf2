import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
let paid: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;
let payout: Record<string, unknown>;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  paid = await books.submittedPayment();
  const payoutId = text(await books.outcome(paid, { outcome: 'paid_out' }, 'paid_out'), 'payoutId');
  payout = await product.eventually(async () => {
    expect((await books.items('/api/receipts'))[0]).toMatchObject({ number: 'R-000001' });
    return books.read(`/api/payouts/${payoutId}`);
  });
});

afterAll(() => product.stop());

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

async function search(q: string, options: object = {}): Promise<readonly Found[]> {
  const { status, json } = await product.api('GET', `/api/search?q=${encodeURIComponent(q)}`, undefined, options);
  expect(status).toBe(200);
  return json['items'] as readonly Found[];
}

const kindsOf = (found: readonly Found[]) => found.map(({ kind }) => kind);

describe('the search', () => {
  it('finds a customer by part of a word, with what stands below them', async () => {
    const found = await search('paye');
    expect(found[0]).toEqual({ kind: 'customer', id: paid.customerId, title: 'Ada Payer', subtitle: null });
    expect(kindsOf(found)).toEqual(['customer', 'mandate', 'sales_order', 'payment', 'receipt']);
    expect(found[3]).toMatchObject({
      id: paid.paymentId,
      title: 'Ada Payer',
      subtitle: expect.stringMatching(/^120.00 GBP · 2026-/) as unknown,
    });
    expect(found[4]).toMatchObject({ title: 'R-000001', subtitle: 'Ada Payer · 120.00 GBP' });
  });

  it('finds whole ids and numbers, ours and GoCardless’s, first', async () => {
    const firstOf = async (q: string) => (await search(q)).slice(0, 1).map(({ kind, id }) => [kind, id]);
    expect(await firstOf(paid.customerId)).toEqual([['customer', paid.customerId]]);
    expect(await firstOf(paid.paymentId)).toEqual([['payment', paid.paymentId]]);
    expect(await firstOf(paid.gocardlessPaymentId)).toEqual([['payment', paid.paymentId]]);
    expect(await firstOf(paid.order.id)).toEqual([['sales_order', paid.order.id]]);
    expect((await firstOf('r-000001'))[0]?.[0]).toBe('receipt');
    expect(await firstOf(text(payout, 'id'))).toEqual([['payout', payout['id']]]);
    expect(await firstOf(text(payout, 'reference').slice(2))).toEqual([['payout', payout['id']]]);
  });

  it('finds nothing in other connections, and nothing that is not there', async () => {
    const key = await product.makeKey('auditor', { connectionIds: ['con_other'] });
    for (const q of ['paye', paid.paymentId, 'R-000001']) expect(await search(q, { key })).toEqual([]);
    expect(await search('nobody at all')).toEqual([]);
    expect(await search('%')).toEqual([]);
  });

  it('wants words, and is not for collectors', async () => {
    expect(problemOf(await product.api('GET', '/api/search'))).toEqual([422, 'validation_failed', 'q']);
    expect(problemOf(await product.api('GET', '/api/search?q=%20'))).toEqual([422, 'validation_failed', 'q']);
    expect(
      (await product.api('GET', '/api/search?q=ada', undefined, { key: await product.makeKey('collector') })).status,
    ).toBe(403);
  });
});
