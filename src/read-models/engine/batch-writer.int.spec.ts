import fc from 'fast-check';
import { plainFold } from '../../../test/support/plain-fold';
import { contentsOf, type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { sampleLog, someFacts, wholeLog } from '../../../test/support/sample-log';
import { customers, SAMPLE_READ_MODELS, SAMPLE_TABLES, sampleFacts } from '../../../test/support/sample-read-models';
import { type MemoryEventStore } from '../../../test/support/memory-event-store';
import { advance, eventsFor, lendFrom, type RunningReadModel } from './advance';
import { writeBatches } from './batch-writer';
import { readCheckpoints } from './checkpoints';
import { withClient } from '../../postgres/pool';
import { prepare } from './prepare';
import { type LogEvent } from './read-model';
import { RecentRows } from './recent-rows';

const { registered, changed } = sampleFacts;

describe('a batch', () => {
  let database: SampleDatabase;

  beforeEach(async () => {
    database = await sampleDatabase();
  });

  afterEach(() => database.close());

  it('gives the rows of a plain fold, whatever the pages and however much is remembered', async () => {
    const lengths = fc.constantFrom(0, 150, 1_000_000);
    await fc.assert(
      fc.asyncProperty(someFacts, fc.integer({ min: 1, max: 9 }), lengths, async (facts, size, remembered) => {
        const store = await sampleLog(facts);
        await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
        await takeIn(store, size, remembered);
        const events = await wholeLog(store);
        for (const table of SAMPLE_TABLES) {
          expect(await contentsOf(database, table)).toEqual(plainFold(table, events));
        }
        await prepare({ database, store, readModels: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('is written by one of two writers that stand at the same place', async () => {
    const store = await sampleLog([registered('a'), changed('a', 'north')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const [readModel] = SAMPLE_READ_MODELS.filter(({ name }) => name === 'customers');
    if (readModel === undefined) throw new Error('The sample has no customers.');
    const events = (await wholeLog(store)) as readonly LogEvent[];
    const batch = {
      readModel,
      generation: 1,
      from: store.start(),
      to: await store.head(),
      events,
      recent: new RecentRows(),
    };

    const write = () => withClient(database.pool, (client) => writeBatches(client, database.schema, [batch]));
    const outcomes = await Promise.all([write(), write(), write()]);

    expect(outcomes.map(({ size }) => size).sort()).toEqual([0, 0, 1]);
    expect(await contentsOf(database, customers)).toEqual(plainFold(customers, events));
    const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
    expect(checkpoints.get('customers')?.position).toBe('memory.2');
  });

  it('that fails leaves neither rows nor a checkpoint', async () => {
    const store = await sampleLog([registered('a')]);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    await database.pool.query(`drop table ${database.schema}_g1.people cascade`);
    const [readModel] = SAMPLE_READ_MODELS.filter(({ name }) => name === 'customers');
    if (readModel === undefined) throw new Error('The sample has no customers.');
    const events = (await wholeLog(store)) as readonly LogEvent[];
    const batch = {
      readModel,
      generation: 1,
      from: store.start(),
      to: await store.head(),
      events,
      recent: new RecentRows(),
    };

    const writing = withClient(database.pool, (client) => writeBatches(client, database.schema, [batch]));

    await expect(writing).rejects.toMatchObject({ code: '42P01' });
    expect(await contentsOf(database, customers)).toEqual({ rows: [], past: [] });
    const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
    expect(checkpoints.get('customers')?.position).toBe('memory.0');
  });

  async function takeIn(store: MemoryEventStore, size: number, remembered: number): Promise<void> {
    const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
    for (const readModel of SAMPLE_READ_MODELS) {
      const runningReadModel: RunningReadModel = {
        readModel,
        generation: checkpoints.get(readModel.name)?.generation ?? 0,
        position: store.start(),
        recent: new RecentRows(remembered),
      };
      for (;;) {
        const page = await store.readAll(runningReadModel.position, { limit: size });
        if (page.scannedTo === runningReadModel.position) break;
        await advance(
          database.schema,
          lendFrom(database),
          runningReadModel,
          eventsFor(runningReadModel, page),
          page.scannedTo,
        );
      }
    }
  }
});
