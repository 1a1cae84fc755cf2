import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
});

afterAll(() => product.stop());

async function paidOut() {
  const made = await books.submittedPayment();
  return { ...made, payoutId: text(await books.outcome(made, { outcome: 'paid_out' }, 'paid_out'), 'payoutId') };
}

const SUMMARY =
  'id amount fees currency status reference arrivalDate fx connectionId gross losses refunds feesTax items unmatched difference documentId'.split(
    ' ',
  );

describe('a payout', () => {
  it('shows its items, each matched with what it concerns', async () => {
    const { payoutId, paymentId, gocardlessPaymentId, customerId } = await paidOut();
    const payout = await product.eventually(async () => {
      const read = await books.read(`/api/payouts/${payoutId}`);
      expect(read).toMatchObject({ itemsState: 'listed', documentId: expect.any(String) as unknown });
      expect(JSON.stringify(read['items'])).toContain('R-000001');
      return read;
    });
    const explained = { why: null, customerId, customerName: 'Ada Payer', documentId: null, receiptNumber: null };
    expect(payout).toEqual({
      id: payoutId,
      amount: 11_860,
      fees: 140,
      currency: 'GBP',
      status: 'paid',
      reference: expect.any(String) as unknown,
      arrivalDate: expect.stringMatching(/^2026-02-/) as unknown,
      fx: null,
      connectionId: books.connection.connectionId,
      items: [
        {
          type: 'payment_paid_out',
          amount: '12000.0',
          paymentId,
          matched: true,
          gocardlessPaymentId,
          refundId: null,
          ...explained,
          documentId: expect.stringMatching(/^doc_/) as unknown,
          receiptNumber: 'R-000001',
        },
        {
          type: 'gocardless_fee',
          amount: '-140.0',
          paymentId,
          matched: true,
          gocardlessPaymentId,
          refundId: null,
          ...explained,
        },
      ],
      unexplained: [],
      itemsState: 'listed',
      gross: 12_000,
      losses: 0,
      refunds: 0,
      feesTax: expect.any(Number) as unknown,
      unmatched: 0,
      difference: null,
      documentId: expect.stringMatching(/^doc_/) as unknown,
    });
    expect(await books.items(`/api/payouts/${payoutId}/items?matched=true`)).toEqual(payout['items']);
    expect(await books.items(`/api/payouts/${payoutId}/items?matched=false`)).toEqual([]);
    const [summary] = await books.items('/api/payouts?status=paid&currency=GBP');
    expect(Object.keys(summary ?? {})).toEqual(SUMMARY);
    expect({ ...payout, items: 2 }).toMatchObject(summary ?? {});
  });

  it('that bounces says so, also in the list, and not before', async () => {
    const { payoutId, order } = await paidOut();
    await product.eventually(async () => {
      expect(await books.read(`/api/payouts/${payoutId}`)).toMatchObject({ status: 'paid' });
    });
    await product.control(`/payouts/${payoutId}/outcomes`, { outcome: 'bounced' });
    await product.eventually(async () => {
      expect(await books.read(`/api/payouts/${payoutId}`)).toMatchObject({ status: 'bounced' });
    });
    const bounced = await books.items('/api/payouts?status=bounced');
    expect(bounced.map(({ id }) => id)).toEqual([payoutId]);
    expect((await product.api('GET', `/api/payouts/${payoutId}?asOf=${order.position}`)).status).toBe(404);
    const csv = await product.api('GET', '/api/payouts', undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(header).toBe(
      'Id,Amount,Fees,Currency,Status,Reference,Arrival date,Bank currency,Bank amount,Connection id,' +
        'Gross,Losses,Refunds,Fees tax,Items,Unmatched,Difference,Document id',
    );
    expect(rows.at(-1)?.startsWith(`${payoutId},118.60,1.40,GBP,bounced,`)).toBe(true);
  });

  it('that is not there is 404, and a filter that is wrong 422', async () => {
    expect(problemOf(await product.api('GET', '/api/payouts/PO000'))).toEqual([404, 'not_found']);
    expect(problemOf(await product.api('GET', '/api/payouts/PO000/items'))).toEqual([404, 'not_found']);
    expect(problemOf(await product.api('GET', '/api/payouts?status=lost'))).toEqual([
      422,
      'validation_failed',
      'status',
    ]);
  });
});
