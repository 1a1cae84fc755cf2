import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { plainFold } from '../../../test/support/plain-fold';
import { contentsOf, type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { appendFacts, manyFacts, sampleLog, wholeLog } from '../../../test/support/sample-log';
import { SAMPLE_READ_MODELS, SAMPLE_TABLES, sampleFacts, streamCounts } from '../../../test/support/sample-read-models';
import { type EventStore, ordinalOf, StoreUnavailable } from '../../application/ports/event-store';
import { decorate } from '../../infrastructure/decorate';
import { textRows } from '../../postgres/sql';
import { advance, eventsFor, lendFrom } from './advance';
import { readCheckpoints } from './checkpoints';
import { prepare } from './prepare';
import { Progress } from './progress';
import { type LogEvent, type ReadModel } from './read-model';
import { RecentRows } from './recent-rows';
import { Runner, type RunnerOptions, type Trouble } from './runner';
import { readModelStatus } from './status';

const { registered, changed, claimed } = sampleFacts;
const NAMES = SAMPLE_READ_MODELS.map(({ name }) => name);
const TIMEOUTS = 10_000;
const clock = { now: () => '2026-06-01T00:00:00.000Z' };

describe('a runner', () => {
  let database: SampleDatabase;
  let progress: Progress;
  let runners: Runner[];
  let troubles: Trouble[];

  beforeEach(async () => {
    database = await sampleDatabase();
    progress = new Progress(database);
    runners = [];
    troubles = [];
  });

  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await database.close();
  });

  async function started(store: EventStore, options: Partial<RunnerOptions> = {}): Promise<Runner> {
    const onTrouble = (trouble: Trouble) => {
      troubles.push(trouble);
    };
    const runner = new Runner({
      database,
      store,
      readModels: SAMPLE_READ_MODELS,
      progress,
      pageSize: 7,
      onTrouble,
      ...options,
    });
    runners.push(runner);
    await runner.start();
    return runner;
  }

  async function expectPlainRows(store: MemoryEventStore): Promise<void> {
    const events = await wholeLog(store);
    for (const table of SAMPLE_TABLES) expect(await contentsOf(database, table)).toEqual(plainFold(table, events));
  }

  it('catches up and goes on with what is appended later', async () => {
    const store = await sampleLog(manyFacts(120, 10));
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);
    expect(await progress.waitUntil(NAMES, 'memory.120', TIMEOUTS)).toBe('memory.120');

    await appendFacts(store, manyFacts(20, 10), 120);

    expect(await progress.waitUntil(NAMES, 'memory.140', TIMEOUTS)).toBe('memory.140');
    await expectPlainRows(store);
  });

  it('moves past events that nobody handles', async () => {
    const store = await sampleLog([claimed('PM1'), claimed('PM2')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);

    expect(await progress.waitUntil(NAMES, 'memory.2', TIMEOUTS)).toBe('memory.2');
  });

  it('goes on where it stopped', async () => {
    const store = await sampleLog(manyFacts(30, 5));
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const first = await started(store);
    await progress.waitUntil(NAMES, 'memory.30', TIMEOUTS);
    await first.stop();
    await appendFacts(store, manyFacts(30, 5), 30);

    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);

    expect(await progress.waitUntil(NAMES, 'memory.60', TIMEOUTS)).toBe('memory.60');
    await expectPlainRows(store);
  });

  it('brings a read model that is behind up to the others', async () => {
    const store = await sampleLog(manyFacts(60, 5));
    const [first, ...others] = SAMPLE_READ_MODELS;
    await prepare({ database, store, readModels: others });
    const before = await started(store, { readModels: others });
    await progress.waitUntil(
      others.map(({ name }) => name),
      'memory.60',
      TIMEOUTS,
    );
    await before.stop();

    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);
    await appendFacts(store, manyFacts(20, 5), 60);

    expect(first).toBeDefined();
    expect(await progress.waitUntil(NAMES, 'memory.80', TIMEOUTS)).toBe('memory.80');
    await expectPlainRows(store);
  });

  it('stops a read model at the event that it can not take in, and no other one', async () => {
    const store = await sampleLog([...manyFacts(25, 5), registered('broken'), ...manyFacts(25, 5)]);
    const readModels = [
      ...SAMPLE_READ_MODELS.filter(({ name }) => name !== 'stream-counts'),
      failing('customer-broken'),
    ];
    await prepare({ database, store, readModels });
    await started(store, { readModels });
    await progress.waitUntil(['customers', 'receipts'], 'memory.51', TIMEOUTS);
    await progress.waitUntil(['stream-counts'], 'memory.25', TIMEOUTS);
    await runners[0]?.stop();

    const [, , stopped] = await readModelStatus(database, store, clock, readModels);
    const event = (await wholeLog(store))[25];
    expect(stopped).toEqual({
      readModel: 'stream-counts',
      state: 'stopped',
      position: 'memory.25',
      head: 'memory.51',
      lagEvents: 26,
      lagMilliseconds: Date.parse(clock.now()) - Date.parse(event?.metadata.recordedAt ?? ''),
      failure: {
        reason: 'no such customer',
        event: { id: event?.id, type: 'CustomerRegistered', position: 'memory.26' },
      },
    });
    expect(troubles.map(({ kind, readModel }) => [kind, readModel])).toEqual([['stopped', 'stream-counts']]);
    const before = (await wholeLog(store)).slice(0, 25);
    expect(await contentsOf(database, streamCounts)).toEqual(plainFold(streamCounts, before));
  });

  it('goes on after a failure once the code is repaired', async () => {
    const store = await sampleLog([registered('a'), registered('broken'), registered('b')]);
    const readModels = [failing('customer-broken')];
    await prepare({ database, store, readModels });
    const broken = await started(store, { readModels });
    await progress.waitUntil(['stream-counts'], 'memory.1', TIMEOUTS);
    await broken.stop();

    const repaired = SAMPLE_READ_MODELS.filter(({ name }) => name === 'stream-counts');
    await started(store, { readModels: repaired });

    expect(await progress.waitUntil(['stream-counts'], 'memory.3', TIMEOUTS)).toBe('memory.3');
    const [status] = await readModelStatus(database, store, clock, repaired);
    expect(status).toMatchObject({ state: 'live', failure: null, lagMilliseconds: 0 });
  });

  it('loses nothing when its connection is killed between the fold and the commit', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);
    await progress.waitUntil(NAMES, 'memory.1', TIMEOUTS);

    const blocker = await database.pool.connect();
    await blocker.query(`begin; lock table ${database.schema}_g1.customers in exclusive mode`);
    await appendFacts(store, [changed('a', 'north'), registered('b')], 1);
    await killWaitingWriter();
    await blocker.query('rollback');
    blocker.release();

    expect(await progress.waitUntil(NAMES, 'memory.3', TIMEOUTS)).toBe('memory.3');
    await expectPlainRows(store);
    expect(troubles.map(({ kind, readModel }) => [kind, readModel])).toEqual([['retrying', null]]);
  });

  /** The writer has taken in the event, and waits for the locked table in the middle of its transaction. */
  async function killWaitingWriter(): Promise<void> {
    for (let killed = 0; killed === 0;) {
      const rows = await textRows(
        database.pool,
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like $1`,
        [`%delete from "${database.schema}_g1"."customers"%`],
      );
      killed = rows.length;
    }
  }

  it('takes over when the connection that holds the lock is lost', async () => {
    const store = await sampleLog(manyFacts(20, 5));
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);
    await started(store);
    await progress.waitUntil(NAMES, 'memory.20', TIMEOUTS);

    const killed = await textRows(
      database.pool,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2
       and classid = hashtext($1)::oid and objid = hashtext('runner')::oid`,
      [`${database.schema} read models`],
    );
    await appendFacts(store, manyFacts(20, 5), 20);

    expect(killed).toEqual([['t']]);
    expect(await progress.waitUntil(NAMES, 'memory.40', TIMEOUTS)).toBe('memory.40');
    await expectPlainRows(store);
  });

  it('hands over to a second one when it stops in the middle', async () => {
    const store = await sampleLog(manyFacts(10, 5));
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const first = await started(store);
    await started(store);
    await progress.waitUntil(NAMES, 'memory.10', TIMEOUTS);

    await appendFacts(store, manyFacts(150, 5), 10);
    await first.stop();

    expect(await progress.waitUntil(NAMES, 'memory.160', TIMEOUTS)).toBe('memory.160');
    await expectPlainRows(store);
  });

  it('forgets what it wrote when another one has moved on behind its back', async () => {
    const store = await sampleLog([registered('a'), changed('a', 'north')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    let gate: Promise<void> | null = null;
    const gated = decorate<EventStore>(store, {
      readAll:
        (read) =>
        async (...given) => {
          await gate;
          return read(...given);
        },
    });
    await started(gated);
    await progress.waitUntil(NAMES, await store.head(), TIMEOUTS);

    let letGo: () => void = () => undefined;
    gate = new Promise((resolve) => (letGo = resolve));
    await appendFacts(store, [changed('a', 'south'), changed('a', null)], 2);
    const { pool, schema } = database;
    for (const { readModel: name, generation, position } of (await readCheckpoints(pool, schema, 'active')).values()) {
      const readModel = SAMPLE_READ_MODELS.find((one) => one.name === name);
      if (readModel === undefined) throw new Error(`There is no read model ${name}.`);
      const other = { readModel, generation, position, recent: new RecentRows() };
      const page = await store.readAll(position, { limit: 1 });
      await advance(schema, lendFrom(database), other, eventsFor(other, page), page.scannedTo);
    }
    letGo();
    await progress.waitUntil(NAMES, await store.head(), TIMEOUTS);

    await expectPlainRows(store);
  });

  it('waits for a store that is not available', async () => {
    const store = new UnsteadyStore(3);
    await appendFacts(store, manyFacts(10, 5));
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await started(store);

    expect(await progress.waitUntil(NAMES, 'memory.10', TIMEOUTS)).toBe('memory.10');
    expect(troubles.map(({ kind }) => kind)).toEqual(['retrying', 'retrying', 'retrying']);
  });

  it('refuses a database that belongs to another event store', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });

    await expect(started(new MemoryEventStore('other'))).rejects.toThrow(
      'Read model customers is at position memory.0, but the event store is other. Connect the database that belongs',
    );
  });

  it('refuses an event store that has lost its end', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const runner = await started(store);
    await progress.waitUntil(NAMES, 'memory.1', TIMEOUTS);
    await runner.stop();

    await expect(started(new MemoryEventStore())).rejects.toThrow(
      'Read model customers is at position memory.1, but the event store ends at memory.0: it was set back',
    );
  });
});

describe('progress', () => {
  let database: SampleDatabase;

  beforeEach(async () => {
    database = await sampleDatabase();
  });

  afterEach(() => database.close());

  it('is seen by who waits in another process', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const runner = new Runner({ database, store, readModels: SAMPLE_READ_MODELS, progress: new Progress(database) });
    const waiting = new Progress(database).waitUntil(NAMES, 'memory.1', TIMEOUTS);

    await runner.start();

    expect(await waiting).toBe('memory.1');
    await runner.stop();
  });

  it('that does not come is answered with how far it is', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const progress = new Progress(database);

    expect(await progress.waitUntil(NAMES, 'memory.1', 1)).toBe('memory.0');
    expect(await progress.waitUntil(NAMES, 'memory.1', TIMEOUTS, AbortSignal.abort())).toBe('memory.0');
  });

  it('is asked of the database once for all who ask at the same time', async () => {
    await prepare({ database, store: new MemoryEventStore(), readModels: SAMPLE_READ_MODELS });
    const progress = new Progress(database);
    const asked = jest.spyOn(database.pool, 'query');

    const reached = await Promise.all(
      Array.from({ length: 100 }, () => progress.waitUntil(NAMES, 'memory.0', TIMEOUTS)),
    );

    expect(reached).toEqual(Array.from({ length: 100 }, () => 'memory.0'));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is told to each who waits as soon as the last of its read models is there', async () => {
    await prepare({ database, store: new MemoryEventStore(), readModels: SAMPLE_READ_MODELS });
    const progress = new Progress(database);
    const told: string[] = [];
    const waits = [
      { who: 'all for 1', names: NAMES, position: 'memory.1' },
      { who: 'all for 2', names: NAMES, position: 'memory.2' },
      { who: 'one for 2', names: NAMES.slice(0, 1), position: 'memory.2' },
    ].map(async ({ who, names, position }) => {
      const reached = await progress.waitUntil(names, position, TIMEOUTS);
      told.push(`${who}: ${reached}`);
    });
    await progress.positionReached(NAMES);

    for (const name of NAMES) progress.moved(name, 'memory.1');
    await waits[0];
    for (const name of NAMES) progress.moved(name, 'memory.2');
    await Promise.all(waits);

    expect(told).toEqual(['all for 1: memory.1', 'one for 2: memory.2', 'all for 2: memory.2']);
  });
});

/** Counts like the sample, but can not take in what happens on one stream. */
function failing(stream: string): ReadModel {
  const fold = (row: Parameters<typeof streamCounts.fold>[0], event: LogEvent, id: string) => {
    if (id === stream) throw new Error('no such customer');
    return streamCounts.fold(row, event, id);
  };
  return { name: 'stream-counts', version: 1, tables: [{ ...streamCounts, fold }] };
}

/** Is not available for the first reads of its events. */
class UnsteadyStore extends MemoryEventStore {
  constructor(private failures: number) {
    super();
  }

  override async readAll(...request: Parameters<MemoryEventStore['readAll']>): ReturnType<MemoryEventStore['readAll']> {
    if (ordinalOf(request[0]) === 0n && this.failures > 0) {
      this.failures -= 1;
      throw new StoreUnavailable('not now');
    }
    return super.readAll(...request);
  }
}
