import { byPosition, plainFold } from '../../../test/support/plain-fold';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { manyFacts, sampleLog, wholeLog } from '../../../test/support/sample-log';
import {
  type CustomerRow,
  customers,
  people,
  receipts,
  SAMPLE_READ_MODELS,
  SAMPLE_TABLES,
  sampleFacts,
} from '../../../test/support/sample-read-models';
import { ordinalOf } from '../../application/ports/event-store';
import { textRows } from '../../postgres/sql';
import { prepare } from './prepare';
import { Progress } from './progress';
import { asOfSource, type ReadRow, RowReader, type RowQuery } from './reader';
import { Runner } from './runner';

const { registered, changed, forgotten, numbered } = sampleFacts;
type Customer = Omit<CustomerRow, 'changes'>;

describe('a reader', () => {
  let database: SampleDatabase;
  let reader: RowReader;

  beforeEach(async () => {
    database = await sampleDatabase();
    reader = new RowReader(database);
  });

  afterEach(() => database.close());

  async function given(facts: Parameters<typeof sampleLog>[0]): ReturnType<typeof wholeLog> {
    const store = await sampleLog(facts);
    await prepare({ database, store, readModels: SAMPLE_READ_MODELS });
    const progress = new Progress(database);
    const runner = new Runner({ database, store, readModels: SAMPLE_READ_MODELS, progress, pageSize: 9 });
    await runner.start();
    await progress.waitUntil(
      SAMPLE_READ_MODELS.map(({ name }) => name),
      await store.head(),
      10_000,
    );
    await runner.stop();
    return wholeLog(store);
  }

  const ids = (rows: readonly ReadRow<{ readonly id: string }>[]) => rows.map(({ row }) => row.id);
  const customerIds = async (query: RowQuery<Customer>) => ids(await reader.readRows<Customer>(customers, query));

  it('answers as of every position what a fold of the log up to there gives', async () => {
    const events = await given([...manyFacts(60, 4), forgotten('cus_1'), registered('cus_1'), forgotten('cus_2')]);

    for (let asOf = 0n; asOf <= BigInt(events.length); asOf += 1n) {
      const known = events.filter(({ position }) => ordinalOf(position) <= asOf);
      for (const table of SAMPLE_TABLES) {
        const expected = plainFold(table, table.keeps === 'present' ? events : known).rows;
        expect(await reader.readRows(table, { asOf })).toEqual([...expected].sort(byPosition(({ first }) => first)));
      }
    }
  });

  it('filters by equality, by choice, by range and by id', async () => {
    await given([registered('a', 'north'), registered('b', 'south'), registered('c'), changed('a', 'east')]);

    expect(await customerIds({ where: { round: { equals: 'south' } } })).toEqual(['b']);
    expect(await customerIds({ where: { round: { equals: null } } })).toEqual(['c']);
    expect(await customerIds({ where: { round: { in: ['east', null] } } })).toEqual(['a', 'c']);
    expect(await customerIds({ where: { round: { in: [] } } })).toEqual([]);
    expect(await customerIds({ where: { balance: { from: 1 } } })).toEqual(['a']);
    expect(await customerIds({ where: { balance: { to: 0 } } })).toEqual(['b', 'c']);
    expect(await customerIds({ where: { registeredAt: { from: 1n, before: 3n } } })).toEqual(['a', 'b']);
    expect(await customerIds({ where: { sinceDate: { equals: '2026-01-01' }, active: { equals: true } } })).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(await customerIds({ ids: ['c', 'a', 'x'] })).toEqual(['a', 'c']);
    expect(await customerIds({ asOf: 3n, where: { round: { equals: 'north' } } })).toEqual(['a']);
  });

  it('refuses to filter by what is no column, or an internal one', async () => {
    await given([registered('a')]);

    await expect(reader.readRows<CustomerRow>(customers, { where: { changes: { equals: 0 } } })).rejects.toThrow(
      'The table customers has no column changes to filter by.',
    );
  });

  it('gives sources that join in SQL', async () => {
    await given([registered('a'), numbered('con_1', 'doc_1'), changed('a', 'north'), numbered('con_1', 'doc_2')]);
    const source = (table: Parameters<typeof asOfSource>[1], asOf: bigint | null) =>
      asOfSource(database.schema, table, asOf);

    const joined = (asOf: bigint | null) =>
      textRows(
        database.pool,
        `select receipt.number, customer.round, person.name
         from ${source(receipts, asOf)} receipt, ${source(customers, asOf)} customer
         join ${source(people, asOf)} person on person.id = customer.id order by 1`,
        [],
      );

    expect(await joined(2n)).toEqual([['R-doc_1', null, 'a of north']]);
    expect(await joined(null)).toEqual([
      ['R-doc_1', 'north', 'a of north'],
      ['R-doc_2', 'north', 'a of north'],
    ]);
  });
});
