import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { freePort } from '../support/free-port';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { type BuiltService, buildService, type ServiceProcess } from '../support/service-process';

let built: BuiltService;
let database: TestDatabase;
let fake: FakeEventStoreDB;

beforeAll(async () => {
  built = buildService();
  database = await testDatabase();
  fake = await FakeEventStoreDB.start();
});

afterAll(async () => {
  built.remove();
  fake.kill();
  await database.drop();
});

function start(more: Readonly<Record<string, string>>): ServiceProcess {
  return built.start({
    DATABASE_URL: database.url,
    DATABASE_SCHEMA: database.schema,
    MASTER_KEY: 'ab'.repeat(32),
    EVENT_STORE: 'eventstoredb',
    EVENTSTOREDB_URL: fake.url,
    ...more,
  });
}

/** Null while nobody listens. */
async function ask(url: string, method = 'GET'): Promise<{ status: number; body: unknown } | null> {
  const answer = await fetch(url, { method }).catch(() => null);
  return answer === null ? null : { status: answer.status, body: await answer.json() };
}

describe('a service whose event store is away when it starts', () => {
  it('lives, is not ready and says why, refuses webhooks, and begins to work when the store is there', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    fake.kill();
    const service = start({ PORT: String(port) });
    let live = await ask(`${address}/health/live`);
    while (live === null && service.child.exitCode === null) live = await ask(`${address}/health/live`);

    expect(live).toEqual({ status: 200, body: { status: 'live' } });
    expect(await ask(`${address}/health/ready`)).toEqual({
      status: 503,
      body: {
        status: 'not_ready',
        checks: {
          eventStore: { ready: false, reason: expect.stringContaining('EventStoreDB can not be reached') as string },
        },
      },
    });
    expect(await ask(`${address}/webhooks/gocardless`, 'POST')).toMatchObject({
      status: 503,
      body: { code: 'store_unavailable' },
    });

    await fake.restart();
    expect(await service.address()).toBe(address);
    expect((await ask(`${address}/health/ready`))?.status).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.exitCode()).toBe(0);
  }, 60_000);

  it('ends at once when it is told to, also while it waits', async () => {
    const port = await freePort();
    fake.kill();
    const service = start({ PORT: String(port) });
    while ((await ask(`http://127.0.0.1:${port}/health/live`)) === null && service.child.exitCode === null);

    service.child.kill('SIGTERM');

    expect(await service.exitCode()).toBe(0);
    await fake.restart();
  }, 60_000);
});

describe('a service whose set-up does not fit', () => {
  it.each([
    ['a string that can not be read', 'esdb://ledger:se@cret@[', 'EVENTSTOREDB_URL can not be read'],
    ['TLS without a user', 'esdb://127.0.0.1:2113', 'names no user and password'],
  ])(
    'says what is wrong without repeating it, and ends: %s',
    async (_, url, message) => {
      const service = start({ PORT: '0', EVENTSTOREDB_URL: url });

      expect(await service.exitCode()).toBe(1);
      expect(service.output()).toContain(message);
      expect(service.output()).not.toMatch(/cret|at .*\.js/);
    },
    60_000,
  );

  it('refuses a database whose checkpoints are of another log, and says what to run', async () => {
    const first = start({ PORT: '0' });
    await first.address();
    await first.kill();
    const other = await FakeEventStoreDB.start();
    const service = start({ PORT: '0', EVENTSTOREDB_URL: other.url });

    expect(await service.exitCode()).toBe(1);
    other.kill();
    expect(service.output()).toMatch(/Read model \S+ is at position es\S+, but the event store is es/);
    expect(service.output()).toContain('npm run admin -- events checkpoints');
    expect(service.output()).not.toMatch(/at .*\.js/);
  }, 60_000);
});
