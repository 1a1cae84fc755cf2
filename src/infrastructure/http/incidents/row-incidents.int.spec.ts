import { Bookkeeping, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
});

afterAll(() => product.stop());

/** A batch of one customer who owes 50.00, added as a payment, with its file for GoCardless. */
async function addedBatch() {
  const { customerId, mandateId } = await books.linkedCustomer();
  const { now } = await product.control('/clock');
  const balance = { amount: 5_000, currency: 'GBP', asOf: String(now) };
  const stated = await product.api('PUT', `/api/customers/${customerId}/balances`, balance);
  expect(stated.status).toBe(200);
  const exported = await books.post('/api/balance-exports', { currency: 'GBP', customerIds: [customerId] });
  const batch = text(exported.json, 'id');
  const added = await books.post(`/api/balance-exports/${batch}/payments`, {});
  const { text: csv } = await product.api('GET', `/api/balance-exports/${batch}/file.csv`);
  const [payment] = await books.items(`/api/payments?customerId=${customerId}&after=${text(added.json, 'position')}`);
  return { customerId, mandateId, batch, csv, paymentId: text(payment, 'id'), row: text(payment, 'exportRowId') };
}

async function upload(csv: string): Promise<void> {
  await product.control('/imports', { csv });
  await product.control('/webhooks/flush', {});
}

async function incidentsOf(customerId: string, query = 'resolved=false') {
  const position = await product.runtime.eventStore.head();
  return books.items(`/api/incidents?after=${position}&customerId=${customerId}&${query}`);
}

describe('a file of balances', () => {
  it('that is uploaded as it is gives no incident', async () => {
    const { customerId, csv, paymentId } = await addedBatch();
    await upload(csv);
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ status: 'pending_submission' });
    });
    expect(await incidentsOf(customerId)).toEqual([]);
  });

  it('that is uploaded twice', async () => {
    const { customerId, mandateId, csv, paymentId, row } = await addedBatch();
    await upload(csv);
    await upload(csv);
    const [duplicate] = await product.eventually(async () => {
      const open = await incidentsOf(customerId);
      expect(open).toMatchObject([{ type: 'duplicate_of_row', row, customerId, mandateId, resolvedAt: null }]);
      return open;
    });
    expect(duplicate?.['paymentId']).not.toBe(paymentId);
    expect(await books.read(`/api/payments/${text(duplicate, 'paymentId')}`)).toMatchObject({ origin: 'adopted' });
  });

  it('of which an amount was edited', async () => {
    const { customerId, csv, paymentId, row } = await addedBatch();
    const edited = csv.replace('50.00', '40.00');
    expect(edited).not.toBe(csv);
    await upload(edited);
    await product.eventually(async () => {
      expect(await incidentsOf(customerId)).toMatchObject([
        { type: 'amount_differs', paymentId, row, detail: '5000 in the file, 4000 at GoCardless' },
      ]);
    });
    expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ amount: 4_000 });
  });

  it('that is uploaded after it was given up', async () => {
    const { customerId, batch, csv, paymentId } = await addedBatch();
    await books.post(`/api/balance-exports/${batch}/cancellation`, {});
    await upload(csv);
    await product.eventually(async () => {
      expect(await incidentsOf(customerId)).toMatchObject([{ type: 'after_cancellation', paymentId }]);
    });
  });

  it('that is never uploaded, until its row is given up', async () => {
    const { customerId, batch, paymentId, row } = await addedBatch();
    expect(await incidentsOf(customerId)).toEqual([]);
    await product.control('/clock', { advanceWorkingDays: 2 });
    expect(await incidentsOf(customerId)).toMatchObject([{ type: 'row_not_seen', paymentId, row }]);
    await books.post(`/api/balance-exports/${batch}/cancellation`, {});
    await product.eventually(async () => {
      expect(await incidentsOf(customerId)).toEqual([]);
    });
    expect(await incidentsOf(customerId, 'resolved=true')).toMatchObject([
      { type: 'row_not_seen', resolvedBy: 'facts' },
    ]);
  });
});
