import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Answered, type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
}, 60_000);

afterAll(() => product.stop());

const SOME_TEXT: unknown = expect.any(String);
const HASH: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
const ROW_ID: unknown = expect.stringMatching(/^blr_/);

const AS_OF = '2026-02-02T00:00:00.000Z';

const state = (customerId: string, fields: object = {}): Promise<Answered> =>
  product.api('PUT', `/api/customers/${customerId}/balances`, {
    amount: 5_000,
    currency: 'GBP',
    asOf: AS_OF,
    ...fields,
  });

/** A customer with a mandate who owes 50.00. */
async function debtor() {
  const linked = await books.linkedCustomer();
  expect((await state(linked.customerId)).status).toBe(200);
  return linked;
}

const exportOf = (customerIds: readonly string[], fields: object = {}) =>
  product.api('POST', '/api/balance-exports', { currency: 'GBP', customerIds, ...fields });

/** A sealed batch of so many rows. */
async function batchOf(count: number) {
  const debtors = await Promise.all(Array.from({ length: count }, debtor));
  const exported = await exportOf(debtors.map(({ customerId }) => customerId));
  expect(exported.status).toBe(201);
  const id = text(exported.json, 'id');
  const after = text(exported.json, 'position');
  const rows = await books.items(`/api/balance-exports/${id}/rows?after=${after}`);
  return { id, debtors, exported, rows };
}

describe('a balance', () => {
  it('is stated, and listed with what is left to collect', async () => {
    const { customerId } = await books.linkedCustomer({ name: 'Ada Payer' });
    const stated = await state(customerId, { amount: 5_000, asOf: '2026-02-01' });
    expect([stated.status, stated.json]).toEqual([
      200,
      { customerId, currency: 'GBP', amount: 5_000, asOf: '2026-02-01T00:00:00.000Z', position: SOME_TEXT },
    ]);
    const { items } = await books.read(`/api/balances?customerId=${customerId}&after=${text(stated.json, 'position')}`);
    expect(items).toEqual([
      {
        customerId,
        currency: 'GBP',
        stated: 5_000,
        asOf: '2026-02-01T00:00:00.000Z',
        inFlight: 0,
        paidSince: 0,
        reversedSince: 0,
        collectable: 5_000,
        customerName: 'Ada Payer',
        connectionId: books.connection.connectionId,
      },
    ]);
  });

  it('is refused for what it can not be', async () => {
    const { customerId } = await books.linkedCustomer();
    expect(problemOf(await state(customerId, { asOf: '2026-02-03T00:00:00Z' }))).toEqual([
      422,
      'as_of_in_future',
      'asOf',
    ]);
    expect(problemOf(await state(customerId, { asOf: 'soon' }))).toEqual([422, 'validation_failed', 'asOf']);
    expect(problemOf(await state(customerId, { amount: 1.5 }))).toEqual([422, 'validation_failed', 'amount']);
    expect(problemOf(await state(customerId, { currency: 'XXX' }))).toEqual([422, 'validation_failed', 'currency']);
    expect((await state(customerId, { amount: -1 })).status).toBe(200);
    expect(problemOf(await state('cus_nobody'))).toEqual([404, 'not_found']);
  });

  it('is imported from a form, too', async () => {
    const { customerId } = await books.linkedCustomer({ reference: 'FORM-1' });
    const form = new FormData();
    const csv = 'reference,currency,amount,asOf\nFORM-1,GBP,12.34,2026-02-01\n';
    form.append('file', new Blob([csv], { type: 'text/csv' }), 'balances.csv');
    const answer = await fetch(`${product.url}/api/balances/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.adminKey}` },
      body: form,
    });
    const imported: unknown = await answer.json();
    expect(imported).toMatchObject({ balances: 1, totals: [{ currency: 'GBP', balances: 1, amount: 1_234 }] });
    const [balance] = await books.items(`/api/balances?customerId=${customerId}&after=${text(imported, 'position')}`);
    expect(balance).toMatchObject({ stated: 1_234 });
    const odd = await product.api('POST', '/api/balances/import?dryRun=perhaps&mapping=x', { no: 'table' });
    expect(problemOf(odd)).toEqual([415, 'unsupported_media_type']);
  });
});

describe('a balance export', () => {
  it('is refused for what it can not be', async () => {
    const { customerId } = await debtor();
    expect(problemOf(await exportOf(['cus_nobody']))).toEqual([422, 'unknown_customer', 'customerIds']);
    const past = await exportOf([customerId], { chargeDate: '2026-02-01' });
    expect(problemOf(past)).toEqual([422, 'charge_date_in_past', 'chargeDate']);
    expect(problemOf(await exportOf([], { currency: 'GBP' }))).toEqual([422, 'validation_failed', 'customerIds']);
    const unlinked = await books.customer();
    await state(unlinked);
    const nothing = await exportOf([unlinked]);
    expect([problemOf(nothing), nothing.json['leftOut']]).toEqual([
      [422, 'nothing_to_export'],
      [{ customerId: unlinked, reason: 'no_usable_mandate' }],
    ]);
  });

  it('shows its rows, files and hashes', async () => {
    const { id, rows, exported, debtors } = await batchOf(2);
    expect(exported.json).toEqual({
      id,
      currency: 'GBP',
      rows: 2,
      totalAmount: 10_000,
      leftOut: [],
      csvSha256: HASH,
      xlsxSha256: HASH,
      position: SOME_TEXT,
    });
    const whose = [...debtors].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
    const fresh = { customerName: 'Ada Payer', currency: 'GBP', amount: 5_000, collectedAmount: null, paymentId: null };
    const flags = { released: false, afterCancellation: false, amountDiffers: false, notSeen: false, matchedTo: null };
    expect(rows).toEqual(
      whose.map((one, index) => ({
        id: ROW_ID,
        number: index + 1,
        ...one,
        ...fresh,
        status: 'exported',
        ...flags,
      })),
    );
    const { csvSha256, xlsxSha256 } = exported.json;
    expect(await books.read(`/api/balance-exports/${id}`)).toMatchObject({
      id,
      status: 'exported',
      rows: 2,
      csvSha256,
      xlsxSha256,
      added: false,
      notReproducibleSince: null,
      progress: { sent: 0, refused: 0, of: 2 },
    });
    const auditor = await product.makeKey('auditor');
    const csv = await product.api('GET', `/api/balance-exports/${id}/file.csv`, undefined, { key: auditor });
    expect([csv.status, csv.text.trim().split('\r\n').length]).toEqual([200, 3]);
    const sheet = await product.api('GET', `/api/balance-exports/${id}/file.xlsx`, undefined, { key: auditor });
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('is sent through the API, and says how far it is', async () => {
    const { id } = await batchOf(2);
    const collect = () => product.api('POST', `/api/balance-exports/${id}/collection`, {});
    const first = await collect();
    expect([first.status, first.json['progress']]).toMatchObject([202, { refused: 0, of: 2 }]);
    await product.eventually(async () => {
      expect((await collect()).json['progress']).toEqual({ sent: 2, refused: 0, of: 2 });
    });
    const rows = await books.items(`/api/balance-exports/${id}/rows`);
    expect(rows.map(({ status }) => status)).toEqual(['pending_submission', 'pending_submission']);
    expect((await books.post(`/api/balance-exports/${id}/cancellation`, {})).json).toMatchObject({
      released: 0,
      kept: 2,
    });
  });

  it('is given up in part, and what is left of it is added', async () => {
    const { id, rows } = await batchOf(3);
    const [one = '', two = ''] = rows.map((row) => text(row, 'id'));
    const path = `/api/balance-exports/${id}/cancellation`;
    expect(problemOf(await product.api('POST', path, { rows: ['blr_nothing'] }))).toEqual([422, 'unknown_row', 'rows']);
    expect((await books.post(path, { rows: [one] })).json).toMatchObject({ released: 1, kept: 0 });
    expect((await books.post(path, { rows: [one, two] })).json).toMatchObject({ released: 1, kept: 0 });
    const added = await books.post(`/api/balance-exports/${id}/payments`, {});
    expect(added.json).toMatchObject({ created: 1, alreadyAdded: 0 });
    expect((await books.post(`/api/balance-exports/${id}/payments`, {})).json).toMatchObject({
      created: 0,
      alreadyAdded: 1,
    });
    const after = text(added.json, 'position');
    const shown = await books.items(`/api/balance-exports/${id}/rows?after=${after}`);
    expect(shown.map(({ status }) => status)).toEqual(['released', 'released', 'awaiting_gocardless']);
    const released = await books.items(`/api/balance-exports/${id}/rows?released=true`);
    expect(released.map((row) => row['id'])).toEqual([one, two]);
  });

  it('finds payments made by hand for rows that wait, and takes them for these', async () => {
    const { id, rows, debtors } = await batchOf(1);
    await books.post(`/api/balance-exports/${id}/payments`, {});
    const [{ mandateId } = { mandateId: '' }] = debtors;
    const wish = { mandate: mandateId, amount: 5_000, currency: 'GBP', token: books.connection.accessToken };
    await product.control('/payments', wish);
    const [match = {}] = await product.eventually(async () => {
      const found = await books.items(`/api/balance-exports/${id}/matches`);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(match).toMatchObject({ rowId: rows[0]?.['id'], amount: 5_000, mandateId });
    const confirm = (body: object) => product.api('POST', `/api/balance-exports/${id}/matches`, body);
    const { rowId, paymentId } = match;
    const wrong = await confirm({ matches: [{ rowId, paymentId: 'pay_other' }] });
    expect(problemOf(wrong)).toEqual([409, 'match_does_not_hold', 'matches']);
    const confirmed = await confirm({});
    expect(confirmed.json).toMatchObject({ confirmed: 1 });
    const after = text(confirmed.json, 'position');
    const [row] = await books.items(`/api/balance-exports/${id}/rows?after=${after}`);
    expect(row).toMatchObject({ status: 'matched', matchedTo: paymentId });
    expect(await books.items(`/api/balance-exports/${id}/matches`)).toEqual([]);
  });

  it('is for those who keep or read the books of its connection', async () => {
    const { id, debtors } = await batchOf(1);
    const [{ customerId } = { customerId: '' }] = debtors;
    const elsewhere = await product.makeKey('accountant', { connectionIds: ['con_other'] });
    const reads = ['', '/rows', '/file.csv', '/file.xlsx', '/matches'];
    const writes = ['/payments', '/collection', '/cancellation', '/matches'];
    const keys = { auditor: await product.makeKey('auditor'), collector: await product.makeKey('collector') };
    for (const path of reads) {
      const address = `/api/balance-exports/${id}${path}`;
      expect((await product.api('GET', address, undefined, { key: keys.auditor })).status).toBe(200);
      expect((await product.api('GET', address, undefined, { key: keys.collector })).status).toBe(403);
      expect(problemOf(await product.api('GET', address, undefined, { key: elsewhere }))).toEqual([404, 'not_found']);
    }
    for (const path of writes) {
      const address = `/api/balance-exports/${id}${path}`;
      expect((await product.api('POST', address, {}, { key: keys.auditor })).status).toBe(403);
      expect(problemOf(await product.api('POST', address, {}, { key: elsewhere }))).toEqual([404, 'not_found']);
    }
    const balance = { amount: 1, currency: 'GBP', asOf: AS_OF };
    const put = (key: string) => product.api('PUT', `/api/customers/${customerId}/balances`, balance, { key });
    expect([(await put(keys.auditor)).status, (await put(elsewhere)).status]).toEqual([403, 404]);
    expect((await product.api('GET', '/api/balances', undefined, { key: keys.collector })).status).toBe(403);
    expect((await product.api('GET', '/api/balances', undefined, { key: elsewhere })).json['items']).toEqual([]);
    expect((await product.api('GET', '/api/balance-exports', undefined, { key: elsewhere })).json['items']).toEqual([]);
  });
});
