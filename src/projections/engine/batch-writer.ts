import { type PoolClient } from 'pg';
import { type Position } from '../../application/ports/event-store';
import { moveCheckpoints } from './checkpoints';
import { decode, encode } from './column-values';
import { qualified, quoted, type Sql, textRows, transact } from './database';
import {
  foldTouches,
  type PastVersion,
  type SettledRow,
  type StoredRow,
  type TableChange,
  type Touch,
  touchesOf,
} from './fold';
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
  const loaded = table.keeps === 'grows' ? new Map<string, StoredRow>() : await loadRows(sql, schema, table, touches);
  const change = foldTouches(table, touches, loaded);
  await writeRows(sql, schema, table, change.written);
  await deleteRows(sql, schema, table, change);
  await writePast(sql, schema, table, change.past);
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

async function writeRows(sql: Sql, schema: string, table: AnyTable, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { columns } = shapeOf(table);
  const updates = ['first_position', 'from_position', ...columns.map(({ name }) => quoted(name))];
  const onConflict =
    table.keeps === 'grows'
      ? 'do nothing'
      : `do update set ${updates.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  const [text, values] = insertion(qualified(schema, table.name), [
    ...positionLists(rows),
    ...columnLists(columns, rows),
  ]);
  await sql.query(`${text} on conflict (id) ${onConflict}`, values);
}

async function deleteRows(sql: Sql, schema: string, table: AnyTable, { deleted }: TableChange): Promise<void> {
  if (deleted.length === 0) return;
  await sql.query(`delete from ${qualified(schema, table.name)} where id = any($1::text[])`, [deleted]);
}

async function writePast(sql: Sql, schema: string, table: AnyTable, past: readonly PastVersion[]): Promise<void> {
  if (past.length === 0) return;
  const [text, values] = insertion(qualified(schema, historyName(table.name)), [
    ...positionLists(past),
    { name: 'to_position', type: 'bigint', values: past.map(({ to }) => to.toString()) },
    ...columnLists(shapeOf(table).visible, past),
  ]);
  await sql.query(text, values);
}

/** The values of one column for all rows of an insert. */
interface ValueList {
  readonly name: string;
  readonly type: string;
  readonly values: readonly unknown[];
}

function positionLists(rows: readonly StoredRow[]): readonly ValueList[] {
  return [
    { name: 'id', type: 'text', values: rows.map(({ row }) => row.id) },
    { name: 'first_position', type: 'bigint', values: rows.map(({ first }) => first.toString()) },
    { name: 'from_position', type: 'bigint', values: rows.map(({ from }) => from.toString()) },
  ];
}

function columnLists(columns: readonly Column[], rows: readonly { readonly row: SettledRow }[]): readonly ValueList[] {
  return columns.map(({ field, name, kind }) => ({
    name: quoted(name),
    type: parameterType(kind),
    values: rows.map(({ row }) => encode(kind, row[field])),
  }));
}

/** One statement for any number of rows: a parameter for each column, not for each value. */
function insertion(target: string, lists: readonly ValueList[]): [text: string, values: unknown[]] {
  const names = lists.map(({ name }) => name).join(', ');
  const parameters = lists.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  return [`insert into ${target} (${names}) select * from unnest(${parameters})`, lists.map(({ values }) => values)];
}
