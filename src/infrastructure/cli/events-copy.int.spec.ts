import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { commandContext } from '../../../test/support/command-context';
import { FakeEventStoreDB } from '../../../test/support/fake-eventstoredb/fake-eventstoredb';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { StoreUnavailable } from '../../application/ports/event-store';
import { decorate } from '../decorate';
import { EventStoreDBJournal } from '../event-store/eventstoredb/eventstoredb-journal';
import { type EncodedEvent, type Journal, type JournaledEvent } from '../event-store/journal';
import { PostgresJournal } from '../event-store/postgres/postgres-journal';
import { createPool } from '../../postgres/pool';
import { WrongUsage } from './command';
import { copyEvents } from './events-copy';
import { eventsCopy } from './events-copy-command';
import { LogsDiffer } from './log-walk';

let databases: TestDatabase[];
let pools: Pool[];
let journals: (PostgresJournal | EventStoreDBJournal)[];
let fake: FakeEventStoreDB;
let postgres: PostgresJournal;
let eventstoredb: EventStoreDBJournal;

beforeEach(async () => {
  [databases, pools, journals] = [[], [], []];
  fake = await FakeEventStoreDB.start();
  postgres = await newPostgres();
  eventstoredb = await EventStoreDBJournal.open({ url: fake.url, streamPrefix: 'copy.' });
  journals.push(eventstoredb);
});

afterEach(async () => {
  await Promise.all(journals.map((each) => each.close()));
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map((database) => database.drop()));
  fake.kill();
});

async function newPostgres(): Promise<PostgresJournal> {
  const database = await testDatabase();
  const pool = createPool({ ...database, max: 3 });
  const journal = await PostgresJournal.open(pool);
  databases.push(database);
  pools.push(pool);
  journals.push(journal);
  return journal;
}

function newEvent(number: number): EncodedEvent {
  const metadata = JSON.stringify({ recordedAt: `2026-11-01T00:00:00.${String(number).padStart(3, '0')}Z`, v: 1 });
  return { id: randomUUID(), type: 'SomethingHappened', data: JSON.stringify({ number, text: 'Zoë “1”' }), metadata };
}

/** Three streams whose events stand between one another. */
async function fill(journal: Journal): Promise<void> {
  const streams = ['customer-1', 'payment-1', 'payment-2'];
  const last = new Map<string, number>();
  for (let number = 0; number < 30; number += 1) {
    const stream = streams[(number * 7) % 3] ?? '';
    const count = 1 + (number % 3);
    const revision = last.get(stream);
    const events = Array.from({ length: count }, (_, index) => newEvent(number * 10 + index));
    await journal.append(stream, revision ?? 'no_stream', events);
    last.set(stream, (revision ?? -1) + count);
  }
}

async function contentOf(journal: Journal): Promise<readonly Omit<JournaledEvent, 'position'>[]> {
  const { events } = await journal.readAll(journal.start(), { limit: 1_000 });
  return events.map(({ stream, revision, id, type, data, metadata }) => ({
    stream,
    revision,
    id,
    type,
    data,
    metadata,
  }));
}

/** Takes so many appends and then is away. */
function failingAfter(journal: Journal, appends: number): Journal {
  let left = appends;
  return decorate(journal, {
    append: (append) => (stream, expected, events) => {
      left -= 1;
      return left < 0 ? Promise.reject(new StoreUnavailable('gone')) : append(stream, expected, events);
    },
  });
}

describe('A copy of the log', () => {
  it('is the same log, byte for byte and in order, there and back again', async () => {
    await fill(postgres);

    const there = await copyEvents(postgres, eventstoredb);
    const third = await newPostgres();
    const back = await copyEvents(eventstoredb, third);

    expect(there).toEqual({ events: 60, copied: 60, hash: back.hash });
    expect(await contentOf(eventstoredb)).toEqual(await contentOf(postgres));
    expect(await contentOf(third)).toEqual(await contentOf(postgres));
  });

  it('that was cut off goes on where it was, and once it is whole nothing is copied again', async () => {
    await fill(postgres);
    await expect(copyEvents(postgres, failingAfter(eventstoredb, 11))).rejects.toThrow(StoreUnavailable);
    const kept = await contentOf(eventstoredb);

    const rest = await copyEvents(postgres, eventstoredb);
    const again = await copyEvents(postgres, eventstoredb);

    expect(kept.length).toBeGreaterThan(10);
    expect(rest.copied).toBe(60 - kept.length);
    expect(again).toEqual({ events: 60, copied: 0, hash: rest.hash });
    expect(await contentOf(eventstoredb)).toEqual(await contentOf(postgres));
  });

  it('takes up what was appended since', async () => {
    await fill(postgres);
    await copyEvents(postgres, eventstoredb);
    await postgres.append('customer-2', 'no_stream', [newEvent(1), newEvent(2)]);

    expect((await copyEvents(postgres, eventstoredb)).copied).toBe(2);
  });

  it.each<[string, (other: EncodedEvent) => EncodedEvent]>([
    ['other data', (event) => ({ ...event, data: '{"number":2}' })],
    ['another recorded time', (event) => ({ ...event, metadata: '{"recordedAt":"2027","v":1}' })],
    ['another id', (event) => ({ ...event, id: randomUUID() })],
    ['another type', (event) => ({ ...event, type: 'SomethingElse' })],
  ])('is refused where the target holds %s', async (_, changed) => {
    const event = newEvent(1);
    await postgres.append('customer-1', 'no_stream', [event]);
    await eventstoredb.append('customer-1', 'no_stream', [changed(event)]);

    await expect(copyEvents(postgres, eventstoredb)).rejects.toThrow(LogsDiffer);

    expect(await contentOf(eventstoredb)).toHaveLength(1);
  });

  it('is refused where the target holds more', async () => {
    await eventstoredb.append('customer-1', 'no_stream', [newEvent(1)]);

    await expect(copyEvents(postgres, eventstoredb)).rejects.toThrow('the source ends before it');
  });
});

describe('The command', () => {
  it('copies between the stores of the environment and says what it did', async () => {
    await fill(postgres);
    const [database] = databases;
    const context = commandContext({
      DATABASE_URL: database?.url,
      DATABASE_SCHEMA: database?.schema,
      EVENTSTOREDB_URL: fake.url,
      STREAM_PREFIX: 'copy.',
      MASTER_KEY: '0'.repeat(64),
    });

    await eventsCopy.run(['--from', 'postgres', '--to', 'eventstoredb'], context);

    expect(context.said[0]).toBe('60 events are the same in postgres and eventstoredb; 60 of them were copied now.');
    expect(await contentOf(eventstoredb)).toEqual(await contentOf(postgres));
  });

  it.each([[[]], [['--from', 'postgres']], [['--from', 'postgres', '--to', 'postgres']]])(
    'takes nothing but its usage: %j',
    async (words) => {
      await expect(eventsCopy.run(words, commandContext({}))).rejects.toThrow(WrongUsage);
    },
  );
});
