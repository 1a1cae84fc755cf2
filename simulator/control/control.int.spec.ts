import { at, type Driver, listAt, startDriver, startReceiver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

test('the clock steps by time, days and working days, lands where it is told and never goes back', async () => {
  const step = async (body: object) => {
    const reply = await driver.control('POST', '/control/clock', body);
    return at(reply.body, 'now') ?? reply.status;
  };
  await driver.control('POST', '/control/holidays', { holidays: ['2026-02-09'] });

  const seen = [
    await step({ advanceTo: '2026-02-05T23:30:00Z' }),
    await step({ advanceWorkingDays: 2 }),
    await step({ advanceDays: 1, at: '18:45' }),
    await step({ advanceTo: '2026-02-01T00:00:00Z' }),
    await step({ advanceDays: -1 }),
    await step({ advanceDays: 1, at: '25:00' }),
    await step({}),
  ];

  expect(seen).toEqual([
    '2026-02-05T23:30:00.000Z',
    '2026-02-10T10:00:00.000Z',
    '2026-02-11T18:45:00.000Z',
    422,
    422,
    422,
    422,
  ]);
  expect((await driver.control('GET', '/control/clock')).body).toEqual({
    now: '2026-02-11T18:45:00.000Z',
    today: '2026-02-11',
    workingDay: true,
  });
});

test('a payment made by hand looks like any other but for its metadata', async () => {
  const { mandate } = await driver.customer();

  const { body } = await driver.control('POST', '/control/payments', {
    mandate,
    amount: 700,
    metadata: { note: 'by hand' },
  });

  expect(at(body, 'payment')).toMatchObject({ amount: 700, currency: 'GBP', metadata: { note: 'by hand' } });
  expect((await driver.events('&resource_type=payments'))[0]).toMatchObject({
    action: 'created',
    resource_metadata: { note: 'by hand' },
  });
});

test('balances show what is pending and what is available', async () => {
  const { mandate } = await driver.customer();
  await driver.payment(mandate);
  const lost = await driver.payment(mandate, { amount: 1_000 });
  await driver.control('POST', `/control/payments/${lost}/outcomes`, { outcome: 'paid_out' });
  await driver.control('POST', `/control/payments/${lost}/outcomes`, { outcome: 'failed' });
  await driver.days(4);

  const { body } = await driver.control('GET', '/control/balances');

  expect(listAt(body, 'balances').map(({ currency, pending, available }) => [currency, pending, available])).toEqual([
    ['GBP', '11860.0', '-970.0'],
  ]);
});

test('customers can be made in many statuses, many at once, with further mandates', async () => {
  const statuses = [
    'pending_customer_approval',
    'submitted',
    'cancelled',
    'expired',
    'consumed',
    'blocked',
    'suspended_by_payer',
  ];
  for (const mandateStatus of statuses) await driver.customer({ mandateStatus, scheme: 'bacs' });
  const { customer } = await driver.customer();
  const further = await driver.control('POST', '/control/mandates', {
    customer,
    scheme: 'sepa_core',
    mandateStatus: 'active',
  });

  const { body } = await driver.api('GET', '/mandates');

  expect(listAt(body, 'mandates').map(({ status }) => status)).toEqual([
    'active',
    'active',
    ...[...statuses].reverse(),
  ]);
  const ofCustomer = await driver.api('GET', `/mandates?customer=${customer}`);
  expect(listAt(ofCustomer.body, 'mandates')[0]?.['id']).toBe(at(further.body, 'mandate'));
});

test('mandate outcomes: every end and every way back', async () => {
  const outcomes = async (mandate: string, ...names: string[]) => {
    for (const outcome of names) {
      const { status, body } = await driver.control('POST', `/control/mandates/${mandate}/outcomes`, { outcome });
      if (status !== 200) return textAt(body, 'error', 'errors', 0, 'reason');
    }
    return at((await driver.api('GET', `/mandates/${mandate}`)).body, 'mandates', 'status');
  };
  const fresh = async () => (await driver.customer({ mandateStatus: 'pending_submission' })).mandate;

  expect([
    await outcomes(await fresh(), 'submitted', 'active', 'transferred'),
    await outcomes(await fresh(), 'failed'),
    await outcomes(await fresh(), 'cancelled', 'reinstated'),
    await outcomes(await fresh(), 'expired', 'reinstated'),
    await outcomes(await fresh(), 'suspended_by_payer', 'reinstated'),
    await outcomes(await fresh(), 'consumed', 'active'),
    await outcomes(await fresh(), 'failed', 'reinstated'),
  ]).toEqual(['active', 'failed', 'active', 'active', 'active', 'impossible_transition', 'impossible_transition']);
});

test('payment outcomes: losses before the payout, bank cancellation, automatic retry', async () => {
  const { mandate } = await driver.customer();
  const outcomes = async (...wishes: object[]) => {
    const payment = await driver.payment(mandate);
    for (const wish of wishes) await driver.control('POST', `/control/payments/${payment}/outcomes`, wish);
    return (await driver.story(`&payment=${payment}`)).slice(1).map((told) => told.replace('payments.', ''));
  };

  expect([
    await outcomes({ outcome: 'late_failure', beforePayout: true }),
    await outcomes({ outcome: 'charged_back', beforePayout: true }, { outcome: 'chargeback_cancelled' }),
    await outcomes({ outcome: 'submitted' }, { outcome: 'cancelled', cause: 'bank_account_closed' }),
    await outcomes({ outcome: 'failed' }, { outcome: 'resubmission_requested' }),
    await outcomes({ outcome: 'surcharge_fee_debited' }),
  ]).toEqual([
    ['submitted', 'confirmed', 'failed'],
    ['submitted', 'confirmed', 'charged_back', 'chargeback_cancelled'],
    ['submitted', 'cancelled'],
    ['submitted', 'failed', 'resubmission_requested'],
    ['surcharge_fee_debited'],
  ]);
});

test('stepping the clock brings webhooks by itself', async () => {
  const receiver = await startReceiver();
  await driver.control('POST', '/control/webhook-endpoints', { url: receiver.url, secret: 's' });
  const arrived = receiver.next();
  await driver.customer({ mandateStatus: 'pending_submission' });
  await arrived;
  const more = receiver.next();

  await driver.days(1);
  await more;

  const actions = receiver.received.flatMap(({ body }) =>
    listAt(JSON.parse(body), 'events').map(({ action }) => action),
  );
  expect(actions).toEqual(['created', 'submitted']);
  await receiver.close();
});

test('an endpoint that is switched off or removed hears nothing', async () => {
  const receiver = await startReceiver();
  await driver.control('POST', '/control/deliveries', { mode: 'manual' });
  const made = await driver.control('POST', '/control/webhook-endpoints', { url: receiver.url, secret: 's' });
  await driver.customer();
  await driver.control('DELETE', `/control/webhook-endpoints/${textAt(made.body, 'id')}`);

  const { body } = await driver.control('POST', '/control/webhooks/flush', {});

  expect([listAt(body, 'deliveries'), receiver.received]).toEqual([[], []]);
  await receiver.close();
});

test('wishes that make no sense are refused with the field at fault', async () => {
  const replies = [
    await driver.control('POST', '/control/customers', { scheme: 'pigeon' }),
    await driver.control('POST', '/control/customers', { token: 'nobody' }),
    await driver.control('POST', '/control/faults', { fault: 'earthquake' }),
    await driver.control('POST', '/control/payments/PM0/outcomes', { outcome: 'paid_out' }),
    await driver.control('POST', '/control/nothing', {}),
    await driver.control('POST', '/control/organisations', { token: 'sandbox-token-for-the-simulator' }),
  ];

  expect(replies.map(({ status, body }) => [status, at(body, 'error', 'errors', 0, 'field')])).toEqual([
    [422, 'scheme'],
    [422, 'token'],
    [422, 'fault'],
    [404, undefined],
    [404, undefined],
    [422, 'token'],
  ]);
});
