import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { BOOTSTRAP_TOKEN, NOW, TestService } from '../../../../test/support/http-service';
import { ApiKeys } from '../access/api-keys';

interface Made {
  readonly id: string;
  readonly key: string;
  readonly position: string;
}

let service: TestService;

beforeAll(async () => {
  service = await TestService.start([]);
});

afterAll(() => service.stop());

beforeEach(() => service.reset());

async function make(key: string, json: object): Promise<Made> {
  const answer = await service.ask('/api/keys', { key, json });
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"key"')]);
  return answer.json as Made;
}

async function statusOf(key: string): Promise<number> {
  return (await service.ask('/api/keys', { key })).status;
}

describe('API keys', () => {
  it('are shown once and kept as a hash', async () => {
    const answer = await service.ask('/api/keys', {
      key: BOOTSTRAP_TOKEN,
      json: { name: 'Ada', role: 'collector', connectionIds: ['con_1'], rounds: ['north'] },
    });
    const expected = {
      id: expect.stringMatching(/^key_[0-9a-f]{32}$/) as unknown,
      name: 'Ada',
      role: 'collector',
      connectionIds: ['con_1'],
      rounds: ['north'],
      createdAt: NOW,
      createdBy: 'user:bootstrap',
      lastUsedAt: null,
      revokedAt: null,
    };
    expect(answer.json).toEqual({
      ...expected,
      key: expect.stringMatching(/^ddl_[\w-]{43}$/) as unknown,
      position: 'memory.0',
    });
    const list = await service.ask('/api/keys', { key: BOOTSTRAP_TOKEN });
    expect(list.json).toEqual({ items: [expected], nextCursor: null, prevCursor: null });
    const { key } = answer.json as Made;
    const { rows } = await service.pool.query<Record<string, unknown>>('select * from api_keys');
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(service.log.join('')).not.toContain(key);
  });

  it('are known by when they were used last', async () => {
    const { id, key } = await make(BOOTSTRAP_TOKEN, { name: 'Ines', role: 'auditor' });
    const lastUse = async () => {
      const { rows } = await service.pool.query<{ readonly last_used_at: Date | null }>(
        'select last_used_at from api_keys where id = $1',
        [id],
      );
      return rows[0]?.last_used_at?.toISOString() ?? null;
    };
    expect(await lastUse()).toBeNull();
    await statusOf(key);
    const first = await lastUse();
    await statusOf(key);
    expect([first, await lastUse()]).toEqual([expect.any(String), first]);
    await service.pool.query(`update api_keys set last_used_at = now() - interval '61 seconds'`);
    const { json } = await service.ask('/api/keys?role=auditor', { key });
    expect((json as { items: readonly { lastUsedAt: string }[] }).items.map(({ lastUsedAt }) => lastUsedAt)).toEqual([
      await lastUse(),
    ]);
  });

  it('end with their revocation, which stays in the list', async () => {
    const admin = await make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' });
    const { id, key } = await make(admin.key, { name: 'Audit', role: 'auditor' });
    expect(await statusOf(key)).toBe(200);
    for (const time of ['first', 'again']) {
      const answer = await service.ask(`/api/keys/${id}`, { key: admin.key, method: 'DELETE' });
      expect([time, answer.status, answer.json]).toMatchObject([
        time,
        200,
        { id, revokedAt: NOW, position: 'memory.0' },
      ]);
    }
    expect(await statusOf(key)).toBe(401);
    expect((await service.ask('/api/keys/key_none', { key: admin.key, method: 'DELETE' })).status).toBe(404);
    const revoked = await service.ask('/api/keys?role=auditor', { key: admin.key });
    expect(revoked.json).toMatchObject({ items: [{ id, revokedAt: NOW }] });
  });

  it('are listed oldest first, in pages, as of a time, and as CSV', async () => {
    for (const name of ['One', 'Two', 'Three']) await make(BOOTSTRAP_TOKEN, { name, role: 'auditor' });
    const names = async (query: string) => {
      const { json } = await service.ask(`/api/keys?${query}`, { key: BOOTSTRAP_TOKEN });
      const { items, nextCursor } = json as { items: readonly { name: string }[]; nextCursor: string | null };
      return { names: items.map(({ name }) => name), nextCursor };
    };
    const first = await names('limit=2');
    expect(first.names).toEqual(['One', 'Two']);
    expect(await names(`limit=2&cursor=${first.nextCursor ?? ''}`)).toEqual({ names: ['Three'], nextCursor: null });
    expect((await names('asOf=2026-11-18')).names).toEqual([]);
    expect((await names(`asOf=${NOW}`)).names).toEqual(['One', 'Two', 'Three']);
    expect((await service.ask('/api/keys?asOf=memory.1', { key: BOOTSTRAP_TOKEN })).status).toBe(422);
    const csv = await service.ask('/api/keys', { key: BOOTSTRAP_TOKEN, headers: { accept: 'text/csv' } });
    expect(csv.text.split('\r\n')[0]).toBe(
      'Id,Name,Role,Connection ids,Rounds,Created at (UTC),Created by,Last used at (UTC),Revoked at (UTC)',
    );
    expect(csv.text.split('\r\n')).toHaveLength(5);
  });

  it('that are limited to connections hand out and see nothing beyond them', async () => {
    await make(BOOTSTRAP_TOKEN, { name: 'Elsewhere', role: 'auditor', connectionIds: ['con_2'] });
    const all = await make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' });
    const { key } = await make(all.key, { name: 'Branch', role: 'admin', connectionIds: ['con_1'] });
    for (const connectionIds of [undefined, ['con_2'], ['con_1', 'con_2']]) {
      const answer = await service.ask('/api/keys', { key, json: { name: 'More', role: 'admin', connectionIds } });
      expect([connectionIds, answer.status]).toEqual([connectionIds, 403]);
    }
    await make(key, { name: 'Mine', role: 'auditor', connectionIds: ['con_1'] });
    expect((await service.ask('/api/keys', { key })).json).toMatchObject({
      items: [{ name: 'Branch' }, { name: 'Mine' }],
    });
    expect((await service.ask(`/api/keys/${all.id}`, { key, method: 'DELETE' })).status).toBe(404);
    expect(await statusOf(all.key)).toBe(200);
  });

  it.each<[string, object, string]>([
    ['no name', { role: 'admin' }, 'name'],
    ['a blank name', { name: ' ', role: 'admin' }, 'name'],
    ['an unknown role', { name: 'A', role: 'customer' }, 'role'],
    ['no connection at all', { name: 'A', role: 'admin', connectionIds: [] }, 'connectionIds'],
    ['rounds of an accountant', { name: 'A', role: 'accountant', rounds: ['north'] }, 'rounds'],
  ])('are not made with %s', async (_, json, field) => {
    const answer = await service.ask('/api/keys', { key: BOOTSTRAP_TOKEN, json });
    expect([answer.status, answer.json]).toMatchObject([422, { code: 'validation_failed', errors: [{ field }] }]);
  });

  it('are never answered from what was kept', async () => {
    const json = { name: 'A', role: 'auditor' };
    const answers = [0, 1].map(() =>
      service.ask('/api/keys', { key: BOOTSTRAP_TOKEN, json, headers: { 'idempotency-key': 'same' } }),
    );
    const keys = (await Promise.all(answers)).map(({ json }) => (json as Made).key);
    expect(new Set(keys).size).toBe(2);
    expect((await service.pool.query('select 1 from idempotency_keys')).rowCount).toBe(0);
  });
});

describe('the bootstrap token', () => {
  it('works until the first admin key, and again while there is none', async () => {
    await make(BOOTSTRAP_TOKEN, { name: 'Audit', role: 'auditor' });
    const admin = await make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' });
    expect(await statusOf(BOOTSTRAP_TOKEN)).toBe(401);
    await service.ask(`/api/keys/${admin.id}`, { key: admin.key, method: 'DELETE' });
    expect([await statusOf(admin.key), await statusOf(BOOTSTRAP_TOKEN)]).toEqual([401, 200]);
  });

  it('stays while the only admins are limited to connections, which could make no key for all', async () => {
    await make(BOOTSTRAP_TOKEN, { name: 'Branch', role: 'admin', connectionIds: ['con_1'] });
    expect(await statusOf(BOOTSTRAP_TOKEN)).toBe(200);
    expect(await service.app.get(ApiKeys).ignoresBootstrapToken()).toBe(false);
    await make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' });
    expect(await statusOf(BOOTSTRAP_TOKEN)).toBe(401);
    expect(await service.app.get(ApiKeys).ignoresBootstrapToken()).toBe(true);
  });

  it('makes one admin key, however many are asked for at once', async () => {
    const asked = Array.from({ length: 10 }, () =>
      service.ask('/api/keys', { key: BOOTSTRAP_TOKEN, json: { name: 'Root', role: 'admin' } }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(9);
  });

  it('voids the one before it', async () => {
    const other = 'another-bootstrap-token-of-tests1';
    expect(await service.app.get(ApiKeys).establishBootstrapToken(other)).toBeNull();
    expect([await statusOf(BOOTSTRAP_TOKEN), await statusOf(other)]).toEqual([401, 200]);
  });

  it('is made once when none was given', async () => {
    const apiKeys = service.app.get(ApiKeys);
    expect(await apiKeys.establishBootstrapToken(null)).toBeNull();
    await service.pool.query('delete from bootstrap_token');
    const made = await Promise.all([apiKeys.establishBootstrapToken(null), apiKeys.establishBootstrapToken(null)]);
    const [token] = made.filter((one) => one !== null);
    expect(made.filter((one) => one === null)).toHaveLength(1);
    expect(await statusOf(token ?? '')).toBe(200);
  });
});

describe('a request whose body comes after its key was revoked', () => {
  /** Sends the headers and half of the body, lets `between` happen, and sends the rest. */
  async function slowly(key: string, between: () => Promise<unknown>): Promise<number | undefined> {
    const body = JSON.stringify({ name: 'Ghost', role: 'admin' });
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const sending = request(`${service.url}/api/keys`, { method: 'POST', headers });
    const answered = once(sending, 'response');
    sending.write(body.slice(0, 10));
    await between();
    sending.end(body.slice(10));
    const [response] = (await answered) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  }

  const ghosts = async () => (await service.pool.query(`select 1 from api_keys where name = 'Ghost'`)).rowCount;

  it('makes no key, played a hundred times, each revocation a little later', async () => {
    const root = await make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' });
    for (let turn = 0; turn < 50; turn += 1) {
      const { id, key } = await make(root.key, { name: 'Leaver', role: 'admin' });
      const status = await slowly(key, () => service.ask(`/api/keys/${id}`, { key: root.key, method: 'DELETE' }));
      expect([turn, status]).toEqual([turn, 401]);
    }
    // Both at the same moment: whichever is first, no key is left of one that has ended before it was made.
    for (let turn = 0; turn < 50; turn += 1) {
      const { id, key } = await make(root.key, { name: 'Leaver', role: 'admin' });
      const [made] = await Promise.all([
        service.ask('/api/keys', { key, json: { name: `Made ${turn}`, role: 'admin' } }),
        service.ask(`/api/keys/${id}`, { key: root.key, method: 'DELETE' }),
      ]);
      expect([201, 401]).toContain(made.status);
      const { rowCount } = await service.pool.query('select 1 from api_keys where name = $1', [`Made ${turn}`]);
      expect([turn, rowCount]).toEqual([turn, made.status === 201 ? 1 : 0]);
    }
    expect(await ghosts()).toBe(0);
  });

  it('makes none with a bootstrap token that is void by now either', async () => {
    const status = await slowly(BOOTSTRAP_TOKEN, () => make(BOOTSTRAP_TOKEN, { name: 'Root', role: 'admin' }));
    expect([status, await ghosts()]).toEqual([401, 0]);
  });
});
