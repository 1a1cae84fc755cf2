import { groupBy } from '../../domain/shared/grouping';
import { fields, nullable } from '../../fields/field';
import { amount, currency, day, flag, id, listOf, text } from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { figuresOf } from '../balances/figures';
import { statedBalances, type StatedBalanceRow } from '../balances/table';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource, RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ReadSource } from '../lists/list';
import { ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { MandateItem, mandatesOfCustomer } from '../mandates/list';
import { mandates, mandatesReadModel, type VisibleMandate } from '../mandates/table';
import { paymentsReadModel } from '../payments/table';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found, whose } from '../people/whose';
import { havingErrors, withErrors } from '../scheduled-payments/errors';
import { scheduledPayments, scheduledPaymentsReadModel } from '../scheduled-payments/table';
import { type CallerView, equalTo, seen } from '../view';
import { type CustomerRow, customers, customersReadModel } from './table';

export const LONGEST_NAME = 500;
const name = text({ max: LONGEST_NAME });

export class CustomerBalance extends fields({
  currency: currency(),
  stated: amount({ min: Number.MIN_SAFE_INTEGER }),
  collectable: amount({ min: 0, description: 'What of it is left to collect.' }),
}) {}

export class CustomerItem extends fields({
  id: id(),
  name: nullable(name),
  company: nullable(name),
  email: nullable(name),
  reference: nullable(name),
  round: nullable(name),
  connectionId: id(),
  forgotten: flag({ description: 'Their personal data are gone for good.' }),
  hasUsableMandate: flag(),
  balances: listOf(CustomerBalance, { description: 'One for each currency in which a balance was stated.' }),
  nextDueDate: nullable(day({ description: 'Of their instalments that were neither sent nor cancelled.' })),
  hasErrors: flag({ description: 'One of their instalments has errors.' }),
}) {}

export class CustomerWithMandates extends fields({ ...CustomerItem.fields, mandates: listOf(MandateItem) }) {}

export const customersList = tableList<CustomerRow, CustomerItem>({
  name: 'customers',
  item: CustomerItem,
  table: customers,
  readModels: [customersReadModel, peopleReadModel, mandatesReadModel, paymentsReadModel, scheduledPaymentsReadModel],
  columns: ['reference', 'round', 'forgotten'],
  filters: {
    name: anyOf(name, (values, sql) => whose('t.id', 'name', values, sql)),
    company: anyOf(name, (values, sql) => whose('t.id', 'company', values, sql)),
    email: anyOf(name, (values, sql) => whose('t.id', 'email', values, sql)),
    hasUsableMandate: anyOf(flag(), (values, sql) => {
      const usable = `select m.customer_id from ${sql.source(mandates)} m where m.linked and m.usable`;
      return `(t.id in (${usable})) = any(${sql.values(values, 'boolean')})`;
    }),
    hasErrors: anyOf(flag(), async (values, sql) => {
      return `(t.id in (${await havingErrors('customer_id', sql)})) = any(${sql.values(values, 'boolean')})`;
    }),
  },
  search: async (word, sql) => [
    await found('t.id', word, sql),
    contains('t.reference', word, sql),
    isId('t.id', word, sql),
  ],
  groups: ['round', 'forgotten'],
  items: async (rows, view, source) => {
    const { database } = source;
    const ids = rows.map((row) => row.id);
    const [people, usable, balances, due, inError] = await Promise.all([
      peopleOf(database, ids),
      withUsableMandate(database, view, ids),
      balancesOf(database, view, ids),
      nextDueDates(database, view, ids),
      withErrors(new ListSql(source, customers, view), { column: 'customer_id', ids }),
    ]);
    return rows.map((row) => {
      const { name: called = null, company = null, email = null } = people.get(row.id) ?? {};
      return pick(CustomerItem, row, {
        name: called,
        company,
        email,
        hasUsableMandate: usable.has(row.id),
        balances: balances.get(row.id) ?? [],
        nextDueDate: due.get(row.id) ?? null,
        hasErrors: inError.has(row.id),
      });
    });
  },
});

async function withUsableMandate(
  database: ReadModelDatabase,
  view: CallerView,
  ids: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const where = { customerId: { in: ids }, ...equalTo<VisibleMandate>({ linked: true, usable: true }) };
  const rows = await new RowReader(database).readRows<VisibleMandate>(mandates, { ...seen(view), where });
  return new Set(rows.map(({ row }) => row.customerId));
}

async function balancesOf(
  database: ReadModelDatabase,
  view: CallerView,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CustomerBalance[]>> {
  const where = { customerId: { in: ids } };
  const found = await new RowReader(database).readRows<StatedBalanceRow>(statedBalances, { ...seen(view), where });
  const rows = found.map(({ row }) => row);
  const figures = await figuresOf(database, view, rows);
  const stated = rows.flatMap(({ id: key, customerId, currency: of, stated: owed }) =>
    owed === null ? [] : [{ customerId, currency: of, stated: owed, collectable: figures.get(key)?.collectable ?? 0 }],
  );
  const byCustomer = groupBy(stated, ({ customerId }) => customerId);
  return new Map([...byCustomer].map(([of, own]) => [of, own.map((one) => pick(CustomerBalance, one, {}))]));
}

async function nextDueDates(
  { pool, schema }: ReadModelDatabase,
  { asOf }: CallerView,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await textRows(
    pool,
    `select customer_id, min(due_date) from ${asOfSource(schema, scheduledPayments, asOf ?? null)} waiting
     where customer_id = any($1::text[]) and payment_id is null and not cancelled group by customer_id`,
    [ids],
  );
  return new Map(rows.map(([of, day]) => [of ?? '', day ?? '']));
}

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
