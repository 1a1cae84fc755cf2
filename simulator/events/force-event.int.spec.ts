import { at, type Driver, startDriver } from '../testing/driver';
import { EVENT_ACTIONS } from './event-catalogue';

let driver: Driver;

beforeAll(async () => {
  driver = await startDriver();
});

afterAll(async () => {
  await driver.close();
});

test('every documented event can be told, with origin, cause, scheme and each reason code', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  const links = { payment, mandate };
  const wrong = [];
  for (const row of EVENT_ACTIONS) {
    for (const reasonCode of row.reason_codes.length > 0 ? row.reason_codes : [undefined]) {
      const { body } = await driver.control('POST', '/control/events', {
        resourceType: row.resource_type,
        action: row.action,
        origin: row.origin,
        cause: row.cause,
        ...(row.scheme !== null && { scheme: row.scheme }),
        ...(reasonCode !== undefined && { reasonCode }),
        links,
        changeStatus: false,
      });
      const told = ['origin', 'cause', 'scheme', 'reason_code'].map((name) => at(body, 'event', 'details', name));
      const meant = [row.origin, row.cause, row.scheme ?? undefined, reasonCode];
      if (JSON.stringify(told) !== JSON.stringify(meant)) wrong.push({ told, meant });
    }
  }

  expect(wrong).toEqual([]);
  expect((await driver.events()).length).toBeGreaterThan(EVENT_ACTIONS.length);
});

test('the status of the named resource follows, also where no machine would go', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  const force = (resourceType: string, action: string) =>
    driver.control('POST', '/control/events', { resourceType, action, links: { payment, mandate } });
  await force('payments', 'paid_out');
  const paid = await driver.statusOf(payment);
  await force('payments', 'sds_settlement_delayed');
  await force('mandates', 'blocked');

  const { body } = await driver.api('GET', `/mandates/${mandate}`);

  expect([paid, await driver.statusOf(payment), at(body, 'mandates', 'status')]).toEqual([
    'paid_out',
    'paid_out',
    'blocked',
  ]);
});

test('types and actions that nobody has heard of are told too', async () => {
  const { status, body } = await driver.control('POST', '/control/events', {
    resourceType: 'space_ships',
    action: 'landed',
    links: { space_ship: 'SS1' },
    details: { description: 'softly' },
    resourceMetadata: { a: 'b' },
  });

  expect([status, at(body, 'event', 'details'), at(body, 'event', 'resource_metadata')]).toEqual([
    201,
    { description: 'softly', origin: 'gocardless', cause: 'landed' },
    { a: 'b' },
  ]);
});
