import { idempotencyKeyOf } from '../../src/domain/payments/idempotency-key';
import { attemptPaymentId } from '../../src/domain/sales-orders/release-instalment';
import { atRest } from '../support/at-rest';
import { Bookkeeping, FIRST_DUE, list, problemOf, text } from '../support/bookkeeping';
import { type Product, startProduct } from '../support/product';

let product: Product;
let books: Bookkeeping;
let secondCreditor: string;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  const { creditor } = await product.control('/creditors', { name: 'Harbour Deli' });
  secondCreditor = text(creditor, 'id');
});

afterAll(() => product.stop());

/** Whom the simulator is asked for; answers what it made. */
async function payer(wish: object): Promise<{ customer: string; mandate: string; email: string }> {
  const { customers } = await product.control('/customers', wish);
  const [made = {}] = list(customers);
  return { customer: text(made, 'customer'), mandate: text(made, 'mandate'), email: text(made, 'email') };
}

/** A payment that somebody else makes at GoCardless. */
async function payAtGoCardless(payment: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  await atGoCardless('/payments', { payments: { currency: 'GBP', ...payment } }, headers);
}

/** What somebody else asks of GoCardless. */
async function atGoCardless(
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const { simulator } = product;
  const answer = await fetch(`${simulator.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${simulator.accessToken}`,
      'gocardless-version': '2015-07-06',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as Record<string, unknown>;
}

async function balanceOf(customerId: string): Promise<Record<string, unknown>> {
  const [balance = {}] = await books.items(`/api/balances?customerId=${customerId}`);
  return balance;
}

async function paymentsAtGoCardless(mandate: string): Promise<readonly Record<string, unknown>[]> {
  const { simulator } = product;
  const answer = await fetch(`${simulator.url}/payments?mandate=${mandate}`, {
    headers: { authorization: `Bearer ${simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  return ((await answer.json()) as { payments: Record<string, unknown>[] }).payments;
}

const submit = (id: string) => product.api('POST', `/api/scheduled-payments/${id}/submission`, {});

describe.each([
  ['other_creditor', () => ({ creditor: secondCreditor })],
  ['direct_settlement', () => ({ fundsSettlement: 'direct' })],
] as const)('a mandate with %s', (code, barred) => {
  it('is linked by no key, nor by a file, and its look-up says that it is not usable', async () => {
    const { customer, mandate, email } = await payer({ email: `${code}@x.test`, ...barred() });
    const customerId = await books.customer({ reference: code });
    for (const key of [{ email }, { gocardlessCustomerId: customer }, { mandateId: mandate }]) {
      const answer = await product.api('POST', `/api/customers/${customerId}/mandates`, key);
      expect(problemOf(answer)).toEqual([422, code]);
    }
    const lookUp = await product.api('POST', '/api/gocardless/lookups', { email });
    expect(lookUp.json).toMatchObject({ customers: [{ mandates: [{ mandateId: mandate, usable: false }] }] });
    const file = await fetch(`${product.url}/api/mandates/link-imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.adminKey}`, 'content-type': 'text/csv' },
      body: `reference,email\n${code},${email}\n`,
    });
    expect(await file.json()).toMatchObject({ items: [{ outcome: code }] });
    expect(await books.items(`/api/mandates?customerId=${customerId}`)).toEqual([]);
  });

  it('is passed over where the payer has one that can be used', async () => {
    const { customer, mandate } = await payer({ email: `both-${code}@x.test` });
    await product.control('/mandates', { customer, ...barred() });
    const customerId = await books.customer();
    const { json } = await books.post(`/api/customers/${customerId}/mandates`, { gocardlessCustomerId: customer });
    expect(json['mandateId']).toBe(mandate);
    await product.api('DELETE', `/api/customers/${customerId}/mandates/${mandate}?force=true`);
  });

  it('that takes the place of a linked one is charged by nothing', async () => {
    const { customerId, mandateId } = await books.linkedCustomer();
    const order = await books.order(customerId);
    await product.api('PUT', `/api/customers/${customerId}/balances`, {
      amount: 5000,
      currency: 'GBP',
      asOf: '2026-02-02T09:00:00.000Z',
    });
    const { replacements } = await product.control('/mandate-replacements', { mandates: [mandateId], ...barred() });
    const successor = text(list(replacements)[0] ?? {}, 'newMandate');
    await product.eventually(async () => {
      const [item] = await books.items(`/api/mandates?customerId=${customerId}`);
      if (item?.['effectiveMandateId'] !== successor) throw new Error('not replaced yet');
    });
    const refused = await submit(order.scheduledPayments[0] ?? '');
    expect(problemOf(refused)).toEqual([409, 'mandate_not_usable']);
    expect(String(refused.json['detail'])).toContain(successor);
    await product.eventually(async () => {
      const [waiting] = await books.items(`/api/scheduled-payments?customerId=${customerId}`);
      expect(waiting).toMatchObject({ message: code, flags: { hasErrors: true } });
    });
    const run = await product.api('POST', '/api/scheduler/runs', { today: FIRST_DUE });
    expect(run.json).toMatchObject({ sent: 0, items: [{ outcome: 'blocked', reason: 'mandate_not_usable' }] });
    const exported = await product.api('POST', '/api/balance-exports', { currency: 'GBP', customerIds: [customerId] });
    expect(exported.json).toMatchObject({
      code: 'nothing_to_export',
      leftOut: [{ customerId, reason: 'no_usable_mandate' }],
    });
    expect(await paymentsAtGoCardless(successor)).toEqual([]);
    await product.api('POST', `/api/scheduled-payments/${order.scheduledPayments[0] ?? ''}/cancellation`, {});
  });
});

it('names subscriptions and instalment schedules of a linked mandate while they live', async () => {
  const { customers } = await product.control('/customers', {});
  const mandate = text(list(customers)[0] ?? {}, 'mandate');
  const plan = { amount: 500, currency: 'GBP', interval_unit: 'monthly', links: { mandate } };
  const first = await atGoCardless('/subscriptions', { subscriptions: plan });
  const customerId = await books.customer();
  await books.post(`/api/customers/${customerId}/mandates`, { mandateId: mandate });
  const open = () => books.items('/api/incidents?type=also_collected_elsewhere&resolved=false');
  const named = (ids: readonly string[]) =>
    product.eventually(async () => {
      const found = (await open()).map((one) => String(one['detail']).split(', ').sort());
      expect(found).toEqual(ids.length === 0 ? [] : [[...ids].sort()]);
    });
  const firstId = text(first['subscriptions'], 'id');
  await named([firstId]);
  const instalments = { name: 'Kit', total_amount: 900, instalments: [{ amount: 400 }, { amount: 500 }] };
  const schedule = { ...instalments, currency: 'GBP', links: { mandate } };
  const second = await atGoCardless('/instalment_schedules', { instalment_schedules: schedule });
  const secondId = text(second['instalment_schedules'], 'id');
  await named([firstId, secondId]);
  await atGoCardless(`/subscriptions/${firstId}/actions/cancel`, { data: {} });
  await named([secondId]);
  await atGoCardless(`/instalment_schedules/${secondId}/actions/cancel`, { data: {} });
  await named([]);
});

describe.each([
  ['other_creditor', () => ({ creditor: secondCreditor })],
  ['direct_settlement', () => ({ fundsSettlement: 'direct' })],
] as const)('a payment that we asked for and that is made with %s', (code, barred) => {
  it('is tied to what asked for it, and no answer calls it rejected', async () => {
    const { customerId, mandateId } = await books.linkedCustomer();
    const order = await books.order(customerId);
    const [first = ''] = order.scheduledPayments;
    const paymentId = attemptPaymentId(first, 1);
    // What is asked for after a link is answered first: it would tell of what comes now.
    await product.eventually(async () => {
      if ((await atRest(product)) === null) throw new Error('not at rest yet');
    });
    // The mandate is replaced, and the payment made, while the service has not heard of either.
    await product.control('/deliveries', { hold: true });
    const { replacements } = await product.control('/mandate-replacements', { mandates: [mandateId], ...barred() });
    const successor = text(list(replacements)[0] ?? {}, 'newMandate');
    const key = { 'idempotency-key': idempotencyKeyOf(paymentId) };
    const metadata = { ddl_payment: paymentId };
    await payAtGoCardless({ amount: 12_000, links: { mandate: successor }, metadata }, key);
    const answer = await submit(first);
    expect([answer.status, answer.json]).toMatchObject([expect.any(Number), { paymentId }]);
    expect(answer.json).not.toHaveProperty('rejected');
    await product.control('/deliveries', { hold: false });

    await product.eventually(async () => {
      const { gocardlessPaymentId } = await books.read(`/api/payments/${paymentId}`);
      if (typeof gocardlessPaymentId !== 'string') throw new Error('not tied yet');
    });
    expect(problemOf(await submit(first))[0]).toBe(409);
    expect(await paymentsAtGoCardless(successor)).toHaveLength(1);
    expect(await books.items(`/api/incidents?type=${code}&paymentId=${paymentId}`)).toHaveLength(1);
    expect(await books.items(`/api/incidents?type=idempotency_conflict&paymentId=${paymentId}&resolved=false`)).toEqual(
      [],
    );
  });
});

it('a payment that GoCardless has under our key is in doubt and never called rejected, until a person has looked', async () => {
  const { customerId, mandateId } = await books.linkedCustomer();
  const order = await books.order(customerId);
  const [first = ''] = order.scheduledPayments;
  const paymentId = attemptPaymentId(first, 1);
  const key = { 'idempotency-key': idempotencyKeyOf(paymentId) };
  await payAtGoCardless({ amount: 77, links: { mandate: mandateId } }, key);
  const answer = await submit(first);
  expect([answer.status, answer.json]).toEqual([202, { paymentId, position: expect.any(String) as string }]);
  expect(problemOf(await submit(first))).toEqual([409, 'payment_in_doubt']);
  expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ status: 'requested' });
  expect(await paymentsAtGoCardless(mandateId)).toHaveLength(1);
  const incident = await product.eventually(async () => {
    const [open] = await books.items(`/api/incidents?type=idempotency_conflict&paymentId=${paymentId}`);
    if (open === undefined) throw new Error('no incident yet');
    return text(open, 'id');
  });
  await books.post(`/api/incidents/${incident}/resolution`, { note: 'Looked: it is another one.' });
  expect((await submit(first)).status).toBe(200);
  expect((await paymentsAtGoCardless(mandateId)).map(({ amount }) => amount)).toEqual([12_000, 77]);
});

// The last ones: here the clock moves.
describe.each([
  ['other_creditor', () => ({ creditor: secondCreditor }), 'paid_out'],
  ['direct_settlement', () => ({ fundsSettlement: 'direct' }), 'confirmed'],
] as const)('the payment of a row that is made all the same, with %s', (code, barred, comes) => {
  it('is recorded, books nothing, is an incident, and its row never becomes collectable again', async () => {
    const { customerId, mandateId } = await books.linkedCustomer();
    const asOf = '2026-02-02T09:00:00.000Z';
    await product.api('PUT', `/api/customers/${customerId}/balances`, { amount: 5000, currency: 'GBP', asOf });
    const batch = await books.post('/api/balance-exports', { currency: 'GBP', customerIds: [customerId] });
    const [row] = await books.items(`/api/balance-exports/${text(batch.json, 'id')}/rows`);
    const { replacements } = await product.control('/mandate-replacements', { mandates: [mandateId], ...barred() });
    const successor = text(list(replacements)[0] ?? {}, 'newMandate');
    const metadata = { export_row: text(row, 'id') };
    await payAtGoCardless({ amount: 5000, links: { mandate: successor }, metadata });

    const paymentId = await product.eventually(async () => {
      const [found] = await books.items(`/api/payments?mandateId=${successor}`);
      return text(found, 'id');
    });
    expect(await balanceOf(customerId)).toMatchObject({ inFlight: 5000, paidSince: 0, collectable: 0 });
    const [incident] = await books.items(`/api/incidents?type=${code}&paymentId=${paymentId}`);
    expect(incident).toMatchObject({ paymentId, customerId, mandateId: successor, resolvedAt: null });

    await product.control('/clock', { advanceWorkingDays: 8 });
    await product.eventually(async () => {
      const { status } = await books.read(`/api/payments/${paymentId}`);
      if (status !== comes) throw new Error(`still ${String(status)}`);
    });
    expect(await balanceOf(customerId)).toMatchObject({ inFlight: 0, paidSince: 5000, collectable: 0 });
    const exported = await product.api('POST', '/api/balance-exports', { currency: 'GBP', customerIds: [customerId] });
    expect(exported.json).toMatchObject({ code: 'nothing_to_export' });
    expect(await books.items(`/api/ledger/transactions?paymentId=${paymentId}`)).toEqual([]);
    expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ receiptNumber: null, receipts: [] });
  });
});
