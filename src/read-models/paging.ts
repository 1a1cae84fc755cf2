import { asOfSource, type Filter, type ReadRow, RowReader, type RowQuery, UnknownCursor } from './engine/reader';
import { type ReadModelDatabase } from './engine/database';
import { quoted, textRows } from '../postgres/sql';
import { columnName } from './engine/table-sql';
import { type AnyTable, type Row } from './engine/read-model';

/** What a query may see, and as of when. */
export interface View {
  /** The connections that the caller's key reaches. */
  readonly connectionIds: 'all' | readonly string[];
  /** As it was recorded at this ordinal; as it is now when left out. */
  readonly asOf?: bigint;
}

/** For what carries effective times: only what was true by then, ISO 8601 UTC. */
export interface EffectiveView extends View {
  readonly effectiveAt?: string;
}

export interface Paging {
  /** Most items of the page. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** A page of a list, oldest first. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins, an id; null at the end. */
  readonly next: string | null;
}

type Where<R extends Row> = NonNullable<RowQuery<R>['where']>;

/** The part of a row query that a view decides. */
export function seen({ asOf }: View): { readonly asOf?: bigint } {
  return asOf === undefined ? {} : { asOf };
}

/** Rows of the connections in view. */
export function withinConnections({ connectionIds }: View): { readonly connectionId?: Filter<string> } {
  return connectionIds === 'all' ? {} : { connectionId: { in: connectionIds } };
}

/** Rows whose columns have these values; a value that is left out does not matter. */
export function equalTo<R extends Row>(values: {
  readonly [F in Exclude<keyof R & string, 'id'>]?: R[F] | undefined;
}): Where<R> {
  const filters = Object.entries<unknown>(values)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, { equals: value }]);
  // The same fields with the same types, each as a filter.
  return Object.fromEntries(filters) as Where<R>;
}

/** From one value to another, both included; an end that is left out is open. */
export function between<T>(from: T | undefined, to: T | undefined): Filter<T> | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** `{ [field]: filter }`, or nothing without a filter. */
export function filteredBy<F extends string, T>(
  field: F,
  filter: Filter<T> | undefined,
): Partial<Record<F, Filter<T>>> {
  // A computed key widens to string; it is the field given.
  return (filter === undefined ? {} : { [field]: filter }) as Partial<Record<F, Filter<T>>>;
}

export interface RowPage<R extends Row> {
  readonly rows: readonly ReadRow<R>[];
  readonly next: string | null;
}

/** One page of a table's rows. Throws `UnknownCursor`. */
export async function readPage<R extends Row>(
  database: ReadModelDatabase,
  table: AnyTable,
  query: RowQuery<R>,
  { limit, cursor }: Paging,
): Promise<RowPage<R>> {
  const behind = cursor === undefined ? {} : { afterId: cursor };
  const rows = await new RowReader(database).readRows<R>(table, { ...query, ...behind, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.row.id ?? null) : null };
}

/** Values of a statement under way, numbered as they are added. */
export class SqlValues {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

export interface IdQuery {
  /** It is called `t` in `joins` and `conditions`. */
  readonly table: AnyTable;
  readonly asOf?: bigint;
  readonly joins?: readonly string[];
  readonly conditions: readonly string[];
  readonly values: SqlValues;
  /** A field that orders the rows of one event among themselves; by id when left out. */
  readonly within?: string;
}

/** One page of the ids of rows, where filters need other tables. Throws `UnknownCursor`. */
export async function readIds(
  database: ReadModelDatabase,
  { table, asOf, joins = [], conditions, values, within }: IdQuery,
  { limit, cursor }: Paging,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
  const order = `t.first_position, ${within === undefined ? '' : `t.${quoted(columnName(within))}, `}t.id`;
  const source = `${asOfSource(database.schema, table, asOf)} t`;
  const all = [...conditions];
  if (cursor !== undefined) {
    const query = { ...(asOf === undefined ? {} : { asOf }), ids: [cursor] };
    const [last] = await new RowReader(database).readRows(table, query);
    if (last === undefined) throw new UnknownCursor(table.name, cursor);
    all.push(`(${order}) > (select ${order} from ${source} where t.id = ${values.add(cursor)})`);
  }
  const rows = await textRows(
    database.pool,
    `select t.id from ${source} ${joins.join(' ')} ${all.length === 0 ? '' : `where ${all.join(' and ')}`}
     order by ${order} limit ${values.add(limit + 1)}`,
    values.list,
  );
  const ids = rows.slice(0, limit).map(([id]) => id ?? '');
  return { ids, next: rows.length > limit ? (ids.at(-1) ?? null) : null };
}
