import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { Aggregates } from '../../../application/aggregates';
import { customerDecider } from '../../../domain/customers/customer';
import { Bookkeeping, FIRST_DUE, problemOf, text } from '../../../../test/support/bookkeeping';
import { png } from '../../../../test/support/pictures';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
/** Paid out on 3 February, and charged back on the 5th. */
let lost: Awaited<ReturnType<typeof lostPayment>>;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  const settings = { companyName: 'Harbour Trading Ltd', address: '1 Quay Street\nBristol', vatNumber: 'GB123456789' };
  await product.api('PUT', `/api/connections/${books.connection.connectionId}/settings`, settings);
  lost = await lostPayment();
});

afterAll(() => product.stop());

async function numbered(paymentId: string, documents: number): Promise<readonly string[]> {
  return product.eventually(async () => {
    const { receipts } = await books.read(`/api/payments/${paymentId}`);
    const numbers = (receipts as string[]).filter((receipt) => receipt.startsWith('R-'));
    expect(numbers).toHaveLength(documents);
    return numbers;
  });
}

async function lostPayment() {
  const made = await books.submittedPayment();
  await product.control('/clock', { advanceTo: '2026-02-03T12:00:00.000Z' });
  await books.outcome(made, { outcome: 'paid_out' }, 'paid_out');
  const [number = ''] = await numbered(made.paymentId, 1);
  const orderThen = await books.read(`/api/sales-orders/${made.order.id}`);
  await product.control('/clock', { advanceTo: '2026-02-05T12:00:00.000Z' });
  await books.outcome(made, { outcome: 'charged_back', cause: 'authorisation_disputed' }, 'charged_back');
  const [, reversalNumber = ''] = await numbered(made.paymentId, 2);
  return { ...made, number, reversalNumber, orderThen };
}

const times = {
  paidOutAt: expect.stringMatching(/^2026-02-03T/) as unknown,
  postedAt: expect.stringMatching(/^2026-02-0[35]T/) as unknown,
};

describe('a receipt', () => {
  it('is posted when the money is paid out, with the lines and tax of its instalment', async () => {
    const { number, paymentId, customerId, order } = lost;
    const receipt = await books.read(`/api/receipts/${number}`);
    expect(receipt).toEqual({
      id: expect.stringMatching(/^doc_/) as unknown,
      number,
      kind: 'receipt',
      reversesId: null,
      correctsId: null,
      paymentId,
      refundId: null,
      customerId,
      amount: 12_000,
      currency: 'GBP',
      chargeDate: expect.stringMatching(/^2026-02-/) as unknown,
      ...times,
      taxDate: '2026-02-03',
      effectiveAt: expect.stringMatching(/^2026-02-03T/) as unknown,
      lines: [{ description: 'Membership', taxRate: '20', net: 10_000, tax: 2_000, amount: 12_000 }],
      cause: null,
      gocardlessEventId: expect.stringMatching(/^EV/) as unknown,
      connectionId: books.connection.connectionId,
      customerName: 'Ada Payer',
      customerCompany: null,
      salesOrderId: order.id,
    });
    expect(await books.read(`/api/receipts/${text(receipt, 'id')}`)).toEqual(receipt);
    expect(lost.orderThen).toMatchObject({
      planTotal: 36_000,
      total: 12_000,
      receiptedTotal: 12_000,
      lines: [{ item: 'Membership', amount: 36_000, total: 12_000, receiptedTotal: 12_000 }],
    });
  });

  it('is taken back by a reversal when the payer takes the money back', async () => {
    const { number, reversalNumber, paymentId, order } = lost;
    const receipt = await books.read(`/api/receipts/${number}`);
    expect(await books.read(`/api/receipts/${reversalNumber}`)).toMatchObject({
      kind: 'reversal',
      reversesId: receipt['id'],
      cause: 'authorisation_disputed',
      amount: 12_000,
      taxDate: '2026-02-05',
      lines: receipt['lines'],
    });
    expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({
      receiptNumber: null,
      receipts: [number, reversalNumber],
    });
    expect(await books.read(`/api/sales-orders/${order.id}`)).toMatchObject({ total: 0, receiptedTotal: 0 });
  });

  it('is printed', async () => {
    const { number, reversalNumber } = lost;
    for (const [of, at] of [
      [number, `/api/receipts/${number}/document.pdf`],
      [reversalNumber, `/api/receipts/${reversalNumber}/document.pdf`],
    ] as const) {
      const answer = await product.api('GET', at);
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('content-disposition'),
        answer.text.slice(0, 5),
        answer.headers.get('x-position')?.includes('.'),
      ]).toEqual([200, 'application/pdf', `inline; filename="${of}.pdf"`, '%PDF-', true]);
    }
    const again = await product.api('GET', `/api/receipts/${number}/document.pdf`);
    expect(again.text).toBe((await product.api('GET', `/api/receipts/${number}/document.pdf`)).text);
    expect(product.log.join('')).not.toContain('Ada');
  });

  it.each(['/api/receipts/R-999999', '/api/receipts/doc_none', '/api/receipts/R-999999/document.pdf'])(
    'that is not there is 404: %s',
    async (path) => {
      expect(problemOf(await product.api('GET', path))).toEqual([404, 'not_found']);
    },
  );
});

describe('the list of receipts', () => {
  const kinds = async (query: string) => {
    const items = await books.items(`/api/receipts?paymentId=${lost.paymentId}&${query}`);
    return items.map(({ kind }) => kind);
  };

  it('shows what was known and what was true at a time', async () => {
    expect(await kinds('')).toEqual(['receipt', 'reversal']);
    expect(await kinds('effectiveAt=2026-02-04T00:00:00Z')).toEqual(['receipt']);
    expect(await kinds('effectiveAt=2026-02-03')).toEqual(['receipt']);
    expect(await kinds('effectiveAt=2026-02-02')).toEqual([]);
    expect(await kinds('asOf=2026-02-04T00:00:00Z')).toEqual(['receipt']);
    expect(await kinds(`asOf=${lost.order.position}`)).toEqual([]);
    const early = await product.api('GET', `/api/receipts/${lost.reversalNumber}?effectiveAt=2026-02-04T00:00:00Z`);
    expect(early.status).toBe(404);
  });

  it('is filtered by number, kind and times in any form', async () => {
    expect(await kinds(`number=${lost.number}`)).toEqual(['receipt']);
    expect(await kinds('kind=reversal')).toEqual(['reversal']);
    expect(await kinds('effectiveAtFrom=2026-02-04')).toEqual(['reversal']);
    expect(await kinds('effectiveAtTo=2026-02-02T23:30:00-14:00')).toEqual(['receipt']);
    // A day is a whole day, also at the end of a range.
    expect(await kinds('effectiveAtFrom=2026-02-05&effectiveAtTo=2026-02-05')).toEqual(['reversal']);
    expect(await kinds('effectiveAtFrom=2026-02-04&effectiveAtTo=2026-02-04')).toEqual([]);
    expect(await kinds('postedAtTo=2026-02-04')).toEqual(['receipt']);
    expect(await kinds('currency=EUR')).toEqual([]);
    const bad = await product.api('GET', '/api/receipts?kind=payout&postedAtTo=then');
    expect(problemOf(bad)).toEqual([422, 'validation_failed', 'kind', 'postedAtTo']);
  });

  it('is an archive of PDFs of what is filtered, in its order', async () => {
    const packed = async (query: string) => {
      const headers = { authorization: `Bearer ${product.adminKey}` };
      const answer = await fetch(`${product.url}/api/receipts/documents.zip?${query}`, { headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()));
      const names: string[] = [];
      for await (const entry of zip.eachEntry()) {
        names.push(entry.fileName);
        const content = await buffer(await zip.openReadStreamPromise(entry));
        expect(content.subarray(0, 5).toString()).toBe('%PDF-');
      }
      return names;
    };
    const both = [`${lost.number}.pdf`, `${lost.reversalNumber}.pdf`];
    expect(await packed(`paymentId=${lost.paymentId}`)).toEqual(both);
    expect(await packed(`paymentId=${lost.paymentId}&order=desc`)).toEqual([...both].reverse());
    expect(await packed('kind=reversal')).toEqual([`${lost.reversalNumber}.pdf`]);
    expect(await packed('currency=EUR')).toEqual([]);
    expect(problemOf(await product.api('GET', '/api/receipts/documents.zip?kind=payout'))).toEqual([
      422,
      'validation_failed',
      'kind',
    ]);
  });

  it('shows the logo that was chosen, also when it is looked back at', async () => {
    const document = `/api/receipts/${lost.number}/document.pdf`;
    const shows = async (query: string) =>
      (await product.api('GET', `${document}?${query}`)).text.includes('/Subtype /Image');
    const put = async (logo: string | null) => {
      const settings = `/api/connections/${books.connection.connectionId}/settings`;
      const { json } = await product.api('PUT', settings, { logo });
      return String(json['position']);
    };
    const chosen = await put(png({ width: 90, height: 30 }).toString('base64'));
    expect(await shows(`after=${chosen}`)).toBe(true);
    const taken = await put(null);
    expect([await shows(`after=${taken}`), await shows(`asOf=${chosen}`)]).toEqual([false, true]);
  });

  it('is a table too', async () => {
    const path = `/api/receipts?paymentId=${lost.paymentId}`;
    const csv = await product.api('GET', path, undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(header?.startsWith('Id,Number,Kind,Reverses id,Corrects id,Payment id,')).toBe(true);
    expect(rows.map((row) => row.split(',').slice(1, 3))).toEqual([
      [lost.number, 'receipt'],
      [lost.reversalNumber, 'reversal'],
    ]);
    expect(rows[0]).toContain(FIRST_DUE.slice(0, 8));
  });
});

it('last: what is personal is gone with the person, what is money stays', async () => {
  const { number, customerId, order } = lost;
  const { commandId, at } = { commandId: 'forgetting', at: product.runtime.clock.now() };
  await product.app
    .get(Aggregates)
    .execute(
      customerDecider,
      customerId,
      { type: 'ForgetCustomer' },
      { commandId, correlationId: commandId, actor: 'system', at },
    );
  await product.eventually(async () => {
    expect(await books.read(`/api/receipts/${number}`)).toMatchObject({
      customerName: null,
      lines: [{ description: null, taxRate: '20', net: 10_000, tax: 2_000, amount: 12_000 }],
    });
  });
  const past = await books.read(`/api/sales-orders/${order.id}?asOf=${order.position}`);
  expect(past).toMatchObject({ customerName: null, lines: [{ item: null, amount: 36_000 }] });
  const pdf = await product.api('GET', `/api/receipts/${number}/document.pdf`);
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
});
