import { type ReadModelDatabase } from '../engine/database';
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

/** The people behind rows, by their ids. */
export function customersOf(
  database: ReadModelDatabase,
  rows: readonly { readonly customerId: string | null }[],
): Promise<ReadonlyMap<string | null, PersonRow>> {
  return peopleOf(
    database,
    rows.map(({ customerId }) => customerId),
  );
}
