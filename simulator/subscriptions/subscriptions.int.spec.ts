import { at, type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

async function subscribe(mandate: string, wish: object = {}): Promise<string> {
  const subscriptions = { amount: 2500, currency: 'GBP', interval_unit: 'monthly', links: { mandate }, ...wish };
  return textAt((await driver.api('POST', '/subscriptions', { subscriptions })).body, 'subscriptions', 'id');
}

const read = async (id: string) => at((await driver.api('GET', `/subscriptions/${id}`)).body, 'subscriptions');
const act = (id: string, verb: string, data = {}) =>
  driver.api('POST', `/subscriptions/${id}/actions/${verb}`, { data });
const paymentsOf = async (id: string) =>
  listAt((await driver.api('GET', `/payments?subscription=${id}`)).body, 'payments').map((payment) => [
    payment['charge_date'],
    payment['amount'],
    at(payment, 'links', 'subscription'),
  ]);

test('makes its payments by itself, each in time for its charge date, and finishes with the last one', async () => {
  const { mandate } = await driver.customer();
  const id = await subscribe(mandate, { day_of_month: -1, count: 2, name: 'Berth' });
  const upcoming = at(await read(id), 'upcoming_payments');
  await driver.control('POST', '/control/clock', { advanceTo: '2026-02-24T10:00:00.000Z' });
  const beforeFirst = await paymentsOf(id);
  await driver.control('POST', '/control/clock', { advanceTo: '2026-04-30T10:00:00.000Z' });

  expect(upcoming).toEqual([
    { charge_date: '2026-02-28', amount: 2500 },
    { charge_date: '2026-03-31', amount: 2500 },
  ]);
  expect(beforeFirst).toEqual([]);
  expect(await paymentsOf(id)).toEqual([
    ['2026-03-31', 2500, id],
    ['2026-03-02', 2500, id],
  ]);
  expect(await read(id)).toMatchObject({ status: 'finished', upcoming_payments: [] });
  expect(await driver.story(`&subscription=${id}`)).toEqual([
    'subscriptions.created',
    'subscriptions.payment_created',
    'subscriptions.payment_created',
    'subscriptions.finished',
  ]);
  const made = (await driver.events('&resource_type=payments&action=created'))[0];
  expect([at(made, 'details', 'origin'), at(made, 'details', 'cause'), at(made, 'links', 'subscription')]).toEqual([
    'gocardless',
    'payment_created',
    id,
  ]);
});

test('leaves out cycles while it is paused, for good or for some', async () => {
  const { mandate } = await driver.customer();
  const weekly = { interval_unit: 'weekly', start_date: '2026-02-09' };
  const untilResumed = await subscribe(mandate, weekly);
  const forTwo = await subscribe(mandate, weekly);
  await act(untilResumed, 'pause');
  await act(forTwo, 'pause', { pause_cycles: 2 });
  await driver.control('POST', '/control/clock', { advanceTo: '2026-02-20T10:00:00.000Z' });
  await act(untilResumed, 'resume');
  await driver.control('POST', '/control/clock', { advanceTo: '2026-03-04T10:00:00.000Z' });

  const dates = async (id: string) => (await paymentsOf(id)).map(([date]) => date);
  expect(await dates(untilResumed)).toEqual(['2026-03-09', '2026-03-02']);
  expect(await dates(forTwo)).toEqual(['2026-03-09', '2026-03-02', '2026-02-23']);
  expect(await driver.story(`&subscription=${forTwo}`)).toEqual([
    'subscriptions.created',
    'subscriptions.paused',
    'subscriptions.scheduled_resume',
    'subscriptions.resumed',
    'subscriptions.payment_created',
    'subscriptions.payment_created',
    'subscriptions.payment_created',
  ]);
});

test('changes its amount from the next payment on, and is cancelled once', async () => {
  const { mandate } = await driver.customer();
  const id = await subscribe(mandate, { interval_unit: 'weekly', start_date: '2026-02-09' });
  await driver.control('POST', '/control/clock', { advanceTo: '2026-02-06T10:00:00.000Z' });
  await driver.api('PUT', `/subscriptions/${id}`, { subscriptions: { amount: 3000 } });
  await driver.control('POST', '/control/clock', { advanceTo: '2026-02-13T10:00:00.000Z' });
  const cancelled = await act(id, 'cancel');
  const again = await act(id, 'cancel');
  await driver.control('POST', '/control/clock', { advanceTo: '2026-03-13T10:00:00.000Z' });

  expect((await paymentsOf(id)).map(([, amount]) => amount)).toEqual([3000, 2500]);
  expect([at(cancelled.body, 'subscriptions', 'status'), at(again.body, 'error', 'errors', 0, 'reason')]).toEqual([
    'cancelled',
    'cancellation_failed',
  ]);
});

test.each([
  ['cancelled', { origin: 'bank', cause: 'mandate_cancelled', scheme: 'bacs' }],
  ['expired', { origin: 'gocardless', cause: 'mandate_expired' }],
  ['blocked', { origin: 'gocardless', cause: 'mandate_cancelled' }],
])('ends with its mandate: %s', async (outcome, details) => {
  const { mandate } = await driver.customer();
  const id = await subscribe(mandate);
  await driver.control('POST', `/control/mandates/${mandate}/outcomes`, { outcome });

  const ended = (await driver.events(`&subscription=${id}`)).at(-1);
  const [parent] = await driver.events(`&mandate=${mandate}&action=${outcome}`);
  expect(await read(id)).toMatchObject({ status: 'cancelled' });
  expect(ended).toMatchObject({ action: 'cancelled', details, links: { parent_event: parent?.['id'] } });
});

test('goes on through the mandate that takes the place of its own', async () => {
  const { mandate } = await driver.customer();
  const id = await subscribe(mandate, { interval_unit: 'weekly', start_date: '2026-02-16' });
  const { body } = await driver.control('POST', '/control/mandate-replacements', { mandates: [mandate] });
  const successor = textAt(body, 'replacements', 0, 'newMandate');
  await driver.control('POST', '/control/clock', { advanceTo: '2026-02-12T10:00:00.000Z' });

  expect(at(await read(id), 'links', 'mandate')).toBe(successor);
  const [payment] = listAt((await driver.api('GET', `/payments?mandate=${successor}`)).body, 'payments');
  expect(at(payment, 'links', 'subscription')).toBe(id);
});

test('waits for the second signature that its mandate waits for', async () => {
  const { mandate } = await driver.customer({ mandateStatus: 'pending_customer_approval' });
  const id = await subscribe(mandate);
  const before = at(await read(id), 'status');
  await driver.control('POST', `/control/mandates/${mandate}/outcomes`, { outcome: 'customer_approval_granted' });

  expect([before, at(await read(id), 'status')]).toEqual(['pending_customer_approval', 'active']);
});

test.each([
  ['currency', { currency: 'EUR' }],
  ['start_date', { start_date: '2026-02-03' }],
  ['day_of_month', { day_of_month: 0 }],
  ['interval_unit', { interval_unit: 'daily' }],
])('is refused with a wrong %s', async (field, wrong) => {
  const { mandate } = await driver.customer();
  const subscriptions = { amount: 2500, currency: 'GBP', interval_unit: 'monthly', links: { mandate }, ...wrong };

  const { status, body } = await driver.api('POST', '/subscriptions', { subscriptions });

  expect([status, at(body, 'error', 'errors', 0, 'field')]).toEqual([422, field]);
});
