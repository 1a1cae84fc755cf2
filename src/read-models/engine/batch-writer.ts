import { type PoolClient } from 'pg';
import { type Position } from '../../application/ports/event-store';
import { moveCheckpoints } from './checkpoints';
import { decode, encode } from './column-values';
import { type CopiedValue, copiedLine, copyIn } from '../../postgres/copy-in';
import { isUniqueViolation } from '../../postgres/errors';
import { qualified, quoted, type Sql, textRows } from '../../postgres/sql';
import { transact } from '../../postgres/transaction';
import { foldTouches, type PastVersion, type StoredRow, type TableChange, type Touch, touchesOf } from './fold';
import { type AnyTable, type LogEvent, type ReadModel } from './read-model';
import { type RecentRows } from './recent-rows';
import { type Column, generationSchema, historyName, shapeOf, visibleColumns } from './table-sql';

/** A piece of the log for one read model: its events after `from` up to `to`. */
export interface Batch {
  readonly readModel: ReadModel;
  readonly generation: number;
  readonly from: Position;
  readonly to: Position;
  readonly events: readonly LogEvent[];
  /** What the runner of this generation wrote before. */
  readonly recent: RecentRows;
}

/**
 * Commits the rows of batches of different read models together with their checkpoints, in one transaction. Answers the names of those
 * that were written; a missing one's checkpoint was not at `from`, and nothing of it was written.
 *
 * A table that grows is added to without a look at what it holds, since ids hardly ever come again. When one does, the key refuses it,
 * and all is written anew with that look.
 */
export async function writeBatches(
  client: PoolClient,
  schema: string,
  batches: readonly Batch[],
): Promise<ReadonlySet<string>> {
  const touched = batches.flatMap(({ events, ...batch }) =>
    batch.readModel.tables.map((table) => ({ ...batch, table, touches: touchesOf(table, events) })),
  );
  try {
    return await write(client, schema, batches, touched, ({ keeps }) => keeps !== 'grows');
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return write(client, schema, batches, touched, () => true);
  }
}

interface TouchedTable extends Pick<Batch, 'readModel' | 'generation' | 'recent'> {
  readonly table: AnyTable;
  readonly touches: readonly Touch[];
}

// A page touches thousands of rows by their keys: the planner would rather scan a whole table, which takes longer with every row in it.
const BEGIN_BATCH = 'begin; set local synchronous_commit = off; set local enable_seqscan = off';

/**
 * The checkpoints move first: their row locks make a second writer wait before it loads rows that are about to change.
 * A crash may lose the last commits, since they are not waited for; rows and checkpoints are lost together and read again.
 */
async function write(
  client: PoolClient,
  schema: string,
  batches: readonly Batch[],
  touched: readonly TouchedTable[],
  mayHoldThem: (table: AnyTable) => boolean,
): Promise<ReadonlySet<string>> {
  const changes: WrittenTable[] = [];
  const moved = await transact(client, BEGIN_BATCH, async () => {
    const steps = batches.map(({ readModel, ...step }) => ({ ...step, readModel: readModel.name }));
    const names = await moveCheckpoints(client, schema, steps);
    for (const one of touched) {
      if (one.touches.length === 0 || !names.has(one.readModel.name)) continue;
      const place = generationSchema(schema, one.generation);
      changes.push(await writeTable(client, place, one, mayHoldThem(one.table)));
    }
    return names;
  });
  for (const change of changes) remember(change);
  return moved;
}

/** What became of a table, and how long each of its written rows is as text. */
interface WrittenTable extends Pick<TouchedTable, 'table' | 'recent'>, Pick<TableChange, 'written' | 'deleted'> {
  readonly lengths: readonly number[];
}

/** Only what is committed counts. A table that grows is never asked for its rows. */
function remember({ table, recent, written, deleted, lengths }: WrittenTable): void {
  if (table.keeps === 'grows') return;
  for (const id of deleted) recent.forget(table, id);
  written.forEach((row, index) => {
    recent.keep(table, row, lengths[index] ?? 0);
  });
}

/** A changed row is taken out and added again: COPY adds it for less than half of what an update costs. */
async function writeTable(
  sql: Sql,
  schema: string,
  { table, touches, recent }: TouchedTable,
  mayHoldThem: boolean,
): Promise<WrittenTable> {
  const loaded = mayHoldThem ? await rowsFor(sql, schema, table, touches, recent) : new Map<string, StoredRow>();
  const { written, deleted, past } = foldTouches(table, touches, loaded);
  const { columns, visible } = shapeOf(table);
  const target = qualified(schema, table.name);
  const changed = written.map(({ row }) => row.id).filter((id) => loaded.has(id));
  const isStored = ({ row, from }: PastVersion) => loaded.get(row.id)?.from === from;
  await removeRows(sql, schema, table, [...deleted, ...changed], past.filter(isStored));
  const lengths = await addRows(sql, target, columns, written);
  const history = qualified(schema, historyName(table.name));
  await addRows(
    sql,
    history,
    visible,
    past.filter((version) => !isStored(version)),
  );
  return { table, recent, written, deleted, lengths };
}

/** The rows that these events touch, as they are now: from memory, and from the table. */
async function rowsFor(
  sql: Sql,
  schema: string,
  table: AnyTable,
  touches: readonly Touch[],
  recent: RecentRows,
): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  const missing = new Set<string>();
  for (const { id } of touches) {
    const known = recent.find(table, id);
    if (known === undefined) missing.add(id);
    else rows.set(id, known);
  }
  if (missing.size === 0) return rows;
  const { columns } = shapeOf(table);
  const names = ['id', 'first_position', 'from_position', ...columns.map(({ name }) => quoted(name))];
  const loaded = await textRows(
    sql,
    `select ${names.join(', ')} from ${qualified(schema, table.name)} where id = any($1::text[])`,
    [[...missing]],
  );
  for (const row of loaded) {
    const stored = storedRow(columns, row);
    rows.set(stored.row.id, stored);
  }
  return rows;
}

/** The row behind `id, first_position, from_position` and the columns, as text. */
export function storedRow(columns: readonly Column[], texts: readonly (string | null)[]): StoredRow {
  const [id = null, first = null, from = null, ...values] = texts;
  if (id === null || first === null || from === null) throw new Error('A row lacks its id or its positions.');
  const row: Record<string, unknown> & { id: string } = { id };
  columns.forEach(({ field, kind }, index) => {
    row[field] = decode(kind, values[index] ?? null);
  });
  return { row, first: BigInt(first), from: BigInt(from) };
}

/** Rows whose visible columns are about to change become past versions on the way: the server has all that these need but their end. */
async function removeRows(
  sql: Sql,
  schema: string,
  table: AnyTable,
  ids: readonly string[],
  ended: readonly PastVersion[],
): Promise<void> {
  if (ids.length === 0) return;
  const remove = `delete from ${qualified(schema, table.name)} where id = any($1::text[])`;
  if (ended.length === 0) {
    await sql.query(remove, [ids]);
    return;
  }
  const columns = visibleColumns(table);
  await sql.query(
    `with removed as (${remove} returning ${columns})
     insert into ${qualified(schema, historyName(table.name))} (${columns}, to_position)
     select ${columns}, to_position from removed join unnest($2::text[], $3::bigint[]) as ended (id, to_position) using (id)`,
    [ids, ended.map(({ row }) => row.id), ended.map(({ to }) => to.toString())],
  );
}

/** Answers how long each row is as text. */
async function addRows(
  sql: Sql,
  target: string,
  columns: readonly Column[],
  rows: readonly (StoredRow | PastVersion)[],
): Promise<readonly number[]> {
  const [one] = rows;
  if (one === undefined) return [];
  const positions = ['id', 'first_position', 'from_position', ...('to' in one ? ['to_position'] : [])];
  const names = [...positions, ...columns.map(({ name }) => quoted(name))].join(', ');
  const lines = rows.map((row) => copiedLine(copiedValues(row, columns)));
  await copyIn(sql, `${target} (${names})`, lines);
  return lines.map(({ length }) => length);
}

function copiedValues(stored: StoredRow | PastVersion, columns: readonly Column[]): readonly CopiedValue[] {
  const { row, first, from } = stored;
  const values: CopiedValue[] = [row.id, first, from];
  if ('to' in stored) values.push(stored.to);
  for (const { field, kind } of columns) values.push(encode(kind, row[field]));
  return values;
}
