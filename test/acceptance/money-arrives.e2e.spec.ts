import { ALL_READ_MODELS } from '../../src/read-models/all-read-models';
import { rebuild } from '../../src/read-models/engine/rebuild';
import { type Product, startProduct } from '../support/product';

/** The main job, as a newcomer meets it: from a mandate to a receipt, over HTTP and signed webhooks alone. */
let product: Product;

beforeAll(async () => {
  product = await startProduct();
  await product.connect();
}, 60_000);

afterAll(() => product.stop());

interface Payer {
  readonly customerId: string;
  readonly mandateId: string;
}

async function payer(email = 'ines@harbour-cafe.example'): Promise<Payer> {
  const { customers } = (await product.control('/customers', { givenName: 'Ines', familyName: 'Moreau', email })) as {
    customers: readonly { readonly mandate: string }[];
  };
  const { json } = await product.api('POST', '/api/customers', { name: 'Ines Moreau', email });
  const customerId = String(json['id']);
  const linked = await product.api('POST', `/api/customers/${customerId}/mandates`, { email });
  expect(linked.status).toBe(201);
  return { customerId, mandateId: customers[0]?.mandate ?? '' };
}

/** An order of 360.00 with 20 % tax in three instalments. */
async function order(
  customerId: string,
  firstDueDate = '2026-02-12',
): Promise<{ readonly id: string; readonly scheduledPayments: readonly string[] }> {
  const placed = await product.api('POST', '/api/sales-orders', {
    customerId,
    currency: 'GBP',
    lines: [{ item: 'Membership', quantity: 1, unitAmount: 36_000, taxRate: '20' }],
    plan: { count: 3, firstDueDate, interval: 'month' },
  });
  expect(placed.status).toBe(201);
  return { id: String(placed.json['id']), scheduledPayments: placed.json['scheduledPayments'] as readonly string[] };
}

const submit = (scheduledPaymentId: string | undefined) =>
  product.api('POST', `/api/scheduled-payments/${scheduledPaymentId ?? ''}/submission`, {});

const scheduledPayment = async (id: string | undefined) =>
  (await product.api('GET', `/api/scheduled-payments/${id ?? ''}`)).json;

const payment = async (id: unknown) => (await product.api('GET', `/api/payments/${String(id)}`)).json;

const outcome = (gocardlessPaymentId: unknown, wanted: object) =>
  product.control(`/payments/${String(gocardlessPaymentId)}/outcomes`, wanted);

const gocardlessPaymentsOf = async (paymentId: unknown) => {
  const answer = await fetch(`${product.simulator.url}/payments?limit=500`, {
    headers: { authorization: `Bearer ${product.simulator.accessToken}`, 'gocardless-version': '2015-07-06' },
  });
  const { payments } = (await answer.json()) as { payments: readonly { metadata: { ddl_payment?: string } }[] };
  return payments.filter(({ metadata }) => metadata.ddl_payment === paymentId);
};

const NO_FLAGS = {
  isDirectDebit: true,
  paymentCreated: false,
  isProcessed: false,
  succeeded: false,
  isPaymentProcessed: false,
  hasErrors: false,
  isCancelled: false,
};

describe('from a mandate to a receipt', () => {
  it('turns the flags, makes the receipt, books it and the payout, and reverses it when the money is lost', async () => {
    const { customerId, mandateId } = await payer();
    const { id, scheduledPayments } = await order(customerId);
    const [first] = scheduledPayments;
    await product.eventually(async () => {
      expect((await scheduledPayment(first))['flags']).toEqual(NO_FLAGS);
    });

    const submitted = await submit(first);
    expect(submitted.status).toBe(200);
    const { paymentId } = submitted.json;
    expect((await submit(first)).json).toMatchObject({ code: 'already_submitted' });
    await product.eventually(async () => {
      const created = { ...NO_FLAGS, paymentCreated: true, isProcessed: true, succeeded: true };
      expect(await scheduledPayment(first)).toMatchObject({ paymentId, flags: created });
      expect(await payment(paymentId)).toMatchObject({
        mandateId,
        amount: 12_000,
        chargeDate: '2026-02-12',
        status: 'pending_submission',
        message: 'pending_submission',
        receiptNumber: null,
      });
    });
    const { gocardlessPaymentId } = await payment(paymentId);

    for (const [action, status, message] of [
      ['submitted', 'submitted', 'payment_submitted'],
      ['confirmed', 'confirmed', 'payment_confirmed'],
    ]) {
      await outcome(gocardlessPaymentId, { outcome: action });
      await product.eventually(async () => {
        expect(await payment(paymentId)).toMatchObject({ status, message, receiptNumber: null });
      });
    }

    await outcome(gocardlessPaymentId, { outcome: 'paid_out' });
    await product.eventually(async () => {
      expect((await scheduledPayment(first))['flags']).toMatchObject({ succeeded: true, isPaymentProcessed: true });
      expect(await payment(paymentId)).toMatchObject({
        status: 'paid_out',
        flags: { submitted: true, succeeded: true, confirmed: true, paidOut: true, hasErrors: false },
        receiptNumber: 'R-000001',
        receipts: ['R-000001'],
      });
      expect((await product.api('GET', `/api/sales-orders/${id}`)).json).toMatchObject({
        planTotal: 36_000,
        total: 12_000,
        receiptedTotal: 12_000,
      });
    });
    const receipt = await product.api('GET', '/api/receipts/R-000001');
    expect(receipt.json).toMatchObject({
      kind: 'receipt',
      amount: 12_000,
      lines: [{ description: 'Membership', taxRate: '20', net: 10_000, tax: 2_000, amount: 12_000 }],
    });
    const { payoutId } = await payment(paymentId);
    await product.eventually(async () => {
      const payout = await product.api('GET', `/api/payouts/${String(payoutId)}`);
      expect(payout.json).toMatchObject({ currency: 'GBP', unexplained: [] });
      expect(payout.json['amount']).toBe(12_000 - Number(payout.json['fees']));
    });

    await outcome(gocardlessPaymentId, { outcome: 'failed' });
    await product.eventually(async () => {
      expect(await payment(paymentId)).toMatchObject({
        status: 'failed',
        flags: { hasErrors: true, lateFailure: true, paidOut: false },
        receiptNumber: null,
        receipts: ['R-000001', 'R-000002'],
      });
      expect((await product.api('GET', `/api/sales-orders/${id}`)).json).toMatchObject({ total: 0, receiptedTotal: 0 });
    });
    const balance = await product.api('GET', '/api/ledger/trial-balance?currency=GBP');
    expect(balance.json['totalDebit']).toBe(balance.json['totalCredit']);
  }, 60_000);

  it('ends in one payment and one charge when the answer is lost and its webhook overtakes it', async () => {
    const { customerId } = await payer('lost@answer.example');
    const { scheduledPayments } = await order(customerId);
    const [first] = scheduledPayments;
    await product.control('/faults', { method: 'POST', path: '/payments', fault: 'resetAfterCommit', times: 1 });
    const submitted = await submit(first);
    expect([200, 202]).toContain(submitted.status);
    const { paymentId } = submitted.json;
    await product.eventually(async () => {
      expect(await payment(paymentId)).toMatchObject({ status: 'pending_submission' });
      const { json } = await product.api('GET', `/api/payments?customerId=${customerId}`);
      expect(json['items']).toHaveLength(1);
      expect(await gocardlessPaymentsOf(paymentId)).toHaveLength(1);
    });
    await product.control('/clock', { advanceWorkingDays: 12 });
    await product.eventually(async () => {
      expect(await payment(paymentId)).toMatchObject({ status: 'confirmed', flags: { confirmed: true } });
      expect(await gocardlessPaymentsOf(paymentId)).toHaveLength(1);
    });
  }, 60_000);
});

describe('every list', () => {
  it('answers as of an earlier position', async () => {
    const { customerId } = await payer('as-of@payer.example');
    const before = await product.api('GET', '/api/payments?limit=500');
    const { scheduledPayments } = await order(customerId, '2026-05-12');
    const submitted = await submit(scheduledPayments[0]);
    const after = await product.api('GET', `/api/payments?limit=500&after=${String(submitted.json['position'])}`);
    expect((after.json['items'] as readonly unknown[]).length).toBe(
      (before.json['items'] as readonly unknown[]).length + 1,
    );
    const position = before.headers.get('x-position') ?? '';
    const then = await product.api('GET', `/api/payments?limit=500&asOf=${position}`);
    expect(then.json['items']).toEqual(before.json['items']);
  }, 60_000);

  it('equals what a rebuild from position 0 gives, past versions included', async () => {
    const { readModelDatabase: database, eventStore: store } = product.runtime;
    const { equal, differences, compared } = await rebuild({
      database,
      store,
      readModels: ALL_READ_MODELS,
      outcome: 'served',
    });
    expect(differences).toEqual([]);
    expect(equal).toBe(true);
    expect(compared.reduce((total, { pastVersions }) => total + pastVersions, 0)).toBeGreaterThan(0);
    // What is served now is what was rebuilt, and it goes on.
    const { customerId } = await payer('rebuilt@payer.example');
    expect((await product.api('GET', `/api/customers/${customerId}`)).status).toBe(200);
  }, 60_000);

  it('has books that balance at every position', async () => {
    const { items } = (await product.api('GET', '/api/ledger/transactions?limit=500')).json as {
      items: readonly { readonly entries: readonly { readonly debit: number; readonly credit: number }[] }[];
    };
    expect(items.length).toBeGreaterThan(0);
    for (const { entries } of items) {
      expect(entries.reduce((balance, { debit, credit }) => balance + debit - credit, 0)).toBe(0);
    }
    const store = product.runtime.eventStore;
    const { events } = await store.readAll(store.start(), { limit: 10_000 });
    expect(events.length).toBeGreaterThan(0);
    for (const { position } of events) {
      const { json } = await product.api('GET', `/api/ledger/trial-balance?currency=GBP&asOf=${position}`);
      expect(json['totalDebit']).toBe(json['totalCredit']);
    }
  }, 60_000);
});
