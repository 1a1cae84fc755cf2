import { Bookkeeping, FIRST_DUE, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
let unsent: ReturnType<typeof placed>;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  unsent = placed();
});

afterAll(() => product.stop());

async function placed(fields: object = {}) {
  const customer = await books.linkedCustomer();
  const order = await books.order(customer.customerId, fields);
  const [first = '', second = '', third = ''] = order.scheduledPayments;
  return { ...customer, order, first, second, third };
}

const submit = (id: string) => product.api('POST', `/api/scheduled-payments/${id}/submission`, {});
const change = (id: string, fields: object) => product.api('PATCH', `/api/scheduled-payments/${id}`, fields);
const cancel = (id: string) => product.api('POST', `/api/scheduled-payments/${id}/cancellation`, {});
const retry = (id: string) => product.api('POST', `/api/scheduled-payments/${id}/retry`, {});

describe('a scheduled payment', () => {
  it('is sent once, with the order’s total following', async () => {
    const { order, first, mandateId, customerId } = await placed();
    const sent = await submit(first);
    expect([sent.status, sent.json]).toEqual([
      200,
      { paymentId: expect.stringMatching(/^pay_/) as unknown, position: expect.any(String) as unknown },
    ]);
    const { paymentId } = sent.json;
    const shown = await product.eventually(async () => {
      const item = await books.read(`/api/scheduled-payments/${first}?after=${text(sent.json, 'position')}`);
      expect(item).toMatchObject({ flags: { paymentCreated: true } });
      return item;
    });
    expect(shown).toEqual({
      id: first,
      salesOrderId: order.id,
      mandateId,
      dueDate: FIRST_DUE,
      amount: 12_000,
      currency: 'GBP',
      paymentId,
      flags: {
        isDirectDebit: true,
        paymentCreated: true,
        isProcessed: true,
        succeeded: true,
        isPaymentProcessed: false,
        hasErrors: false,
        isCancelled: false,
      },
      message: null,
      connectionId: books.connection.connectionId,
      customerId,
      customerName: 'Ada Payer',
      attempt: 1,
      chargeDate: FIRST_DUE,
      expectedPaidOutDate: '2026-02-18',
      sendingDay: null,
      sentAt: expect.stringMatching(/^2026-02-02T10:/) as unknown,
      paymentStatus: 'pending_submission',
      paymentFlags: expect.objectContaining({ scheduled: true, pending: true, paidOut: false }) as unknown,
      receiptNumber: null,
    });
    expect(problemOf(await submit(first))).toEqual([409, 'already_submitted']);
    expect(await books.read(`/api/sales-orders/${order.id}`)).toMatchObject({ planTotal: 36_000, total: 12_000 });
  });

  it('is sent once also when ten ask at the same moment', async () => {
    const { first, customerId } = await placed();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(first)));
    const outcomes = answers.map(({ status, json }) => [status, json['code'] ?? 'sent']);
    expect(outcomes.sort()).toEqual([[200, 'sent'], ...Array.from({ length: 9 }, () => [409, 'already_submitted'])]);
    expect(await books.items(`/api/payments?customerId=${customerId}`)).toHaveLength(1);
  });

  it('is the same submission when it is sent again because its answer was lost, also after the bank has refused it', async () => {
    const { first } = await placed();
    const headers = { 'idempotency-key': `lost-${first}` };
    const ask = () => product.api('POST', `/api/scheduled-payments/${first}/submission`, {}, { headers });
    const paymentId = text((await ask()).json, 'paymentId');
    const gocardlessPaymentId = await product.eventually(async () =>
      text(await books.read(`/api/payments/${paymentId}`), 'gocardlessPaymentId'),
    );
    await books.outcome({ paymentId, gocardlessPaymentId }, { outcome: 'failed', willAttemptRetry: false }, 'failed');
    await product.runtime.pool.query('delete from idempotency_keys');
    const again = await ask();
    expect([again.status, again.json]).toMatchObject([200, { paymentId }]);
    expect((await retry(first)).status).toBe(200);
  });

  it('waits without a mandate', async () => {
    const order = await books.order(await books.customer());
    expect(problemOf(await submit(order.scheduledPayments[0] ?? ''))).toEqual([409, 'no_mandate']);
  });

  it('waits while its own mandate is dead', async () => {
    const { first, mandateId } = await placed();
    expect((await change(first, { mandateId })).status).toBe(200);
    await product.control(`/mandates/${mandateId}/outcomes`, { outcome: 'cancelled' });
    await product.eventually(async () => {
      expect(await books.read(`/api/scheduled-payments/${first}`)).toMatchObject({
        message: 'mandate_cancelled',
        flags: { hasErrors: true },
      });
    });
    expect(problemOf(await submit(first))).toEqual([409, 'mandate_not_usable']);
    expect(problemOf(await change(first, { mandateId }))).toEqual([422, 'mandate_not_usable', 'mandateId']);
  });

  it('shows GoCardless’s refusal as an outcome, and goes out anew after it', async () => {
    const creditor = `/creditors/${await creditorId()}`;
    const { order, first } = await placed({ lines: [{ item: 'Sticker', quantity: 3, unitAmount: 1 }] });
    await product.control(creditor, { enforceLimits: true });
    const refused = await submit(first);
    expect([refused.status, refused.json]).toEqual([
      200,
      {
        paymentId: expect.any(String) as unknown,
        rejected: {
          type: 'validation_failed',
          reason: expect.any(String) as unknown,
          errors: [{ field: 'amount', message: expect.any(String) as unknown }],
        },
        position: expect.any(String) as unknown,
      },
    ]);
    const item = await product.eventually(async () => {
      const found = await books.read(`/api/scheduled-payments/${first}`);
      expect(found['flags']).toMatchObject({ isProcessed: true, paymentCreated: false, hasErrors: true });
      return found;
    });
    expect(item['message']).toContain('amount');
    expect(await books.read(`/api/sales-orders/${order.id}`)).toMatchObject({ total: 0 });
    await product.control(creditor, { enforceLimits: false });
    const again = await submit(first);
    expect([again.status, 'rejected' in again.json, again.json['paymentId'] === item['paymentId']]).toEqual([
      200,
      false,
      false,
    ]);
    expect(await books.read(`/api/scheduled-payments/${first}?after=${text(again.json, 'position')}`)).toMatchObject({
      attempt: 2,
    });
  });

  it('goes out on the mandate that took its mandate’s place', async () => {
    const { first, mandateId } = await placed();
    const { replacements } = await product.control('/mandate-replacements', { mandates: [mandateId] });
    const sent = await submit(first);
    expect([sent.status, 'rejected' in sent.json]).toEqual([200, false]);
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${text(sent.json, 'paymentId')}`)).toMatchObject({
        mandateId: text((replacements as unknown[])[0], 'newMandate'),
        status: 'pending_submission',
      });
    });
  });
});

describe('a change', () => {
  it('moves the difference to the last unsent instalment', async () => {
    const { order, first, second, third } = await placed();
    const changed = await change(first, { amount: 10_000, dueDate: '2026-02-20' });
    const path = `/api/scheduled-payments?salesOrderId=${order.id}&after=${text(changed.json, 'position')}`;
    expect((await books.items(path)).map(({ id, dueDate, amount }) => [id, dueDate, amount])).toEqual([
      [first, '2026-02-20', 10_000],
      [second, '2026-03-16', 12_000],
      [third, '2026-04-16', 14_000],
    ]);
    expect(await books.read(`/api/sales-orders/${order.id}`)).toMatchObject({ planTotal: 36_000 });
    const before = await books.items(`/api/scheduled-payments?salesOrderId=${order.id}&asOf=${order.position}`);
    expect(before.map(({ amount }) => amount)).toEqual([12_000, 12_000, 12_000]);
  });

  it('shows before where the difference would go, and moves nothing then', async () => {
    const { order, first, second, third } = await placed();
    const preview = (id: string, fields: object) =>
      product.api('PATCH', `/api/scheduled-payments/${id}?dryRun=true`, fields);
    const { status, json } = await preview(first, { amount: 10_000, dueDate: '2026-02-20' });
    expect([status, json]).toEqual([
      200,
      {
        id: first,
        changed: [
          { id: first, dueDate: '2026-02-20', amountFrom: 12_000, amountTo: 10_000, currency: 'GBP' },
          { id: third, dueDate: '2026-04-16', amountFrom: 12_000, amountTo: 14_000, currency: 'GBP' },
        ],
        position: expect.any(String) as unknown,
      },
    ]);
    const instalments = await books.items(`/api/scheduled-payments?salesOrderId=${order.id}&after=${order.position}`);
    expect(instalments.map(({ amount }) => amount)).toEqual([12_000, 12_000, 12_000]);
    expect((await preview(second, { amount: 12_000 })).json['changed']).toEqual([]);
    expect(problemOf(await preview(first, { amount: 36_000 }))).toEqual([422, 'plan_does_not_add_up', 'amount']);
    const odd = await product.api('PATCH', `/api/scheduled-payments/${first}?dryRun=perhaps`, { amount: 1 });
    expect(problemOf(odd)).toEqual([422, 'validation_failed', 'dryRun']);
  });

  it('chooses a mandate, and gives it up again', async () => {
    const { first, customerId } = await placed();
    const mandateId = await books.linkMandate(customerId);
    for (const chosen of [mandateId, null]) {
      const { json } = await change(first, { mandateId: chosen });
      const after = text(json, 'position');
      expect(await books.read(`/api/scheduled-payments/${first}?after=${after}`)).toMatchObject({ mandateId: chosen });
    }
  });

  it.each<[string, object, readonly unknown[]]>([
    ['an amount that no other instalment can make up for', { amount: 36_000 }, [422, 'plan_does_not_add_up', 'amount']],
    ['no amount', { amount: 0 }, [422, 'validation_failed', 'amount']],
    ['a first payment without notice', { dueDate: '2026-02-04' }, [422, 'due_date_too_early', 'dueDate']],
    ['no date', { dueDate: 'soon' }, [422, 'validation_failed', 'dueDate']],
    ['a mandate of nobody', { mandateId: 'MD000NOBODY' }, [422, 'unknown_mandate', 'mandateId']],
    ['a field that is fixed', { currency: 'EUR' }, [422, 'validation_failed', 'currency']],
  ])('to %s is refused', async (_, fields, refused) => {
    const { first } = await unsent;
    expect(problemOf(await change(first, fields))).toEqual(refused);
  });

  it('comes too late after it was sent', async () => {
    const { first } = await placed();
    await books.submit(first);
    expect(problemOf(await change(first, { amount: 1_000 }))).toEqual([409, 'already_submitted']);
  });
});

describe('a cancellation', () => {
  it('keeps an unsent instalment from ever being sent', async () => {
    const { first } = await placed();
    const { json } = await cancel(first);
    const after = text(json, 'position');
    expect(await books.read(`/api/scheduled-payments/${first}?after=${after}`)).toMatchObject({
      flags: { isCancelled: true, isProcessed: false },
      paymentId: null,
    });
    expect(problemOf(await submit(first))).toEqual([409, 'instalment_cancelled']);
    expect(problemOf(await change(first, { amount: 1_000 }))).toEqual([409, 'instalment_cancelled']);
    expect((await cancel(first)).status).toBe(200);
  });

  it('reaches GoCardless until the bank has it, and is too late then', async () => {
    const pending = await books.submittedPayment();
    expect((await cancel(pending.scheduledPaymentId)).status).toBe(200);
    await product.eventually(async () => {
      expect(await books.read(`/api/scheduled-payments/${pending.scheduledPaymentId}`)).toMatchObject({
        flags: { isCancelled: true, succeeded: true, hasErrors: false },
      });
    });
    const submitted = await books.submittedPayment();
    await books.outcome(submitted, { outcome: 'submitted' }, 'submitted');
    expect(problemOf(await cancel(submitted.scheduledPaymentId))).toEqual([409, 'cancellation_too_late']);
  });
});

describe('a retry', () => {
  it('tries the payment of the newest attempt again, three times at most', async () => {
    const payment = await books.submittedPayment();
    const { scheduledPaymentId, paymentId } = payment;
    expect(problemOf(await retry(scheduledPaymentId))).toEqual([409, 'retry_not_allowed']);
    for (const time of [1, 2, 3]) {
      await books.outcome(payment, { outcome: 'failed', willAttemptRetry: false }, 'failed');
      const retried = await retry(scheduledPaymentId);
      expect([time, retried.status, retried.json]).toMatchObject([time, 200, { paymentId }]);
      await product.eventually(async () => {
        const { status, flags } = await books.read(`/api/payments/${paymentId}`);
        expect([status, flags]).toMatchObject(['pending_submission', { scheduled: true, pending: true }]);
      });
    }
    await books.outcome(payment, { outcome: 'failed', willAttemptRetry: false }, 'failed');
    expect(problemOf(await retry(scheduledPaymentId))).toEqual([409, 'retry_limit_reached']);
  });

  it('is not for what was never sent', async () => {
    const { first } = await unsent;
    expect(problemOf(await retry(first))).toEqual([409, 'retry_not_allowed']);
  });
});

describe('the list', () => {
  it('is filtered by flag, due date and order', async () => {
    const { order, first, second, third } = await placed();
    await books.submit(first);
    const { json } = await cancel(second);
    const path = `/api/scheduled-payments?salesOrderId=${order.id}&after=${text(json, 'position')}`;
    const ids = async (filter: string) => (await books.items(`${path}&${filter}`)).map(({ id }) => id);
    expect(await ids('isCancelled=true')).toEqual([second]);
    expect(await ids('isProcessed=true')).toEqual([first]);
    expect(await ids('isProcessed=false')).toEqual([second, third]);
    expect(await ids('dueDateFrom=2026-03-01&dueDateTo=2026-03-31')).toEqual([second]);
    expect(await ids('dueDate=2026-04-16')).toEqual([third]);
    const bad = await product.api('GET', `${path}&isCancelled=maybe&dueDate=2026-13-01`);
    expect(problemOf(bad)).toEqual([422, 'validation_failed', 'isCancelled', 'dueDate']);
    const csv = await product.api('GET', path, undefined, { headers: { accept: 'text/csv' } });
    expect(csv.text.split('\r\n')[0]).toBe(
      'Id,Sales order id,Mandate id,Due date,Amount,Currency,Payment id,Is direct debit,Payment created,Is processed,Succeeded,' +
        'Is payment processed,Has errors,Is cancelled,Message,Connection id,Customer id,Customer name,Attempt,Charge date,' +
        'Expected paid out date,Sending day,Sent at (UTC),Payment status,Payment scheduled,Payment pending,Payment submitted,' +
        'Payment succeeded,Payment confirmed,Payment paid out,Payment cancelled,Payment has errors,Payment late failure,' +
        'Payment charged back,Payment retry scheduled,Receipt number',
    );
    expect(csv.text.split('\r\n')).toHaveLength(5);
  });
});

it.each(['submission', 'retry', 'cancellation'])('the %s of what is not there is 404', async (action) => {
  const answer = await product.api('POST', `/api/scheduled-payments/sp_none/${action}`, {});
  expect(problemOf(answer)).toEqual([404, 'not_found']);
});

describe('last, as it moves the clock: a scheduled payment', () => {
  it('goes out at the first possible date when it is due earlier', async () => {
    const { first } = await placed();
    const { json } = await change(first, { dueDate: '2026-02-09' });
    expect(json).toEqual({ id: first, position: expect.any(String) as unknown });
    await product.control('/clock', { advanceTo: '2026-02-06T10:00:00.000Z' });
    const sent = await submit(first);
    await product.eventually(async () => {
      expect(await books.read(`/api/scheduled-payments/${first}?after=${text(sent.json, 'position')}`)).toMatchObject({
        dueDate: '2026-02-09',
        chargeDate: '2026-02-11',
      });
    });
  });
});

async function creditorId(): Promise<string> {
  const connection = await books.read(`/api/connections/${books.connection.connectionId}`);
  return text(connection, 'creditorId');
}
