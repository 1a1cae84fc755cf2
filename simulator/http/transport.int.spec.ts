import { at, type Driver, startDriver } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const reasonOf = (body: unknown) => at(body, 'error', 'errors', 0, 'reason');

test.each([
  [{ Authorization: '' }, 401, 'invalid_authorization_header'],
  [{ Authorization: 'Basic abc' }, 401, 'invalid_authorization_header'],
  [{ Authorization: 'Bearer nobody' }, 401, 'access_token_not_found'],
  [{ 'GoCardless-Version': '2014-01-01' }, 400, 'version_not_found'],
  [{ Accept: 'text/html' }, 406, 'not_acceptable'],
])('a request with headers %j is refused', async (headers, status, reason) => {
  const reply = await driver.api('GET', '/payments', undefined, headers);

  expect([reply.status, reasonOf(reply.body)]).toEqual([status, reason]);
});

test('missing headers are named', async () => {
  const token = { Authorization: 'Bearer sandbox-token-for-the-simulator' };
  const nobody = await fetch(`${driver.url}/payments`);
  const versionless = await fetch(`${driver.url}/payments`, { headers: token });

  const bodies: unknown[] = [await nobody.json(), await versionless.json()];

  expect([nobody.status, versionless.status]).toEqual([401, 400]);
  expect(bodies.map(reasonOf)).toEqual(['missing_authorization_header', 'missing_version_header']);
});

test('unknown paths, methods, envelopes and media types are told apart', async () => {
  const replies = [
    await driver.api('GET', '/nothing'),
    await driver.api('DELETE', '/payments'),
    await driver.api('POST', '/payments', { amount: 1 }),
    await driver.api('POST', '/payments', 'a,b'),
    await driver.api('POST', '/payments', { payments: { metadata: 'x'.repeat(1_100_000) } }),
    await driver.api('GET', '/payments/PM0'),
    await driver.api('POST', '/payments', { payments: { amount: 1, currency: 'GBP', links: { mandate: 'MD0' } } }),
    await driver.api('GET', '/payments?limit=501'),
  ];

  expect(replies.map(({ status, body }) => [status, reasonOf(body) ?? at(body, 'error', 'type')])).toEqual([
    [404, 'path_not_found'],
    [405, 'method_not_allowed'],
    [400, 'invalid_document_structure'],
    [415, 'unsupported_media_type'],
    [413, 'request_entity_too_large'],
    [404, 'resource_not_found'],
    [404, 'link_not_found'],
    [422, 'validation_failed'],
  ]);
});

test('every fault of a body is named at once, with pointers', async () => {
  const reply = await driver.api('POST', '/payments', {
    payments: { amount: '12', currency: 'GBP', metadata: { a: 1 }, charge_date: '2026-02-30', links: {} },
  });

  expect([reply.status, at(reply.body, 'error', 'code'), at(reply.body, 'error', 'type')]).toEqual([
    422,
    422,
    'validation_failed',
  ]);
  expect(at(reply.body, 'error', 'errors')).toEqual([
    { field: 'mandate', message: "can't be blank", request_pointer: '/payments/links/mandate' },
    { field: 'amount', message: 'must be a whole number', request_pointer: '/payments/amount' },
    { field: 'charge_date', message: 'must be a date, YYYY-MM-DD', request_pointer: '/payments/charge_date' },
    { field: 'metadata', message: 'values must be strings', request_pointer: '/payments/metadata' },
  ]);
  expect(at(reply.body, 'error', 'request_id')).toBe(reply.headers.get('x-request-id'));
});

test('the rate limit counts down, answers 429 and names the end of the window as an HTTP date', async () => {
  await driver.control('POST', '/control/rate-limit', { limit: 2 });

  const replies = [
    await driver.api('GET', '/payments'),
    await driver.api('GET', '/payments/PM0'),
    await driver.api('GET', '/payments'),
  ];

  expect(
    replies.map(({ status, headers }) => [status, headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]),
  ).toEqual([
    [200, '2', '1'],
    [404, '2', '0'],
    [429, '2', '0'],
  ]);
  const reset = replies[2]?.headers.get('ratelimit-reset') ?? '';
  expect(new Date(reset).toUTCString()).toBe(reset);
});

test('organisations do not see each other', async () => {
  const other = await driver.control('POST', '/control/organisations', { name: 'Second', token: 'second-token' });
  const { mandate, customer } = await driver.customer();
  const asOther = { Authorization: 'Bearer second-token' };

  const replies = [
    await driver.api('GET', `/customers/${customer}`, undefined, asOther),
    await driver.api('POST', '/payments', { payments: { amount: 1, currency: 'GBP', links: { mandate } } }, asOther),
    await driver.api('GET', '/events', undefined, asOther),
  ];
  const creditors = await driver.api('GET', '/creditors', undefined, asOther);

  expect(replies.map(({ status }) => status)).toEqual([404, 404, 200]);
  expect(at(replies[2]?.body, 'events')).toEqual([]);
  expect(at(creditors.body, 'creditors', 0, 'id')).toBe(at(other.body, 'creditor'));
});

test('requests are kept with method, path, key and status, and without tokens', async () => {
  await driver.api('GET', '/payments?limit=1');
  await driver.api('POST', '/payments', { payments: {} }, { 'Idempotency-Key': 'k' });

  const { body } = await driver.control('GET', '/control/requests');

  expect(body).toEqual({
    requests: [
      { at: '2026-02-02T10:00:00.001Z', method: 'GET', path: '/payments?limit=1', idempotencyKey: null, status: 200 },
      { at: '2026-02-02T10:00:00.001Z', method: 'POST', path: '/payments', idempotencyKey: 'k', status: 422 },
    ],
  });
});

describe('faults', () => {
  const disturb = (fault: object) => driver.control('POST', '/control/faults', { times: 1, ...fault });

  test('server errors, HTML, text errors and 429 come as ordered and then stop; nothing is created', async () => {
    const { mandate } = await driver.customer();
    const order = { payments: { amount: 1, currency: 'GBP', links: { mandate } } };
    for (const fault of ['500', '502html', 'errorString', '429'])
      await disturb({ fault, method: 'POST', path: '/payments' });

    const unaffected = await driver.api('GET', '/payments');
    const replies = [];
    for (let n = 0; n < 5; n += 1)
      replies.push(await driver.api('POST', '/payments', order, { 'Idempotency-Key': 'k' }));

    expect(at(unaffected.body, 'payments')).toEqual([]);
    expect(replies.map(({ status }) => status)).toEqual([500, 502, 500, 429, 201]);
    expect(replies[1]?.body).toContain('<h1>502 Bad Gateway</h1>');
    expect(replies[2]?.body).toEqual({ error: 'Something went wrong' });
  });

  test('a reset before the work does nothing, a reset after it loses only the answer', async () => {
    const { mandate } = await driver.customer();
    const order = { payments: { amount: 1, currency: 'GBP', links: { mandate } } };
    await disturb({ fault: 'reset', path: '/payments' });
    await disturb({ fault: 'resetAfterCommit', path: '/payments' });
    const send = () => driver.api('POST', '/payments', order, { 'Idempotency-Key': 'k' });

    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    const third = await send();
    const { body } = await driver.api('GET', '/payments');

    expect([third.status, at(third.body, 'error', 'errors', 0, 'links', 'conflicting_resource_id')]).toEqual([
      409,
      at(body, 'payments', 0, 'id'),
    ]);
    expect(at(body, 'payments', 1)).toBeUndefined();
  });

  test('a hanging request gets no answer, a slow one a late one, wrong JSON is broken', async () => {
    await disturb({ fault: 'hang' });
    await expect(fetch(`${driver.url}/payments`, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    await disturb({ fault: 'slow', delayMs: 1 });
    const slow = await driver.api('GET', '/creditors');
    await disturb({ fault: 'wrongJson' });
    await expect(driver.api('GET', '/creditors')).rejects.toThrow(SyntaxError);

    expect(slow.status).toBe(200);
  });
});

test('the control API is closed to everybody without its token', async () => {
  const responses = await Promise.all([
    fetch(`${driver.url}/control/clock`),
    fetch(`${driver.url}/control/clock`, { headers: { Authorization: 'Bearer sandbox-token-for-the-simulator' } }),
  ]);

  expect(responses.map(({ status }) => status)).toEqual([401, 401]);
});
