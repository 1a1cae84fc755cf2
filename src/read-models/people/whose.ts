import { textRows } from '../../postgres/sql';
import { type ListSql } from '../lists/list-sql';
import { escaped } from '../lists/search';
import { folded } from './folded';
import { people } from './table';

/** Rows of customers who are called so now; e-mail addresses whatever their case. */
export function whose(
  column: string,
  by: 'name' | 'company' | 'email',
  values: readonly string[],
  sql: ListSql,
): string {
  const wanted = by === 'email' ? values.map((value) => value.trim().toLowerCase()) : values;
  const called = by === 'email' ? 'lower(email)' : by;
  return `${column} in (select id from ${sql.present(people)} where ${called} = any(${sql.values(wanted)}))`;
}

/** So many customers are named one by one, for which an index of the list helps; more are joined. */
const MAX_NAMED = 1000;

/** Rows of customers of whose name, company or e-mail address the word is a part. */
export async function found(column: string, word: string, sql: ListSql): Promise<string> {
  const table = sql.present(people);
  const pattern = `%${escaped(folded(word))}%`;
  const { pool } = sql.database;
  const rows = await textRows(pool, `select id from ${table} where search like $1 limit $2`, [pattern, MAX_NAMED + 1]);
  const ids = rows.map(([id]) => id);
  if (ids.length > MAX_NAMED) return `${column} in (select id from ${table} where search like ${sql.value(pattern)})`;
  return `${column} = any(${sql.values(ids)})`;
}
