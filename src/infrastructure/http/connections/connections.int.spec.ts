import { png } from '../../../../test/support/pictures';
import { DEFAULT_LEAD_TIMES } from '../../../domain/mandates/lead-time';
import { createHash, createHmac } from 'node:crypto';
import { problemOf } from '../../../../test/support/bookkeeping';
import { type Answered, type Connected, type Product, startProduct } from '../../../../test/support/product';
import { createLogger } from '../../logging/logger';
import { Shutdown } from '../../../app/shutdown';
import { startRuntime } from '../../../app/start-runtime';

const SECRET = 'a-webhook-secret-of-8-or-more';
const opening = { name: 'Club', environment: 'sandbox', accessToken: 'unknown-token', webhookSecrets: [SECRET] };

let product: Product;
let main: Connected;
let other: Connected;

beforeAll(async () => {
  product = await startProduct();
  main = await product.connect({ name: 'Main' });
  other = await product.connect({ name: 'Other', accessToken: await product.addOrganisation('Other Ltd') });
});

afterAll(() => product.stop());

function outcome({ status, json }: Answered): readonly unknown[] {
  const errors = Array.isArray(json['errors']) ? (json['errors'] as { field: string }[]) : [];
  return [status, json['code'], ...errors.map(({ field }) => field)];
}

async function everything(): Promise<readonly unknown[]> {
  return [await product.runtime.eventStore.head(), await product.runtime.secretStore.all()];
}

describe('opening a connection', () => {
  it('answers whose account it is, and never the token or a secret', async () => {
    const { accessToken } = { accessToken: await product.addOrganisation('Third Ltd') };
    const body = {
      ...opening,
      name: 'Third',
      accessToken,
      webhookSecrets: [`${SECRET}-3`, `${SECRET}-4`],
      booksFrom: '2026-01-01',
      timeZone: 'Europe/Berlin',
    };
    const opened = await product.api('POST', '/api/connections', body);
    expect([opened.status, Object.keys(opened.json)]).toEqual([
      201,
      ['id', 'name', 'environment', 'creditorId', 'creditorName', 'access', 'position'],
    ]);
    const id = String(opened.json['id']);
    const shown = await product.api('GET', `/api/connections/${id}?after=${String(opened.json['position'])}`);
    expect(shown.json).toEqual({
      id: expect.stringMatching(/^con_/) as string,
      name: 'Third',
      environment: 'sandbox',
      creditorId: opened.json['creditorId'],
      creditorName: 'Third Ltd',
      access: 'read_write',
      timeZone: 'Europe/Berlin',
      booksFrom: '2025-12-31T23:00:00.000Z',
      receiptSeries: 'RC-',
      webhookSecrets: 2,
      closedThrough: null,
    });
    const log = await product.runtime.eventStore.read(`connection-${id}`);
    for (const text of [opened.text, shown.text, JSON.stringify(log), product.log.join('')]) {
      expect(text).not.toContain(accessToken);
      expect(text).not.toContain(SECRET);
    }
  });

  it('with a token that GoCardless refuses keeps nothing', async () => {
    const before = await everything();
    const refused = await product.api('POST', '/api/connections', opening);
    expect(outcome(refused)).toEqual([422, 'invalid_access_token', 'accessToken']);
    expect(await everything()).toEqual(before);
    expect(refused.text).not.toContain('unknown-token');
  });

  it('by a token that sees several creditors asks which one, and opens the one that is named', async () => {
    const accessToken = await product.addOrganisation('Harbour Group');
    const { creditor } = await product.control('/creditors', { token: accessToken, name: 'Harbour Deli' });
    const body = { ...opening, accessToken, webhookSecrets: [`${SECRET}-deli`] };
    const before = await everything();
    const asked = await product.api('POST', '/api/connections', body);
    const strange = await product.api('POST', '/api/connections', { ...body, creditorId: 'CRSTRANGE' });
    expect(outcome(asked)).toEqual([422, 'several_creditors', 'creditorId']);
    expect(asked.json['choices']).toEqual([
      { creditorId: (creditor as { id: string }).id, creditorName: 'Harbour Deli' },
      { creditorId: expect.stringMatching(/^CR/) as string, creditorName: 'Harbour Group' },
    ]);
    expect(outcome(strange)).toEqual([422, 'other_creditor', 'creditorId']);
    expect(await everything()).toEqual(before);
    const { id: creditorId } = creditor as { id: string };
    const opened = await product.api('POST', '/api/connections', { ...body, creditorId });
    expect([opened.status, opened.json['creditorId'], opened.json['creditorName']]).toEqual([
      201,
      creditorId,
      'Harbour Deli',
    ]);
    // The token of the account serves the connection on; the other creditor plays no part.
    const path = `/api/connections/${String(opened.json['id'])}/access-token`;
    expect((await product.api('PUT', path, { accessToken })).status).toBe(200);
  });

  it('is tried without keeping anything: only the token is needed', async () => {
    const accessToken = await product.addOrganisation('Tried Ltd');
    const trial = { environment: 'sandbox', accessToken, dryRun: true };
    const before = await everything();
    const tried = await product.api('POST', '/api/connections', trial);
    expect([tried.status, tried.json]).toEqual([
      200,
      {
        creditorId: expect.stringMatching(/^CR/) as string,
        creditorName: 'Tried Ltd',
        access: 'read_write',
        position: expect.any(String) as string,
      },
    ]);
    const refusals = await Promise.all([
      product.api('POST', '/api/connections', { ...trial, accessToken: 'unknown-token' }),
      product.api('POST', '/api/connections', { ...trial, accessToken: main.accessToken }),
      product.api('POST', '/api/connections', { ...trial, environment: 'live' }),
      product.api('POST', '/api/connections', { ...trial, creditorId: 'CR0' }),
      product.api('POST', '/api/connections', { ...trial, dryRun: false }),
    ]);
    expect(refusals.map(outcome)).toEqual([
      [422, 'invalid_access_token', 'accessToken'],
      [409, 'creditor_connected'],
      [422, 'live_refused', 'environment'],
      [422, 'other_creditor', 'creditorId'],
      [422, 'validation_failed', 'name', 'webhookSecrets'],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('of a creditor that is connected already is refused', async () => {
    const again = { ...opening, accessToken: main.accessToken };
    const before = await everything();
    expect(outcome(await product.api('POST', '/api/connections', again))).toEqual([409, 'creditor_connected']);
    expect(await everything()).toEqual(before);
  });

  it('with a webhook secret of another connection is refused', async () => {
    const accessToken = await product.addOrganisation('Fourth Ltd');
    const shared = { ...opening, accessToken, webhookSecrets: [main.webhookSecret] };
    const before = await everything();
    expect(outcome(await product.api('POST', '/api/connections', shared))).toEqual([
      409,
      'secret_in_use',
      'webhookSecrets',
    ]);
    expect(await everything()).toEqual(before);
  });

  it('of the live environment is refused where a simulator stands for GoCardless', async () => {
    const live = { ...opening, environment: 'live', accessToken: main.accessToken };
    expect(outcome(await product.api('POST', '/api/connections', live))).toEqual([422, 'live_refused', 'environment']);
  });

  it('is 503 while GoCardless is away', async () => {
    await product.control('/faults', { path: '/creditors', fault: 'errorString', times: 20 });
    const before = await everything();
    expect(outcome(await product.api('POST', '/api/connections', opening))).toEqual([503, 'gocardless_unavailable']);
    expect(await everything()).toEqual(before);
    await product.control('/faults', undefined, 'DELETE');
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['another environment', { environment: 'test' }, 'environment'],
    ['a token that fits in no header', { accessToken: 'token\u2028' }, 'accessToken'],
    ['no secret', { webhookSecrets: [] }, 'webhookSecrets'],
    ['three secrets', { webhookSecrets: [1, 2, 3].map((n) => `${SECRET}${n}`) }, 'webhookSecrets'],
    ['one secret twice', { webhookSecrets: [SECRET, SECRET] }, 'webhookSecrets'],
    ['a secret of 7 characters', { webhookSecrets: ['1234567'] }, 'webhookSecrets'],
    ['a secret of 501 characters', { webhookSecrets: ['x'.repeat(501)] }, 'webhookSecrets'],
    ['a day that does not exist', { booksFrom: '2026-02-30' }, 'booksFrom'],
    ['a field that is not known', { token: 'x' }, 'token'],
  ])('with %s is refused before anybody is asked', async (_, wrong, field) => {
    await product.control('/requests', undefined, 'DELETE');
    const answer = await product.api('POST', '/api/connections', { ...opening, ...wrong });
    expect(outcome(answer)).toEqual([422, 'validation_failed', field]);
    const { requests } = await product.control('/requests');
    expect((requests as { path: string }[]).filter(({ path }) => path.startsWith('/creditors'))).toEqual([]);
  });

  it('with a time zone that does not exist is refused', async () => {
    const accessToken = await product.addOrganisation('Fifth Ltd');
    const odd = { ...opening, accessToken, timeZone: 'Europe/Atlantis' };
    expect(outcome(await product.api('POST', '/api/connections', odd))).toEqual([422, 'validation_failed', 'timeZone']);
  });

  it('twice with one Idempotency-Key opens one connection', async () => {
    const accessToken = await product.addOrganisation('Sixth Ltd');
    const body = { ...opening, accessToken, webhookSecrets: [`${SECRET}-6`] };
    const headers = { 'idempotency-key': 'sixth' };
    const first = await product.api('POST', '/api/connections', body, { headers });
    const second = await product.api('POST', '/api/connections', body, { headers });
    expect([first.status, second.status, second.json]).toEqual([201, 201, first.json]);
  });
});

describe('the access token', () => {
  it('is tried before it takes the old one’s place, and must be of the same creditor', async () => {
    const path = `/api/connections/${main.connectionId}/access-token`;
    const { secretStore } = product.runtime;
    expect(outcome(await product.api('PUT', path, { accessToken: 'unknown' }))).toEqual([
      422,
      'invalid_access_token',
      'accessToken',
    ]);
    expect(outcome(await product.api('PUT', path, { accessToken: other.accessToken }))).toEqual([
      422,
      'other_creditor',
      'accessToken',
    ]);
    expect(await secretStore.accessToken(main.connectionId)).toBe(main.accessToken);
    await product.control('/tokens', { newToken: 'second-token-of-main', access: 'full' });
    const changed = await product.api('PUT', path, { accessToken: 'second-token-of-main' });
    expect([changed.status, changed.json]).toEqual([
      200,
      { access: 'read_write', position: expect.any(String) as string },
    ]);
    expect(await secretStore.accessToken(main.connectionId)).toBe('second-token-of-main');
  });

  it('that was revoked is named in the answer of whoever needs it', async () => {
    await product.control('/tokens/revoke', { token: other.accessToken });
    const body = { email: 'ada@example.com', connectionId: other.connectionId };
    const answer = await product.api('POST', '/api/gocardless/lookups', body);
    expect(outcome(answer)).toEqual([409, 'gocardless_access_refused']);
    expect(answer.json['detail']).toMatch(/refuses the access token .*access_token_revoked/);
  });

  it('that may only read is recognised without writing, and what needs writing is refused early', async () => {
    const accessToken = await product.addOrganisation('Reader Ltd');
    const readOnly = 'token-of-reader-that-only-reads';
    await product.control('/tokens', { token: accessToken, newToken: readOnly, access: 'read_only' });
    await product.control('/requests', undefined, 'DELETE');
    const secrets = [`${SECRET}-7`];
    const body = { ...opening, name: 'Reader', accessToken: readOnly, webhookSecrets: secrets };
    const opened = await product.api('POST', '/api/connections', body);
    expect([opened.status, opened.json['access']]).toEqual([201, 'read_only']);
    const { requests } = await product.control('/requests');
    const writes = (requests as { method: string; status: number }[]).filter(({ method }) => method !== 'GET');
    expect(writes.map(({ status }) => status)).toEqual([403]);

    const id = String(opened.json['id']);
    const shown = async () => {
      const position = await product.runtime.eventStore.head();
      return (await product.api('GET', `/api/connections/${id}?after=${position}`)).json['access'];
    };
    expect(await shown()).toBe('read_only');
    const { customers } = await product.control('/customers', { token: accessToken, email: 'payer@reader.example' });
    const [payer] = customers as { mandate: string }[];
    const registered = await product.api('POST', '/api/customers', { name: 'Ada', connectionId: id });
    const customerId = String(registered.json['id']);
    // Looking up and linking only read.
    const linked = await product.api('POST', `/api/customers/${customerId}/mandates`, { mandateId: payer?.mandate });
    expect(linked.status).toBe(201);
    const ordered = await product.api('POST', '/api/sales-orders', {
      customerId,
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 12000 }],
      plan: { instalments: [{ dueDate: '2026-06-01', amount: 12000 }] },
    });
    const [instalment] = ordered.json['scheduledPayments'] as string[];
    const submission = `/api/scheduled-payments/${instalment ?? ''}/submission`;
    expect(outcome(await product.api('POST', submission, {}))).toEqual([409, 'read_only_access_token']);
    const setup = await product.api('POST', '/api/mandate-setups', { customerId });
    expect(outcome(setup)).toEqual([409, 'read_only_access_token']);
    const run = await product.api('POST', '/api/scheduler/runs', { today: '2026-06-01' });
    expect(run.json['items']).toContainEqual({
      scheduledPaymentId: instalment,
      outcome: 'blocked',
      reason: 'read_only_access_token',
    });

    const better = await product.api('PUT', `/api/connections/${id}/access-token`, { accessToken });
    expect([better.status, better.json['access'], await shown()]).toEqual([200, 'read_write', 'read_write']);
    expect((await product.api('POST', submission, {})).status).toBe(200);
    const filtered = await product.api('GET', '/api/connections?access=read_only');
    expect(filtered.json['items']).toEqual([]);
  });
});

describe('webhook secrets', () => {
  it('are one or two, each of one connection only', async () => {
    const path = `/api/connections/${other.connectionId}/webhook-secrets`;
    expect(outcome(await product.api('PUT', path, { webhookSecrets: [] }))).toEqual([
      422,
      'validation_failed',
      'webhookSecrets',
    ]);
    expect(outcome(await product.api('PUT', path, { webhookSecrets: [main.webhookSecret] }))).toEqual([
      409,
      'secret_in_use',
      'webhookSecrets',
    ]);
    expect(await product.runtime.secretStore.webhookSecrets(other.connectionId)).toEqual([other.webhookSecret]);
  });

  it('are both live while one is exchanged for the other, and the old one ends when it is left out', async () => {
    const path = `/api/connections/${main.connectionId}/webhook-secrets`;
    const next = `${SECRET}-next`;
    const door = async (secret: string) => {
      const body = JSON.stringify({ events: [], meta: { webhook_id: 'WB1' } });
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const headers = { 'content-type': 'application/json', 'webhook-signature': signature };
      const url = `${product.url}/webhooks/gocardless/${main.connectionId}`;
      return (await fetch(url, { method: 'POST', headers, body })).status;
    };
    const old = main.webhookSecret;
    expect([await door(old), await door(next)]).toEqual([204, 498]);
    expect((await product.api('PUT', path, { webhookSecrets: [old, next] })).status).toBe(200);
    expect([await door(old), await door(next)]).toEqual([204, 204]);
    expect((await product.api('PUT', path, { webhookSecrets: [next] })).status).toBe(200);
    expect([await door(old), await door(next)]).toEqual([498, 204]);
    await product.api('PUT', path, { webhookSecrets: [old] });
  });
});

describe('settings', () => {
  const path = () => `/api/connections/${main.connectionId}/settings`;
  const read = async (query = '') => (await product.api('GET', `${path()}${query}`)).json;

  it('are what was given, and the accounts from tomorrow on', async () => {
    const before = await read();
    expect(before).toMatchObject({ companyName: null, timeZone: 'Europe/London', receiptSeries: 'R-' });
    const accounts = { ...(before['accounts'] as object), sales: '4100' };
    const named = await product.api('PUT', path(), { companyName: 'The Club Ltd' });
    const changed = await product.api('PUT', path(), { vatNumber: 'GB123', accounts });
    expect([named.status, changed.status]).toEqual([200, 200]);
    const after = await read(`?after=${String(changed.json['position'])}`);
    expect(after).toEqual({
      ...before,
      companyName: 'The Club Ltd',
      address: '',
      vatNumber: 'GB123',
      accountsChosen: [{ from: '2026-02-03T00:00:00.000Z', accounts }],
    });
    expect(await read(`?asOf=${String(named.json['position'])}`)).toEqual({
      ...before,
      companyName: 'The Club Ltd',
      address: '',
      vatNumber: '',
    });
    await product.control('/clock', { advanceDays: 1 });
    expect((await read())['accounts']).toEqual(accounts);
  });

  it('refuse accounts for days already posted, and half a set of accounts', async () => {
    const accounts = (await read())['accounts'];
    expect(outcome(await product.api('PUT', path(), { accounts, accountsFrom: '2026-02-03' }))).toEqual([
      422,
      'accounts_too_early',
      'accountsFrom',
    ]);
    expect(outcome(await product.api('PUT', path(), { accountsFrom: '2026-03-01' }))).toEqual([
      422,
      'validation_failed',
      'accounts',
    ]);
    const half = await product.api('PUT', path(), { accounts: { sales: '4100' } });
    expect([half.status, outcome(half)]).toEqual([422, expect.arrayContaining(['accounts.bank']) as unknown[]]);
  });

  it('send payments as early as their schemes need, or as was chosen', async () => {
    const before = await read();
    expect(before['leadTimes']).toEqual(DEFAULT_LEAD_TIMES);
    const { json } = await product.api('PUT', path(), { leadTimes: { autogiro: 12 } });
    const after = await read(`?after=${String(json['position'])}`);
    expect(after).toEqual({ ...before, leadTimes: { ...DEFAULT_LEAD_TIMES, autogiro: 12 } });
    const wrong = await product.api('PUT', path(), { leadTimes: { autogiro: 61, snail_mail: 3 } });
    expect(outcome(wrong)).toEqual([422, 'validation_failed', 'leadTimes.snail_mail', 'leadTimes.autogiro']);
  });

  it('have a logo, which each receipt shows as it was then', async () => {
    const content = png({ width: 60, height: 20 });
    const put = (logo: unknown) => product.api('PUT', path(), { logo });
    const before = (await product.api('GET', path())).json;
    const chosen = await put(content.toString('base64'));
    expect(chosen.status).toBe(200);
    const logo = {
      sha256: createHash('sha256').update(content).digest('hex'),
      mediaType: 'image/png',
      width: 60,
      height: 20,
    };
    const after = `after=${String(chosen.json['position'])}`;
    expect((await product.api('GET', `${path()}?${after}`)).json).toEqual({ ...before, logo });
    for (const bad of ['', 'x', 'data:image/png;base64,AAAA', content.subarray(0, 40).toString('base64'), 5, {}]) {
      const refused = await put(bad);
      expect([bad, ...problemOf(refused)]).toEqual([bad, 422, 'validation_failed', 'logo']);
      expect(refused.json['errors']).toMatchObject([{ code: 'not_a_picture' }]);
    }
    // As large as it may be in base64, and no picture.
    expect(problemOf(await put(Buffer.alloc(1024 * 1024).toString('base64')))).toEqual([
      422,
      'validation_failed',
      'logo',
    ]);
    expect(problemOf(await put('A'.repeat(2 * 1024 * 1024)))).toEqual([413, 'too_large']);
    const taken = await put(null);
    const now = `after=${String(taken.json['position'])}`;
    expect((await product.api('GET', `${path()}?${now}`)).json).toEqual({ ...before, logo: null });
    const then = await product.api('GET', `${path()}?asOf=${String(chosen.json['position'])}`);
    expect(then.json['logo']).toEqual(logo);
  });

  it('can not change the receipt series or the time zone', async () => {
    const answer = await product.api('PUT', path(), { receiptSeries: 'X-', timeZone: 'UTC' });
    expect(outcome(answer)).toEqual([422, 'validation_failed', 'receiptSeries', 'timeZone']);
  });
});

describe('who may', () => {
  const addresses = (): readonly (readonly [string, string, unknown?])[] => [
    ['GET', '/api/connections'],
    ['GET', `/api/connections/${main.connectionId}`],
    ['GET', `/api/connections/${main.connectionId}/settings`],
    ['POST', '/api/connections', opening],
    ['PUT', `/api/connections/${main.connectionId}/access-token`, { accessToken: 'unknown' }],
    ['PUT', `/api/connections/${main.connectionId}/webhook-secrets`, { webhookSecrets: [main.webhookSecret] }],
    ['PUT', `/api/connections/${main.connectionId}/settings`, { companyName: 'The Club Ltd' }],
  ];

  it.each([
    ['admin', [200, 200, 200, 422, 422, 200, 200]],
    ['accountant', [200, 200, 200, 403, 403, 403, 403]],
    ['auditor', [200, 200, 200, 403, 403, 403, 403]],
    ['collector', [403, 403, 403, 403, 403, 403, 403]],
  ] as const)('%s', async (role, expected) => {
    const key = await product.makeKey(role);
    const statuses: number[] = [];
    for (const [method, path, body] of addresses()) {
      statuses.push((await product.api(method, path, body, { key })).status);
    }
    expect(statuses).toEqual(expected);
  });

  it('a key of one connection sees and changes that one only, and opens none', async () => {
    const key = await product.makeKey('admin', { connectionIds: [other.connectionId] });
    const list = await product.api('GET', '/api/connections', undefined, { key });
    expect((list.json['items'] as { id: string }[]).map(({ id }) => id)).toEqual([other.connectionId]);
    const statuses: number[] = [];
    for (const [method, path, body] of addresses().slice(1)) {
      statuses.push((await product.api(method, path, body, { key })).status);
    }
    expect(statuses).toEqual([404, 404, 403, 404, 404, 404]);
    const named = await product.api('GET', `/api/connections?connectionId=${main.connectionId}`, undefined, { key });
    expect(named.json).toEqual({ items: [], nextCursor: null, prevCursor: null });
  });
});

describe('a service against the simulator', () => {
  it('does not start with a live connection', async () => {
    const stream = `connection-${other.connectionId}`;
    const { eventStore } = product.runtime;
    const [opened] = await eventStore.read(stream);
    if (opened === undefined) throw new Error('The connection has no stream.');
    const data = { ...(opened.data as object), connectionId: 'con_live', environment: 'live' };
    await product.runtime.secretStore.save('con_live', { webhookSecrets: ['secret-of-the-live-one'] });
    await eventStore.append('connection-con_live', 'no_stream', [
      {
        id: '6f1c1a3e-3f56-5d2c-9d8e-0d9a4a3a1b01',
        type: opened.type,
        data,
        metadata: { ...opened.metadata, connectionId: 'con_live' },
      },
    ]);
    const logger = createLogger('silent');
    const shutdown = new Shutdown(logger);
    await expect(startRuntime(product.runtime.configuration, logger, shutdown)).rejects.toThrow(
      /GOCARDLESS_API_URL is for the simulator, but the connection con_live is live/,
    );
    await shutdown.run();
  });
});
