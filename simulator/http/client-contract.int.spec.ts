import {
  gocardless,
  Environments,
  AuthenticationError,
  type GoCardlessClient,
  IdempotentCreationConflictError,
  InvalidApiUsageError,
  InvalidStateError,
  PermissionsError,
  RateLimitError,
  ValidationFailedError,
} from 'gocardless-nodejs';
import { type Driver, startDriver } from '../testing/driver';

let driver: Driver;
let client: GoCardlessClient;

/** The client has no setting for its base URL; it reads this private field on every request. */
function pointAt(url: string, token: string): GoCardlessClient {
  const made = gocardless(token, Environments.Sandbox, { raiseOnIdempotencyConflict: true });
  const api: unknown = Reflect.get(made, '_api');
  if (typeof api !== 'object' || api === null || !Reflect.has(api, '_baseUrl'))
    throw new Error('the client has changed');
  Reflect.set(api, '_baseUrl', url);
  return made;
}

beforeEach(async () => {
  driver = await startDriver();
  client = pointAt(driver.url, 'sandbox-token-for-the-simulator');
});

afterEach(async () => {
  await driver.close();
});

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('the official client sets up a payer and collects from them', async () => {
  const { creditors } = await client.creditors.list({});
  const creditor = await client.creditors.find(creditors[0]?.id ?? '');
  const customer = await client.customers.create({
    given_name: 'Ines',
    family_name: 'Moreau',
    email: 'ines@example.com',
    country_code: 'GB',
    metadata: { ledger_account: 'C-1042' },
  });
  const account = await client.customerBankAccounts.create({
    account_holder_name: 'Ines Moreau',
    account_number: '55779911',
    branch_code: '200000',
    country_code: 'GB',
    links: { customer: customer.id ?? '' },
  });
  const mandate = await client.mandates.create({
    scheme: 'bacs',
    links: { customer_bank_account: account.id ?? '', creditor: creditor.id ?? '' },
  });
  const payment = await client.payments.create(
    {
      amount: 12_000,
      currency: 'GBP',
      description: 'Order 17',
      metadata: { ddl: 'a' },
      links: { mandate: mandate.id ?? '' },
    },
    'order-17',
  );
  const { created_at: created, id, links, __response__, ...rest } = payment;

  expect([account.account_number_ending, mandate.status, mandate.links?.customer]).toEqual([
    '11',
    'pending_submission',
    customer.id,
  ]);
  expect([created, id, links]).toEqual([
    expect.stringMatching(/^2026-02-02T10:00:00\.\d{3}Z$/),
    expect.stringMatching(/^PM[0-9A-Z]{12}$/),
    { mandate: mandate.id, creditor: creditor.id },
  ]);
  expect(__response__).toMatchObject({ statusCode: 201 });
  expect(rest).toEqual({
    charge_date: '2026-02-06',
    amount: 12_000,
    amount_refunded: 0,
    currency: 'GBP',
    description: 'Order 17',
    reference: null,
    status: 'pending_submission',
    scheme: 'bacs',
    retry_if_possible: false,
    fx: { fx_currency: 'GBP', fx_amount: null, exchange_rate: null, estimated_exchange_rate: null },
    metadata: { ddl: 'a' },
  });
});

test('finds, updates, cancels, disables and removes through the client', async () => {
  const made = await driver.customer();
  const payment = await driver.payment(made.mandate);

  await client.customers.update(made.customer, { email: 'new@example.com' });
  await client.customerBankAccounts.update(made.customerBankAccount, { metadata: { a: '1' } });
  await client.mandates.update(made.mandate, { metadata: { b: '2' } });
  await client.payments.update(payment, { metadata: { c: '3' }, retry_if_possible: true });
  const found = await Promise.all([
    client.customers.find(made.customer),
    client.customerBankAccounts.find(made.customerBankAccount),
    client.mandates.find(made.mandate),
    client.payments.find(payment),
  ]);
  const cancelledPayment = await client.payments.cancel(payment, { metadata: { why: 'test' } });
  const disabled = await client.customerBankAccounts.disable(made.customerBankAccount);
  const mandate = await client.mandates.find(made.mandate);
  const again = await failure(client.customerBankAccounts.disable(made.customerBankAccount));
  await client.customers.remove(made.customer);
  const gone = await failure(client.customers.find(made.customer));

  expect([found[0].email, found[1].metadata, found[2].metadata, found[3].metadata, found[3].retry_if_possible]).toEqual(
    ['new@example.com', { a: '1' }, { b: '2' }, { c: '3' }, true],
  );
  expect([cancelledPayment.status, disabled.enabled, mandate.status]).toEqual(['cancelled', false, 'cancelled']);
  expect(again).toBeInstanceOf(InvalidStateError);
  expect(gone).toBeInstanceOf(InvalidApiUsageError);
});

test('the official client sets up a subscription and an instalment schedule', async () => {
  const { mandate } = await driver.customer();
  const plan = { currency: 'GBP', links: { mandate } } as const;
  const subscription = await client.subscriptions.create({ ...plan, amount: 500, interval_unit: 'monthly', count: 3 });
  const schedule = await client.instalmentSchedules.createWithSchedule({
    ...plan,
    name: 'Kit',
    total_amount: 300,
    instalments: { start_date: '2026-03-02', interval: 1, interval_unit: 'monthly', amounts: [100, 200] },
  });
  const listed = await client.subscriptions.list({ mandate, status: ['active', 'paused'] });
  const schedules = await client.instalmentSchedules.list({ mandate });
  const paused = await client.subscriptions.pause(subscription.id ?? '');
  const resumed = await client.subscriptions.resume(subscription.id ?? '');
  const ended = await client.subscriptions.cancel(subscription.id ?? '');
  const found = await client.instalmentSchedules.find(schedule.id ?? '');
  const cancelled = await client.instalmentSchedules.cancel(schedule.id ?? '');

  expect([subscription.upcoming_payments?.length, found.links?.payments?.length]).toEqual([3, 2]);
  expect([listed.subscriptions.length, schedules.instalment_schedules.length]).toEqual([1, 1]);
  expect([paused.status, resumed.status, ended.status, cancelled.status]).toEqual([
    'paused',
    'active',
    'cancelled',
    'cancelled',
  ]);
});

test('a cancelled mandate is reinstated in two working days', async () => {
  const { mandate } = await driver.customer();
  await client.mandates.cancel(mandate, {});
  await client.mandates.reinstate(mandate, {});
  await driver.days(1);
  const between = await client.mandates.find(mandate);
  await driver.days(1);

  const after = await client.mandates.find(mandate);
  const refused = await failure(client.mandates.reinstate(mandate, {}));

  expect([between.status, after.status]).toEqual(['submitted', 'active']);
  expect(refused).toBeInstanceOf(InvalidStateError);
  expect((await driver.story(`&mandate=${mandate}`)).slice(3)).toEqual([
    'mandates.cancelled',
    'mandates.resubmission_requested',
    'mandates.submitted',
    'mandates.reinstated',
  ]);
});

test('payouts, their items, refunds, events and webhooks can be read by the client', async () => {
  const { mandate } = await driver.customer();
  const paid = await driver.payment(mandate);
  await driver.days(5);
  const other = await driver.payment(mandate, { amount: 50_000 });
  await driver.days(4);
  const payment = await client.payments.find(paid);
  const payout = await client.payouts.find(payment.links?.payout ?? '');
  const items = await client.payoutItems.list({ payout: payout.id ?? '' });
  const refund = await client.refunds.create(
    { amount: 2_000, total_amount_confirmation: 2_000, links: { payment: paid } },
    'refund-1',
  );
  const refunds = await client.refunds.list({ payment: paid });
  const updated = await client.refunds.update(refund.id ?? '', { metadata: { d: '4' } });
  const events = await client.events.list({ resource_type: 'payments', action: 'paid_out', include: 'payment' });
  const event = await client.events.find(events.events[0]?.id ?? '');
  const listed = await client.payouts.list({ status: 'paid', currency: 'GBP' });
  const named = await client.payouts.update(payout.id ?? '', { metadata: { e: '5' } });
  const webhooks = await client.webhooks.list({ successful: true });

  expect(other).not.toBe(paid);
  expect(items.payout_items.map(({ type, amount }) => [type, amount])).toEqual([
    ['payment_paid_out', '12000.0'],
    ['gocardless_fee', '-140.0'],
  ]);
  expect([refund.status, refunds.refunds.length, updated.metadata]).toEqual(['pending_submission', 1, { d: '4' }]);
  expect((await client.payments.find(paid)).amount_refunded).toBe(2_000);
  expect([event.links?.payment, event.links?.payout]).toEqual([paid, payout.id]);
  expect(Reflect.get(events, 'linked')).toEqual({ payments: [expect.objectContaining({ id: paid })] });
  expect([listed.payouts.length, named.metadata, webhooks.webhooks]).toEqual([1, { e: '5' }, []]);
});

test('all() walks every page, newest first, and pages go both ways', async () => {
  await driver.control('POST', '/control/customers', { count: 7, email: 'many@example.com' });
  const all: (string | null | undefined)[] = [];
  for await (const customer of client.customers.all({ limit: 3 })) all.push(customer.email);

  const first = await client.customers.list({ limit: 3 });
  const second = await client.customers.list({ limit: 3, after: first.meta.cursors.after ?? '' });
  const back = await client.customers.list({ limit: 3, before: second.meta.cursors.before ?? '' });

  expect(all).toEqual([7, 6, 5, 4, 3, 2].map((n) => `many+${n}@example.com`).concat('many@example.com'));
  expect(first.meta.cursors.before).toBeNull();
  expect(back.customers.map(({ id }) => id)).toEqual(first.customers.map(({ id }) => id));
});

test('lists filter by brackets, commas and relations', async () => {
  const one = await driver.customer();
  const two = await driver.customer({ mandateStatus: 'cancelled' });
  await driver.payment(one.mandate, { charge_date: '2026-02-20' });
  await driver.days(1);
  const later = await driver.payment(one.mandate);

  const byStatus = await client.mandates.list({ status: ['cancelled', 'failed'] });
  const byCustomer = await client.payments.list({
    customer: one.customer,
    created_at: { gte: '2026-02-03T00:00:00Z' },
  });
  const byCharge = await client.payments.list({ charge_date: { lt: '2026-02-10' } });
  const sorted = await client.payments.list({ sort_field: 'charge_date', sort_direction: 'asc' });
  const unknown = await driver.api('GET', '/customers?email=someone@example.com');
  const both = await driver.api('GET', `/payments?customer=${one.customer}&creditor=CR1`);

  expect(byStatus.mandates.map(({ id }) => id)).toEqual([two.mandate]);
  expect(byCustomer.payments.map(({ id }) => id)).toEqual([later]);
  expect(byCharge.payments.map(({ id }) => id)).toEqual([later]);
  expect(sorted.payments.map(({ charge_date }) => charge_date)).toEqual(['2026-02-06', '2026-02-20']);
  expect([unknown.status, both.status]).toEqual([400, 400]);
});

test('scenario simulators and billing requests go through the client', async () => {
  const { mandate } = await driver.customer({ mandateStatus: 'pending_submission' });
  const ran = await client.scenarioSimulators.run('mandate_activated', { links: { resource: mandate } });
  const payment = await driver.payment(mandate);
  await client.scenarioSimulators.run('payment_paid_out', { links: { resource: payment } });
  const request = await client.billingRequests.create({ mandate_request: { scheme: 'bacs', currency: 'GBP' } });
  const flow = await client.billingRequestFlows.create({
    redirect_uri: 'https://example.com/thanks',
    links: { billing_request: request.id },
  });
  const found = await client.billingRequests.find(request.id);

  expect([ran.id, await driver.statusOf(payment), found.status]).toEqual(['mandate_activated', 'paid_out', 'pending']);
  expect(flow.authorisation_url).toBe(`${driver.url}/flow/${flow.id}`);
});

test('errors arrive as the client’s classes with their fields', async () => {
  const { mandate } = await driver.customer();
  const wish = { amount: 500, currency: 'GBP', links: { mandate } } as const;
  const original = await client.payments.create(wish, 'key-1');
  const conflict = await failure(client.payments.create({ ...wish, amount: 900 }, 'key-1'));
  const invalid = await failure(client.payments.create({ ...wish, amount: 0 }, 'key-2'));
  const afterFailure = await client.payments.create(wish, 'key-2');
  const otherType = await client.customers.create({ company_name: 'Quay Ltd', email: 'q@example.com' }, 'key-1');
  const missing = await failure(client.payments.find('PM0'));
  await driver.control('POST', '/control/tokens', { newToken: 'reader', access: 'read_only' });
  const reader = pointAt(driver.url, 'reader');
  const readable = await reader.payments.list({});
  const forbidden = await failure(reader.payments.create(wish));
  await driver.control('POST', '/control/tokens/revoke', { token: 'reader' });
  const revoked = await failure(reader.payments.list({}));
  await driver.control('POST', '/control/rate-limit', { limit: 0 });
  const limited = await failure(client.payments.create(wish));

  expect(conflict).toBeInstanceOf(IdempotentCreationConflictError);
  expect(conflict).toMatchObject({ conflictingResourceId: original.id, code: 409 });
  expect(invalid).toBeInstanceOf(ValidationFailedError);
  expect([afterFailure.amount, otherType.company_name, readable.payments.length]).toEqual([500, 'Quay Ltd', 2]);
  expect(missing).toBeInstanceOf(InvalidApiUsageError);
  expect(forbidden).toBeInstanceOf(PermissionsError);
  expect(revoked).toBeInstanceOf(AuthenticationError);
  expect(limited).toBeInstanceOf(RateLimitError);
});
