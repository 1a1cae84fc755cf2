import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { commandContext } from '../../../test/support/command-context';
import { FakeEventStoreDB } from '../../../test/support/fake-eventstoredb/fake-eventstoredb';
import { memoryKeyVault } from '../../../test/support/memory-key-vault';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { generationNames } from '../../../test/support/sample-database';
import { ALL_READ_MODELS } from '../../read-models/all-read-models';
import { ForeignCheckpoint } from '../../read-models/engine/checkpoints';
import { prepare } from '../../read-models/engine/prepare';
import { readModelLock } from '../../read-models/engine/database';
import { tryLock } from '../../postgres/session-lock';
import { createCodec } from '../event-store/codec';
import { createEventStore } from '../event-store/event-store';
import { EventStoreDBJournal } from '../event-store/eventstoredb/eventstoredb-journal';
import { type EncodedEvent, type Journal, type JournaledEvent } from '../event-store/journal';
import { PostgresJournal } from '../event-store/postgres/postgres-journal';
import { createPool } from '../../postgres/pool';
import { checkpointsOfProcesses, PostgresProcessCheckpoints } from '../processes/postgres-process-checkpoints';
import { WrongUsage } from './command';
import { ServiceRuns } from './events-checkpoints';
import { eventsCheckpoints } from './events-checkpoints-command';
import { copyEvents } from './events-copy';
import { LogsDiffer } from './log-walk';

const AT = '2026-11-20T09:00:00.000Z';

let database: TestDatabase;
let pool: Pool;
let fake: FakeEventStoreDB;
let postgres: PostgresJournal;
let eventstoredb: EventStoreDBJournal;

beforeEach(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 6 });
  fake = await FakeEventStoreDB.start();
  postgres = await PostgresJournal.open(pool);
  eventstoredb = await EventStoreDBJournal.open({ url: fake.url, streamPrefix: 'copy.' });
});

afterEach(async () => {
  await Promise.all([postgres.close(), eventstoredb.close()]);
  await pool.query('set client_min_messages to warning');
  for (const name of await generations()) await pool.query(`drop schema "${name}" cascade`);
  await pool.end();
  await database.drop();
  fake.kill();
});

const generations = () => generationNames({ pool, schema: database.schema });

async function run(words: readonly string[], eventStore = 'postgres'): Promise<readonly string[]> {
  const env = {
    DATABASE_URL: database.url,
    DATABASE_SCHEMA: database.schema,
    EVENT_STORE: eventStore,
    EVENTSTOREDB_URL: fake.url,
    STREAM_PREFIX: 'copy.',
    MASTER_KEY: '0'.repeat(64),
  };
  const context = commandContext(env, AT);
  await eventsCheckpoints.run(words, context);
  return context.said;
}

function newEvent(number: number): EncodedEvent {
  const metadata = JSON.stringify({ recordedAt: `2026-11-01T00:00:00.${String(number).padStart(3, '0')}Z`, v: 1 });
  return { id: randomUUID(), type: 'SomethingHappened', data: '{}', metadata };
}

async function fill(journal: Journal): Promise<readonly JournaledEvent[]> {
  for (let number = 0; number < 20; number += 1) {
    const revision = Math.floor(number / 2) - 1;
    await journal.append(`payment-${number % 2}`, revision < 0 ? 'no_stream' : revision, [newEvent(number)]);
  }
  return (await journal.readAll(journal.start(), { limit: 100 })).events;
}

/** As a service leaves it behind: one process within the log, one at its beginning, and read models that are served. */
async function leaveCheckpoints(journal: Journal, events: readonly JournaledEvent[]): Promise<void> {
  const checkpoints = new PostgresProcessCheckpoints(pool, journal);
  await checkpoints.save('router', null, { position: events[12]?.position ?? '', state: '' });
  await checkpoints.save('backfill:con_1', null, {
    position: journal.start(),
    state: '{"through":"x","wideAt":"x"}',
  });
  await prepareFor(journal);
}

function prepareFor(journal: Journal): Promise<void> {
  const store = createEventStore(journal, createCodec(memoryKeyVault()));
  return prepare({ database: { pool, schema: database.schema }, store, readModels: ALL_READ_MODELS });
}

describe('After a copy of the log', () => {
  it('processes go on behind the same event, and read models are built anew', async () => {
    await leaveCheckpoints(postgres, await fill(postgres));
    await copyEvents(postgres, eventstoredb);
    await expect(prepareFor(eventstoredb)).rejects.toThrow(
      'npm run admin -- events checkpoints --from postgres --to eventstoredb',
    );

    const lines = await run(['--from', 'postgres', '--to', 'eventstoredb']);

    const { events } = await eventstoredb.readAll(eventstoredb.start(), { limit: 100 });
    expect(await checkpointsOfProcesses(pool)).toEqual([
      { process: 'backfill:con_1', position: eventstoredb.start() },
      { process: 'router', position: events[12]?.position },
    ]);
    const { hash } = await copyEvents(postgres, eventstoredb);
    expect(lines).toEqual([
      `20 events are the same in postgres and eventstoredb. SHA-256 of both logs: ${hash}`,
      '2 checkpoints go on in eventstoredb, and the read models are built anew. Start the service with EVENT_STORE=eventstoredb.',
    ]);
    expect(await generations()).toEqual([]);
    await prepareFor(eventstoredb);
    await expect(prepareFor(postgres)).rejects.toThrow(ForeignCheckpoint);
  });

  it('the way back is the same', async () => {
    await leaveCheckpoints(postgres, await fill(postgres));
    const before = await checkpointsOfProcesses(pool);
    await copyEvents(postgres, eventstoredb);

    await run(['--from', 'postgres', '--to', 'eventstoredb']);
    await run(['--from', 'eventstoredb', '--to', 'postgres']);

    expect(await checkpointsOfProcesses(pool)).toEqual(before);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the copy lacks an event', () => postgres.append('payment-2', 'no_stream', [newEvent(1)])],
    ['the copy has more', () => eventstoredb.append('payment-2', 'no_stream', [newEvent(1)])],
    [
      'an event differs',
      async () => {
        await postgres.append('payment-2', 'no_stream', [newEvent(1)]);
        await eventstoredb.append('payment-2', 'no_stream', [newEvent(1)]);
      },
    ],
  ])('nothing is changed when %s', async (_, disturb) => {
    await leaveCheckpoints(postgres, await fill(postgres));
    const before = await checkpointsOfProcesses(pool);
    await copyEvents(postgres, eventstoredb);
    await disturb();

    await expect(run(['--from', 'postgres', '--to', 'eventstoredb'])).rejects.toThrow(LogsDiffer);

    expect(await checkpointsOfProcesses(pool)).toEqual(before);
    expect(await generations()).toHaveLength(1);
  });

  it('nothing is changed while the service runs', async () => {
    await leaveCheckpoints(postgres, await fill(postgres));
    await copyEvents(postgres, eventstoredb);
    const lock = await tryLock(pool, readModelLock({ pool, schema: database.schema }, 'runner'));

    await expect(run(['--from', 'postgres', '--to', 'eventstoredb'])).rejects.toThrow(ServiceRuns);

    await lock?.release();
    expect(await generations()).toHaveLength(1);
  });
});

describe('After the restore of a backup', () => {
  it('checkpoints ahead of the log are refused, and everything begins anew, with a note of what may be lost', async () => {
    const setBack = fake.log.backup();
    await leaveCheckpoints(eventstoredb, await fill(eventstoredb));
    await pool.query('update checkpoints set position = $1', [await eventstoredb.head()]);
    await eventstoredb.close();
    setBack();
    eventstoredb = await EventStoreDBJournal.open({ url: fake.url, streamPrefix: 'copy.' });
    await eventstoredb.append('payment-1', 'no_stream', [newEvent(7)]);
    await expect(prepareFor(eventstoredb)).rejects.toThrow('npm run admin -- events checkpoints --restored');

    await run(['--restored'], 'eventstoredb');

    const checkpoints = new PostgresProcessCheckpoints(pool, eventstoredb);
    expect(await checkpoints.load('router')).toBeNull();
    expect(await checkpoints.load('restored')).toEqual({
      position: eventstoredb.start(),
      state: JSON.stringify({ at: AT, logEndsAt: '2026-11-01T00:00:00.007Z' }),
    });
    await prepareFor(eventstoredb);
  });
});

it.each([
  [[]],
  [['--from', 'postgres']],
  [['--restored', '--from', 'postgres']],
  [['--from', 'x', '--to', 'postgres']],
])('The command takes nothing but its usage: %j', async (words) => {
  await expect(run(words)).rejects.toThrow(WrongUsage);
});
