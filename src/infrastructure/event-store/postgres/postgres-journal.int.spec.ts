import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import {
  ordinalOf,
  OutcomeUnknown,
  StoreUnavailable,
  StreamGone,
  VersionConflict,
} from '../../../application/ports/event-store';
import { createPool } from '../../../postgres/pool';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres';
import { type EncodedEvent, ForeignLogForm } from '../journal';
import { PostgresJournal } from './postgres-journal';

let database: TestDatabase;
let pool: Pool;
let journal: PostgresJournal;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 5 });
  journal = await PostgresJournal.open(pool);
});

afterAll(async () => {
  await journal.close();
  await pool.end();
  await database.drop();
});

function newEvent(): EncodedEvent {
  return { id: randomUUID(), type: 'SomethingHappened', data: '{}', metadata: '{"v":1}' };
}

function newStream(): string {
  return `journal-${randomUUID()}`;
}

describe('Positions', () => {
  it('name their store without a dash, and have no gap: what was refused drew none', async () => {
    const stream = newStream();
    const first = await journal.append(stream, 'no_stream', [newEvent(), newEvent()]);

    await expect(journal.append(stream, 'no_stream', [newEvent()])).rejects.toThrow(VersionConflict);
    const [refused, ...kept] = await Promise.allSettled([
      journal.append(stream, 0, [newEvent()]),
      journal.append(newStream(), 'no_stream', [newEvent()]),
      journal.append(newStream(), 'no_stream', [newEvent(), newEvent()]),
    ]);

    expect(first.position).toMatch(/^pg[0-9a-f]{8}\.[0-9]+$/);
    expect(refused.status).toBe('rejected');
    expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const { rows } = await pool.query('select count(*) = max(position) as whole from events');
    expect(rows).toEqual([{ whole: true }]);
  });

  it('beyond the end of the log are refused: a log that was set back would hide its next events', async () => {
    const head = await journal.head();
    const beyond = head.replace(/[0-9]+$/, (ordinal) => String(BigInt(ordinal) + 1n));

    await expect(journal.readAll(beyond, { limit: 1 })).rejects.toThrow('does not belong to this event store');
  });
});

describe('The table of events', () => {
  it.each([
    ['an insert past the function', `insert into events values (99999, 's', 0, gen_random_uuid(), 'T', '{}', '{}')`],
    ['a change', `update events set data = '{}'`],
    ['a deletion', 'delete from events'],
    ['a truncation', 'truncate events'],
  ])('refuses %s', async (_, statement) => {
    await journal.append(newStream(), 'no_stream', [newEvent()]);

    await expect(pool.query(statement)).rejects.toThrow('events are appended through append_events() and never change');
  });

  it('is not appended to in a transaction that could not see what the lock protects', async () => {
    const client = await pool.connect();
    await client.query('begin isolation level repeatable read');

    const append = client.query(`select append_events('{s}', '{-1}', '{1}', '{1}', '{0}', $1, '{T}', '{x}', '{x}')`, [
      [randomUUID()],
    ]);

    await expect(append).rejects.toThrow('needs the isolation level "read committed"');
    await client.query('rollback');
    client.release();
  });

  it('shows when somebody lifted the guard and took events away', async () => {
    const stream = newStream();
    await journal.append(stream, 'no_stream', [newEvent(), newEvent(), newEvent()]);
    const client = await pool.connect();
    await client.query('begin');
    await client.query('alter table events disable trigger user');
    await client.query('delete from events where stream = $1 and revision = 1', [stream]);
    await client.query('alter table events enable trigger user');
    await client.query('commit');
    client.release();

    await expect(journal.read(stream, 0)).rejects.toThrow(StreamGone);
    await expect(journal.read(stream, 2)).resolves.toHaveLength(1);
  });
});

describe('A log of another form', () => {
  it('is refused with one sentence', async () => {
    await pool.query('update event_store set form = 1');
    const opened = PostgresJournal.open(pool);
    await expect(opened).rejects.toThrow(ForeignLogForm);
    await expect(opened).rejects.toThrow('This log was written in form 1, and this release reads form 2 only');
    await pool.query('update event_store set form = 2');
    await (await PostgresJournal.open(pool)).close();
  });
});

describe('What PostgreSQL would refuse', () => {
  it.each([
    ['an id that is no UUID', { ...newEvent(), id: 'EV123' }, 'is no lower-case UUID'],
    ['a zero character', { ...newEvent(), type: 'A\0B' }, 'a zero character'],
  ])('is refused alone, not with the group that it goes out with: %s', async (_, odd, message) => {
    const [refused, kept] = await Promise.allSettled([
      journal.append(newStream(), 'no_stream', [odd]),
      journal.append(newStream(), 'no_stream', [newEvent()]),
    ]);

    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining(message) as string },
    });
    expect(kept.status).toBe('fulfilled');
  });
});

describe('When the server is away', () => {
  it('nothing was kept if it could not be reached, and the outcome is unknown if it went while it worked', async () => {
    const own = createPool({ ...database, max: 2, applicationName: 'away' });
    const elsewhere = await PostgresJournal.open(own);
    const blocker = await pool.connect();
    await blocker.query('begin');
    await blocker.query(`select pg_advisory_xact_lock('events'::regclass::oid::bigint)`);
    const waiting = elsewhere.append(newStream(), 'no_stream', [newEvent()]).catch((error: unknown) => error);
    await untilWaitingForLock(blocker);

    await blocker.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'away'`);
    const lost = await waiting;
    await blocker.query('rollback');
    blocker.release();
    own.options.connectionString = 'postgres://nobody@127.0.0.1:1/none';

    expect(lost).toBeInstanceOf(OutcomeUnknown);
    await expect(elsewhere.append(newStream(), 'no_stream', [newEvent()])).rejects.toThrow(StoreUnavailable);
    await expect(elsewhere.read(newStream(), 0)).rejects.toThrow(StoreUnavailable);
    await elsewhere.close();
    await own.end();
  });

  it('a reader that waits hears of the next append although its connection broke', async () => {
    const own = createPool({ ...database, max: 3, applicationName: 'listener' });
    const elsewhere = await PostgresJournal.open(own);
    const head = await elsewhere.head();
    const waiting = elsewhere.waitForMore(head, new AbortController().signal);
    await untilListening();

    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener'`);
    await journal.append(newStream(), 'no_stream', [newEvent()]);

    await waiting;
    await elsewhere.close();
    await own.end();
  });
});

describe('Who waits for events of some types', () => {
  it('is woken by one of them before those who want others, who move on all the same', async () => {
    const head = await journal.head();
    const never = new AbortController().signal;
    const woken: string[] = [];
    const waits = [['SomethingElse'], ['Anything', 'SomethingHappened'], undefined].map(async (types) => {
      await journal.waitForMore(head, never, types);
      woken.push(types?.join() ?? 'all');
    });

    await journal.append(newStream(), 'no_stream', [newEvent()]);
    await Promise.all(waits);

    expect(woken).toEqual(['Anything,SomethingHappened', 'all', 'SomethingElse']);
  });

  it('hears of those that another process appends', async () => {
    const elsewhere = await PostgresJournal.open(pool);
    const waiting = elsewhere.waitForMore(await elsewhere.head(), new AbortController().signal, ['SomethingHappened']);

    await journal.append(newStream(), 'no_stream', [newEvent()]);

    await waiting;
    await elsewhere.close();
  });
});

describe('Other processes', () => {
  it('are told how far the log goes, after a burst in one message more', async () => {
    const listener = await pool.connect();
    const heard: string[] = [];
    const head = new Promise<void>((settle) => {
      listener.on('notification', ({ payload }) => {
        heard.push(payload ?? '');
        if (payload === String(last)) settle();
      });
    });
    const start = await journal.head();
    const last = ordinalOf(start) + 40n;
    await listener.query(`listen events_${start.slice(0, start.indexOf('.'))}`);

    for (let count = 0; count < 40; count += 1) await journal.append(newStream(), 'no_stream', [newEvent()]);
    await head;

    listener.release(true);
    expect(heard.length).toBeLessThan(40);
    expect(heard.at(-1)).toBe(String(last));
  });
});

async function untilWaitingForLock(client: Pick<Pool, 'query'>): Promise<void> {
  await untilThereIs(
    client,
    `select from pg_stat_activity where application_name = 'away' and wait_event = 'advisory'`,
  );
}

async function untilListening(): Promise<void> {
  await untilThereIs(
    pool,
    `select from pg_stat_activity where application_name = 'listener' and query ~ '^(listen|select coalesce)'`,
  );
}

async function untilThereIs(client: Pick<Pool, 'query'>, statement: string): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(statement);
    if (rowCount !== 0) return;
    // Statistics of other sessions are read once in a transaction, unless they are let go.
    await client.query('select pg_stat_clear_snapshot()');
  }
}
