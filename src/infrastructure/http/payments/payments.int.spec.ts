import { Bookkeeping, FIRST_DUE, orderOf, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
});

afterAll(() => product.stop());

const NO_FLAGS = {
  scheduled: false,
  pending: false,
  submitted: false,
  succeeded: false,
  confirmed: false,
  paidOut: false,
  cancelled: false,
  hasErrors: false,
  lateFailure: false,
  chargedBack: false,
  retryScheduled: false,
};

const ask = (path: string, key: string, body?: object) =>
  product.api(body === undefined ? 'GET' : 'POST', path, body, { key });

describe('a payment', () => {
  it('shows whose it is, how far it is, and its receipt once it is paid out', async () => {
    const made = await books.submittedPayment();
    const { customerId, mandateId, order, scheduledPaymentId, paymentId, gocardlessPaymentId } = made;
    const pending = {
      id: paymentId,
      gocardlessPaymentId,
      customerId,
      mandateId,
      origin: 'scheduled_payment',
      amount: 12_000,
      currency: 'GBP',
      chargeDate: FIRST_DUE,
      status: 'pending_submission',
      flags: { ...NO_FLAGS, scheduled: true, pending: true },
      message: 'pending_submission',
      amountRefunded: 0,
      receiptNumber: null,
      receipts: [],
      payoutId: null,
      accepted: false,
      acceptedBy: null,
      paidOutAt: null,
      connectionId: books.connection.connectionId,
      customerName: 'Ada Payer',
      salesOrderId: order.id,
      scheduledPaymentId,
      balanceExportId: null,
      exportRowId: null,
      suspicion: null,
      attempt: 1,
      cause: null,
      reasonCode: null,
      createdAt: expect.any(String) as unknown,
      expectedPaidOutDate: '2026-02-18',
      inFlight: true,
    };
    expect(await books.read(`/api/payments/${paymentId}`)).toEqual(pending);
    await books.outcome(made, { outcome: 'paid_out' }, 'paid_out');
    const paidOut = await product.eventually(async () => {
      const payment = await books.read(`/api/payments/${paymentId}`);
      expect(payment['receiptNumber']).not.toBeNull();
      return payment;
    });
    const number = expect.stringMatching(/^R-\d{6}$/) as unknown;
    // Whether the system has accepted it by now is not what this is about.
    expect({ ...paidOut, accepted: false, acceptedBy: null }).toEqual({
      ...pending,
      status: 'paid_out',
      flags: { ...NO_FLAGS, submitted: true, succeeded: true, confirmed: true, paidOut: true },
      message: 'payment_paid_out',
      receiptNumber: number,
      receipts: [number],
      payoutId: expect.stringMatching(/^PO/) as unknown,
      paidOutAt: expect.any(String) as unknown,
      inFlight: false,
      expectedPaidOutDate: null,
    });
  });

  it('can be asked for as it was recorded, and as it was true', async () => {
    const made = await books.submittedPayment();
    const { paymentId, order } = made;
    const day = async (time: string) => {
      await product.control('/clock', { advanceTo: time });
    };
    await day('2026-02-03T12:00:00.000Z');
    await books.outcome(made, { outcome: 'confirmed' }, 'confirmed');
    await day('2026-02-04T12:00:00.000Z');
    const { json } = await books.post('/api/customers', {
      name: 'A mark in the log',
      connectionId: books.connection.connectionId,
    });
    await books.outcome(made, { outcome: 'failed', cause: 'refer_to_payer' }, 'failed');
    const status = async (query: string) => {
      const answer = await product.api('GET', `/api/payments/${paymentId}?${query}`);
      return answer.status === 200 ? answer.json['status'] : answer.status;
    };
    expect(await status('effectiveAt=2026-02-03T23:00:00Z')).toBe('confirmed');
    expect(await status('effectiveAt=2026-02-02T23:00:00Z')).toBe('pending_submission');
    expect(await status('effectiveAt=2026-01-31T23:00:00Z')).toBe(404);
    expect(await status('effectiveAt=2026-03-31')).toBe('failed');
    expect(await status(`asOf=${text(json, 'position')}`)).toBe('confirmed');
    expect(await status('asOf=2026-02-03T23:00:00Z')).toBe('confirmed');
    expect(await status(`asOf=${order.position}`)).toBe(404);
    expect(await status('asOf=2026-03-31')).toBe('failed');
    expect(await status(`effectiveAt=2026-03-31&asOf=${text(json, 'position')}`)).toBe('confirmed');
    expect(problemOf(await product.api('GET', `/api/payments/${paymentId}?asOf=yesterday`))).toEqual([
      422,
      'validation_failed',
      'asOf',
    ]);
    const failed = await books.items('/api/payments?hasErrors=true&status=failed');
    expect(failed.map(({ id }) => id)).toEqual([paymentId]);
    expect(await books.items('/api/payments?hasErrors=true&asOf=2026-02-03T23:00:00Z')).toEqual([]);
  });

  it('is cancelled until the bank has it, and retried after it failed', async () => {
    const made = await books.submittedPayment();
    const path = `/api/payments/${made.paymentId}`;
    expect(problemOf(await product.api('POST', `${path}/retry`, {}))).toEqual([409, 'retry_not_allowed']);
    await books.outcome(made, { outcome: 'failed', willAttemptRetry: false }, 'failed');
    expect(problemOf(await product.api('POST', `${path}/cancellation`, {}))).toEqual([409, 'cancellation_too_late']);
    const retried = await product.api('POST', `${path}/retry`, {});
    expect([retried.status, retried.json]).toMatchObject([200, { paymentId: made.paymentId }]);
    await product.eventually(async () => {
      expect(await books.read(path)).toMatchObject({ status: 'pending_submission' });
    });
    const cancelled = await product.api('POST', `${path}/cancellation`, {});
    expect([cancelled.status, cancelled.json]).toMatchObject([200, { paymentId: made.paymentId }]);
    await product.eventually(async () => {
      expect(await books.read(path)).toMatchObject({
        status: 'cancelled',
        flags: { ...NO_FLAGS, cancelled: true },
      });
    });
  });

  it.each(['cancellation', 'retry', 'acceptance'])('that is not there has no %s', async (action) => {
    expect(problemOf(await product.api('POST', `/api/payments/pay_none/${action}`, {}))).toEqual([404, 'not_found']);
  });

  it('that is not there is 404', async () => {
    expect(problemOf(await product.api('GET', '/api/payments/pay_none'))).toEqual([404, 'not_found']);
    expect(problemOf(await product.api('GET', '/api/payments/pay_none?effectiveAt=2026-03-01'))).toEqual([
      404,
      'not_found',
    ]);
  });
});

describe('the list of payments', () => {
  it('is filtered, paged and a table', async () => {
    const { customerId } = await books.linkedCustomer();
    const order = await books.order(customerId);
    const ids: string[] = [];
    for (const scheduledPaymentId of order.scheduledPayments) ids.push(await books.submit(scheduledPaymentId));
    const path = `/api/payments?customerId=${customerId}`;
    const shown = async (filter: string) => (await books.items(`${path}&${filter}`)).map(({ id }) => id);
    await product.eventually(async () => {
      expect(await shown('status=pending_submission')).toEqual(ids);
    });
    expect(await shown('chargeDateFrom=2026-03-01&chargeDateTo=2026-03-31')).toEqual([ids[1]]);
    expect(await shown(`chargeDate=${FIRST_DUE}&origin=scheduled_payment&scheduled=true`)).toEqual([ids[0]]);
    expect(await shown('paidOut=true')).toEqual([]);
    expect(await shown(`scheduledPaymentId=${order.scheduledPayments[2] ?? ''}&amount=12000`)).toEqual([ids[2]]);
    const page = await books.read(`${path}&limit=2`);
    expect(await shown(`limit=2&cursor=${String(page['nextCursor'])}`)).toEqual([ids[2]]);
    const bad = await product.api('GET', `${path}&origin=found&amount=x`);
    expect(problemOf(bad)).toEqual([422, 'validation_failed', 'origin', 'amount']);
    const csv = await product.api('GET', path, undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(header?.split(',').slice(0, 10)).toEqual([
      'Id',
      'GoCardless payment id',
      'Customer id',
      'Mandate id',
      'Origin',
      'Amount',
      'Currency',
      'Created at (UTC)',
      'Charge date',
      'Expected paid out date',
    ]);
    expect(rows.map((row) => row.split(',')[0])).toEqual(ids);
  });
});

describe('acceptance', () => {
  it('of one and of many counts what was new, and twice is harmless', async () => {
    const [one, two] = [await books.submittedPayment(), await books.submittedPayment()];
    const first = await books.post(`/api/payments/${one.paymentId}/acceptance`, {});
    expect([first.status, first.json]).toEqual([
      200,
      { accepted: 1, alreadyAccepted: 0, position: expect.any(String) as unknown },
    ]);
    const paymentIds = [one.paymentId, two.paymentId, two.paymentId];
    const many = await books.post('/api/collections/acceptances', { paymentIds });
    expect(many.json).toMatchObject({ accepted: 1, alreadyAccepted: 1 });
    const again = await books.post('/api/collections/acceptances', { paymentIds });
    expect(again.json).toMatchObject({ accepted: 0, alreadyAccepted: 2 });
    expect(await books.read(`/api/payments/${two.paymentId}?after=${text(again.json, 'position')}`)).toMatchObject({
      accepted: true,
      acceptedBy: 'collector',
    });
  });

  it('of one payment by many at the same moment counts once', async () => {
    const { paymentId } = await books.submittedPayment();
    const accept = () => books.post(`/api/payments/${paymentId}/acceptance`, {});
    const answers = await Promise.all(Array.from({ length: 10 }, accept));
    expect(answers.filter(({ json }) => json['accepted'] === 1)).toHaveLength(1);
  });

  it('accepts all or none', async () => {
    const { paymentId } = await books.submittedPayment();
    const some = await product.api('POST', '/api/collections/acceptances', { paymentIds: [paymentId, 'pay_none'] });
    expect(problemOf(some)).toEqual([404, 'not_found']);
    expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ accepted: false });
    for (const body of [{}, { paymentIds: [] }, { paymentIds: 'pay_1' }]) {
      const refused = await product.api('POST', '/api/collections/acceptances', body);
      expect(problemOf(refused)).toEqual([422, 'validation_failed', 'paymentIds']);
    }
  });

  it('and every look is limited to the collector’s rounds', async () => {
    const north = await books.submittedPayment({ round: 'north' });
    const south = await books.submittedPayment({ round: 'south' });
    const none = await books.submittedPayment();
    const key = await product.makeKey('collector', { rounds: ['north'] });
    const list = await ask('/api/payments', key);
    expect((list.json['items'] as { id: string }[]).map(({ id }) => id)).toEqual([north.paymentId]);
    expect((await ask('/api/payments?round=south', key)).json['items']).toEqual([]);
    expect((await ask(`/api/payments/${north.paymentId}`, key)).status).toBe(200);
    expect((await ask(`/api/payments/${north.paymentId}?effectiveAt=2026-03-01`, key)).status).toBe(200);
    for (const { paymentId } of [south, none]) {
      for (const answer of [
        await ask(`/api/payments/${paymentId}`, key),
        await ask(`/api/payments/${paymentId}?effectiveAt=2026-03-01`, key),
        await ask(`/api/payments/${paymentId}/acceptance`, key, {}),
        await ask('/api/collections/acceptances', key, { paymentIds: [north.paymentId, paymentId] }),
      ]) {
        expect(problemOf(answer)).toEqual([404, 'not_found']);
      }
    }
    expect((await ask(`/api/payments/${north.paymentId}/acceptance`, key, {})).json).toMatchObject({ accepted: 1 });
    const everywhere = await product.makeKey('collector');
    expect((await ask(`/api/payments/${none.paymentId}/acceptance`, everywhere, {})).json).toMatchObject({
      accepted: 1,
    });
  });
});

describe('identification', () => {
  it('makes a payment that nobody knew the customer’s, with its receipt', async () => {
    const { accessToken, connectionId } = books.connection;
    const { customers } = await product.control('/customers', { token: accessToken });
    const mandate = text((customers as unknown[])[0], 'mandate');
    const { payment } = await product.control('/payments', { mandate, amount: 5_000, token: accessToken });
    const gocardlessPaymentId = text(payment, 'id');
    const paymentId = await product.eventually(async () => {
      const [item] = await books.items(`/api/payments?gocardlessPaymentId=${gocardlessPaymentId}`);
      return text(item, 'id');
    });
    await books.outcome({ paymentId, gocardlessPaymentId }, { outcome: 'paid_out' }, 'paid_out');
    expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ customerId: null, origin: 'adopted' });
    const identify = (customerId: string) =>
      product.api('POST', `/api/payments/${paymentId}/identification`, { customerId });
    expect(problemOf(await identify('cus_none'))).toEqual([422, 'unknown_customer', 'customerId']);
    const branch = await Bookkeeping.begin(product, {
      name: 'Branch',
      accessToken: await product.addOrganisation('Branch'),
    });
    expect(problemOf(await identify(await branch.customer()))).toEqual([422, 'unknown_customer', 'customerId']);
    const customerId = await books.customer();
    const identified = await identify(customerId);
    expect([identified.status, identified.json]).toEqual([
      200,
      { paymentId, customerId, position: expect.any(String) as unknown },
    ]);
    expect((await identify(customerId)).status).toBe(200);
    expect(problemOf(await identify(await books.customer()))).toEqual([409, 'already_identified']);
    const after = text(identified.json, 'position');
    const documents = await books.items(`/api/ledger/transactions?paymentId=${paymentId}&after=${after}`);
    const accounts = documents.map(({ kind, entries }) => [
      kind,
      ...(entries as { account: string; debit: number; credit: number }[]).map(
        ({ account, debit, credit }) => `${account} ${debit - credit}`,
      ),
    ]);
    expect(accounts).toEqual([
      ['receipt', '1100 5000', '2900 -5000'],
      ['correction', '1100 -5000', '2900 5000'],
      ['receipt', '1100 5000', '1200 -5000'],
    ]);
    expect(new Set(documents.map(({ effectiveAt }) => effectiveAt)).size).toBe(1);
    expect(await books.read(`/api/payments/${paymentId}?connectionId=${connectionId}`)).toMatchObject({ customerId });
  });
});

describe('roles', () => {
  it('open payments to collectors, and nothing else of the books', async () => {
    const { paymentId, scheduledPaymentId, order } = await books.submittedPayment();
    const collector = await product.makeKey('collector');
    for (const path of [
      '/api/sales-orders',
      `/api/sales-orders/${order.id}`,
      '/api/scheduled-payments',
      `/api/scheduled-payments/${scheduledPaymentId}`,
      '/api/receipts',
      '/api/receipts/R-000001',
      '/api/receipts/R-000001/document.pdf',
      '/api/ledger/transactions',
      '/api/ledger/accounts',
      '/api/ledger/trial-balance',
      '/api/payouts',
      '/api/payouts/PO1',
      `/api/timeline?paymentId=${paymentId}`,
    ]) {
      expect([path, ...problemOf(await ask(path, collector))]).toEqual([path, 403, 'forbidden']);
    }
    expect((await ask('/api/payments', collector)).status).toBe(200);
  });

  it('let auditors read and change nothing', async () => {
    const { paymentId, scheduledPaymentId, customerId } = await books.submittedPayment();
    const auditor = await product.makeKey('auditor');
    const collector = await product.makeKey('collector');
    for (const [path, body] of [
      ['/api/sales-orders', orderOf(customerId)],
      [`/api/scheduled-payments/${scheduledPaymentId}/submission`, {}],
      [`/api/scheduled-payments/${scheduledPaymentId}/retry`, {}],
      [`/api/scheduled-payments/${scheduledPaymentId}/cancellation`, {}],
      [`/api/payments/${paymentId}/cancellation`, {}],
      [`/api/payments/${paymentId}/retry`, {}],
      [`/api/payments/${paymentId}/identification`, { customerId }],
      ['/api/ledger/periods/2026-01-31/closing', {}],
    ] as const) {
      for (const key of [auditor, collector]) {
        expect([path, ...problemOf(await ask(path, key, body))]).toEqual([path, 403, 'forbidden']);
      }
    }
    expect(problemOf(await ask(`/api/payments/${paymentId}/acceptance`, auditor, {}))).toEqual([403, 'forbidden']);
    const patched = await product.api('PATCH', `/api/scheduled-payments/${scheduledPaymentId}`, {}, { key: auditor });
    expect(problemOf(patched)).toEqual([403, 'forbidden']);
    for (const path of ['/api/payments', '/api/receipts', '/api/ledger/transactions', '/api/payouts']) {
      expect([path, (await ask(path, auditor)).status]).toEqual([path, 200]);
    }
  });
});

describe('a key that is limited to another connection', () => {
  it('finds nothing of this one, and can do nothing to it', async () => {
    const made = await books.submittedPayment();
    const { customerId, paymentId, scheduledPaymentId, order } = made;
    await books.outcome(made, { outcome: 'paid_out' }, 'paid_out');
    const paidOut = await product.eventually(async () => {
      const payment = await books.read(`/api/payments/${paymentId}`);
      expect(payment['receiptNumber']).not.toBeNull();
      return payment;
    });
    const branch = await Bookkeeping.begin(product, {
      name: 'Other',
      accessToken: await product.addOrganisation('Other'),
    });
    const key = await product.makeKey('admin', { connectionIds: [branch.connection.connectionId] });
    for (const path of [
      `/api/sales-orders/${order.id}`,
      `/api/scheduled-payments/${scheduledPaymentId}`,
      `/api/payments/${paymentId}`,
      `/api/payments/${paymentId}?effectiveAt=2026-12-31`,
      `/api/receipts/${String(paidOut['receiptNumber'])}`,
      `/api/receipts/${String(paidOut['receiptNumber'])}/document.pdf`,
      `/api/payouts/${String(paidOut['payoutId'])}`,
      `/api/ledger/trial-balance?currency=GBP&connectionId=${books.connection.connectionId}`,
    ]) {
      expect([path, (await ask(path, key)).status]).toEqual([path, 404]);
    }
    for (const path of [
      `/api/scheduled-payments/${scheduledPaymentId}/submission`,
      `/api/scheduled-payments/${scheduledPaymentId}/retry`,
      `/api/scheduled-payments/${scheduledPaymentId}/cancellation`,
      `/api/payments/${paymentId}/cancellation`,
      `/api/payments/${paymentId}/retry`,
      `/api/payments/${paymentId}/acceptance`,
    ]) {
      expect([path, (await ask(path, key, {})).status]).toEqual([path, 404]);
    }
    const patched = await product.api('PATCH', `/api/scheduled-payments/${scheduledPaymentId}`, {}, { key });
    expect(patched.status).toBe(404);
    expect((await ask(`/api/payments/${paymentId}/identification`, key, { customerId })).status).toBe(404);
    expect(problemOf(await ask('/api/sales-orders', key, orderOf(customerId)))).toEqual([
      422,
      'unknown_customer',
      'customerId',
    ]);
    for (const path of [
      '/api/sales-orders',
      '/api/scheduled-payments',
      '/api/payments',
      '/api/receipts',
      '/api/ledger/transactions',
      '/api/ledger/accounts',
      '/api/payouts',
      `/api/timeline?paymentId=${paymentId}`,
      `/api/timeline?stream=payment-${paymentId}`,
      `/api/payments?connectionId=${books.connection.connectionId}`,
    ]) {
      expect([path, (await ask(path, key)).json['items']]).toEqual([path, []]);
    }
  });
});
