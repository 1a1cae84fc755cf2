import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '../../simulator/simulator';
import { MasterKey } from '../../src/infrastructure/security/master-key';
import { type Configuration } from '../../src/infrastructure/config/configuration';
import { backup, restore } from '../../src/infrastructure/cli/backup-commands';
import { type Command } from '../../src/infrastructure/cli/command';
import { eventsCheckpoints } from '../../src/infrastructure/cli/events-checkpoints-command';
import { eventsCopy } from '../../src/infrastructure/cli/events-copy-command';
import { atRest } from '../support/at-rest';
import { commandContext } from '../support/command-context';
import { Bookkeeping } from '../support/bookkeeping';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { type TestDatabase, testDatabase } from '../support/postgres';
import { CONTROL_TOKEN, type Product, startProduct } from '../support/product';

/** A service that finds another log than the one it left: a copy in the other store, or one from a backup. */
const KEY = 'cd'.repeat(32);
const PREFIX = 'ledger.';

let fake: FakeEventStoreDB;
let database: TestDatabase;
let simulator: Simulator;
let product: Product | null;

beforeEach(async () => {
  fake = await FakeEventStoreDB.start();
  database = await testDatabase();
  simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now: '2026-02-02T10:00:00.000Z' });
  product = null;
}, 60_000);

afterEach(async () => {
  await product?.stop();
  await simulator.close();
  fake.kill();
  await database.drop();
}, 60_000);

type StoreName = 'postgres' | 'eventstoredb';

async function start(store: StoreName): Promise<Product> {
  const eventStore: Configuration['eventStore'] =
    store === 'postgres' ? { kind: 'postgres' } : { kind: 'eventstoredb', url: fake.url };
  const configuration = {
    database: { kind: 'server', url: database.url } as const,
    schema: database.schema,
    masterKey: new MasterKey(Buffer.from(KEY, 'hex')),
    eventStore,
    streamPrefix: PREFIX,
  };
  product = await startProduct({ simulator, configuration });
  return product;
}

async function stop(): Promise<void> {
  await product?.stop();
  product = null;
}

async function run(command: Command, words: readonly string[], store: StoreName): Promise<void> {
  const env = {
    DATABASE_URL: database.url,
    DATABASE_SCHEMA: database.schema,
    EVENT_STORE: store,
    EVENTSTOREDB_URL: fake.url,
    STREAM_PREFIX: PREFIX,
    MASTER_KEY: KEY,
  };
  // As of the simulator's clock, which the service goes by.
  await command.run(words, commandContext(env, '2026-02-02T10:00:00.000Z'));
}

/** What was asked of GoCardless to make or change something. */
async function writes(on: Product): Promise<readonly string[]> {
  const { requests } = (await on.control('/requests')) as {
    readonly requests: readonly { readonly method: string; readonly path: string }[];
  };
  return requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
}

/** Every process has been through the whole log, and nothing comes after it. */
async function settled(on: Product): Promise<void> {
  await on.eventually(async () => {
    expect(await atRest(on)).not.toBeNull();
  });
}

async function shown(books: Bookkeeping): Promise<unknown> {
  const head = await books.product.runtime.eventStore.head();
  const lists = ['/api/payments', '/api/receipts', '/api/sales-orders', '/api/payouts'];
  const read = await Promise.all(lists.map((path) => books.items(`${path}?limit=500&after=${head}`)));
  return JSON.parse(JSON.stringify(read, (name, value: unknown) => (name === 'position' ? undefined : value)));
}

async function eventsIn(on: Product): Promise<number> {
  const { eventStore } = on.runtime;
  return (await eventStore.readAll(eventStore.start(), { limit: 10_000 })).events.length;
}

describe('a service that goes on in a copy of its log', () => {
  it('shows the same, does nothing twice, and works on', async () => {
    let books = await Bookkeeping.begin(await start('postgres'));
    const { connection } = books;
    const submitted = await books.submittedPayment();
    for (const status of ['submitted', 'confirmed', 'paid_out'])
      await books.outcome(submitted, { outcome: status }, status);
    const cancelled = await books.submittedPayment({ name: 'Grace Payer' });
    await books.post(`/api/payments/${cancelled.paymentId}/cancellation`, {});
    // GoCardless's webhook is on its way.
    await books.product.eventually(async () => {
      expect(await books.read(`/api/payments/${cancelled.paymentId}`)).toMatchObject({ status: 'cancelled' });
    });
    await settled(books.product);
    const before = {
      shown: await shown(books),
      events: await eventsIn(books.product),
      writes: await writes(books.product),
    };
    await stop();

    await run(eventsCopy, ['--from', 'postgres', '--to', 'eventstoredb'], 'postgres');
    await expect(start('eventstoredb')).rejects.toThrow('events checkpoints --from postgres --to eventstoredb');
    await run(eventsCheckpoints, ['--from', 'postgres', '--to', 'eventstoredb'], 'eventstoredb');
    books = new Bookkeeping(await start('eventstoredb'), connection);
    await settled(books.product);

    expect(await shown(books)).toEqual(before.shown);
    expect(await eventsIn(books.product)).toBe(before.events);
    expect(await writes(books.product)).toEqual(before.writes);
    const { paymentId } = await books.submittedPayment({ name: 'Later Payer' });
    expect(paymentId).not.toBe(submitted.paymentId);
  }, 90_000);
});

describe('a service that goes on in a database restored from its own backup', () => {
  it('shows the same and does nothing twice', async () => {
    let books = await Bookkeeping.begin(await start('postgres'));
    const { connection } = books;
    const submitted = await books.submittedPayment();
    for (const status of ['submitted', 'confirmed', 'paid_out'])
      await books.outcome(submitted, { outcome: status }, status);
    await settled(books.product);
    const before = { shown: await shown(books), writes: await writes(books.product) };
    const folder = await mkdtemp(join(tmpdir(), 'backup-'));
    const file = join(folder, 'ledger.backup');
    await run(backup, [file], 'postgres');
    await stop();
    await database.drop();

    database = await testDatabase();
    await run(restore, [file], 'postgres');
    await rm(folder, { recursive: true });
    books = new Bookkeeping(await start('postgres'), connection);
    await settled(books.product);

    expect(await shown(books)).toEqual(before.shown);
    expect(await writes(books.product)).toEqual(before.writes);
  }, 90_000);
});

describe('a service whose log was restored from a backup', () => {
  it('charges nobody again for what the log has lost, and finds it at GoCardless', async () => {
    const books = await Bookkeeping.begin(await start('eventstoredb'));
    const { connection } = books;
    const { customerId } = await books.linkedCustomer();
    const [first = '', second = ''] = (await books.order(customerId)).scheduledPayments;
    await books.submit(second);
    await settled(books.product);
    const restore = fake.log.backup();
    const lost = await books.submit(first);
    await settled(books.product);
    const charged = (await writes(books.product)).filter((path) => path === '/payments').length;
    await stop();

    restore();
    await expect(start('eventstoredb')).rejects.toThrow('npm run admin -- events checkpoints --restored');
    await run(eventsCheckpoints, ['--restored'], 'eventstoredb');
    const again = new Bookkeeping(await start('eventstoredb'), connection);
    await settled(again.product);
    const answer = await again.product.api('POST', `/api/scheduled-payments/${first}/submission`, {});

    expect(answer.json['paymentId']).toBe(lost);
    expect((await writes(again.product)).filter((path) => path === '/payments')).toHaveLength(charged);
    await again.product.eventually(async () => {
      expect(await again.items('/api/payments')).not.toHaveLength(0);
    });
  }, 90_000);
});
