import { type BuiltService, buildService, type ServiceProcess } from '../support/service-process';
import { type TestDatabase, testDatabase } from '../support/postgres';

let service: BuiltService;
let database: TestDatabase;

beforeAll(async () => {
  service = buildService();
  database = await testDatabase();
});

afterAll(async () => {
  service.remove();
  await database.drop();
});

function start(environment: Readonly<Record<string, string>>): ServiceProcess {
  return service.start(environment);
}

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PORT: '0',
    DATABASE_URL: database.url,
    DATABASE_SCHEMA: database.schema,
    MASTER_KEY: 'ab'.repeat(32),
    ...more,
  };
}

describe('the process', () => {
  it('tells what is wrong with its environment, and ends', async () => {
    const one = start({ PORT: 'x', DATABASE_URL: 'mysql://user:hunter2hunter2@host/db' });
    expect(await one.exitCode()).toBe(1);
    expect(one.output()).toMatch(/DATABASE_URL[^]*PORT[^]*MASTER_KEY/);
    expect(one.output()).not.toContain('hunter2');
  });

  it('shows a made admin key once, answers what is under way when it is told to end, and ends with 0', async () => {
    const first = start(environment());
    const address = await first.address();
    const key = /Admin key: +(\S+)/.exec(first.output())?.[1] ?? 'none';
    const list = await fetch(`${address}/api/keys`, { headers: { authorization: `Bearer ${key}` } });
    expect([list.status, await list.json()]).toEqual([200, { items: [], nextCursor: null, prevCursor: null }]);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);

    // The answer to a failed key is delayed, so this request is certainly under way when the signal comes.
    const wrong = fetch(`${address}/api/keys`, { headers: { authorization: 'Bearer wrong', connection: 'close' } });
    await fetch(`${address}/health/live`);
    first.child.kill('SIGTERM');
    expect((await wrong).status).toBe(401);
    expect(await first.exitCode()).toBe(0);

    const second = start(environment());
    await second.address();
    expect(second.output()).not.toContain('Admin key');
    second.child.kill('SIGTERM');
    expect(await second.exitCode()).toBe(0);
  }, 30_000);

  it('has only health and metrics when it runs workers alone', async () => {
    const token = 'bootstrap-token-of-the-tests-0002';
    const one = start(environment({ ROLES: 'workers', BOOTSTRAP_ADMIN_TOKEN: token }));
    const address = await one.address();
    expect(one.output()).not.toContain(token);
    const statuses = ['/health/live', '/metrics', '/api/keys'].map((path) =>
      fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status),
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
    one.child.kill('SIGTERM');
    expect(await one.exitCode()).toBe(0);
  }, 30_000);
});
