import { groupBy } from '../../domain/shared/grouping';
import { sum } from '../../domain/shared/money';
import { fields, nullable } from '../../fields/field';
import { amount, currency, day, decimal, flag, id, instant, listOf, oneOf, text, texts } from '../../fields/kinds';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { customersOf } from '../people/people-of';
import { peopleReadModel, type PersonRow } from '../people/table';
import { found } from '../people/whose';
import { type DocumentRow, documents, receiptsReadModel } from '../receipts/table';
import { mandatesReadModel } from '../mandates/table';
import { havingErrors, withErrors } from '../scheduled-payments/errors';
import { scheduledPaymentsReadModel } from '../scheduled-payments/table';
import { seen } from '../view';
import { type SalesOrderRow, salesOrders, salesOrdersReadModel } from './table';

export class SalesOrderLine extends fields({
  item: nullable(text({ description: 'Null when the customer was forgotten.' })),
  quantity: decimal({ description: 'A decimal with at most four places.' }),
  unitAmount: amount({ min: 0, description: 'Tax included.' }),
  discount: amount({ min: 0, description: 'What was taken off quantity × unitAmount.' }),
  taxRate: decimal(),
  incomeAccount: nullable(text()),
  amount: amount({ min: 0, description: 'quantity × unitAmount − discount, rounded half up once.' }),
  tax: amount({ min: 0, description: 'Tax within the amount.' }),
  total: amount({ min: 0 }),
  receiptedTotal: amount({ min: 0 }),
}) {}

export class SalesOrderItem extends fields({
  id: id(),
  customerId: id(),
  basis: oneOf(['cash']),
  planTotal: amount({ description: 'What the instalments add up to, cancelled ones included.' }),
  total: amount({ min: 0, description: 'Cash of the e-payments that were submitted and not lost.' }),
  receiptedTotal: amount({ min: 0, description: 'Receipts less reversals.' }),
  currency: currency(),
  lines: listOf(SalesOrderLine, { heading: 'Line' }),
  scheduledPayments: texts(),
  connectionId: id(),
  customerName: nullable(text()),
  reference: nullable(text({ description: 'What the order is called elsewhere.' })),
  createdAt: instant(),
  nextDueDate: nullable(day({ description: 'Of the instalments that were neither sent nor cancelled.' })),
  hasErrors: flag({ description: 'One of its instalments has errors.' }),
}) {}

export const salesOrdersList = tableList<SalesOrderRow, SalesOrderItem>({
  name: 'sales-orders',
  item: SalesOrderItem,
  table: salesOrders,
  readModels: [
    salesOrdersReadModel,
    scheduledPaymentsReadModel,
    paymentsReadModel,
    mandatesReadModel,
    receiptsReadModel,
    peopleReadModel,
  ],
  columns: ['customerId', 'currency', 'reference'],
  ranges: ['createdAt', 'nextDueDate'],
  filters: {
    hasErrors: anyOf(flag(), async (values, sql) => {
      return `(t.id in (${await havingErrors('sales_order_id', sql)})) = any(${sql.values(values, 'boolean')})`;
    }),
  },
  sorts: ['createdAt', 'nextDueDate'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    contains('t.reference', word, sql),
    isId('t.id', word, sql),
    isId('t.customer_id', word, sql),
  ],
  groups: ['currency'],
  items: async (rows, view, source) => {
    const { database } = source;
    const reader = new RowReader(database);
    const ofOrders = { salesOrderId: { in: rows.map((row) => row.id) } };
    const counting = { ...ofOrders, countsTowardsTotal: { equals: true } };
    const [payments, posted, people, inError] = await Promise.all([
      reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), where: counting }),
      reader.readRows<DocumentRow>(documents, { ...seen(view), where: ofOrders }),
      customersOf(database, rows),
      withErrors(new ListSql(source, salesOrders, view), {
        column: 'sales_order_id',
        ids: rows.map(({ id: of }) => of),
      }),
    ]);
    const paymentsOf = groupBy(payments, ({ row }) => row.salesOrderId ?? '');
    const postedOf = groupBy(posted, ({ row }) => row.salesOrderId ?? '');
    return rows.map((row) =>
      itemOf(
        row,
        (paymentsOf.get(row.id) ?? []).map((payment) => payment.row),
        (postedOf.get(row.id) ?? []).map((document) => document.row),
        people.get(row.customerId),
        inError.has(row.id),
      ),
    );
  },
});

function itemOf(
  row: SalesOrderRow,
  payments: readonly VisiblePayment[],
  posted: readonly DocumentRow[],
  person: PersonRow | undefined,
  hasErrors: boolean,
): SalesOrderItem {
  const items = person?.orders[row.id];
  return pick(SalesOrderItem, row, {
    basis: 'cash',
    planTotal: sum(row.instalments.map((instalment) => instalment.amount)),
    total: sum(payments.map((payment) => payment.amount)),
    receiptedTotal: sum(posted.map((document) => direction(document) * document.amount)),
    lines: row.lines.map((line, index) =>
      pick(SalesOrderLine, line, {
        item: items?.[index] ?? null,
        total: sum(payments.map(({ lineAmounts }) => lineAmounts?.[index] ?? 0)),
        receiptedTotal: sum(posted.map((document) => direction(document) * amountOfLine(document, index))),
      }),
    ),
    scheduledPayments: row.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId),
    customerName: person?.name ?? null,
    hasErrors,
  });
}

function amountOfLine({ lines }: DocumentRow, index: number): number {
  return sum(lines.filter(({ orderLine }) => orderLine === index).map((line) => line.amount));
}

/** Receipts count, less reversals; a correction takes its document out again. A refund does not change what was received. */
function direction({ kind, correctedKind }: DocumentRow): -1 | 0 | 1 {
  switch (kind === 'correction' ? correctedKind : kind) {
    case 'receipt':
      return kind === 'correction' ? -1 : 1;
    case 'reversal':
      return kind === 'correction' ? 1 : -1;
    default:
      return 0;
  }
}
