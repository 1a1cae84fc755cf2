import { type Field, type FieldsClass } from '../../fields/field';
import { quoted } from '../../postgres/sql';
import { storedRow } from '../engine/batch-writer';
import { type AnyTable, type ColumnKind, type ReadModel, type Row } from '../engine/read-model';
import { shapeOf } from '../engine/table-sql';
import { type CallerView } from '../view';
import { column, type ColumnFilter, daysOf, type Filter, timesOf, type WhereFilter } from './filters';
import { type List, type ListPage, type ListQuery, type ReadSource, type Summary } from './list';
import { ListSql } from './list-sql';
import { type Key, neighbours, type Place, placeIn } from './place';
import { exactNumber, summaryOf } from './summary';

type Name<T> = keyof T & string;

/** A list whose items are the rows of a table, each with what is read beside it. */
export interface TableListParts<R extends Row, Item extends object> {
  readonly name: string;
  readonly item: FieldsClass<Item>;
  readonly table: AnyTable;
  /** What stands for the table in `from`, where rows of its form stand elsewhere, too. */
  readonly source?: (sql: ListSql) => Promise<string>;
  /** Large columns that no item shows: a page of the list does without them. */
  readonly unread?: readonly string[];
  /** All that the list looks into. */
  readonly readModels: readonly ReadModel[];
  /** Filters by columns that items show under the same name. */
  readonly columns?: readonly (Name<R> & Name<Item>)[];
  /** Columns with days or times that items show, filtered by `<name>From` and `<name>To`. */
  readonly ranges?: readonly (Name<R> & Name<Item>)[];
  /** Every other filter. */
  readonly filters?: Readonly<Record<string, WhereFilter | ColumnFilter<Name<R>>>>;
  /** Conditions that hold for every row in view, beside its connection. */
  readonly visible?: (sql: ListSql) => readonly string[] | Promise<readonly string[]>;
  /** The column that names the row's connection; `connectionId` when left out. */
  readonly connection?: Name<R>;
  /** The column with the effective time, where the list also answers what was true at a time. */
  readonly effective?: Name<R>;
  /** Columns with amounts, days or times by which items may be ordered. */
  readonly sorts?: readonly (Name<R> & Name<Item>)[];
  /** The column that orders items, instead of the position at which they appeared. */
  readonly orderBy?: Name<R>;
  /** The column that orders the rows of one event among themselves; by id when left out. */
  readonly orderWithin?: Name<R>;
  /** For a list of the parts of a thing: the column with its id, and whether it is there for the view. */
  readonly within?: {
    readonly column: Name<R>;
    readonly exists: (source: ReadSource, view: CallerView, id: string) => Promise<boolean>;
  };
  /** Conditions of which one must hold for each word that is searched for. */
  readonly search?: (word: string, sql: ListSql) => Promise<readonly string[]>;
  /** The columns that a summary adds up. */
  readonly money?: { readonly amount: Name<R>; readonly currency: Name<R> };
  /** Columns by whose values a summary may be grouped. */
  readonly groups?: readonly (Name<R> & Name<Item>)[];
  /** The items of these rows, one for each, in their order. */
  readonly items: (rows: readonly R[], view: CallerView, source: ReadSource) => Promise<readonly Item[]>;
}

export interface TableList<Item extends object> extends List<Item> {
  /** The item of the first row with one of these ids; null when there is none in view. */
  find(source: ReadSource, view: CallerView, ids: readonly string[]): Promise<Item | null>;
}

export function tableList<R extends Row, Item extends object>(parts: TableListParts<R, Item>): TableList<Item> {
  const filters = filtersOf(parts);
  const { name, item, readModels, sorts = [], groups = [], within } = parts;
  return {
    name,
    item,
    readModels,
    filters,
    sorts,
    groups,
    searchable: parts.search !== undefined,
    effective: parts.effective !== undefined,
    exists: (source, query) => within?.exists(source, query, query.within ?? '') ?? Promise.resolve(true),
    page: (source, query) => readPage(parts, filters, source, query),
    summary: (source, query, groupBy) => summarize(parts, filters, source, query, groupBy),
    find: (source, view, ids) => findItem(parts, source, view, ids),
  };
}

/** Throws when a filter or an order is by a column that the table or the item does not have. */
function filtersOf<R extends Row, Item extends object>(
  parts: TableListParts<R, Item>,
): Readonly<Record<string, Filter>> {
  const { columns = [], ranges = [], sorts = [], groups = [], money, filters = {} } = parts;
  const fieldOf = (name: string): Field => {
    const field = parts.item.fields[name];
    if (field === undefined) throw new Error(`The list ${parts.name} shows no ${name} to be filtered by.`);
    return field;
  };
  const all: Readonly<Record<string, Filter>> = {
    ...Object.fromEntries(columns.map((name) => [name, column(name, fieldOf(name))])),
    ...Object.fromEntries(
      ranges.flatMap((name) => Object.entries(fieldOf(name).kind === 'day' ? daysOf(name) : timesOf(name))),
    ),
    ...filters,
  };
  const used = [
    ...Object.values(all).map((filter) => filter.column),
    ...sorts,
    ...groups,
    ...Object.values(money ?? {}),
  ];
  const missing = used.filter((name) => name !== undefined && name !== 'id' && !hasColumn(parts.table, name));
  if (missing.length > 0) throw new Error(`The table of the list ${parts.name} has no column ${missing.join(', ')}.`);
  return all;
}

function hasColumn(table: AnyTable, field: string): boolean {
  return shapeOf(table).visible.some((visible) => visible.field === field);
}

async function readPage<R extends Row, Item extends object>(
  parts: TableListParts<R, Item>,
  filters: Readonly<Record<string, Filter>>,
  source: ReadSource,
  query: ListQuery,
): Promise<ListPage<Item>> {
  const sql = await sqlOf(parts, source, query, query.within);
  const order = orderOf(parts, sql, query);
  const place = placeIn(parts.name, query, (keys) => fitsOrder(keys, order));
  const isDescending = (query.order === 'desc') !== (place?.backwards ?? false);
  const conditions = [
    ...(await visibleRows(parts, sql)),
    ...(await wantedRows(parts, filters, sql, query)),
    ...(place === null ? [] : [behind(order, place, isDescending, sql)]),
  ];
  const direction = isDescending ? 'desc' : 'asc';
  const rest = `order by ${order.map((key) => `${key.sql} ${direction}`).join(', ')} limit ${sql.value(query.limit + 1, 'integer')}`;
  const read = await readRows(parts, sql, conditions, order, rest);
  const shown = read.slice(0, query.limit);
  if (place?.backwards === true) shown.reverse();
  const rows = shown.map(({ row }) => row);
  return { items: await parts.items(rows, query, source), ...neighbours(query, place, read, query.limit) };
}

async function findItem<R extends Row, Item extends object>(
  parts: TableListParts<R, Item>,
  source: ReadSource,
  view: CallerView,
  ids: readonly string[],
): Promise<Item | null> {
  const sql = await sqlOf(parts, source, view);
  const conditions = [...(await visibleRows(parts, sql)), `t.id = any(${sql.values(ids)})`];
  const rows = await readRows(parts, sql, conditions, [], 'order by t.first_position limit 1');
  const [found] = await parts.items(
    rows.map(({ row }) => row),
    view,
    source,
  );
  return found ?? null;
}

async function summarize<R extends Row, Item extends object>(
  parts: TableListParts<R, Item>,
  filters: Readonly<Record<string, Filter>>,
  source: ReadSource,
  query: ListQuery,
  groupBy: string | null,
): Promise<Summary> {
  const sql = await sqlOf(parts, source, query, query.within);
  const conditions = [...(await visibleRows(parts, sql)), ...(await wantedRows(parts, filters, sql, query))];
  const key = groupBy === null ? 'null' : sql.column(groupBy).sql;
  const currency = parts.money === undefined ? 'null' : sql.column(parts.money.currency).sql;
  const amount = parts.money === undefined ? 'null' : `sum(${sql.column(parts.money.amount).sql})`;
  const select = `${key}::text collate "C", ${currency}::text collate "C", count(*), ${amount}`;
  const rows = await sql.run(select, conditions, 'group by 1, 2 order by 1 nulls first, 2');
  return summaryOf(
    rows.map(([of = null, inCurrency = null, count = null, total = null]) => {
      return {
        key: of,
        currency: inCurrency,
        count: Number(count),
        amount: total === null ? null : exactNumber(total),
      };
    }),
    groupBy,
  );
}

async function sqlOf<R extends Row, Item extends object>(
  parts: TableListParts<R, Item>,
  from: ReadSource,
  view: CallerView,
  within?: string,
): Promise<ListSql> {
  const sql = new ListSql(from, parts.table, view, within);
  if (parts.source !== undefined) sql.rowsFrom(await parts.source(sql));
  return sql;
}

async function visibleRows<R extends Row, Item extends object>(
  { connection, effective, visible, within }: TableListParts<R, Item>,
  sql: ListSql,
): Promise<readonly string[]> {
  const { connectionIds, effectiveAt } = sql.view;
  return [
    ...(connectionIds === 'all'
      ? []
      : [`${sql.column(connection ?? 'connectionId').sql} = any(${sql.values(connectionIds)})`]),
    ...(effective === undefined || effectiveAt === undefined
      ? []
      : [`${sql.column(effective).sql} <= ${sql.value(effectiveAt)}`]),
    ...(within === undefined ? [] : [`${sql.column(within.column).sql} = ${sql.value(sql.within)}`]),
    ...((await visible?.(sql)) ?? []),
  ];
}

async function wantedRows<R extends Row, Item extends object>(
  { search }: TableListParts<R, Item>,
  filters: Readonly<Record<string, Filter>>,
  sql: ListSql,
  query: ListQuery,
): Promise<readonly string[]> {
  const conditions: string[] = [];
  for (const [asked, filter] of Object.entries(filters)) {
    const { otherwise } = filter;
    const values = query.filters[asked] ?? (otherwise === undefined ? null : [otherwise]);
    if (values !== null) conditions.push(await filter.where(values, sql));
  }
  if (search !== undefined) {
    for (const word of wordsOf(query.q)) conditions.push(`(${(await search(word, sql)).join(' or ')})`);
  }
  return conditions;
}

function wordsOf(q = ''): readonly string[] {
  return q.split(/\s+/).filter((word) => word !== '');
}

interface OrderKey {
  readonly sql: string;
  readonly kind: ColumnKind;
}

/** From the first key to the id, so that no two rows have the same place. What has no value comes before everything else. */
function orderOf<R extends Row, Item extends object>(
  { item, orderBy, orderWithin }: TableListParts<R, Item>,
  sql: ListSql,
  { sort }: ListQuery,
): readonly OrderKey[] {
  const sorted = sort === undefined ? [] : [sql.column(sort)];
  const isNullable = sort !== undefined && item.fields[sort]?.nullable === true;
  return [
    ...sorted.map((key) => ({ ...key, sql: isNullable ? `coalesce(${key.sql}, ${lowest(key.kind)})` : key.sql })),
    orderBy === undefined ? { sql: 't.first_position', kind: 'ordinal' } : sql.column(orderBy),
    ...(orderWithin === undefined ? [] : [sql.column(orderWithin)]),
    { sql: 't.id', kind: 'text' },
  ];
}

function lowest(kind: ColumnKind): string {
  return kind === 'amount' || kind === 'integer' ? '(-9007199254740992)' : `''`;
}

function fitsOrder(keys: readonly Key[], order: readonly OrderKey[]): boolean {
  return (
    keys.length === order.length &&
    order.every(({ kind }, index) => {
      const key = keys[index];
      return typeof key === 'string' && fitsKind(key, kind);
    })
  );
}

function fitsKind(key: string, kind: ColumnKind): boolean {
  switch (kind) {
    case 'amount':
    case 'integer':
      return /^-?\d{1,16}$/.test(key) && Number.isSafeInteger(Number(key));
    case 'ordinal':
      return /^\d{1,18}$/.test(key);
    default:
      return !key.includes('\0');
  }
}

function behind(order: readonly OrderKey[], { keys }: Place, isDescending: boolean, sql: ListSql): string {
  const ours = order.map((key) => key.sql).join(', ');
  const theirs = order.map(({ kind }, index) => valueOfKey(keys[index] ?? null, kind, sql)).join(', ');
  return `(${ours}) ${isDescending ? '<' : '>'} (${theirs})`;
}

function valueOfKey(key: Key, kind: ColumnKind, sql: ListSql): string {
  if (kind === 'ordinal') return sql.value(BigInt(key ?? 0), kind);
  return sql.value(kind === 'amount' || kind === 'integer' ? Number(key) : key, kind);
}

/** Rows with their places in the order, as text. */
async function readRows<R extends Row, Item extends object>(
  { table, unread = [] }: TableListParts<R, Item>,
  sql: ListSql,
  conditions: readonly string[],
  order: readonly OrderKey[] = [],
  rest = '',
): Promise<{ readonly row: R; readonly keys: readonly Key[] }[]> {
  const visible = shapeOf(table).visible.filter(({ field }) => !unread.includes(field));
  const columns = ['id', 'first_position', 'from_position', ...visible.map(({ name }) => quoted(name))];
  const select = [...columns.map((name) => `t.${name}`), ...order.map((key) => key.sql)].join(', ');
  const found = await sql.run(select, conditions, rest);
  return found.map((texts) => {
    const { row } = storedRow(visible, texts);
    // The row was written by the table's own folds; which of its columns are visible is for the caller's type to say.
    return { row: row as unknown as R, keys: texts.slice(columns.length) };
  });
}
