import { type ReadModelDatabase } from '../engine/database';
import { qualified, textRows } from '../../postgres/sql';
import { RowReader } from '../engine/reader';
import { people, type PersonRow } from './table';

/** Personal data by customer, as it is now; who was forgotten, and nobody at all, is not there. */
export async function peopleOf(
  database: ReadModelDatabase,
  customerIds: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, PersonRow>> {
  const ids = [...new Set(customerIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await new RowReader(database).readRows<PersonRow>(people, { ids });
  return new Map(rows.map(({ row }) => [row.id, row]));
}

export interface PersonFilters {
  readonly name?: string;
  readonly company?: string;
  /** Whatever its case. */
  readonly email?: string;
}

/** The ids of the customers who are called so now; null when nothing is asked. */
export async function customersCalled(
  { pool, schema }: ReadModelDatabase,
  { name, company, email }: PersonFilters,
): Promise<readonly string[] | null> {
  if (name === undefined && company === undefined && email === undefined) return null;
  const rows = await textRows(
    pool,
    `select id from ${qualified(schema, people.name)}
     where ($1::text is null or name = $1) and ($2::text is null or company = $2) and ($3::text is null or lower(email) = lower($3))`,
    [name ?? null, company ?? null, email?.trim() ?? null],
  );
  return rows.map(([id]) => id ?? '');
}
