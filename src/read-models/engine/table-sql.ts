import { qualified, quoted } from '../../postgres/sql';
import { type AnyTable, type ColumnKind, type ReadModel } from './read-model';

export interface Column {
  readonly field: string;
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A table's columns as SQL knows them; `visible` leaves out the internal ones. */
export interface TableShape {
  readonly columns: readonly Column[];
  readonly visible: readonly Column[];
  /** Fields of the columns that are not visible. */
  readonly internal: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
}

const RESERVED = ['id', 'first_position', 'from_position', 'to_position'];
/** PostgreSQL cuts names at 63 bytes in silence, and `_history` or `_g<N>` is still to be added. */
const LONGEST_NAME = 54;

const shapes = new WeakMap<AnyTable, TableShape>();

/** Throws when the definition can not become a table. */
export function shapeOf(table: AnyTable): TableShape {
  const known = shapes.get(table);
  if (known !== undefined) return known;
  const shape = makeShape(table);
  shapes.set(table, shape);
  return shape;
}

function makeShape(table: AnyTable): TableShape {
  requireName(table.name);
  if (table.name.endsWith('_history'))
    throw new Error(`Table ${table.name}: the ending _history belongs to past versions.`);
  const kinds: Readonly<Record<string, ColumnKind>> = table.columns;
  const columns = Object.entries(kinds).map(([field, kind]) => ({ field, name: columnName(field), kind }));
  for (const { name } of columns) {
    requireName(name);
    if (RESERVED.includes(name)) throw new Error(`Table ${table.name}: the column ${name} is the engine's own.`);
  }
  const internal = new Set<string>(table.internal ?? []);
  const shown = columns.filter(({ field, kind }) => kind === 'kept' && !internal.has(field));
  if (shown.length > 0) throw new Error(`Table ${table.name}: what is only kept for the fold must be internal.`);
  const unknown = [...internal, ...table.indexes.flat()].filter((field) => field !== 'id' && !(field in kinds));
  if (unknown.length > 0) throw new Error(`Table ${table.name} has no column ${unknown.join(', ')}.`);
  return {
    columns,
    visible: columns.filter(({ field }) => !internal.has(field)),
    internal,
    handles: new Set(table.handles),
  };
}

function requireName(name: string): void {
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > LONGEST_NAME) {
    throw new Error(
      `"${name}" can not be a table or column: lower-case words joined by _, ${LONGEST_NAME} characters at most.`,
    );
  }
}

/** `chargeDate` → `charge_date`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Everything about a read model that its stored rows depend on, as far as it can be seen without running its folds. Kept beside the
 * checkpoint: a read model whose form differs from the stored one is built anew, also when nobody raised its version.
 */
export interface Form {
  readonly tables: readonly { readonly name: string; readonly keeps: AnyTable['keeps'] }[];
}

export function formOf(readModel: ReadModel): string {
  const form: Form = {
    tables: readModel.tables.map((table) => {
      const { columns, visible, handles } = shapeOf(table);
      return {
        name: table.name,
        keeps: table.keeps,
        columns: columns.map(({ name, kind }) => `${name} ${kind}`),
        visible: visible.map(({ name }) => name),
        indexes: table.indexes.map((fields) => fields.map(columnName).join(' ')),
        handles: [...handles].sort(),
      };
    }),
  };
  return JSON.stringify(form);
}

/** `direct_debit_ledger_g3` */
export function generationSchema(schema: string, generation: number): string {
  if (schema.length > LONGEST_NAME) {
    throw new Error(`The schema name ${schema} is too long: ${LONGEST_NAME} characters at most.`);
  }
  return `${schema}_g${generation}`;
}

export function historyName(table: string): string {
  return `${table}_history`;
}

/** Byte order: the same on every server and in every locale, and an exact match for what the folds see. */
const EXACT_TEXT = 'text collate "C"';

const DECLARED: Readonly<Record<ColumnKind, string>> = {
  text: EXACT_TEXT,
  date: EXACT_TEXT,
  instant: EXACT_TEXT,
  amount: 'bigint',
  integer: 'integer',
  boolean: 'boolean',
  ordinal: 'bigint',
  json: 'jsonb',
  kept: EXACT_TEXT,
};

/** The SQL type of a parameter for a column. */
export function parameterType(kind: ColumnKind): string {
  return kind === 'date' || kind === 'instant' ? 'text' : DECLARED[kind].split(' ', 1).join();
}

/** The table, and beside it the one of its past versions; without secondary indexes. */
export function createTableSql(schema: string, table: AnyTable): readonly string[] {
  const { columns, visible } = shapeOf(table);
  const declare = (some: readonly Column[]) =>
    some.map(({ name, kind }) => `, ${quoted(name)} ${DECLARED[kind]}`).join('');
  const live = `create table ${qualified(schema, table.name)} (
    id ${EXACT_TEXT} primary key, first_position bigint not null, from_position bigint not null${declare(columns)})`;
  if (table.keeps !== 'history') return [live];
  const history = `create table ${qualified(schema, historyName(table.name))} (
    id ${EXACT_TEXT} not null, first_position bigint not null, from_position bigint not null,
    to_position bigint not null${declare(visible)}, primary key (id, from_position))`;
  return [live, history];
}

/**
 * Secondary indexes: those that the table asks for, the order of lists, and for past versions the end of each: as of a late
 * position, only the few versions that ended after it matter. The rows of one event are few and are sorted by id when they are read. A row
 * is left out of the index of a column that it has no value for: most payments are not overdue, and most rows of the timeline are about few
 * kinds of things.
 */
export function createIndexSql(schema: string, table: AnyTable): readonly string[] {
  const target = qualified(schema, table.name);
  const asked = table.indexes.map((fields) => {
    const names = fields.map((field) => quoted(columnName(field)));
    const present = names.map((name) => `${name} is not null`).join(' and ');
    return `create index on ${target} (${names.join(', ')}) where ${present}`;
  });
  const inOrder = table.unlisted === true ? [] : [`create index on ${target} (first_position)`];
  const ended =
    table.keeps === 'history' ? [`create index on ${qualified(schema, historyName(table.name))} (to_position)`] : [];
  return [...inOrder, ...asked, ...ended];
}

/** Selects what readers may see, from the table or from its past versions. */
export function visibleColumns(table: AnyTable): string {
  return ['id', 'first_position', 'from_position', ...shapeOf(table).visible.map(({ name }) => quoted(name))].join(
    ', ',
  );
}
