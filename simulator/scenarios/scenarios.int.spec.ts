import { at, type Driver, startDriver } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const run = (name: string, resource: string) =>
  driver.api('POST', `/scenario_simulators/${name}/actions/run`, { data: { links: { resource } } });

/** Money in the balance, so that losses can be settled at once. */
async function fund(): Promise<void> {
  const { mandate } = await driver.customer({ companyName: 'Funds Ltd' });
  await driver.payment(mandate, { amount: 400_000 });
  await driver.days(4);
}

test.each([
  ['payment_submitted', ['submitted']],
  ['payment_confirmed', ['submitted', 'confirmed']],
  ['payment_failed', ['submitted', 'failed']],
  ['payment_paid_out', ['submitted', 'confirmed', 'paid_out']],
  ['payment_charged_back', ['submitted', 'confirmed', 'paid_out', 'charged_back']],
  ['payment_late_failure', ['submitted', 'confirmed', 'paid_out', 'failed']],
])('%s goes through the listed moves', async (name, expected) => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);

  const reply = await run(name, payment);

  expect([reply.status, reply.body]).toEqual([200, { scenario_simulators: { id: name } }]);
  expect(await driver.story(`&payment=${payment}`)).toEqual(
    ['created', ...expected].map((action) => `payments.${action}`),
  );
});

test.each([
  ['payment_chargeback_settled', ['charged_back', 'chargeback_settled']],
  ['payment_late_failure_settled', ['failed', 'late_failure_settled']],
])('%s is debited in a payout when the balance allows it', async (name, expected) => {
  await fund();
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await run(name, payment);

  await driver.days(1);

  expect((await driver.story(`&payment=${payment}`)).slice(4)).toEqual(expected.map((action) => `payments.${action}`));
});

test.each([
  ['mandate_activated', 'bacs', 'pending_submission', 'active'],
  ['mandate_customer_approval_granted', 'bacs', 'pending_customer_approval', 'pending_submission'],
  ['mandate_customer_approval_skipped', 'sepa_core', 'pending_customer_approval', 'pending_submission'],
  ['mandate_failed', 'bacs', 'submitted', 'failed'],
  ['mandate_expired', 'bacs', 'pending_submission', 'expired'],
  ['mandate_transferred', 'sepa_core', 'pending_submission', 'active'],
  ['mandate_transferred_with_resubmission', 'bacs', 'pending_submission', 'active'],
  ['mandate_suspended_by_payer', 'pay_to', 'active', 'suspended_by_payer'],
])('%s (%s) takes a mandate from %s to %s', async (name, scheme, mandateStatus, expected) => {
  const { mandate } = await driver.customer({ scheme, mandateStatus });

  const reply = await run(name, mandate);

  const { body } = await driver.api('GET', `/mandates/${mandate}`);
  expect([reply.status, at(body, 'mandates', 'status')]).toEqual([200, expected]);
});

test.each([
  ['billing_request_fulfilled', ['submitted']],
  ['billing_request_fulfilled_and_payment_failed', ['submitted', 'failed']],
  ['billing_request_fulfilled_and_payment_confirmed_to_failed', ['submitted', 'confirmed', 'failed']],
  ['billing_request_fulfilled_and_payment_paid_out', ['submitted', 'confirmed', 'paid_out']],
])('%s', async (name, expected) => {
  const made = await driver.api('POST', '/billing_requests', {
    billing_requests: { payment_request: { amount: 5_000, currency: 'GBP' } },
  });

  await run(name, String(at(made.body, 'billing_requests', 'id')));

  expect(await driver.story('&resource_type=payments')).toEqual(
    ['created', ...expected].map((action) => `payments.${action}`),
  );
});

test('a scenario is refused for the wrong scheme, status, mandate or name', async () => {
  const sepa = await driver.customer({ scheme: 'sepa_core', mandateStatus: 'pending_submission' });
  const autogiro = await driver.customer({ scheme: 'autogiro' });
  const pending = await driver.customer({ mandateStatus: 'pending_submission' });
  const swedish = await driver.payment(autogiro.mandate, { currency: 'SEK' });
  const early = await driver.payment(pending.mandate);
  const payment = await driver.payment((await driver.customer()).mandate);
  await run('payment_submitted', payment);

  const replies = [
    await run('mandate_activated', sepa.mandate),
    await run('mandate_failed', sepa.mandate),
    await run('payment_late_failure', swedish),
    await run('payment_confirmed', early),
    await run('payment_paid_out', payment),
    await run('nothing_at_all', payment),
    await run('payment_paid_out', 'PM0'),
  ];

  expect(replies.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 404, 404]);
});

test('approval lets the waiting payments go on, denial ends one', async () => {
  const { mandate } = await driver.customer({ mandateStatus: 'pending_customer_approval' });
  const payment = await driver.payment(mandate);
  const denied = await driver.payment(mandate);
  const before = await driver.statusOf(payment);
  await driver.control('POST', `/control/payments/${denied}/outcomes`, { outcome: 'customer_approval_denied' });
  await driver.days(10);

  await run('mandate_customer_approval_granted', mandate);
  await driver.days(6);

  expect([before, await driver.statusOf(denied), await driver.statusOf(payment)]).toEqual([
    'pending_customer_approval',
    'customer_approval_denied',
    'paid_out',
  ]);
});

test('given names steer what becomes of a payer', async () => {
  const names = ['Successful', 'Penniless', 'Fickle', 'Late', 'Invalid', 'Expired', 'Switching'];
  const payments = [];
  const mandates = [];
  for (const givenName of names) {
    const { mandate } = await driver.customer({ givenName, mandateStatus: 'pending_submission' });
    mandates.push(mandate);
    payments.push(await driver.payment(mandate));
  }

  await driver.days(8);

  expect(await Promise.all(payments.map((payment) => driver.statusOf(payment)))).toEqual([
    'paid_out',
    'failed',
    'charged_back',
    'failed',
    'cancelled',
    'paid_out',
    'paid_out',
  ]);
  const statuses = await Promise.all(mandates.map((mandate) => driver.api('GET', `/mandates/${mandate}`)));
  expect(statuses.map(({ body }) => at(body, 'mandates', 'status'))).toEqual([
    'active',
    'active',
    'active',
    'active',
    'failed',
    'expired',
    'active',
  ]);
  expect(await driver.story(`&mandate=${String(mandates[6])}`)).toEqual([
    'mandates.created',
    'mandates.submitted',
    'mandates.active',
    'mandates.transferred',
  ]);
});

test('an outcome can wait until it is due', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.control('POST', `/control/payments/${payment}/outcomes`, {
    outcome: 'charged_back',
    cause: 'authorisation_disputed',
    reasonCode: 'DDICA-6',
    whenDue: true,
  });

  await driver.days(6);

  const last = (await driver.events(`&payment=${payment}`)).at(-1);
  expect([last?.['action'], at(last, 'details', 'reason_code')]).toEqual(['charged_back', 'DDICA-6']);
});

test('a mandate that is not used for the scheme’s months expires and takes its payments with it', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate, { charge_date: '2027-12-01' });
  await driver.control('POST', '/control/clock', { advanceTo: '2027-03-02T05:00:00.000Z' });
  const before = await driver.statusOf(payment);

  await driver.control('POST', '/control/clock', { advanceTo: '2027-03-02T07:00:00.000Z' });

  const last = (await driver.events(`&payment=${payment}`)).at(-1);
  expect([before, last?.['action'], at(last, 'details', 'cause')]).toEqual([
    'pending_submission',
    'cancelled',
    'mandate_expired',
  ]);
});

test('a replaced mandate names its successor, refuses new payments and still carries the old ones', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.control('POST', '/control/mandate-replacements', {});
  await driver.control('POST', '/control/mandate-replacements', {});

  const { body } = await driver.api('GET', `/mandates/${mandate}`);
  const successor = String(at(body, 'mandates', 'links', 'new_mandate'));
  const refused = await driver.api('POST', '/payments', {
    payments: { amount: 100, currency: 'GBP', links: { mandate } },
  });
  const reinstated = await driver.api('POST', `/mandates/${mandate}/actions/reinstate`, { data: {} });
  await driver.days(5);

  const second = await driver.api('GET', `/mandates/${successor}`);
  expect([at(body, 'mandates', 'status'), at(second.body, 'mandates', 'status'), reinstated.status]).toEqual([
    'cancelled',
    'cancelled',
    422,
  ]);
  expect(at(second.body, 'mandates', 'links', 'new_mandate')).toMatch(/^MD/);
  expect([refused.status, at(refused.body, 'error', 'errors', 0)]).toMatchObject([
    422,
    { reason: 'mandate_replaced', links: { new_mandate: successor } },
  ]);
  expect(await driver.statusOf(payment)).toBe('paid_out');
});
