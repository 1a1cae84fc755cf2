import { at, type Driver, listAt, startDriver, textAt } from './testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const payoutOf = async (payment: string) =>
  textAt((await driver.api('GET', `/payments/${payment}`)).body, 'payments', 'links', 'payout');

const itemsOf = async (payout: string) =>
  listAt((await driver.api('GET', `/payout_items?payout=${payout}`)).body, 'payout_items');

test('a Bacs payment is submitted, charged, confirmed and paid out on the scheme’s days', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  expect(at((await driver.api('GET', `/payments/${payment}`)).body, 'payments', 'charge_date')).toBe('2026-02-05');

  const seen = [];
  for (let day = 0; day <= 5; day += 1) {
    if (day > 0) await driver.days(1);
    seen.push(await driver.statusOf(payment));
  }

  expect(seen).toEqual(['pending_submission', 'submitted', 'submitted', 'submitted', 'confirmed', 'paid_out']);
});

test('a new Bacs mandate takes one more working day', async () => {
  const { mandate } = await driver.customer({ mandateStatus: 'pending_submission' });
  const payment = await driver.payment(mandate);

  await driver.days(6);

  expect(await driver.story(`&payment=${payment}`)).toEqual([
    'payments.created',
    'payments.submitted',
    'payments.confirmed',
    'payments.paid_out',
  ]);
  expect(await driver.story(`&mandate=${mandate}`)).toEqual([
    'mandates.created',
    'mandates.submitted',
    'mandates.active',
  ]);
  expect(at((await driver.api('GET', `/payments/${payment}`)).body, 'payments', 'charge_date')).toBe('2026-02-06');
});

test('a SEPA mandate goes out with its first payment and is active on the charge date', async () => {
  const { mandate } = await driver.customer({ scheme: 'sepa_core', mandateStatus: 'pending_submission' });
  await driver.days(3);
  const before = await driver.story(`&mandate=${mandate}`);
  await driver.payment(mandate, { currency: 'EUR' });

  await driver.days(6);

  expect(before).toEqual(['mandates.created']);
  expect((await driver.story()).slice(1)).toEqual([
    'payments.created',
    'mandates.submitted',
    'payments.submitted',
    'mandates.active',
    'payments.confirmed',
    'payouts.paid',
    'payments.paid_out',
  ]);
});

test('the payout carries the payments less fees, and its event is the parent of theirs', async () => {
  const { mandate } = await driver.customer();
  const first = await driver.payment(mandate);
  const second = await driver.payment(mandate, { amount: 4_550 });

  await driver.days(5);

  const payout = await payoutOf(first);
  expect(await payoutOf(second)).toBe(payout);
  expect((await itemsOf(payout)).map(({ type, amount }) => `${String(type)} ${String(amount)}`)).toEqual([
    'payment_paid_out 12000.0',
    'gocardless_fee -140.0',
    'payment_paid_out 4550.0',
    'gocardless_fee -65.5',
  ]);
  const body = (await driver.api('GET', `/payouts/${payout}`)).body;
  expect([at(body, 'payouts', 'amount'), at(body, 'payouts', 'deducted_fees'), at(body, 'payouts', 'status')]).toEqual([
    16_345,
    205,
    'paid',
  ]);
  const [paid] = await driver.events(`&payout=${payout}&action=paid`);
  const children = await driver.events(`&parent_event=${String(paid?.['id'])}`);
  expect(children.map(({ links, created_at }) => ({ links, created_at }))).toEqual(
    [first, second].map((payment) => ({
      links: { payment, parent_event: paid?.['id'], payout },
      created_at: paid?.['created_at'],
    })),
  );
});

test('a late failure after the payout is taken from the next one, with its fee given back', async () => {
  const late = await driver.customer({ givenName: 'Late' });
  const lost = await driver.payment(late.mandate, { amount: 3_000 });
  await driver.days(1);
  const good = await driver.customer();
  const kept = await driver.payment(good.mandate);

  await driver.days(5);

  expect(await driver.story(`&payment=${lost}`)).toEqual([
    'payments.created',
    'payments.submitted',
    'payments.confirmed',
    'payments.paid_out',
    'payments.failed',
    'payments.late_failure_settled',
  ]);
  const settling = await payoutOf(kept);
  expect((await itemsOf(settling)).map(({ type, amount }) => `${String(type)} ${String(amount)}`)).toEqual([
    'payment_paid_out 12000.0',
    'gocardless_fee -140.0',
    'payment_failed -3000.0',
    'gocardless_fee 50.0',
  ]);
  const [, , , , failed, settled] = await driver.events(`&payment=${lost}`);
  expect(failed?.['details']).toMatchObject({
    origin: 'bank',
    cause: 'refer_to_payer',
    scheme: 'bacs',
    reason_code: 'ARUDD-0',
    will_attempt_retry: false,
  });
  const [paid] = await driver.events(`&payout=${settling}`);
  expect(settled?.['links']).toEqual({ payment: lost, parent_event: paid?.['id'] });
});

test('nothing is paid while the balance is not positive', async () => {
  const { mandate } = await driver.customer({ givenName: 'Fickle' });
  await driver.payment(mandate);
  await driver.days(6);
  const small = await driver.customer();
  await driver.payment(small.mandate, { amount: 1_000 });

  await driver.days(5);
  const meanwhile = await driver.story('&resource_type=payouts');
  const big = await driver.customer();
  await driver.payment(big.mandate, { amount: 50_000 });
  await driver.days(5);

  expect(meanwhile).toEqual(['payouts.paid']);
  const [, second] = await driver.events('&resource_type=payouts');
  const body = (await driver.api('GET', `/payouts/${textAt(second, 'links', 'payout')}`)).body;
  // 1000 − 30 + 50000 − 400 − (12000 − 140)
  expect(at(body, 'payouts', 'amount')).toBe(38_710);
});

test('a failure before the payout leaves nothing to settle', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.days(4);
  await driver.control('POST', `/control/payments/${payment}/outcomes`, {
    outcome: 'failed',
    reasonCode: 'ARUDD-2',
  });

  await driver.days(10);

  expect(await driver.story('&resource_type=payouts')).toEqual([]);
  const failed = (await driver.events(`&payment=${payment}`)).at(-1);
  expect(at(failed, 'details', 'cause')).toBe('bank_account_closed');
  const { body } = await driver.control('GET', '/control/balances');
  expect(body).toEqual({ balances: [] });
});

test('a retried late failure runs a second time and is paid out twice under one id', async () => {
  const { mandate } = await driver.customer({ givenName: 'Late' });
  const payment = await driver.payment(mandate);
  await driver.days(6);

  const retried = await driver.api('POST', `/payments/${payment}/actions/retry`, {
    data: { metadata: { why: 'again' } },
  });
  const rich = await driver.customer();
  await driver.payment(rich.mandate, { amount: 100_000 });
  await driver.days(5);

  expect(at(retried.body, 'payments', 'status')).toBe('pending_submission');
  expect((await driver.story(`&payment=${payment}`)).slice(4)).toEqual([
    'payments.failed',
    'payments.resubmission_requested',
    'payments.submitted',
    'payments.confirmed',
    'payments.late_failure_settled',
    'payments.paid_out',
  ]);
});

test('a payment can be retried three times and no more, and only after a failure', async () => {
  const { mandate } = await driver.customer({ givenName: 'Penniless' });
  const payment = await driver.payment(mandate);
  const early = await driver.api('POST', `/payments/${payment}/actions/retry`, { data: {} });
  for (let run = 0; run < 3; run += 1) {
    await driver.days(5);
    expect((await driver.api('POST', `/payments/${payment}/actions/retry`, { data: {} })).status).toBe(200);
  }
  await driver.days(5);

  const fourth = await driver.api('POST', `/payments/${payment}/actions/retry`, { data: {} });

  expect([early, fourth].map(({ status, body }) => [status, at(body, 'error', 'errors', 0, 'reason')])).toEqual([
    [422, 'retry_failed'],
    [422, 'retry_failed'],
  ]);
});

test('retry_if_possible brings automatic retries until they are used up', async () => {
  const { mandate } = await driver.customer({ givenName: 'Penniless' });
  const payment = await driver.payment(mandate, { retry_if_possible: true });

  await driver.days(40);

  const failures = (await driver.events(`&payment=${payment}&action=failed`)).map((event) => [
    at(event, 'details', 'will_attempt_retry'),
    at(event, 'details', 'not_retried_reason'),
  ]);
  expect(failures).toEqual([
    [true, undefined],
    [true, undefined],
    [true, undefined],
    [false, 'other'],
  ]);
});

test('the end of a mandate cancels what is not yet sent, as children of its event', async () => {
  const { mandate } = await driver.customer();
  const sent = await driver.payment(mandate);
  await driver.days(1);
  const waiting = await driver.payment(mandate);

  const cancelled = await driver.api('POST', `/mandates/${mandate}/actions/cancel`, {
    data: { metadata: { by: 'office' } },
  });

  expect(at(cancelled.body, 'mandates', 'status')).toBe('cancelled');
  expect(at(cancelled.body, 'mandates', 'next_possible_charge_date')).toBeNull();
  expect([await driver.statusOf(sent), await driver.statusOf(waiting)]).toEqual(['submitted', 'cancelled']);
  const parent = (await driver.events(`&mandate=${mandate}`)).at(-1);
  const child = (await driver.events(`&payment=${waiting}`)).at(-1);
  expect([parent?.['metadata'], child?.['links'], at(child, 'details', 'cause')]).toEqual([
    { by: 'office' },
    { payment: waiting, parent_event: parent?.['id'] },
    'mandate_cancelled',
  ]);
});

test('holidays and weekends move the charge date, and a date too early is refused', async () => {
  await driver.control('POST', '/control/holidays', { holidays: ['2026-02-04'] });
  const { mandate } = await driver.customer();

  const soonest = await driver.api('GET', `/mandates/${mandate}`);
  const early = await driver.api('POST', '/payments', {
    payments: { amount: 100, currency: 'GBP', charge_date: '2026-02-05', links: { mandate } },
  });
  const weekend = await driver.api('POST', '/payments', {
    payments: { amount: 100, currency: 'GBP', charge_date: '2026-02-14', links: { mandate } },
  });

  expect(at(soonest.body, 'mandates', 'next_possible_charge_date')).toBe('2026-02-06');
  expect([early.status, at(early.body, 'error', 'errors')]).toEqual([
    422,
    [
      {
        field: 'charge_date',
        message: "must be on or after mandate's next_possible_charge_date",
        request_pointer: '/payments/charge_date',
      },
    ],
  ]);
  expect(at(weekend.body, 'payments', 'charge_date')).toBe('2026-02-16');
});

test('a chargeback that is withdrawn is paid out again', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.days(5);
  const outcome = (name: string) => driver.control('POST', `/control/payments/${payment}/outcomes`, { outcome: name });
  await outcome('charged_back');
  const withdrawn = await outcome('chargeback_cancelled');
  const other = await driver.customer();
  await driver.payment(other.mandate);

  await driver.days(5);

  expect(at(withdrawn.body, 'payment', 'status')).toBe('confirmed');
  expect((await driver.story(`&payment=${payment}`)).slice(3)).toEqual([
    'payments.paid_out',
    'payments.charged_back',
    'payments.chargeback_cancelled',
    'payments.chargeback_settled',
    'payments.paid_out',
  ]);
});

test('items of a payout are gone after six months', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.days(5);
  const payout = await payoutOf(payment);
  await driver.control('POST', '/control/clock', { advanceTo: '2026-08-09T10:00:00.000Z' });
  const before = await driver.api('GET', `/payout_items?payout=${payout}`);
  await driver.control('POST', '/control/clock', { advanceDays: 1 });

  const after = await driver.api('GET', `/payout_items?payout=${payout}`);

  expect([before.status, after.status]).toEqual([200, 410]);
});
