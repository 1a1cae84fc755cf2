import { columnName, generationSchema, historyName, shapeOf } from './table-sql';
import { qualified, quoted, type Sql, textRows } from '../../postgres/sql';
import { type AnyTable } from './read-model';

/** A row that differs between the generation that is served and the one built anew. Never holds values. */
export interface Difference {
  readonly table: string;
  readonly id: string;
  /** Ordinal at which the past version began; null for the row as it is now. */
  readonly pastFrom: string | null;
  readonly which: 'only_live' | 'only_rebuilt' | 'differs';
  /** The columns in which it differs. */
  readonly columns: readonly string[];
}

/** A table that was compared: both sides have the same numbers of rows when they are equal. */
export interface ComparedTable {
  readonly table: string;
  readonly rows: number;
  readonly pastVersions: number;
}

export interface Comparison {
  readonly compared: readonly ComparedTable[];
  /** At most `MAX_DIFFERENCES` of each table and of its past versions. */
  readonly differences: readonly Difference[];
}

const MAX_DIFFERENCES = 100;

/** Compares a table in two generations row by row, past versions included; both must be seen at the same position. */
export async function compareTable(
  sql: Sql,
  schema: string,
  table: AnyTable,
  live: number,
  rebuilt: number,
): Promise<Comparison> {
  const names = shapeOf(table).visible.map(({ field }) => columnName(field));
  // A table that keeps only the present may count its version from elsewhere: the log no longer tells what was forgotten.
  const positions = table.keeps === 'present' ? ['first_position'] : ['first_position', 'from_position'];
  const places = [generationSchema(schema, live), generationSchema(schema, rebuilt)] as const;
  const present = await compareRelation(sql, places, table.name, ['id'], [...positions, ...names]);
  if (table.keeps !== 'history') {
    return { compared: [{ table: table.name, rows: present.rows, pastVersions: 0 }], differences: present.differences };
  }
  const columns = ['first_position', 'to_position', ...names];
  const past = await compareRelation(sql, places, historyName(table.name), ['id', 'from_position'], columns);
  return {
    compared: [{ table: table.name, rows: present.rows, pastVersions: past.rows }],
    differences: [
      ...present.differences,
      ...past.differences.map((difference) => ({ ...difference, table: table.name })),
    ],
  };
}

async function compareRelation(
  sql: Sql,
  [live, rebuilt]: readonly [string, string],
  name: string,
  key: readonly string[],
  columns: readonly string[],
): Promise<{ readonly rows: number; readonly differences: readonly Difference[] }> {
  const differing = columns.map(
    (column) => `case when l.${quoted(column)} is distinct from r.${quoted(column)} then '${column}' end`,
  );
  const pastFrom = key.includes('from_position') ? 'from_position::text' : 'null::text';
  const rows = await textRows(
    sql,
    `select id, ${pastFrom}, which, array_to_string(columns, ' ')
     from (
       select ${key.join(', ')},
         case when r.id is null then 'only_live' when l.id is null then 'only_rebuilt' else 'differs' end as which,
         array_remove(array[${differing.join(', ')}], null) as columns
       from ${qualified(live, name)} l full join ${qualified(rebuilt, name)} r using (${key.join(', ')})
     ) compared
     where which <> 'differs' or cardinality(columns) > 0
     order by ${key.join(', ')} limit ${MAX_DIFFERENCES}`,
    [],
  );
  const count = await textRows(sql, `select count(*) from ${qualified(rebuilt, name)}`, []);
  return { rows: Number(count[0]?.[0]), differences: rows.map((row) => differenceOf(name, row)) };
}

function differenceOf(table: string, [id, pastFrom, which, columns]: readonly (string | null)[]): Difference {
  if (which === 'differs') {
    return { table, id: id ?? '', pastFrom: pastFrom ?? null, which, columns: (columns ?? '').split(' ') };
  }
  return {
    table,
    id: id ?? '',
    pastFrom: pastFrom ?? null,
    which: which === 'only_live' ? which : 'only_rebuilt',
    columns: [],
  };
}
