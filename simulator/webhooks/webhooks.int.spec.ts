import { createHmac } from 'node:crypto';
import { parseWithMeta } from 'gocardless-nodejs/webhooks';
import { at, type Driver, listAt, startDriver, startReceiver, textAt } from '../testing/driver';

let driver: Driver;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let status = 204;

beforeEach(async () => {
  status = 204;
  driver = await startDriver();
  receiver = await startReceiver(() => status);
  await driver.control('POST', '/control/deliveries', { mode: 'manual' });
  await driver.control('POST', '/control/webhook-endpoints', { url: receiver.url, secret: 'endpoint-secret' });
});

afterEach(async () => {
  await driver.close();
  await receiver.close();
});

const flush = () => driver.control('POST', '/control/webhooks/flush', {});
const settings = (wish: object) => driver.control('POST', '/control/deliveries', wish);

test('events travel signed over their raw bytes, with the sandbox’s headers', async () => {
  await driver.customer({ metadata: { note: 'Zoë' } });
  const { body } = await flush();

  const [{ headers, body: raw } = { headers: {}, body: '' }] = receiver.received;
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'gocardless-webhook-service/1.1',
    origin: 'https://api-sandbox.gocardless.com',
    'webhook-signature': createHmac('sha256', 'endpoint-secret').update(raw).digest('hex'),
  });
  const parsed = parseWithMeta(raw, 'endpoint-secret', String(headers['webhook-signature']));
  expect(parsed.events.map(({ resource_type, action }) => `${String(resource_type)}.${String(action)}`)).toEqual([
    'mandates.created',
    'mandates.submitted',
    'mandates.active',
  ]);
  expect(listAt(body, 'deliveries').map(({ webhook, responseCode }) => [webhook, responseCode])).toEqual([
    [parsed.webhookId, 204],
  ]);
  const record = await driver.api('GET', `/webhooks/${String(parsed.webhookId)}`);
  expect(at(record.body, 'webhooks')).toMatchObject({ request_body: raw, response_code: 204, successful: true });
});

test('in automatic mode events go out by themselves', async () => {
  const arrived = receiver.next();
  await settings({ mode: 'automatic' });
  await driver.customer();

  await arrived;

  expect(receiver.received).toHaveLength(1);
});

test('a delivery holds 250 events at most', async () => {
  await driver.control('POST', '/control/customers', { count: 251, mandateStatus: 'pending_submission' });

  await flush();

  expect(receiver.eventIds().map((ids) => ids.length)).toEqual([250, 1]);
});

test('what is not taken comes again at growing gaps of the simulator’s clock, eight times', async () => {
  status = 500;
  // A mandate that waits for a first payment: time alone brings no further event.
  await driver.customer({ mandateStatus: 'pending_submission', scheme: 'sepa_core' });
  const attempts = [];
  for (const minutes of [0, 1, 2, 10, 30, 60, 180, 360, 720, 10_000]) {
    const now = Date.parse(textAt((await driver.control('GET', '/control/clock')).body, 'now'));
    const advanceTo = new Date(now + minutes * 60_000 + 10).toISOString();
    await driver.control('POST', '/control/clock', { advanceTo });
    attempts.push(listAt((await flush()).body, 'deliveries').map(({ attempt }) => attempt));
  }

  expect(attempts).toEqual([[1], [2], [3], [4], [5], [6], [7], [8], [9], []]);
  expect(new Set(receiver.eventIds().flat()).size).toBe(1);
});

test('a retry before its time does not happen; a redirect is a failure and is not followed', async () => {
  status = 302;
  await driver.customer({ mandateStatus: 'pending_submission' });
  await flush();

  const { body } = await flush();

  expect([listAt(body, 'deliveries'), at(body, 'waiting'), receiver.received.length]).toEqual([[], 1, 1]);
});

test('no answer by the deadline is a failure', async () => {
  status = 0;
  await settings({ deadlineMs: 20 });
  await driver.customer({ mandateStatus: 'pending_submission' });

  const { body } = await flush();

  expect(listAt(body, 'deliveries').map(({ responseCode, error }) => [responseCode, error])).toEqual([
    [null, 'no answer within 20 ms'],
  ]);
});

test('the resend action sends the same events again', async () => {
  status = 500;
  await driver.customer({ mandateStatus: 'pending_submission' });
  await flush();
  status = 200;
  const { body } = await driver.api('GET', '/webhooks?successful=false');

  const resent = await driver.api('POST', `/webhooks/${String(at(body, 'webhooks', 0, 'id'))}/actions/retry`, {
    data: {},
  });

  expect(at(resent.body, 'webhooks', 'successful')).toBe(true);
  expect(receiver.eventIds()[1]).toEqual(receiver.eventIds()[0]);
});

test('modes: split, reverse and duplicate', async () => {
  await settings({ split: 2, reverse: true, duplicate: 1 });
  await driver.customer();
  await flush();

  const told = receiver.received.map(({ body }) => listAt(JSON.parse(body), 'events').map(({ action }) => action));

  expect(told).toEqual([['active', 'submitted'], ['active', 'submitted'], ['created'], ['created']]);
});

test('modes: shuffle keeps every event once', async () => {
  await settings({ split: 3, shuffle: true });
  await driver.control('POST', '/control/customers', { count: 20 });
  await flush();

  const ids = receiver.eventIds().flat();

  const inOrder = (await driver.events()).map(({ id }) => id);
  expect(ids).not.toEqual(inOrder);
  expect([...ids].sort()).toEqual([...inOrder].sort());
});

test('modes: dropped deliveries and events never come, held ones come when released', async () => {
  await settings({ drop: 1, split: 1, hold: { action: 'submitted' } });
  await driver.customer();
  await flush();
  const before = receiver.received.map(({ body }) => at(JSON.parse(body), 'events', 0, 'action'));
  await settings({ hold: false, drop: { resourceType: 'mandates', action: 'active' } });
  await driver.customer();

  await flush();

  const after = receiver.received.map(({ body }) => at(JSON.parse(body), 'events', 0, 'action'));
  expect(before).toEqual(['active']);
  expect(after.slice(1)).toEqual(['submitted', 'created', 'submitted']);
});

test('modes: a child arrives before its parent, parts are left out, signatures are wrong', async () => {
  await settings({ hold: { resourceType: 'payouts' } });
  const { mandate } = await driver.customer();
  await driver.payment(mandate);
  await driver.days(5);
  await flush();
  await settings({ hold: false, omit: ['meta', 'resource_metadata', 'signature'], origin: null });
  await flush();
  await settings({ omit: [], wrongSecret: true });
  await driver.customer();
  await flush();

  const [first, second, third] = receiver.received;
  const types = (raw = '{}') =>
    listAt(JSON.parse(raw), 'events').map(({ resource_type, action }) => `${String(resource_type)}.${String(action)}`);
  expect(types(first?.body).at(-1)).toBe('payments.paid_out');
  expect(types(second?.body)).toEqual(['payouts.paid']);
  expect(at(JSON.parse(second?.body ?? '{}'), 'meta')).toBeUndefined();
  expect(at(JSON.parse(second?.body ?? '{}'), 'events', 0, 'resource_metadata')).toBeUndefined();
  expect([second?.headers['webhook-signature'], second?.headers.origin]).toEqual([undefined, undefined]);
  expect(third?.headers['webhook-signature']).toBe(
    createHmac('sha256', 'endpoint-secret-wrong')
      .update(third?.body ?? '')
      .digest('hex'),
  );
});

test('only this machine may be told', async () => {
  const urls = [
    'https://127.0.0.1/x',
    'http://example.com/x',
    'http://10.0.0.1/x',
    'http://127.0.0.1.example.com/',
    'ftp://localhost',
  ];

  const replies = [];
  for (const url of urls)
    replies.push((await driver.control('POST', '/control/webhook-endpoints', { url, secret: 's' })).status);

  expect(replies).toEqual([422, 422, 422, 422, 422]);
});

test('another organisation’s events go to its own endpoint only', async () => {
  await driver.control('POST', '/control/organisations', { token: 'second-token' });
  await driver.customer({ token: 'second-token' });

  await flush();

  expect(receiver.received).toEqual([]);
});
