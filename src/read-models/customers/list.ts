import { fields, nullable } from '../../fields/field';
import { flag, id, listOf, text } from '../../fields/kinds';
import { anyOf } from '../lists/filters';
import { type ReadSource } from '../lists/list';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { MandateItem, mandatesOfCustomer } from '../mandates/list';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found, whose } from '../people/whose';
import { type CallerView } from '../view';
import { type CustomerRow, customers, customersReadModel } from './table';

export const LONGEST_NAME = 500;
const name = text({ max: LONGEST_NAME });

export class CustomerItem extends fields({
  id: id(),
  name: nullable(name),
  company: nullable(name),
  email: nullable(name),
  reference: nullable(name),
  round: nullable(name),
  connectionId: id(),
  forgotten: flag({ description: 'Their personal data are gone for good.' }),
}) {}

export class CustomerWithMandates extends fields({ ...CustomerItem.fields, mandates: listOf(MandateItem) }) {}

export const customersList = tableList<CustomerRow, CustomerItem>({
  name: 'customers',
  item: CustomerItem,
  table: customers,
  readModels: [customersReadModel, peopleReadModel],
  columns: ['reference', 'round', 'forgotten'],
  filters: {
    name: anyOf(name, (values, sql) => whose('t.id', 'name', values, sql)),
    company: anyOf(name, (values, sql) => whose('t.id', 'company', values, sql)),
    email: anyOf(name, (values, sql) => whose('t.id', 'email', values, sql)),
  },
  search: async (word, sql) => [
    await found('t.id', word, sql),
    contains('t.reference', word, sql),
    isId('t.id', word, sql),
  ],
  groups: ['round', 'forgotten'],
  items: async (rows, _, { database }) => {
    const ids = rows.map((row) => row.id);
    const people = await peopleOf(database, ids);
    return rows.map((row) => {
      const { name: called = null, company = null, email = null } = people.get(row.id) ?? {};
      return pick(CustomerItem, row, { name: called, company, email });
    });
  },
});

/** Null when there is none in view. */
export async function findCustomer(
  source: ReadSource,
  view: CallerView,
  customerId: string,
): Promise<CustomerWithMandates | null> {
  const item = await customersList.find(source, view, [customerId]);
  if (item === null) return null;
  return pick(CustomerWithMandates, item, { mandates: await mandatesOfCustomer(source.database, view, customerId) });
}
