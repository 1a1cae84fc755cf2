import { type PoolClient } from 'pg';
import { type Position } from '../../application/ports/event-store';
import { moveCheckpoints } from './checkpoints';
import { decode, encode } from './column-values';
import { copyIn, copyValue } from './copy-in';
import { qualified, quoted, type Sql, textRows, transact } from './database';
import { foldTouches, type PastVersion, type StoredRow, type Touch, touchesOf } from './fold';
import { type AnyTable, type LogEvent, type ReadModel } from './read-model';
import { type Column, generationSchema, historyName, parameterType, shapeOf } from './table-sql';

/** A piece of the log for one read model: its events after `from` up to `to`. */
export interface Batch {
  readonly readModel: ReadModel;
  readonly generation: number;
  readonly from: Position;
  readonly to: Position;
  readonly events: readonly LogEvent[];
}

/**
 * Commits the rows of a batch together with its checkpoint. `lost`: the checkpoint was not at `from`, nothing was written.
 *
 * The checkpoint moves first: its row lock makes a second writer wait before it loads rows that are about to change.
 * A crash may lose the last commits, since they are not waited for; rows and checkpoint are lost together and read again.
 */
export async function writeBatch(client: PoolClient, schema: string, batch: Batch): Promise<'written' | 'lost'> {
  const { readModel, generation, from, to } = batch;
  const touched = readModel.tables.map((table) => ({ table, touches: touchesOf(table, batch.events) }));
  return transact(client, 'begin; set local synchronous_commit = off', async () => {
    const moved = await moveCheckpoints(client, schema, [{ readModel: readModel.name, generation, from, to }]);
    if (!moved.has(readModel.name)) return 'lost';
    for (const { table, touches } of touched) {
      if (touches.length > 0) await writeTable(client, generationSchema(schema, generation), table, touches);
    }
    return 'written';
  });
}

async function writeTable(sql: Sql, schema: string, table: AnyTable, touches: readonly Touch[]): Promise<void> {
  const loaded = await loadRows(sql, schema, table, touches);
  const { written, deleted, past } = foldTouches(table, touches, loaded);
  const { columns, visible } = shapeOf(table);
  const added = written.filter(({ row }) => !loaded.has(row.id));
  await addRows(sql, qualified(schema, table.name), columns, added);
  await changeRows(
    sql,
    qualified(schema, table.name),
    columns,
    written.filter(({ row }) => loaded.has(row.id)),
  );
  await deleteRows(sql, qualified(schema, table.name), deleted);
  await addRows(sql, qualified(schema, historyName(table.name)), visible, past);
}

async function loadRows(
  sql: Sql,
  schema: string,
  table: AnyTable,
  touches: readonly Touch[],
): Promise<ReadonlyMap<string, StoredRow>> {
  const { columns } = shapeOf(table);
  const names = ['id', 'first_position', 'from_position', ...columns.map(({ name }) => quoted(name))];
  const ids = [...new Set(touches.map(({ id }) => id))];
  const rows = await textRows(
    sql,
    `select ${names.join(', ')} from ${qualified(schema, table.name)} where id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map((row) => storedRow(columns, row)).map((stored) => [stored.row.id, stored]));
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

async function addRows(
  sql: Sql,
  target: string,
  columns: readonly Column[],
  rows: readonly (StoredRow | PastVersion)[],
): Promise<void> {
  const [one] = rows;
  if (one === undefined) return;
  const positions = ['id', 'first_position', 'from_position', ...('to' in one ? ['to_position'] : [])];
  const names = [...positions, ...columns.map(({ name }) => quoted(name))].join(', ');
  const lines = rows.map((stored) => {
    const { row, first, from } = stored;
    const places = [copyValue(row.id), String(first), String(from), ...('to' in stored ? [String(stored.to)] : [])];
    for (const { field, kind } of columns) places.push(copyValue(encode(kind, row[field])));
    return places;
  });
  await copyIn(sql, `${target} (${names})`, lines);
}

/** One statement for any number of rows: a parameter for each column, not for each value. */
async function changeRows(
  sql: Sql,
  target: string,
  columns: readonly Column[],
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const lists: readonly ValueList[] = [
    { name: 'first_position', type: 'bigint', values: rows.map(({ first }) => String(first)) },
    { name: 'from_position', type: 'bigint', values: rows.map(({ from }) => String(from)) },
    ...columns.map(({ field, name, kind }) => ({
      name: quoted(name),
      type: parameterType(kind),
      values: rows.map(({ row }) => encode(kind, row[field])),
    })),
  ];
  const parameters = lists.map(({ type }, index) => `$${index + 2}::${type}[]`);
  await sql.query(
    `update ${target} old set ${lists.map(({ name }) => `${name} = new.${name}`).join(', ')}
     from unnest($1::text[], ${parameters.join(', ')}) as new (id, ${lists.map(({ name }) => name).join(', ')})
     where old.id = new.id`,
    [rows.map(({ row }) => row.id), ...lists.map(({ values }) => values)],
  );
}

/** The values of one column for all rows. */
interface ValueList {
  readonly name: string;
  readonly type: string;
  readonly values: readonly unknown[];
}

async function deleteRows(sql: Sql, target: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.query(`delete from ${target} where id = any($1::text[])`, [ids]);
}
