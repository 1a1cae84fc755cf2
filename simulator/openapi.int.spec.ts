import { controlRoutes } from './control/control-server';
import { apiRoutes } from './http/api-server';
import openapi from './openapi.json';
import { SCENARIO_NAMES } from './scenarios/scenario-simulators';
import { createWorld } from './state/world';
import { at, type Driver, listAt, startDriver } from './testing/driver';
import { Outbox } from './webhooks/outbox';
import { WebhookService } from './webhooks/webhook-service';

let driver: Driver;

beforeAll(async () => {
  driver = await startDriver();
});

afterAll(async () => {
  await driver.close();
});

test('the document names exactly the routes that exist', () => {
  const documented = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = [
    ...apiRoutes(new WebhookService(createWorld(0, 'x'), new Outbox(), () => undefined)),
    ...controlRoutes,
  ].map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);

  expect(documented.sort()).toEqual([...routes, 'GET /flow/{id}', 'POST /flow/{id}'].sort());
});

test('the document names exactly the scenarios that exist', () => {
  const documented = at(
    openapi.paths,
    '/scenario_simulators/{name}/actions/run',
    'post',
    'parameters',
    0,
    'schema',
    'enum',
  );

  expect(documented).toEqual(SCENARIO_NAMES);
});

test('it is served as it stands', async () => {
  const response = await fetch(`${driver.url}/openapi.json`);

  expect(await response.json()).toEqual(openapi);
});

const LISTS = Object.entries(openapi.paths).filter(
  ([path]) => /^\/[a-z_]+$/.test(path) && at(openapi.paths, path, 'get'),
);

test.each(LISTS)('every documented filter of %s is known', async (path) => {
  const refused = [];
  for (const parameter of listAt(openapi.paths, path, 'get', 'parameters')) {
    const name = String(parameter['name']);
    const type = at(parameter, 'schema', 'type');
    const value = type === 'boolean' ? 'true' : type === 'integer' ? '1' : '2026-01-01';
    const { body } = await driver.api(
      'GET',
      `${path}?${name}=${value}${name === 'include' ? '&resource_type=payments' : ''}`,
    );
    if (at(body, 'error', 'errors', 0, 'reason') === 'invalid_filters') refused.push(name);
  }

  expect(refused).toEqual([]);
});

test('objects have exactly the documented keys', async () => {
  await fillEveryList();
  const differences = [];
  for (const [path] of LISTS) {
    const name = path.slice(1);
    const payouts = listAt((await driver.api('GET', '/payouts')).body, 'payouts');
    const query = name === 'payout_items' ? `?payout=${String(payouts[0]?.['id'])}` : '?limit=500';
    const objects = listAt((await driver.api('GET', path + query)).body, name);
    const known = Object.keys(at(openapi.components.schemas, name, 'properties') ?? {});
    const required = at(openapi.components.schemas, name, 'required');
    if (objects.length === 0 || !Array.isArray(required)) differences.push(`${name}: nothing to compare`);
    for (const object of objects) {
      const keys = Object.keys(object);
      const strange = keys.filter((key) => !known.includes(key));
      const missing = (Array.isArray(required) ? required : []).filter((key) => !keys.includes(String(key)));
      if (strange.length + missing.length > 0)
        differences.push(`${name}: strange ${strange.join()}, missing ${missing.join()}`);
    }
  }

  expect(differences).toEqual([]);
});

/** One of everything that can be listed; ACH and an app fee bring the keys that only some have. */
async function fillEveryList(): Promise<void> {
  const ach = await driver.customer({ scheme: 'ach' });
  await driver.payment(ach.mandate, { currency: 'USD', app_fee: 5 });
  const { mandate } = await driver.customer();
  await driver.payment(mandate, { amount: 50_000 });
  await driver.control('POST', '/control/webhook-endpoints', { url: 'http://127.0.0.1:9/', secret: 's' });
  await driver.control('POST', '/control/deliveries', { mode: 'manual' });
  await driver.days(5);
  await driver.control('POST', '/control/webhooks/flush', {});
  await driver.payment(mandate, { amount: 50_000 });
  await driver.days(4);
  await driver.control('POST', '/control/refunds', { mandate, amount: 100 });
  const plan = { amount: 100, currency: 'GBP', links: { mandate } };
  await driver.api('POST', '/subscriptions', { subscriptions: { ...plan, interval_unit: 'monthly' } });
  await driver.api('POST', '/instalment_schedules', {
    instalment_schedules: { ...plan, name: 'Kit', total_amount: 100, instalments: [{ amount: 100 }] },
  });
  await driver.api('POST', '/billing_requests', { billing_requests: { mandate_request: { currency: 'GBP' } } });
  const payment = listAt((await driver.api('GET', '/payments?status=paid_out')).body, 'payments')[0];
  await driver.api('POST', '/refunds', {
    refunds: { amount: 100, total_amount_confirmation: 100, links: { payment: String(payment?.['id']) } },
  });
}
