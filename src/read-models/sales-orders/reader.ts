import { groupBy } from '../../domain/shared/grouping';
import { sum } from '../../domain/shared/money';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import { type PersonRow } from '../people/table';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../paging';
import { type DocumentRow, documents } from '../receipts/table';
import { type SalesOrderLine, type SalesOrderRow, salesOrders } from './table';

export const SALES_ORDER_FILTERS = ['customerId', 'currency'] as const;

export interface SalesOrderFilters {
  readonly customerId?: string;
  readonly currency?: string;
}

export interface SalesOrderItemLine extends SalesOrderLine {
  /** Null when the customer was forgotten. */
  readonly item: string | null;
  readonly total: number;
  readonly receiptedTotal: number;
}

export interface SalesOrderItem {
  readonly id: string;
  readonly customerId: string;
  readonly basis: 'cash';
  /** What the instalments add up to, cancelled ones included. */
  readonly planTotal: number;
  /** Cash of the e-payments that were submitted and not lost. */
  readonly total: number;
  readonly receiptedTotal: number;
  readonly currency: string;
  readonly lines: readonly SalesOrderItemLine[];
  readonly scheduledPayments: readonly string[];
  readonly connectionId: string;
  readonly customerName: string | null;
}

export async function listSalesOrders(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: SalesOrderFilters },
): Promise<ListPage<SalesOrderItem>> {
  const where = { ...withinConnections(query), ...equalTo<SalesOrderRow>(query.filters) };
  const { rows, next } = await readPage<SalesOrderRow>(database, salesOrders, { ...seen(query), where }, query);
  return {
    items: await salesOrderItems(
      database,
      query,
      rows.map(({ row }) => row),
    ),
    next,
  };
}

/** Null when there is none in view. */
export async function findSalesOrder(
  database: ReadModelDatabase,
  view: View,
  id: string,
): Promise<SalesOrderItem | null> {
  const query = { ...seen(view), ids: [id], where: withinConnections(view) };
  const rows = await new RowReader(database).readRows<SalesOrderRow>(salesOrders, query);
  const [item] = await salesOrderItems(
    database,
    view,
    rows.map(({ row }) => row),
  );
  return item ?? null;
}

async function salesOrderItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly SalesOrderRow[],
): Promise<readonly SalesOrderItem[]> {
  if (rows.length === 0) return [];
  const reader = new RowReader(database);
  const ofOrders = { salesOrderId: { in: rows.map(({ id }) => id) } };
  const counting = { ...ofOrders, countsTowardsTotal: { equals: true } };
  const [payments, posted, people] = await Promise.all([
    reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), where: counting }),
    reader.readRows<DocumentRow>(documents, { ...seen(view), where: ofOrders }),
    peopleOf(
      database,
      rows.map(({ customerId }) => customerId),
    ),
  ]);
  const paymentsByOrder = groupBy(
    payments.map(({ row }) => row),
    ({ salesOrderId }) => salesOrderId ?? '',
  );
  const documentsByOrder = groupBy(
    posted.map(({ row }) => row),
    ({ salesOrderId }) => salesOrderId ?? '',
  );
  return rows.map((row) =>
    itemOf(row, paymentsByOrder.get(row.id) ?? [], documentsByOrder.get(row.id) ?? [], people.get(row.customerId)),
  );
}

function itemOf(
  row: SalesOrderRow,
  payments: readonly VisiblePayment[],
  posted: readonly DocumentRow[],
  person: PersonRow | undefined,
): SalesOrderItem {
  const items = person?.orders[row.id];
  return {
    id: row.id,
    customerId: row.customerId,
    basis: 'cash',
    planTotal: sum(row.instalments.map(({ amount }) => amount)),
    total: sum(payments.map(({ amount }) => amount)),
    receiptedTotal: sum(posted.map((document) => direction(document) * document.amount)),
    currency: row.currency,
    lines: row.lines.map(({ amount, quantity, unitAmount, taxRate, tax, incomeAccount }, index) => ({
      item: items?.[index] ?? null,
      amount,
      total: sum(payments.map(({ lineAmounts }) => lineAmounts?.[index] ?? 0)),
      receiptedTotal: sum(posted.map((document) => direction(document) * amountOfLine(document, index))),
      quantity,
      unitAmount,
      taxRate,
      tax,
      incomeAccount,
    })),
    scheduledPayments: row.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId),
    connectionId: row.connectionId,
    customerName: person?.name ?? null,
  };
}

function amountOfLine({ lines }: DocumentRow, index: number): number {
  return sum(lines.filter(({ orderLine }) => orderLine === index).map(({ amount }) => amount));
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
