import { encode, settle } from './column-values';
import { type ReadModelDatabase } from './database';
import { qualified, quoted, textRows } from '../../postgres/sql';
import { type StoredRow } from './fold';
import { storedRow } from './batch-writer';
import { type AnyTable, type Row } from './read-model';
import { type Column, historyName, parameterType, shapeOf, visibleColumns } from './table-sql';

/** Which values of a column are wanted. `from` and `to` belong to the range, `before` does not. Null only equals null. */
export type Filter<T> =
  { readonly equals: T } | { readonly in: readonly T[] } | { readonly from?: T; readonly to?: T; readonly before?: T };

export interface RowQuery<R extends Row> {
  /** The rows as they were at this ordinal; as they are now when left out. Tables that keep only the present answer as now. */
  readonly asOf?: bigint;
  readonly where?: { readonly [F in Exclude<keyof R & string, 'id'>]?: Filter<R[F]> };
  readonly ids?: readonly string[];
  readonly limit?: number;
}

export interface ReadRow<R extends Row> {
  readonly row: R;
  /** Ordinal at which the row first appeared. */
  readonly first: bigint;
  /** Ordinal at which it got the values that it has. */
  readonly from: bigint;
}

/**
 * SQL that stands where a table's name would: its visible columns with `id`, `first_position` and `from_position`, as of an ordinal or as
 * now. It is in parentheses and takes no parameters, so that it joins as `${asOfSource(...)} payment`.
 */
export function asOfSource(schema: string, table: AnyTable, asOf: bigint | null = null): string {
  const live = qualified(schema, table.name);
  if (asOf === null || table.keeps === 'present') return live;
  const columns = visibleColumns(table);
  if (table.keeps === 'grows') return `(select ${columns} from ${live} where first_position <= ${asOf})`;
  return `(select ${columns} from ${live} where from_position <= ${asOf}
    union all select ${columns} from ${qualified(schema, historyName(table.name))}
    where from_position <= ${asOf} and to_position > ${asOf})`;
}

/** Reads rows of the generation that is served. Internal columns are not there: give a row type without them. */
export class RowReader {
  readonly #database: ReadModelDatabase;

  constructor(database: ReadModelDatabase) {
    this.#database = database;
  }

  /** By the position at which a row first appeared, then by id. */
  async readRows<R extends Row>(table: AnyTable, query: RowQuery<R> = {}): Promise<readonly ReadRow<R>[]> {
    const { pool, schema } = this.#database;
    const parameters = new Parameters();
    const conditions = conditionsOf(table, query, parameters);
    const text = [
      `select ${visibleColumns(table)} from ${asOfSource(schema, table, query.asOf ?? null)} as source`,
      conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`,
      'order by first_position, id',
      query.limit === undefined ? '' : `limit ${parameters.add(query.limit)}`,
    ].join(' ');
    const rows = await textRows(pool, text, parameters.values);
    return rows.map((row) => readRow<R>(storedRow(shapeOf(table).visible, row)));
  }
}

function readRow<R extends Row>({ row, first, from }: StoredRow): ReadRow<R> {
  // The row was written by the table's own folds; which of its columns are visible is for the caller's type to say.
  return { row: row as unknown as R, first, from };
}

class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

function conditionsOf<R extends Row>(table: AnyTable, query: RowQuery<R>, parameters: Parameters): string[] {
  const filters: readonly [string, Filter<unknown> | undefined][] = Object.entries(query.where ?? {});
  const conditions = filters.flatMap(([field, filter]) =>
    filter === undefined ? [] : filterSql(visibleColumn(table, field), filter, parameters),
  );
  if (query.ids !== undefined) conditions.push(`id = any(${parameters.add(query.ids)}::text[])`);
  return conditions;
}

function visibleColumn(table: AnyTable, field: string): Column {
  const column = shapeOf(table).visible.find((visible) => visible.field === field);
  if (column === undefined) throw new Error(`The table ${table.name} has no column ${field} to filter by.`);
  return column;
}

function filterSql({ name, kind }: Column, filter: Filter<unknown>, parameters: Parameters): string[] {
  const column = quoted(name);
  const type = parameterType(kind);
  const parameter = (value: unknown) => `${parameters.add(encode(kind, settle(kind, value)))}::${type}`;
  if ('equals' in filter) {
    return [filter.equals === null ? `${column} is null` : `${column} = ${parameter(filter.equals)}`];
  }
  if ('in' in filter) {
    const values = filter.in.filter((value) => value !== null).map((value) => encode(kind, settle(kind, value)));
    const among = `${column} = any(${parameters.add(values)}::${type}[])`;
    return [filter.in.includes(null) ? `(${among} or ${column} is null)` : among];
  }
  return [
    ...(filter.from === undefined ? [] : [`${column} >= ${parameter(filter.from)}`]),
    ...(filter.to === undefined ? [] : [`${column} <= ${parameter(filter.to)}`]),
    ...(filter.before === undefined ? [] : [`${column} < ${parameter(filter.before)}`]),
  ];
}
