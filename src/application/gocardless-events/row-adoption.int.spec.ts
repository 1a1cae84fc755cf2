import { randomBytes } from 'node:crypto';
import { Bookkeeping, type LinkedCustomer, text } from '../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../test/support/product';
import { executor, writeBatch } from '../../../test/support/sealed-batch';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { type ExportRow } from '../../domain/balance-exports/events';
import { awaitedPayment } from '../../domain/balance-exports/row-payment';
import { placeOfRow, rowPaymentId } from '../../domain/balance-exports/rows';
import { paymentDecider } from '../../domain/payments/payment';
import { EXPORT_ROW_TAG } from '../../domain/shared/gocardless-event';
import { derivedId } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
}, 60_000);

afterAll(() => product.stop());

const HEADER =
  'mandate.id,customer.id,customer.given_name,customer.family_name,customer.company_name,customer.email,' +
  'payment.amount,payment.currency,payment.description,payment.charge_date,payment.metadata.export_row';

/** A batch with one row of 100.00 for each customer. */
function batchOf(customers: readonly LinkedCustomer[], end: 'sealed' | 'open' | 'abandoned' = 'sealed') {
  const rows = customers.map((customer) => ({ ...customer, amount: 10_000 }));
  const balanceExportId = `bex_${randomBytes(16).toString('hex')}`;
  const { connectionId } = books.connection;
  return writeBatch(product.runtime.eventStore, { balanceExportId, connectionId, rows, end });
}

/** One row for a customer who is made for it. */
async function oneRow(end: 'sealed' | 'open' | 'abandoned' = 'sealed') {
  const customer = await books.linkedCustomer();
  const [row] = await batchOf([customer], end);
  if (row === undefined) throw new Error('The batch has a row.');
  return { ...row, ...customer };
}

/** Somebody uploads the file in GoCardless's dashboard; answers the ids of its payments there. */
async function upload(rows: readonly ExportRow[], amount = '100.00'): Promise<readonly string[]> {
  const lines = await Promise.all(
    rows.map(async ({ mandateId, rowId }) => {
      const payer = await product.eventually(async () => {
        const [mandate] = await books.items(`/api/mandates?mandateId=${mandateId}`);
        return text(mandate, 'gocardlessCustomerId');
      });
      return `${mandateId},${payer},,,,,${amount},GBP,,,${rowId}`;
    }),
  );
  const { payments } = await product.control('/imports', { csv: [HEADER, ...lines, ''].join('\r\n') });
  return (payments as readonly object[]).map((one) => text(one, 'payment'));
}

/** Somebody makes a payment with a tag by hand; answers its id. */
async function make(mandate: string, rowId: string, token = books.connection.accessToken): Promise<string> {
  const metadata = { [EXPORT_ROW_TAG]: rowId };
  const { payment } = await product.control('/payments', { mandate, amount: 10_000, currency: 'GBP', metadata, token });
  return text(payment, 'id');
}

/** The payment here that a payment at GoCardless has become, once it has. */
function paymentOf(gocardlessPaymentId: string) {
  return product.eventually(async () => {
    const [payment] = await books.items(`/api/payments?gocardlessPaymentId=${gocardlessPaymentId}`);
    if (payment === undefined) throw new Error(`${gocardlessPaymentId} is not here yet.`);
    return payment;
  });
}

const typesOf = async (paymentId: string) =>
  (await product.runtime.eventStore.read(streams.payment(paymentId))).map(({ type }) => type);

const adoptedId = (gocardlessPaymentId: string) => derivedId('pay', books.connection.connectionId, gocardlessPaymentId);

describe('a payment of an uploaded file', () => {
  it('is bound to its row although nobody has added the batch, and its own amount counts', async () => {
    const rows = await batchOf([await books.linkedCustomer(), await books.linkedCustomer()]);
    const [first = '', second = ''] = await upload(rows, '100.01');
    for (const [index, gocardlessPaymentId] of [first, second].entries()) {
      const row = rows[index];
      expect(await paymentOf(gocardlessPaymentId)).toMatchObject({
        id: rowPaymentId(row?.rowId ?? ''),
        customerId: row?.customerId,
        origin: 'balance_export',
        amount: 10_001,
        status: 'pending_submission',
      });
    }
    expect((await typesOf(rowPaymentId(rows[0]?.rowId ?? ''))).slice(0, 2)).toStrictEqual([
      'PaymentAwaited',
      'PaymentSubmitted',
    ]);
  }, 60_000);

  it('is adopted by itself and flagged when the file was uploaded twice', async () => {
    const row = await oneRow();
    const [first = ''] = await upload([row]);
    await paymentOf(first);
    const [second = ''] = await upload([row]);
    expect(await paymentOf(second)).toMatchObject({
      id: adoptedId(second),
      customerId: row.customerId,
      origin: 'adopted',
      suspicion: { kind: 'duplicate_of_row', rowId: row.rowId },
    });
    expect(await paymentOf(first)).toMatchObject({ id: rowPaymentId(row.rowId), suspicion: null });
  }, 60_000);

  it('is bound all the same when its row was cancelled, which stays to be seen', async () => {
    const row = await oneRow();
    const { balanceExportId = '' } = placeOfRow(row.rowId) ?? {};
    const at = product.runtime.clock.now();
    const release = { type: 'ReleaseRows', numbers: [[1, 1]], causationId: 'cancel', at } as const;
    await executor(product.runtime.eventStore)(balanceExportDecider, balanceExportId, release);
    const [uploaded = ''] = await upload([row]);
    expect(await paymentOf(uploaded)).toMatchObject({ id: rowPaymentId(row.rowId), status: 'pending_submission' });
    expect((await typesOf(rowPaymentId(row.rowId))).slice(0, 3)).toStrictEqual([
      'PaymentAwaited',
      'AwaitedPaymentReleased',
      'PaymentSubmitted',
    ]);
  }, 60_000);

  it('is adopted and flagged when staff have matched its row to another payment', async () => {
    const row = await oneRow();
    const { balanceExportId = '' } = placeOfRow(row.rowId) ?? {};
    const execute = executor(product.runtime.eventStore);
    const batch = {
      balanceExportId,
      connectionId: books.connection.connectionId,
      currency: 'GBP',
      chargeDate: null,
    };
    const paymentId = rowPaymentId(row.rowId);
    const at = product.runtime.clock.now();
    const awaited = awaitedPayment(batch, row);
    await execute(paymentDecider, paymentId, { type: 'AwaitPayment', awaited, causationId: 'add', at });
    await execute(paymentDecider, paymentId, { type: 'MatchAwaited', matchedTo: 'pay_2', causationId: 'match', at });
    const [uploaded = ''] = await upload([row]);
    expect(await paymentOf(uploaded)).toMatchObject({
      origin: 'adopted',
      suspicion: { kind: 'duplicate_of_row', rowId: row.rowId },
    });
  }, 60_000);

  it('is bound when its mandate was replaced after the export', async () => {
    const row = await oneRow();
    const { replacements } = await product.control('/mandate-replacements', { mandates: [row.mandateId] });
    const [{ newMandate = '' } = {}] = replacements as readonly { readonly newMandate?: string }[];
    await product.eventually(async () => {
      expect(await books.items(`/api/mandates?mandateId=${newMandate}`)).toHaveLength(1);
    });
    expect(await paymentOf(await make(newMandate, row.rowId))).toMatchObject({ id: rowPaymentId(row.rowId) });
  }, 60_000);
});

describe('a tag that means nothing', () => {
  const adopted = { origin: 'adopted', suspicion: null };

  it('is one on the mandate of another customer', async () => {
    const row = await oneRow();
    const { mandateId } = await books.linkedCustomer();
    expect(await paymentOf(await make(mandateId, row.rowId))).toMatchObject(adopted);
    expect(await typesOf(rowPaymentId(row.rowId))).toStrictEqual([]);
  }, 60_000);

  it.each(['open', 'abandoned'] as const)(
    'is one of a batch that was never sealed: %s',
    async (end) => {
      const row = await oneRow(end);
      expect(await paymentOf(await make(row.mandateId, row.rowId))).toMatchObject(adopted);
    },
    60_000,
  );

  it.each([
    ['no tag at all', 'invoice 17'],
    ['of no batch', `blr_${'0'.repeat(32)}_1`],
  ])(
    'is one that is %s',
    async (_, tag) => {
      const { mandateId } = await books.linkedCustomer();
      expect(await paymentOf(await make(mandateId, tag))).toMatchObject(adopted);
    },
    60_000,
  );

  it('is one of a row that the batch does not have', async () => {
    const row = await oneRow();
    const tag = row.rowId.replace(/_1$/, '_2');
    expect(await paymentOf(await make(row.mandateId, tag))).toMatchObject(adopted);
  }, 60_000);

  it('is one of a batch of another connection', async () => {
    const row = await oneRow();
    const accessToken = await product.addOrganisation('Elsewhere');
    const others = await Bookkeeping.begin(product, { name: 'Elsewhere', accessToken });
    const { customerId, mandateId } = await others.linkedCustomer();
    expect(await paymentOf(await make(mandateId, row.rowId, accessToken))).toMatchObject({ ...adopted, customerId });
  }, 60_000);
});
