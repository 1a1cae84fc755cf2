import fc from 'fast-check';
import { plainFold, type PlainTable, byPosition } from '../../../test/support/plain-fold';
import { sampleLog, someFacts, wholeLog } from '../../../test/support/sample-log';
import {
  customers,
  people,
  receipts,
  SAMPLE_TABLES,
  sampleFacts,
  streamCounts,
} from '../../../test/support/sample-read-models';
import { decode, encode } from './column-values';
import { foldTouches, type PastVersion, type SettledRow, type StoredRow, touchesOf } from './fold';
import { type AnyTable, type LogEvent } from './read-model';
import { shapeOf } from './table-sql';

const { registered, changed, forgotten, numbered } = sampleFacts;

describe('a table', () => {
  it('is the same however the log is split into pages, past versions included', async () => {
    await fc.assert(
      fc.asyncProperty(someFacts, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (facts, sizes) => {
        const events = await logOf(facts);
        for (const table of SAMPLE_TABLES) {
          expect(foldInPages(table, events, sizes)).toEqual(plainFold(table, events));
        }
      }),
    );
  });

  it('keeps one past version for each event that changed a visible column, also within a page', async () => {
    const events = await logOf([
      registered('a', 'north'),
      changed('a', 'south'),
      registered('a'),
      changed('a', 'east'),
      forgotten('a'),
    ]);

    const { rows, past } = foldInPages(customers, events, [5]);

    expect(rows).toEqual([]);
    expect(past.map(({ row, first, from, to }) => [row['round'], first, from, to])).toEqual([
      ['north', 1n, 1n, 2n],
      ['south', 1n, 2n, 4n],
      ['east', 1n, 4n, 5n],
    ]);
  });

  it('makes no version of a change to internal columns only, but writes it', async () => {
    const events = await logOf([registered('a'), registered('a')]);

    const change = foldTouches(customers, touchesOf(customers, events), new Map());

    expect(change.past).toEqual([]);
    expect(change.written.map(({ row, from }) => [row['changes'], from])).toEqual([[1, 1n]]);
  });

  it('begins anew when a row that went comes again', async () => {
    const events = await logOf([registered('a'), forgotten('a'), registered('a')]);

    const { rows } = foldInPages(customers, events, [2, 1]);

    expect(rows.map(({ first, from }) => [first, from])).toEqual([[3n, 3n]]);
  });

  it('that grows keeps the first row of an id', async () => {
    const events = await logOf([numbered('con_1', 'doc_1'), numbered('con_2', 'doc_1')]);

    expect(foldInPages(receipts, events, [2]).rows.map(({ row }) => row['book'])).toEqual(['receiptBook-con_1']);
    expect(foldInPages(receipts, events, [1, 1]).rows.map(({ row }) => row['book'])).toEqual(['receiptBook-con_1']);
  });

  it('that keeps only the present keeps no past', async () => {
    const events = await logOf([registered('a'), changed('a', 'north')]);

    expect(foldInPages(people, events, [1]).past).toEqual([]);
  });

  it('refuses a value that its column can not hold, and names the place and not the value', async () => {
    const [event] = await logOf([registered('a')]);
    const broken = {
      ...streamCounts,
      fold: (_row: unknown, _event: LogEvent, id: string) => ({ id, events: 0.5, seen: [] }),
    };

    const fold = () => foldTouches(broken, event === undefined ? [] : touchesOf(broken, [event]), new Map());

    expect(fold).toThrow(
      'Table stream_counts, field events, row customer-a: UnfitValue: A column of kind integer can not hold',
    );
    expect(fold).not.toThrow('0.5');
  });

  it('refuses the row of another id', async () => {
    const [event] = await logOf([registered('a')]);
    const broken = { ...people, fold: () => ({ id: 'b', name: null }) };

    expect(() => foldTouches(broken, event === undefined ? [] : touchesOf(broken, [event]), new Map())).toThrow(
      'Table people: the fold of row a returned the row of another id.',
    );
  });
});

async function logOf(facts: Parameters<typeof sampleLog>[0]): Promise<readonly LogEvent[]> {
  // Sample facts are facts of the catalogue.
  return (await wholeLog(await sampleLog(facts))) as readonly LogEvent[];
}

/** The database in memory: rows pass through their SQL form between pages. */
function foldInPages(table: AnyTable, events: readonly LogEvent[], sizes: readonly number[]): PlainTable {
  const stored = new Map<string, StoredRow>();
  const past: PastVersion[] = [];
  for (let begin = 0, page = 0; begin < events.length; page += 1) {
    const end = begin + (sizes[page % sizes.length] ?? 1);
    const change = foldTouches(
      table,
      touchesOf(table, events.slice(begin, end)),
      table.keeps === 'grows' ? new Map() : stored,
    );
    for (const row of change.written)
      if (table.keeps !== 'grows' || !stored.has(row.row.id)) stored.set(row.row.id, asLoaded(table, row));
    for (const id of change.deleted) stored.delete(id);
    past.push(...change.past);
    begin = end;
  }
  return {
    rows: [...stored.values()].map((row) => visible(table, row)).sort(byPosition(({ first }) => first)),
    past: past.map((version) => visible(table, version)).sort(byPosition(({ from }) => from)),
  };
}

function asLoaded(table: AnyTable, { row, first, from }: StoredRow): StoredRow {
  const values = shapeOf(table).columns.map(({ field, kind }): [string, unknown] => {
    const encoded = encode(kind, row[field]);
    const text = encoded === null ? null : typeof encoded === 'boolean' ? (encoded ? 't' : 'f') : String(encoded);
    return [field, decode(kind, text)];
  });
  return { row: { id: row.id, ...Object.fromEntries(values) }, first, from };
}

function visible<V extends StoredRow>(table: AnyTable, version: V): V {
  const row: SettledRow = {
    id: version.row.id,
    ...Object.fromEntries(shapeOf(table).visible.map(({ field }) => [field, version.row[field]])),
  };
  return { ...version, row };
}
