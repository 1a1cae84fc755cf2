import { type PoolClient, type QueryArrayConfig } from 'pg';

/** A pool, or one connection of it. */
export type Sql = Pick<PoolClient, 'query'>;

/** `"schema"."name"`, fit for SQL text. */
export function qualified(schema: string, name: string): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Values as PostgreSQL writes them, untouched by the parsers that the process has set up for `pg`. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** The rows of a query, each as the texts of its columns in order. */
export async function textRows(
  sql: Sql,
  text: string,
  values: readonly unknown[],
): Promise<readonly (readonly (string | null)[])[]> {
  const query: QueryArrayConfig = { text, values: [...values], rowMode: 'array', types: AS_TEXT };
  const { rows } = await sql.query<(string | null)[]>(query);
  return rows;
}
