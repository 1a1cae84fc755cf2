import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { plainFold } from '../../../test/support/plain-fold';
import {
  contentsOf,
  generationNames,
  type SampleDatabase,
  sampleDatabase,
} from '../../../test/support/sample-database';
import { appendFacts, manyFacts, sampleLog, wholeLog } from '../../../test/support/sample-log';
import {
  customers,
  people,
  receipts,
  SAMPLE_READ_MODELS,
  SAMPLE_TABLES,
  sampleFacts,
  streamCounts,
} from '../../../test/support/sample-read-models';
import { readCheckpoints } from './checkpoints';
import { textRows } from '../../postgres/sql';
import { prepare } from './prepare';
import { Progress } from './progress';
import { type LogEvent, type ReadModel } from './read-model';
import { rebuild, type RebuildOptions, RebuildUnderWay } from './rebuild';
import { Runner } from './runner';
import { readModelLock } from './database';
import { tryLock } from '../../postgres/session-lock';

const NAMES = SAMPLE_READ_MODELS.map(({ name }) => name);
const TIMEOUTS = 10_000;

describe('read models', () => {
  let database: SampleDatabase;
  let progress: Progress;
  let runners: Runner[];

  beforeEach(async () => {
    database = await sampleDatabase();
    progress = new Progress(database);
    runners = [];
  });

  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await database.close();
  });

  async function live(store: MemoryEventStore, readModels = SAMPLE_READ_MODELS): Promise<void> {
    await prepare({ database, store, readModels });
    const runner = new Runner({ database, store, readModels, progress, pageSize: 10 });
    runners.push(runner);
    await runner.start();
    await progress.waitUntil(
      readModels.map(({ name }) => name),
      await store.head(),
      TIMEOUTS,
    );
  }

  const options = (store: MemoryEventStore, more: Partial<RebuildOptions> = {}): RebuildOptions => ({
    database,
    store,
    readModels: SAMPLE_READ_MODELS,
    outcome: 'served',
    pageSize: 20,
    ...more,
  });

  async function expectPlainRows(store: MemoryEventStore): Promise<void> {
    const events = await wholeLog(store);
    for (const table of SAMPLE_TABLES) expect(await contentsOf(database, table)).toEqual(plainFold(table, events));
  }

  const generations = async () =>
    [...(await readCheckpoints(database.pool, database.schema, 'active')).values()].map(({ generation }) => generation);

  it('built anew are equal to those that are served, while events keep coming', async () => {
    const store = new BusyStore(manyFacts(300, 15));
    await appendFacts(store, manyFacts(200, 15));
    await live(store);
    store.busy = true;

    const result = await rebuild(options(store));

    store.busy = false;
    expect(result.differences).toEqual([]);
    expect(result.equal).toBe(true);
    expect(result.compared.map(({ table }) => table)).toEqual(['stream_counts', 'customers', 'people', 'receipts']);
    const head = await store.head();
    expect(head).not.toBe('memory.200');
    expect(await progress.waitUntil(NAMES, head, TIMEOUTS)).toBe(head);
    await expectPlainRows(store);
    expect(await generations()).toEqual([2, 2, 2]);
    expect(await generationNames(database)).toEqual([`${database.schema}_g2`]);
  });

  it('go on in the new generation with the same runner', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);

    await rebuild(options(store));
    await rebuild(options(store));
    await appendFacts(store, manyFacts(50, 5), 50);

    expect(await progress.waitUntil(NAMES, 'memory.100', TIMEOUTS)).toBe('memory.100');
    await expectPlainRows(store);
    expect(await generations()).toEqual([3, 3, 3]);
  });

  it('compared only leave nothing behind', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);

    const result = await rebuild(options(store, { outcome: 'dropped' }));

    expect(result).toMatchObject({ equal: true, positions: { customers: 'memory.50', receipts: 'memory.50' } });
    expect(await generations()).toEqual([1, 1, 1]);
    expect(await generationNames(database)).toEqual([`${database.schema}_g1`]);
  });

  it('that were tampered with are named row by row, past versions too, and replaced', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);
    const tables = `${database.schema}_g1`;
    await database.pool.query(`update ${tables}.customers set balance = balance + 1 where id = 'cus_2'`);
    await database.pool.query(
      `update ${tables}.stream_counts_history set events = 77 where id = 'customer-cus_1' and events = 2`,
    );
    await database.pool.query(`delete from ${tables}.receipts where id = 'doc_6'`);
    await database.pool.query(`insert into ${tables}.people values ('ghost', 1, 1, 'nobody')`);

    const result = await rebuild(options(store));

    expect(result.equal).toBe(false);
    expect(result.differences).toEqual([
      {
        table: 'stream_counts',
        id: 'customer-cus_1',
        pastFrom: expect.any(String) as string,
        which: 'differs',
        columns: ['events'],
      },
      { table: 'customers', id: 'cus_2', pastFrom: null, which: 'differs', columns: ['balance'] },
      { table: 'people', id: 'ghost', pastFrom: null, which: 'only_live', columns: [] },
      { table: 'receipts', id: 'doc_6', pastFrom: null, which: 'only_rebuilt', columns: [] },
    ]);
    await expectPlainRows(store);
    const kept = await textRows(
      database.pool,
      'select table_name from information_schema.tables where table_schema = $1',
      [tables],
    );
    expect(kept.flat().sort()).toEqual([
      'customers',
      'customers_history',
      'receipts',
      'stream_counts',
      'stream_counts_history',
    ]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    expect(await generationNames(database)).toEqual([`${database.schema}_g2`]);
  });

  it('are rebuilt once at a time', async () => {
    const store = await sampleLog(manyFacts(5, 5));
    await live(store);
    const lock = await tryLock(database.pool, readModelLock(database, 'generations'));

    await expect(rebuild(options(store))).rejects.toThrow(RebuildUnderWay);

    await lock?.release();
  });

  it('stay as they are when a rebuild is given up', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);

    await expect(rebuild(options(store, { signal: AbortSignal.abort(new Error('given up')) }))).rejects.toThrow(
      'given up',
    );

    expect(await generationNames(database)).toEqual([`${database.schema}_g1`]);
    await expectPlainRows(store);
  });

  it('of a higher version are built anew before they are served', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);
    const changedModels = SAMPLE_READ_MODELS.map((readModel) =>
      readModel.name === 'customers' ? renamed() : readModel,
    );

    await prepare({ database, store, readModels: changedModels });

    const clients = { ...customers, name: 'clients' };
    expect(await contentsOf(database, clients)).toEqual(plainFold(clients, await wholeLog(store)));
    await expect(contentsOf(database, customers)).rejects.toMatchObject({ code: '42P01' });
    expect(await generations()).toEqual([2, 1, 1]);
  });

  it('whose form changed are built anew also under the same version', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);
    const wider = { ...receipts, columns: { ...receipts.columns, at: 'instant' as const } };
    const fold = (_row: unknown, event: LogEvent, id: string) => ({
      ...receipts.fold(null, event, id),
      at: event.metadata.recordedAt,
    });
    const widerReceipts = { ...wider, fold };
    const readModels = [
      ...SAMPLE_READ_MODELS.filter(({ name }) => name !== 'receipts'),
      { name: 'receipts', version: 1, tables: [widerReceipts] },
    ];

    await prepare({ database, store, readModels });

    expect(await contentsOf(database, widerReceipts)).toEqual(plainFold(widerReceipts, await wholeLog(store)));
  });

  it('that the product no longer has are dropped', async () => {
    const store = await sampleLog(manyFacts(50, 5));
    await live(store);

    await prepare({ database, store, readModels: SAMPLE_READ_MODELS.filter(({ name }) => name === 'receipts') });

    const left = await textRows(
      database.pool,
      `select table_schema || '.' || table_name from information_schema.tables
       where table_schema in ($1, $2) and table_name = any($3) order by 1`,
      [
        database.schema,
        `${database.schema}_g1`,
        [...SAMPLE_TABLES.map(({ name }) => name), 'customers_history', 'stream_counts_history'],
      ],
    );
    expect(left.flat()).toEqual([`${database.schema}.receipts`, `${database.schema}_g1.receipts`]);
  });

  it('that can not be built are served as far as they came, and hold up no other', async () => {
    const store = await sampleLog([...manyFacts(30, 5), sampleFacts.registered('broken'), ...manyFacts(30, 5)]);
    await live(store);
    await Promise.all(runners.map((runner) => runner.stop()));
    const readModels = SAMPLE_READ_MODELS.map((readModel) => ({ ...readModel, version: 2 }));
    const broken = readModels.map((readModel) =>
      readModel.name === 'stream-counts' ? { ...readModel, tables: [refusing('customer-broken')] } : readModel,
    );

    await prepare({ database, store, readModels: broken });

    const events = await wholeLog(store);
    expect(await contentsOf(database, streamCounts)).toEqual(plainFold(streamCounts, events.slice(0, 30)));
    for (const table of [customers, people, receipts]) {
      expect(await contentsOf(database, table)).toEqual(plainFold(table, events));
    }
  });
});

function renamed(): ReadModel {
  return { name: 'customers', version: 2, tables: [{ ...customers, name: 'clients' }, people] };
}

function refusing(stream: string): typeof streamCounts {
  return {
    ...streamCounts,
    fold: (row, event, id) => {
      if (id === stream) throw new Error('no such customer');
      return streamCounts.fold(row, event, id);
    },
  };
}

/** While it is busy something is appended with every read: others write all the time. */
class BusyStore extends MemoryEventStore {
  busy = false;
  #place = 10_000;

  constructor(private readonly facts: Parameters<typeof appendFacts>[1]) {
    super();
  }

  override async readAll(...request: Parameters<MemoryEventStore['readAll']>): ReturnType<MemoryEventStore['readAll']> {
    const fact = this.facts[this.#place % this.facts.length];
    if (this.busy && fact !== undefined && this.#place < 10_300) {
      this.#place += 1;
      await appendFacts(this, [fact], this.#place);
    }
    return super.readAll(...request);
  }
}
