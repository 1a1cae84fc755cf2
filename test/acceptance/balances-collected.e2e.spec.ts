import { createHash } from 'node:crypto';
import { inParallel } from '../../src/domain/shared/in-parallel';
import { isObject } from '../../src/fields/is-object';
import { Bookkeeping, problemOf, text } from '../support/bookkeeping';
import { type Answered, type Product, startProduct } from '../support/product';

/** From balances of the accounting system to receipts on account: by file, over HTTP and signed webhooks alone. */
const CUSTOMERS = 500;
/** Of these, so many are linked one by one, each by another key; the others by a file. */
const SINGLY = 3;
/** So long a step of the whole batch may take, also on a busy machine. */
const TIMEOUT_MS = 120_000;

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
}, 60_000);

afterAll(() => product.stop());

type Json = Record<string, unknown>;

interface Payer {
  readonly customerId: string;
  readonly mandateId: string;
  readonly reference: string;
  readonly round: 'north' | 'south';
}

interface Known {
  readonly customer: string;
  readonly mandate: string;
  readonly email: string;
}

/** Customers of ours whom GoCardless knows, not linked yet. */
async function payersOf(name: string, count: number): Promise<readonly (Payer & { readonly known: Known })[]> {
  const { customers } = await product.control('/customers', { count, email: `${name}@payers.example` });
  const payers: (Payer & { readonly known: Known })[] = [];
  await inParallel(4, customers as readonly Known[], async (known, index) => {
    const reference = `${name.toUpperCase()}-${index}`;
    const round = index % 2 === 0 ? 'north' : 'south';
    const customerId = await books.customer({ name: `Payer ${reference}`, email: known.email, reference, round });
    payers[index] = { customerId, mandateId: known.mandate, reference, round, known };
  });
  return payers;
}

/** The same, each linked by e-mail, by GoCardless's id of them or by their mandate, in turn. */
async function linkedPayers(name: string, count: number): Promise<readonly Payer[]> {
  const payers = await payersOf(name, count);
  for (const [index, { customerId, mandateId, known }] of payers.entries()) {
    const key = [{ email: known.email }, { gocardlessCustomerId: known.customer }, { mandateId }][index % 3] ?? {};
    expect((await books.post(`/api/customers/${customerId}/mandates`, key)).json).toMatchObject({ mandateId });
  }
  return payers;
}

/** The same by one file. */
async function payersLinkedByFile(name: string, count: number): Promise<readonly Payer[]> {
  const payers = await payersOf(name, count);
  const lines = payers.map(({ reference, mandateId, known: { email, customer } }, index) => {
    const keys = [email, customer, mandateId].map((key, place) => (index % 3 === place ? key : ''));
    return [reference, ...keys].join(',');
  });
  const csv = ['reference,email,gocardlessCustomerId,mandateId', ...lines].join('\n');
  const linked = await upload('/api/mandates/link-imports', csv);
  expect([linked.status, linked.json['counts']]).toMatchObject([200, { linked: count }]);
  expect((linked.json['items'] as Json[]).map((line) => line['mandateId'])).toEqual(
    payers.map(({ mandateId }) => mandateId),
  );
  return payers;
}

async function upload(path: string, csv: string): Promise<Answered> {
  const response = await fetch(`${product.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.adminKey}`, 'content-type': 'text/csv' },
    body: csv,
  });
  const answer = await response.text();
  const json: unknown = JSON.parse(answer);
  return { status: response.status, headers: response.headers, text: answer, json: isObject(json) ? json : {} };
}

const now = () => product.runtime.clock.now();

async function state(customerId: string, amount: number): Promise<string> {
  const body = { amount, currency: 'GBP', asOf: now() };
  const stated = await product.api('PUT', `/api/customers/${customerId}/balances`, body);
  expect(stated.status).toBe(200);
  return text(stated.json, 'position');
}

async function balanceOf(customerId: string, after?: string): Promise<Json> {
  const [balance = {}] = await books.items(
    `/api/balances?customerId=${customerId}${after === undefined ? '' : `&after=${after}`}`,
  );
  return balance;
}

const exportOf = (fields: object = {}) => product.api('POST', '/api/balance-exports', { currency: 'GBP', ...fields });
const rowsOf = (id: string) => books.all(`/api/balance-exports/${id}/rows?limit=500`);
const fileOf = async (id: string) => (await product.api('GET', `/api/balance-exports/${id}/file.csv`)).text;
const count = (rows: readonly Json[], wanted: object) =>
  rows.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value)).length;

describe('balances', () => {
  it('are imported, exported, uploaded, added, accepted, paid out, and nothing is left to collect', async () => {
    const payers = [
      ...(await payersLinkedByFile('main', CUSTOMERS - SINGLY)),
      ...(await linkedPayers('singly', SINGLY)),
    ];
    const without = await books.customer({ reference: 'WITHOUT' });
    const { customerId: foreign } = await books.linkedCustomer({ reference: 'FOREIGN' }, { scheme: 'sepa_core' });
    const inCredit = await books.linkedCustomer({ reference: 'CREDIT' });
    const amounts = new Map(payers.map(({ customerId }, index) => [customerId, 10_050 + index * 100]));
    const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
    const lines = [
      'Account,currency,Outstanding,asOf',
      ...payers.map(({ reference }, index) => `${reference},GBP,${100 + index}.50,2026-02-02`),
      'WITHOUT,GBP,12.00,2026-02-02',
      'FOREIGN,GBP,13.00,2026-02-02',
      'CREDIT,GBP,-14.00,2026-02-02',
    ];
    const mapping = encodeURIComponent(JSON.stringify({ reference: 'Account', amount: 'Outstanding' }));
    const into = `/api/balances/import?mapping=${mapping}`;

    const wrong = await upload(into, [...lines, 'NOBODY,GBP,1.00,2026-02-02'].join('\n'));
    expect(problemOf(wrong)).toEqual([422, 'wrong_lines', expect.any(String)]);
    expect(wrong.json['errors']).toMatchObject([{ line: lines.length + 1 }]);
    const tried = await upload(`${into}&dryRun=true`, lines.join('\n'));
    expect([tried.status, tried.json['id'], tried.json['balances']]).toEqual([200, null, payers.length + 3]);
    expect(await books.items('/api/balances')).toEqual([]);
    const imported = await upload(into, lines.join('\n'));
    expect(imported.status).toBe(200);
    expect(imported.json['totals']).toEqual([{ currency: 'GBP', balances: payers.length + 3, amount: total + 1_100 }]);
    const after = text(imported.json, 'position');
    const balances = await books.all(`/api/balances?limit=500&after=${after}`);
    expect(new Map(balances.map((one) => [one['customerId'], one['collectable']]))).toEqual(
      new Map([...amounts, [without, 1_200], [foreign, 1_300], [inCredit.customerId, 0]]),
    );

    const leftOut = [
      { customerId: without, reason: 'no_usable_mandate' },
      { customerId: foreign, reason: 'wrong_currency' },
      { customerId: inCredit.customerId, reason: 'nothing_collectable' },
    ];
    const dry = await exportOf({ dryRun: true });
    expect([dry.status, dry.json['id']]).toEqual([200, undefined]);
    expect(dry.json).toMatchObject({ rows: payers.length, totalAmount: total });
    expect(dry.json['leftOut']).toEqual(expect.arrayContaining(leftOut));
    expect(await books.items('/api/balance-exports')).toEqual([]);
    const exported = await exportOf({ description: 'February' });
    expect(exported.status).toBe(201);
    expect(exported.json).toMatchObject({ currency: 'GBP', rows: payers.length, totalAmount: total });
    const id = text(exported.json, 'id');

    const again = await exportOf();
    expect(problemOf(again)).toEqual([422, 'nothing_to_export']);
    expect(again.json['leftOut']).toHaveLength(payers.length + leftOut.length);
    expect(again.json['leftOut']).toEqual(
      expect.arrayContaining([
        ...leftOut,
        ...payers.map(({ customerId }) => ({ customerId, reason: 'nothing_collectable' })),
      ]),
    );

    const csv = await product.api('GET', `/api/balance-exports/${id}/file.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${id}.csv"`);
    expect(createHash('sha256').update(csv.text).digest('hex')).toBe(exported.json['csvSha256']);
    const workbook = await fetch(`${product.url}/api/balance-exports/${id}/file.xlsx`, {
      headers: { authorization: `Bearer ${await product.makeKey('auditor')}` },
    });
    const hash = createHash('sha256').update(Buffer.from(await workbook.arrayBuffer()));
    expect(hash.digest('hex')).toBe(exported.json['xlsxSha256']);

    const added = await Promise.all(
      Array.from({ length: 50 }, () => product.api('POST', `/api/balance-exports/${id}/payments`, {})),
    );
    expect(new Set(added.map(({ status }) => status))).toEqual(new Set([200]));
    const counts = added.map(({ json }) => [Number(json['created']), Number(json['alreadyAdded'])]);
    expect(counts.map(([created = 0, already = 0]) => created + already)).toEqual(added.map(() => payers.length));
    expect(counts.reduce((sum, [created = 0]) => sum + created, 0)).toBe(payers.length);
    const waiting = await product.eventually(async () => {
      const payments = await books.all(`/api/payments?balanceExportId=${id}&limit=500`);
      expect(payments).toHaveLength(payers.length);
      return payments;
    }, TIMEOUT_MS);
    expect(count(waiting, { status: 'requested', message: 'awaiting_gocardless' })).toBe(payers.length);

    const { payments: made } = (await product.control('/imports', { csv: csv.text })) as {
      payments: readonly unknown[];
    };
    expect(made).toHaveLength(payers.length);
    await product.eventually(async () => {
      expect(await books.read(`/api/balance-exports/${id}`)).toMatchObject({
        added: true,
        progress: { sent: payers.length, refused: 0, of: payers.length, notSeen: 0 },
      });
      expect(count(await rowsOf(id), { status: 'pending_submission', amountDiffers: false, notSeen: false })).toBe(
        payers.length,
      );
    }, TIMEOUT_MS);
    expect(await books.items(`/api/payments?origin=adopted`)).toEqual([]);

    const collector = await product.makeKey('collector', { rounds: ['north'] });
    const onRound = await books.all('/api/payments?origin=balance_export&accepted=false&limit=500', {
      key: collector,
    });
    expect(onRound).toHaveLength(payers.filter(({ round }) => round === 'north').length);
    const paymentIds = onRound.map((payment) => text(payment, 'id'));
    const accept = () => books.post('/api/collections/acceptances', { paymentIds }, { key: collector });
    expect((await accept()).json).toMatchObject({ accepted: paymentIds.length, alreadyAccepted: 0 });
    expect((await accept()).json).toMatchObject({ accepted: 0, alreadyAccepted: paymentIds.length });

    await product.control('/clock', { advanceWorkingDays: 10 });
    await product.eventually(async () => {
      const payments = await books.all(`/api/payments?balanceExportId=${id}&limit=500`);
      expect(count(payments, { status: 'paid_out', acceptedBy: 'collector' })).toBe(onRound.length);
      expect(count(payments, { status: 'paid_out', acceptedBy: 'system' })).toBe(payers.length - onRound.length);
      const receipts = await books.all('/api/receipts?kind=receipt&limit=500');
      expect(new Map(receipts.map((receipt) => [receipt['customerId'], receipt['amount']]))).toEqual(amounts);
      expect(receipts.every(({ number }) => typeof number === 'string')).toBe(true);
      expect(new Set(receipts.flatMap(({ lines: all }) => (all as Json[]).map((line) => line['description'])))).toEqual(
        new Set(['on account']),
      );
    }, TIMEOUT_MS);
    await product.eventually(async () => {
      const settled = new Map((await books.all('/api/balances?limit=500')).map((one) => [one['customerId'], one]));
      for (const [customerId, amount] of amounts) {
        expect(settled.get(customerId)).toMatchObject({
          stated: amount,
          inFlight: 0,
          paidSince: amount,
          reversedSince: 0,
          collectable: 0,
        });
      }
    }, TIMEOUT_MS);
    const [first] = payers;
    const position = await state(first?.customerId ?? '', 700);
    expect(await balanceOf(first?.customerId ?? '', position)).toMatchObject({
      stated: 700,
      paidSince: 0,
      collectable: 700,
    });
    const book = await books.read('/api/ledger/trial-balance?currency=GBP');
    expect(book['totalDebit']).toBe(book['totalCredit']);
    const accounts = book['accounts'] as readonly Json[];
    expect(accounts.find(({ account }) => account === '1200')).toMatchObject({ debit: 0, credit: total });
  }, 600_000);

  it('of a batch that was given up are bound and flagged when its file is uploaded all the same', async () => {
    const payers = await linkedPayers('late', 3);
    for (const { customerId } of payers) await state(customerId, 2_000);
    const customerIds = payers.map(({ customerId }) => customerId);
    const exported = await exportOf({ customerIds });
    const id = text(exported.json, 'id');
    const csv = await fileOf(id);
    const cancelled = await books.post(`/api/balance-exports/${id}/cancellation`, {});
    expect(cancelled.json).toMatchObject({ released: 3, kept: 0 });
    const position = text(cancelled.json, 'position');
    for (const customerId of customerIds)
      expect(await balanceOf(customerId, position)).toMatchObject({ collectable: 2_000 });
    expect((await exportOf({ customerIds, dryRun: true })).json).toMatchObject({ rows: 3, totalAmount: 6_000 });
    expect(problemOf(await product.api('POST', `/api/balance-exports/${id}/payments`, {}))).toEqual([
      409,
      'nothing_left',
    ]);

    await product.control('/imports', { csv });
    await product.eventually(async () => {
      const rows = await rowsOf(id);
      expect(count(rows, { released: true, afterCancellation: true, collectedAmount: 2_000 })).toBe(3);
    });
    // GoCardless collects it after all: it is in flight again, and no other export takes it.
    expect(problemOf(await exportOf({ customerIds }))).toEqual([422, 'nothing_to_export']);
    await product.control('/clock', { advanceWorkingDays: 10 });
    await product.eventually(async () => {
      for (const customerId of customerIds) {
        const receipts = await books.items(`/api/receipts?customerId=${customerId}`);
        expect(receipts.map(({ kind, amount }) => [kind, amount])).toEqual([['receipt', 2_000]]);
        expect(await balanceOf(customerId)).toMatchObject({ inFlight: 0, paidSince: 2_000, collectable: 0 });
      }
    }, 60_000);
  }, 120_000);

  it('are each in exactly one of twenty exports that are asked for at once', async () => {
    const payers = await linkedPayers('many', 10);
    for (const { customerId } of payers) await state(customerId, 3_000);
    const all = payers.map(({ customerId }) => customerId);
    const asked = Array.from({ length: 20 }, (_, index) =>
      exportOf({ customerIds: all.filter((_one, place) => place % 10 === index % 10 || (place + index) % 3 === 0) }),
    );
    // Who stands at the end of the queue waits longer than a request does.
    const answers = await Promise.all(asked.map(async (answer) => ended(await answer)));
    const sealed = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ json }) => json['code'] === 'nothing_to_export')).toHaveLength(20 - sealed.length);
    const rows = (await Promise.all(sealed.map(({ json }) => rowsOf(text(json, 'id'))))).flat();
    expect(rows.map(({ customerId }) => String(customerId)).sort()).toEqual([...all].sort());
    expect(sealed.reduce((sum, { json }) => sum + Number(json['totalAmount']), 0)).toBe(30_000);
  }, 120_000);
});

/** What an export was answered with, or would have been, had somebody waited for its end. */
async function ended(answer: Answered): Promise<Pick<Answered, 'status' | 'json'>> {
  if (answer.status !== 202) return answer;
  const work = await product.eventually(async () => {
    const { json } = await product.api('GET', text(answer.json, 'location'));
    expect(json['state']).not.toBe('running');
    return json;
  }, 60_000);
  const [error] = work['errors'] as readonly Record<string, unknown>[];
  return error === undefined
    ? { status: 201, json: work['result'] as Record<string, unknown> }
    : { status: 422, json: error };
}
