import { at, type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const DATES = [
  { charge_date: '2026-02-09', amount: 4000 },
  { charge_date: '2026-03-09', amount: 6000 },
];

function make(mandate: string, wish: object = {}) {
  const schedule = { name: 'Kit', currency: 'GBP', total_amount: 10_000, instalments: DATES, links: { mandate } };
  return driver.api('POST', '/instalment_schedules', { instalment_schedules: { ...schedule, ...wish } });
}

async function schedule(mandate: string, wish: object = {}): Promise<string> {
  return textAt((await make(mandate, wish)).body, 'instalment_schedules', 'id');
}

const read = async (id: string) =>
  at((await driver.api('GET', `/instalment_schedules/${id}`)).body, 'instalment_schedules');
const story = (id: string) => driver.story(`&instalment_schedule=${id}`);

async function paymentsOf(mandate: string) {
  return [...listAt((await driver.api('GET', `/payments?mandate=${mandate}`)).body, 'payments')].reverse();
}

test('makes all its payments at once, and is completed when they are collected', async () => {
  const { mandate, customer } = await driver.customer();
  const id = await schedule(mandate);
  const payments = await paymentsOf(mandate);
  const begun = await read(id);
  await driver.control('POST', '/control/clock', { advanceTo: '2026-03-20T10:00:00.000Z' });

  expect(payments.map((payment) => [payment['charge_date'], payment['amount']])).toEqual([
    ['2026-02-09', 4000],
    ['2026-03-09', 6000],
  ]);
  expect(begun).toMatchObject({
    status: 'active',
    payment_errors: {},
    links: { customer, mandate, payments: payments.map((payment) => payment['id']) },
  });
  expect(await read(id)).toMatchObject({ status: 'completed' });
  expect(await story(id)).toEqual(['instalment_schedules.created', 'instalment_schedules.completed']);
  const made = (await driver.events('&resource_type=payments&action=created'))[0];
  expect([at(made, 'details'), at(made, 'links', 'instalment_schedule')]).toEqual([
    expect.objectContaining({ origin: 'api', cause: 'instalment_schedule_created' }),
    id,
  ]);
});

test('takes a rhythm with amounts instead of dates', async () => {
  const { mandate } = await driver.customer();
  await schedule(mandate, {
    instalments: { start_date: '2026-02-09', interval: 2, interval_unit: 'weekly', amounts: [5000, 5000] },
  });

  expect((await paymentsOf(mandate)).map((payment) => payment['charge_date'])).toEqual(['2026-02-09', '2026-02-23']);
});

test('makes nothing when one of its payments can not be, and says which', async () => {
  const { mandate } = await driver.customer();
  const [first] = DATES;
  const { body } = await make(mandate, {
    instalments: [first, { charge_date: '2026-02-03', amount: 6000 }],
  });

  expect(at(body, 'instalment_schedules')).toMatchObject({
    status: 'creation_failed',
    payment_errors: { 1: [{ field: 'charge_date' }] },
    links: { payments: [] },
  });
  expect(await paymentsOf(mandate)).toEqual([]);
  expect(await story(textAt(body, 'instalment_schedules', 'id'))).toEqual(['instalment_schedules.creation_failed']);
});

test('is errored by a failure, resumed by its remedy, and errored by a late failure after it was completed', async () => {
  const { mandate } = await driver.customer();
  const id = await schedule(mandate);
  const [first, second] = (await paymentsOf(mandate)).map((payment) => String(payment['id']));
  await driver.control('POST', `/control/payments/${first}/outcomes`, { outcome: 'failed' });
  const errored = at(await read(id), 'status');
  await driver.api('POST', `/payments/${first}/actions/retry`, {});
  await driver.control('POST', `/control/payments/${first}/outcomes`, { outcome: 'confirmed' });
  await driver.control('POST', `/control/payments/${second}/outcomes`, { outcome: 'paid_out' });
  const completed = at(await read(id), 'status');
  await driver.control('POST', `/control/payments/${second}/outcomes`, { outcome: 'late_failure' });

  expect([errored, completed, at(await read(id), 'status')]).toEqual(['errored', 'completed', 'errored']);
  expect(await story(id)).toEqual([
    'instalment_schedules.created',
    'instalment_schedules.errored',
    'instalment_schedules.resumed',
    'instalment_schedules.completed',
    'instalment_schedules.errored',
  ]);
});

test('takes its waiting payments with it when it is cancelled, and ends with its mandate', async () => {
  const one = await driver.customer();
  const cancelled = await schedule(one.mandate);
  await driver.api('POST', `/instalment_schedules/${cancelled}/actions/cancel`, {});
  const other = await driver.customer();
  const ended = await schedule(other.mandate);
  await driver.control('POST', `/control/mandates/${other.mandate}/outcomes`, { outcome: 'expired' });

  const again = await driver.api('POST', `/instalment_schedules/${cancelled}/actions/cancel`, {});
  expect(at(again.body, 'error', 'errors', 0, 'reason')).toBe('cancellation_failed');
  expect((await paymentsOf(one.mandate)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  expect((await paymentsOf(other.mandate)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  const causes = (await driver.events('&resource_type=instalment_schedules&action=cancelled')).map((event) =>
    at(event, 'details', 'cause'),
  );
  expect([causes, at(await read(ended), 'status')]).toEqual([
    ['instalment_schedule_cancelled', 'mandate_expired'],
    'cancelled',
  ]);
});

test.each([
  ['total_amount', { total_amount: 9999 }],
  ['instalments', { instalments: [] }],
  ['name', { name: '' }],
])('is refused with a wrong %s', async (field, wrong) => {
  const { mandate } = await driver.customer();

  const { status, body } = await make(mandate, wrong);

  expect([status, at(body, 'error', 'errors', 0, 'field')]).toEqual([422, field]);
});
