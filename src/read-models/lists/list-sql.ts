import { qualified, quoted, textRows } from '../../postgres/sql';
import { encode, settle } from '../engine/column-values';
import { type ReadModelDatabase } from '../engine/database';
import { type AnyTable, type ColumnKind } from '../engine/read-model';
import { asOfSource } from '../engine/reader';
import { type Column, parameterType, shapeOf } from '../engine/table-sql';
import { type CallerView } from '../view';
import { type ReadSource } from './list';

/** One statement of a list under way: the list's own table is `t`, everything else is as of the same position. */
export class ListSql {
  readonly #values: unknown[] = [];
  readonly #joins = new Map<string, string>();
  #rows: string | null = null;

  constructor(
    readonly from: ReadSource,
    readonly table: AnyTable,
    readonly view: CallerView,
    /** The id of the thing whose parts are listed. */
    readonly within?: string,
  ) {}

  get database(): ReadModelDatabase {
    return this.from.database;
  }

  /** A value as a parameter: `$1::text`. What PostgreSQL can not hold is made harmless. */
  value(value: unknown, kind: ColumnKind = 'text'): string {
    this.#values.push(encode(kind, settle(kind, value)));
    return `$${this.#values.length}::${parameterType(kind)}`;
  }

  /** Several values as one parameter: `$1::text[]`. */
  values(values: readonly unknown[], kind: ColumnKind = 'text'): string {
    this.#values.push(values.map((value) => encode(kind, settle(kind, value))));
    return `$${this.#values.length}::${parameterType(kind)}[]`;
  }

  /** What stands for a table in `from`, as of the view. */
  source(table: AnyTable): string {
    return asOfSource(this.database.schema, table, this.view.asOf ?? null);
  }

  /** What stands for a table in `from`, as it is now. */
  present(table: AnyTable): string {
    return qualified(this.database.schema, table.name);
  }

  /** Takes rows of the list's table's form from elsewhere: SQL that stands where its name would. */
  rowsFrom(source: string): void {
    this.#rows = source;
  }

  /** Joins a table once; rows without a partner stay. */
  join(table: AnyTable, alias: string, on: string): void {
    this.#joins.set(alias, `left join ${this.source(table)} ${alias} on ${on}`);
  }

  /** A visible column of the list's table, by its field. */
  column(field: string): Column & { readonly sql: string } {
    if (field === 'id') return { field, name: 'id', kind: 'text', sql: 't.id' };
    const column = shapeOf(this.table).visible.find((visible) => visible.field === field);
    if (column === undefined) throw new Error(`The table ${this.table.name} has no column ${field}.`);
    return { ...column, sql: `t.${quoted(column.name)}` };
  }

  /** The rows of `select … from t and what was joined … rest`, as text. */
  run(select: string, conditions: readonly string[], rest = ''): Promise<readonly (readonly (string | null)[])[]> {
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const from = `from ${this.#rows ?? this.source(this.table)} t ${[...this.#joins.values()].join(' ')}`;
    return textRows(this.database.pool, `select ${select} ${from} ${where} ${rest}`, this.#values);
  }
}
