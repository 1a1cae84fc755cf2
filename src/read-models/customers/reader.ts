import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type MandateItem, mandatesOfCustomer } from '../mandates/reader';
import { customersCalled, peopleOf } from '../people/reader';
import { type PersonRow } from '../people/table';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../paging';
import { type CustomerRow, customers } from './table';

export const CUSTOMER_FILTERS = ['name', 'company', 'email', 'reference', 'round', 'forgotten'] as const;

export interface CustomerFilters {
  readonly name?: string;
  readonly company?: string;
  readonly email?: string;
  readonly reference?: string;
  readonly round?: string;
  readonly forgotten?: boolean;
}

export interface CustomerItem {
  readonly id: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly reference: string | null;
  readonly round: string | null;
  readonly connectionId: string;
  /** Their name and the like are gone for good. */
  readonly forgotten: boolean;
}

export type CustomerWithMandates = CustomerItem & { readonly mandates: readonly MandateItem[] };

export async function listCustomers(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: CustomerFilters },
): Promise<ListPage<CustomerItem>> {
  const { reference, round, forgotten, ...personal } = query.filters;
  const called = await customersCalled(database, personal);
  const where = { ...withinConnections(query), ...equalTo<CustomerRow>({ reference, round, forgotten }) };
  const ids = called === null ? {} : { ids: called };
  const { rows, next } = await readPage<CustomerRow>(database, customers, { ...seen(query), where, ...ids }, query);
  const people = await peopleOf(
    database,
    rows.map(({ row }) => row.id),
  );
  return { items: rows.map(({ row }) => itemOf(row, people.get(row.id))), next };
}

/** Null when there is none in view. */
export async function findCustomer(
  database: ReadModelDatabase,
  view: View,
  id: string,
): Promise<CustomerWithMandates | null> {
  const query = { ...seen(view), ids: [id], where: withinConnections(view) };
  const [found] = await new RowReader(database).readRows<CustomerRow>(customers, query);
  if (found === undefined) return null;
  const people = await peopleOf(database, [id]);
  return { ...itemOf(found.row, people.get(id)), mandates: await mandatesOfCustomer(database, view, id) };
}

function itemOf({ id, connectionId, reference, round, forgotten }: CustomerRow, person?: PersonRow): CustomerItem {
  const { name, company, email } = person ?? { name: null, company: null, email: null };
  return { id, name, company, email, reference, round, connectionId, forgotten };
}
