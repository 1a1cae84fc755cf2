import { Aggregates } from '../../../application/aggregates';
import { customerDecider } from '../../../domain/customers/customer';
import { streams } from '../../../domain/shared/streams';
import { Bookkeeping, FIRST_DUE, problemOf, text } from '../../../../test/support/bookkeeping';
import { PdfReader } from '../../../../test/support/pdf-text';
import { type Answered, type Product, startProduct } from '../../../../test/support/product';
import { FAILED_KEY_DELAY_MS } from '../access/authentication';

const OURS = { 'x-console': '1', 'sec-fetch-site': 'same-origin' };

let product: Product;
let books: Bookkeeping;
/** Paid out on 3 February, and charged back on the 5th. */
let ada: Awaited<ReturnType<typeof lostPayment>>;
let ben: string;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  const settings = { companyName: 'Harbour Trading Ltd', address: '1 Quay Street, Bristol', vatNumber: 'GB123456789' };
  await product.api('PUT', `/api/connections/${books.connection.connectionId}/settings`, settings);
  ada = await lostPayment();
  await books.submit(ada.order.scheduledPayments[1] ?? '');
  ben = await books.customer({ name: 'Ben Other' });
  await books.order(ben);
});

afterAll(() => product.stop());

async function lostPayment() {
  const made = await books.submittedPayment();
  await product.control('/clock', { advanceTo: '2026-02-03T12:00:00.000Z' });
  await books.outcome(made, { outcome: 'paid_out' }, 'paid_out');
  await product.control('/clock', { advanceTo: '2026-02-05T12:00:00.000Z' });
  await books.outcome(made, { outcome: 'charged_back', cause: 'authorisation_disputed' }, 'charged_back');
  await product.eventually(async () => {
    const receipts = await books.items(`/api/receipts?customerId=${made.customerId}`);
    expect(receipts.map(({ number }) => number)).toEqual(['R-000001', 'R-000002']);
  });
  return made;
}

interface MadeLink {
  readonly id: string;
  readonly token: string;
}

async function linkFor(customerId: string): Promise<MadeLink> {
  const { status, json } = await product.api('POST', `/api/customers/${customerId}/portal-links`, {});
  expect([status, json]).toEqual([
    201,
    {
      id: expect.stringMatching(/^plk_[0-9a-f]{32}$/) as unknown,
      url: expect.stringMatching(`^${product.url}/portal#[\\w-]{43}$`) as unknown,
      expiresAt: expect.any(String) as unknown,
      position: expect.any(String) as unknown,
    },
  ]);
  return { id: text(json, 'id'), token: text(json, 'url').split('#')[1] ?? '' };
}

const comeIn = (token: unknown, headers: Readonly<Record<string, string>> = OURS): Promise<Answered> =>
  product.api('POST', '/portal/session', { token }, { key: null, headers });

async function cookieBy(token: string): Promise<string> {
  const answer = await comeIn(token);
  expect(answer.status).toBe(201);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const ask = (path: string, cookie: string, method = 'GET', headers: Readonly<Record<string, string>> = OURS) =>
  product.api(method, path, undefined, { key: null, headers: { ...headers, cookie } });

const NOT_SIGNED_IN = [401, 'unauthorized'];

describe('the payer’s page', () => {
  it('shows what is theirs, by what they know of it, and nothing else', async () => {
    const { token } = await linkFor(ada.customerId);
    const answer = await ask('/portal/data', await cookieBy(token));
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        company: { name: 'Harbour Trading Ltd', address: '1 Quay Street, Bristol', vatNumber: 'GB123456789' },
        customer: { name: 'Ada Payer' },
        scheduled: [
          {
            dueDate: expect.stringMatching(/^2026-02-/) as unknown,
            amount: 12_000,
            currency: 'GBP',
            state: 'not_collected',
          },
          { dueDate: '2026-03-16', amount: 12_000, currency: 'GBP', state: 'on_its_way' },
          { dueDate: '2026-04-16', amount: 12_000, currency: 'GBP', state: 'planned' },
        ],
        receipts: [
          {
            number: 'R-000002',
            kind: 'reversal',
            date: '2026-02-05',
            amount: 12_000,
            currency: 'GBP',
            earlierNumber: 'R-000001',
          },
          {
            number: 'R-000001',
            kind: 'receipt',
            date: '2026-02-03',
            amount: 12_000,
            currency: 'GBP',
            earlierNumber: null,
          },
        ],
        hasMore: false,
      },
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).not.toMatch(/(con|cus|so|sp|pay|doc|plk)_|MD|PM|PO/);
  });

  it('says that somebody without a mandate has none', async () => {
    const answer = await ask('/portal/data', await cookieBy((await linkFor(ben)).token));
    expect(answer.json).toMatchObject({
      customer: { name: 'Ben Other' },
      scheduled: [{ dueDate: FIRST_DUE, state: 'no_mandate' }, {}, {}],
      receipts: [],
    });
  });

  it('shows a balance that is being collected', async () => {
    const { customerId } = await books.linkedCustomer({ name: 'Di Balance' });
    const stated = { amount: 4_550, currency: 'GBP', asOf: '2026-02-04' };
    await product.api('PUT', `/api/customers/${customerId}/balances`, stated);
    const batch = { currency: 'GBP', customerIds: [customerId] };
    const { json } = await product.eventually(() => books.post('/api/balance-exports', batch));
    await books.post(`/api/balance-exports/${text(json, 'id')}/payments`, {});
    const cookie = await cookieBy((await linkFor(customerId)).token);
    await product.eventually(async () => {
      expect((await ask('/portal/data', cookie)).json).toMatchObject({
        scheduled: [{ dueDate: null, amount: 4_550, currency: 'GBP', state: 'on_its_way' }],
      });
    });
  });

  it('prints their own receipts, by number only and without our ids', async () => {
    const cookie = await cookieBy((await linkFor(ada.customerId)).token);
    const response = await fetch(`${product.url}/portal/receipts/R-000001/document.pdf`, { headers: { cookie } });
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const reader = new PdfReader();
    const printed = (await reader.pagesOf(Buffer.from(await response.arrayBuffer()))).join(' ');
    await reader.stop();
    expect(printed).toContain('R-000001');
    expect(printed).not.toMatch(/(pay|so|doc)_/);

    const { items } = (await product.api('GET', '/api/receipts')).json as { items: readonly { id: string }[] };
    const foreign = await cookieBy((await linkFor(ben)).token);
    for (const [number, who] of [
      [items[0]?.id ?? '', cookie],
      ['R-999999', cookie],
      ['R-000001', foreign],
    ] as const) {
      expect(problemOf(await ask(`/portal/receipts/${number}/document.pdf`, who))).toEqual([404, 'not_found']);
    }
  });

  it('is left by signing out, and by nobody else’s request', async () => {
    const cookie = await cookieBy((await linkFor(ada.customerId)).token);
    const foreign = await ask('/portal/session', cookie, 'DELETE', { 'sec-fetch-site': 'cross-site' });
    expect(problemOf(foreign)).toEqual([403, 'cross_site']);
    expect((await ask('/portal/data', cookie)).status).toBe(200);
    const left = await ask('/portal/session', cookie, 'DELETE');
    expect([left.status, left.headers.get('set-cookie')]).toEqual([
      204,
      'portal=; Max-Age=0; Path=/portal; HttpOnly; SameSite=Strict',
    ]);
    expect(problemOf(await ask('/portal/data', cookie))).toEqual(NOT_SIGNED_IN);
  });
});

describe('a link', () => {
  it('becomes a cookie for the portal alone, which no script reads and no other site sends', async () => {
    const { token } = await linkFor(ada.customerId);
    const answer = await comeIn(token);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^portal=[\w-]{43}; Max-Age=43200; Path=\/portal; HttpOnly; SameSite=Strict$/,
    );
    expect([answer.headers.get('cache-control'), Object.keys(answer.json)]).toEqual(['no-store', ['expiresAt']]);
    expect(problemOf(await comeIn(token, {}))).toEqual([403, 'cross_site']);
  });

  it('opens nothing of the screens, as their key opens nothing here', async () => {
    const cookie = await cookieBy((await linkFor(ada.customerId)).token);
    for (const name of ['portal', 'session', '__Host-session']) {
      const stolen = cookie.replace('portal', name);
      expect(problemOf(await ask(`/api/customers/${ada.customerId}`, stolen))).toEqual(NOT_SIGNED_IN);
    }
    const staff = await product.api('POST', '/api/sessions', { key: product.adminKey }, { key: null, headers: OURS });
    const [session = ''] = (staff.headers.get('set-cookie') ?? '').split(';');
    for (const name of ['session', 'portal']) {
      expect(problemOf(await ask('/portal/data', session.replace('session', name)))).toEqual(NOT_SIGNED_IN);
    }
    expect(problemOf(await product.api('GET', '/portal/data'))).toEqual(NOT_SIGNED_IN);
    expect(problemOf(await comeIn(product.adminKey))).toEqual([401, 'portal_link_not_valid']);
  });

  it('is noted when it is made, opened and revoked, and what opens it stands nowhere', async () => {
    const { id, token } = await linkFor(ada.customerId);
    const cookie = await cookieBy(token);
    await cookieBy(token);
    await product.api('DELETE', `/api/customers/${ada.customerId}/portal-links/${id}`);
    const events = await product.runtime.eventStore.read(streams.portalLink(id), 0);
    expect(events.map(({ type, metadata: { actor, customerId } }) => [type, actor, customerId])).toEqual([
      ['PortalLinkMade', expect.stringMatching(/^user:key_admin/), ada.customerId],
      ['PortalLinkOpened', `payer:${id}`, ada.customerId],
      ['PortalLinkRevoked', expect.stringMatching(/^user:key_admin/), ada.customerId],
    ]);
    const timeline = await books.items(`/api/timeline?customerId=${ada.customerId}&limit=500`);
    expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(events.map(({ type }) => type)));
    const { rows } = await product.runtime.pool.query<object>(
      'select t.*, s.* from portal_link_tokens t left join portal_sessions s using (portal_link_id)',
    );
    const kept = JSON.stringify([rows, events, timeline, product.log]);
    expect([kept.includes(token), kept.includes(cookie.split('=')[1] ?? '')]).toEqual([false, false]);
  });

  it('is listed for whoever may see the customer, and made by whoever keeps the books', async () => {
    const { connectionId } = books.connection;
    const customerId = await books.customer({ name: 'Cy Listed' });
    const { id } = await linkFor(customerId);
    const path = `/api/customers/${customerId}/portal-links`;
    const auditor = await product.makeKey('auditor');
    await product.eventually(async () => {
      expect(await books.items(path, { key: auditor })).toEqual([
        {
          id,
          connectionId,
          customerId,
          madeAt: expect.stringMatching(/^2026-02-/) as unknown,
          madeBy: expect.stringMatching(/^user:key_admin/) as unknown,
          expiresAt: expect.stringMatching(/^2026-02-/) as unknown,
          lastOpenedAt: null,
          revokedAt: null,
          status: 'live',
        },
      ]);
    });
    const elsewhere = await product.makeKey('accountant', { connectionIds: ['con_none'] });
    const collector = await product.makeKey('collector');
    const outcomes = await Promise.all(
      [auditor, collector, elsewhere].flatMap((key) => [
        product.api('POST', path, {}, { key }),
        product.api('DELETE', `${path}/${id}`, undefined, { key }),
        product.api('GET', path, undefined, { key }),
      ]),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([403, 403, 200, 403, 403, 403, 404, 404, 404]);
    expect((await product.api('DELETE', `/api/customers/${ben}/portal-links/${id}`)).status).toBe(404);
    expect((await product.api('DELETE', `${path}/plk_none`)).status).toBe(404);
  });

  it('keeps ten in at one time', async () => {
    const { token } = await linkFor(ada.customerId);
    const cookies: string[] = [];
    for (let count = 0; count < 11; count += 1) cookies.push(await cookieBy(token));
    const { rows } = await product.runtime.pool.query<{ readonly count: string }>(
      'select count(*) from portal_sessions group by portal_link_id order by 1 desc',
    );
    expect(rows.every(({ count }) => Number(count) <= 10)).toBe(true);
    expect((await ask('/portal/data', cookies[0] ?? '')).status).toBe(401);
    expect((await ask('/portal/data', cookies[10] ?? '')).status).toBe(200);
  });
});

describe('whoever has no good link', () => {
  it.each([
    ['no token', undefined, 422],
    ['an empty one', '', 422],
    ['a number', 7, 422],
    ['one that is far too long', 'A'.repeat(257), 422],
    ['a body that is far too large', 'A'.repeat(5_000), 413],
  ])('with %s is refused before anything is looked for', async (_, token, status) => {
    expect((await comeIn(token)).status).toBe(status);
  });

  it('learns nothing by guessing: one answer, and never sooner than a wrong key', async () => {
    const revoked = await linkFor(ben);
    const inByIt = await cookieBy(revoked.token);
    await product.api('DELETE', `/api/customers/${ben}/portal-links/${revoked.id}`);
    const answers: unknown[] = [];
    for (const token of ['A'.repeat(43), revoked.token, 'guess\u0000 <b>', "' or 1=1 --"]) {
      const begun = performance.now();
      const { status, json, headers } = await comeIn(token);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(FAILED_KEY_DELAY_MS - 5);
      answers.push([status, json, headers.get('set-cookie')]);
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]).toMatchObject([401, { code: 'portal_link_not_valid' }, null]);
    const begun = performance.now();
    expect(problemOf(await ask('/portal/data', inByIt))).toEqual(NOT_SIGNED_IN);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(FAILED_KEY_DELAY_MS - 5);
  });
});

it('last: everybody is out after seven days, and after they were forgotten', async () => {
  const old = await linkFor(ada.customerId);
  const inByOld = await cookieBy(old.token);
  await product.control('/clock', { advanceDays: 8 });
  expect(problemOf(await comeIn(old.token))).toEqual([401, 'portal_link_not_valid']);
  expect(problemOf(await ask('/portal/data', inByOld))).toEqual(NOT_SIGNED_IN);

  const { token } = await linkFor(ada.customerId);
  const cookie = await cookieBy(token);
  const forgetting = { commandId: 'forgetting', at: product.runtime.clock.now() };
  await product.app
    .get(Aggregates)
    .execute(
      customerDecider,
      ada.customerId,
      { type: 'ForgetCustomer' },
      { ...forgetting, correlationId: 'forgetting', actor: 'system' },
    );
  expect(problemOf(await comeIn(token))).toEqual([401, 'portal_link_not_valid']);
  expect(problemOf(await ask('/portal/data', cookie))).toEqual(NOT_SIGNED_IN);
  expect(problemOf(await ask('/portal/receipts/R-000001/document.pdf', cookie))).toEqual(NOT_SIGNED_IN);
  const again = await product.api('POST', `/api/customers/${ada.customerId}/portal-links`, {});
  expect(problemOf(again)).toEqual([409, 'customer_forgotten']);
});
