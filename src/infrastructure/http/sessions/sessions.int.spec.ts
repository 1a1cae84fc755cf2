import { request } from 'node:http';
import { BOOTSTRAP_TOKEN, NOW, TestService } from '../../../../test/support/http-service';
import { ApiKeys } from '../access/api-keys';
import { Sessions } from './sessions';
import { SessionsController } from './sessions.controller';

const OURS = { 'x-console': '1', 'sec-fetch-site': 'same-origin' };

let service: TestService;

beforeAll(async () => {
  service = await TestService.start([SessionsController]);
});

afterAll(() => service.stop());

beforeEach(async () => {
  await service.pool.query('truncate sessions, sign_in_links');
  await service.reset();
});

interface SignedIn {
  readonly cookie: string;
  readonly body: Readonly<Record<string, unknown>>;
}

async function signIn(json: object): Promise<SignedIn> {
  const answer = await service.ask('/api/sessions', { key: null, json, headers: OURS });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { cookie, body: answer.json as Readonly<Record<string, unknown>> };
}

const asked = (
  cookie: string,
  path = '/api/session',
  method = 'GET',
  headers: Readonly<Record<string, string>> = OURS,
) => service.ask(path, { key: null, method, headers: { cookie, ...headers } });

const statusOf = async (cookie: string) => (await asked(cookie)).status;

async function linkFor(id: string, key: string): Promise<string> {
  const { json } = await service.ask(`/api/keys/${id}/sign-in-links`, { key, json: {} });
  const { url } = json as { url: string };
  expect(url).toMatch(new RegExp(`^${service.url}/sign-in#[\\w-]{43}$`));
  return url.split('#')[1] ?? '';
}

describe('a session', () => {
  it('is made of a key, and says whose it is', async () => {
    const key = await service.keyOf('accountant');
    const { cookie, body } = await signIn({ key });
    const expected = {
      keyId: expect.stringMatching(/^key_accountant/) as unknown,
      name: 'accountant',
      role: 'accountant',
      connectionIds: null,
      rounds: null,
      expiresAt: expect.any(String) as unknown,
      now: NOW,
    };
    expect(body).toMatchObject(expected);
    expect((await asked(cookie)).json).toEqual(expected);
    const { rows } = await service.pool.query<object>('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
    expect(service.log.join('')).not.toContain(cookie.split('=')[1]);
    expect(service.log.join('')).not.toContain(key);
  });

  it('has a cookie that no script reads and no other site sends', async () => {
    const answer = await service.ask('/api/sessions', { key: null, json: { key: BOOTSTRAP_TOKEN }, headers: OURS });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('gives way to a key', async () => {
    const { cookie } = await signIn({ key: await service.keyOf('auditor') });
    const answer = await service.ask('/api/session', { key: await service.keyOf('admin'), headers: { cookie } });
    expect(answer.json).toMatchObject({ role: 'admin', expiresAt: null });
    expect((await service.ask('/api/session', { key: 'wrong', headers: { cookie } })).status).toBe(401);
  });

  it('is kept to the role of its key', async () => {
    const { cookie } = await signIn({ key: await service.keyOf('collector') });
    expect((await asked(cookie, '/api/keys')).status).toBe(403);
  });

  it('ends with its key, at once', async () => {
    const admin = await service.keyOf('admin');
    const made = await service.ask('/api/keys', { key: admin, json: { name: 'Ines', role: 'auditor' } });
    const { id, key } = made.json as { id: string; key: string };
    const { cookie } = await signIn({ key });
    expect(await statusOf(cookie)).toBe(200);
    await service.ask(`/api/keys/${id}`, { key: admin, method: 'DELETE' });
    const answer = await asked(cookie);
    expect([answer.status, answer.json]).toMatchObject([401, { code: 'unauthorized' }]);
  });

  it('ends when somebody signs out, and the cookie goes', async () => {
    const { cookie } = await signIn({ key: BOOTSTRAP_TOKEN });
    const answer = await asked(cookie, '/api/session', 'DELETE');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBe('session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
    expect(await statusOf(cookie)).toBe(401);
  });

  it('takes the place of the one before it in the same browser', async () => {
    const before = await signIn({ key: BOOTSTRAP_TOKEN });
    const json = { key: await service.keyOf('admin') };
    await service.ask('/api/sessions', { key: null, json, headers: { ...OURS, cookie: before.cookie } });
    expect((await service.pool.query('select 1 from sessions')).rowCount).toBe(1);
  });

  it.each([
    ['twelve hours', "update sessions set expires_at = now() - interval '1 second'"],
    ['two hours without use', "update sessions set last_used_at = now() - interval '2 hours 1 second'"],
  ])('ends after %s', async (_, sql) => {
    const { cookie } = await signIn({ key: BOOTSTRAP_TOKEN });
    await service.pool.query(sql);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('goes on while it is used', async () => {
    const { cookie } = await signIn({ key: BOOTSTRAP_TOKEN });
    await service.pool.query("update sessions set last_used_at = now() - interval '1 hour 59 minutes'");
    expect(await statusOf(cookie)).toBe(200);
    const { rows } = await service.pool.query<{ readonly idle: boolean }>(
      "select last_used_at < now() - interval '1 minute' as idle from sessions",
    );
    expect(rows).toEqual([{ idle: false }]);
  });
});

describe('commands by cookie', () => {
  it('are taken from our own pages only', async () => {
    const { cookie } = await signIn({ key: await service.keyOf('admin') });
    const json = { name: 'A', role: 'auditor' };
    for (const headers of [{}, { 'x-console': '1' }, { 'x-console': '1', 'sec-fetch-site': 'cross-site' }]) {
      const answer = await service.ask('/api/keys', { key: null, json, headers: { cookie, ...headers } });
      expect([answer.status, answer.json]).toMatchObject([403, { code: 'cross_site' }]);
    }
    const answer = await service.ask('/api/keys', { key: null, json, headers: { cookie, ...OURS } });
    expect(answer.status).toBe(201);
  });

  it('sign nobody in from another site', async () => {
    const answer = await service.ask('/api/sessions', { key: null, json: { key: BOOTSTRAP_TOKEN } });
    expect([answer.status, answer.json]).toMatchObject([403, { code: 'cross_site' }]);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('signing in', () => {
  it('answers a wrong key and a wrong link late, and with its own words', async () => {
    service.pauses.length = 0;
    const wrong = [{ key: 'wrong' }, { link: 'wrong' }];
    const answers = await Promise.all(
      wrong.map((json) => service.ask('/api/sessions', { key: null, json, headers: OURS })),
    );
    expect(answers.map(({ status, json }) => [status, (json as { code: string }).code])).toEqual([
      [401, 'unauthorized'],
      [401, 'link_used'],
    ]);
    expect(service.pauses).toHaveLength(2);
  });

  it.each([[{}], [{ key: 'a', link: 'b' }]])('takes a key or a link, not %j', async (json) => {
    const answer = await service.ask('/api/sessions', { key: null, json, headers: OURS });
    expect([answer.status, answer.json]).toMatchObject([422, { errors: [{ code: 'exactly_one' }] }]);
  });

  it('asks for a public address where others could read along', async () => {
    const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const headers = { host: 'books.example.com', 'content-type': 'application/json', ...OURS };
      const asking = request(`${service.url}/api/sessions`, { method: 'POST', headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode, body });
        });
      });
      asking.on('error', reject);
      asking.end(JSON.stringify({ key: BOOTSTRAP_TOKEN }));
    });
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([409, { code: 'public_url_needed' }]);
  });
});

describe('a sign-in link', () => {
  it('works once', async () => {
    const link = await linkFor('bootstrap', BOOTSTRAP_TOKEN);
    const { body } = await signIn({ link });
    expect(body).toMatchObject({ keyId: 'bootstrap', role: 'admin' });
    const again = await service.ask('/api/sessions', { key: null, json: { link }, headers: OURS });
    expect([again.status, again.json]).toMatchObject([401, { code: 'link_used' }]);
    const { rows } = await service.pool.query<object>('select * from sign_in_links');
    expect(rows).toMatchObject([{ created_by: 'user:bootstrap', used_at: expect.any(Date) as unknown }]);
    expect(JSON.stringify(rows)).not.toContain(link);
  });

  it('works once, also when fifty use it in the same moment', async () => {
    const sessions = service.app.get(Sessions);
    const link = await linkFor('bootstrap', BOOTSTRAP_TOKEN);
    const opened = await Promise.all(Array.from({ length: 50 }, () => sessions.openByLink(link)));
    expect(opened.filter((one) => one !== null)).toHaveLength(1);
  });

  it('is too old after a quarter of an hour', async () => {
    const link = await linkFor('bootstrap', BOOTSTRAP_TOKEN);
    await service.pool.query("update sign_in_links set expires_at = now() - interval '1 second'");
    const answer = await service.ask('/api/sessions', { key: null, json: { link }, headers: OURS });
    expect(answer.status).toBe(401);
  });

  it('dies with its key', async () => {
    const admin = await service.keyOf('admin');
    const made = await service.ask('/api/keys', { key: admin, json: { name: 'North', role: 'collector' } });
    const { id } = made.json as { id: string };
    const link = await linkFor(id, admin);
    await service.ask(`/api/keys/${id}`, { key: admin, method: 'DELETE' });
    const answer = await service.ask('/api/sessions', { key: null, json: { link }, headers: OURS });
    expect(answer.status).toBe(401);
  });

  it('is for one’s own key, or made by an admin for a collector', async () => {
    const admin = await service.keyOf('admin');
    const ids: Record<string, string> = {};
    for (const role of ['collector', 'auditor'] as const) {
      const { json } = await service.ask('/api/keys', { key: admin, json: { name: role, role } });
      ids[role] = (json as { id: string }).id;
    }
    const make = async (id: string | undefined, key: string) =>
      (await service.ask(`/api/keys/${String(id)}/sign-in-links`, { key, json: {} })).status;
    expect([
      await make(ids['collector'], admin),
      await make(ids['auditor'], admin),
      await make('key_none', admin),
      await make(ids['collector'], await service.keyOf('accountant')),
    ]).toEqual([201, 403, 404, 404]);
    const own = (await service.ask('/api/session', { key: await service.keyOf('auditor') })).json as { keyId: string };
    expect(await make(own.keyId, await service.keyOf('auditor'))).toBe(201);
  });
});

describe('the first admin', () => {
  it('goes on with the key that they make', async () => {
    const { cookie } = await signIn({ key: BOOTSTRAP_TOKEN });
    const made = await service.ask('/api/keys', {
      key: null,
      json: { name: 'Ada', role: 'admin' },
      headers: { cookie, ...OURS },
    });
    const { id } = made.json as { id: string };
    expect((await asked(cookie)).json).toMatchObject({ keyId: id, name: 'Ada', role: 'admin' });
  });

  it('is out when the bootstrap token changes', async () => {
    const { cookie } = await signIn({ key: BOOTSTRAP_TOKEN });
    await service.app.get(ApiKeys).establishBootstrapToken('another-bootstrap-token-of-tests1');
    expect(await statusOf(cookie)).toBe(401);
  });
});

describe('the list of sessions', () => {
  it('shows who is signed in, and lets an admin end it', async () => {
    const admin = await service.keyOf('admin');
    const { cookie } = await signIn({ key: await service.keyOf('auditor') });
    const { json } = await service.ask('/api/sessions', { key: admin });
    const [item] = (json as { items: readonly { id: string; name: string; role: string }[] }).items;
    expect(json).toMatchObject({ items: [{ name: 'auditor', role: 'auditor' }], nextCursor: null });
    expect((await service.ask(`/api/sessions/${item?.id ?? ''}`, { key: admin, method: 'DELETE' })).status).toBe(200);
    expect(await statusOf(cookie)).toBe(401);
    expect((await service.ask('/api/sessions/ses_none', { key: admin, method: 'DELETE' })).status).toBe(404);
  });

  it('shows and ends nothing beyond the connections of a key', async () => {
    const branch = await service.makeKey('admin', ['con_1']);
    const { cookie } = await signIn({ key: await service.keyOf('auditor') });
    expect((await service.ask('/api/sessions', { key: branch })).json).toMatchObject({ items: [] });
    const { rows } = await service.pool.query<{ readonly id: string }>('select id from sessions');
    const ended = await service.ask(`/api/sessions/${rows[0]?.id ?? ''}`, { key: branch, method: 'DELETE' });
    expect([ended.status, await statusOf(cookie)]).toEqual([404, 200]);
  });
});
