import { PAYMENT_STATUSES } from '../../domain/payments/flags-table';
import { fields, nullable } from '../../fields/field';
import { amount, currency, flag, id, oneOf, text, wholeNumber } from '../../fields/kinds';
import { type ExportRowRow, exportRows } from '../balances/table';
import { connectionsReadModel } from '../connections/table';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource, RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { customersOf } from '../people/people-of';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { peopleReadModel } from '../people/table';
import { found } from '../people/whose';
import { type CallerView, seen, type View } from '../view';
import { findBatch, isOverdue } from './batch';
import { balanceExportsReadModel } from './table';

const ROW_STATUSES = ['exported', 'released', 'matched', 'awaiting_gocardless', ...PAYMENT_STATUSES] as const;

export class ExportRowItem extends fields({
  id: id(),
  number: wholeNumber({ min: 1 }),
  customerId: id(),
  customerName: nullable(text()),
  mandateId: nullable(id()),
  currency: currency(),
  amount: amount({ description: 'As it stands in the file.' }),
  collectedAmount: nullable(amount({ description: 'What GoCardless collects; null until it shows the payment.' })),
  paymentId: nullable(id()),
  status: oneOf(ROW_STATUSES, { description: 'Of the row itself while it has no payment, else that of its payment.' }),
  released: flag(),
  afterCancellation: flag({ description: 'Given up, and seen at GoCardless all the same.' }),
  amountDiffers: flag(),
  notSeen: flag({ description: 'GoCardless should have shown it by now.' }),
  matchedTo: nullable(id({ description: 'The payment made elsewhere that was taken for this row.' })),
}) {}

/** SQL of what a row and its payment are to each other; `t` is the row and `p` its payment, if it has one. */
export const OF_ROW = {
  seen: 'coalesce(p.seen, false)',
  givenUp: '(t.released or coalesce(p.released, false))',
  afterCancellation: '(coalesce(p.seen, false) and (t.released or p.released))',
  amountDiffers: '(coalesce(p.seen, false) and p.amount <> t.amount)',
  refused: `coalesce(p.status = 'rejected', false)`,
  phase: `case when p.awaited then 'awaiting_gocardless' else p.status end`,
  /** GoCardless has not shown it yet, and it was neither given up nor sent through the API. */
  waiting: `(not t.released and (p.id is null or p.awaited))`,
} as const;

const OF_PAYMENT = 'p.id = t.payment_id';

/** Rows with their payments, as `t` and `p`. */
export function rowsWithPayments({ schema }: ReadModelDatabase, { asOf }: Pick<View, 'asOf'>): string {
  return `${asOfSource(schema, exportRows, asOf)} as t
    left join ${asOfSource(schema, paymentsTable, asOf)} as p on ${OF_PAYMENT}`;
}

/** Rows of a sealed batch in the order of the file. */
export const exportRowsList = tableList<ExportRowRow, ExportRowItem>({
  name: 'balance-export-rows',
  item: ExportRowItem,
  table: exportRows,
  readModels: [balanceExportsReadModel, paymentsReadModel, connectionsReadModel, peopleReadModel],
  within: {
    column: 'balanceExportId',
    exists: async ({ database }, view, batch) => (await findBatch(database, view, batch)) !== null,
  },
  columns: ['customerId'],
  filters: {
    released: flagOf(() => OF_ROW.givenUp),
    afterCancellation: flagOf(() => OF_ROW.afterCancellation),
    amountDiffers: flagOf(() => OF_ROW.amountDiffers),
    notSeen: flagOf(async ({ database, view, within }) => {
      return (await isBatchOverdue(database, view, within)) ? OF_ROW.waiting : 'false';
    }),
  },
  visible: () => ['t.mandate_id is not null'],
  orderBy: 'number',
  sorts: ['amount'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    ...['id', 'customer_id', 'mandate_id', 'payment_id'].map((column) => isId(`t.${column}`, word, sql)),
  ],
  money: { amount: 'amount', currency: 'currency' },
  groups: ['currency'],
  items: async (rows, view, { database }) => {
    const [row] = rows;
    const isLate = await isBatchOverdue(database, view, row?.balanceExportId);
    const ids = rows.flatMap(({ paymentId }) => paymentId ?? []);
    const payments = await new RowReader(database).readRows<VisiblePayment>(paymentsTable, {
      ...seen(view),
      ids,
    });
    const paymentOf = new Map(payments.map((payment) => [payment.row.id, payment.row]));
    const people = await customersOf(database, rows);
    return rows.map((one) => {
      const customerName = people.get(one.customerId)?.name ?? null;
      return itemOf(one, paymentOf.get(one.paymentId ?? ''), isLate, customerName);
    });
  },
});

function flagOf(condition: (sql: ListSql) => string | Promise<string>) {
  return anyOf(flag(), async (values, sql) => {
    sql.join(paymentsTable, 'p', OF_PAYMENT);
    return `(${await condition(sql)}) = any(${sql.values(values, 'boolean')})`;
  });
}

async function isBatchOverdue(
  database: ReadModelDatabase,
  view: CallerView,
  balanceExportId: string | undefined,
): Promise<boolean> {
  const batch = balanceExportId === undefined ? null : await findBatch(database, view, balanceExportId);
  return batch !== null && isOverdue(database, batch, view.now);
}

function itemOf(
  row: ExportRowRow,
  payment: VisiblePayment | undefined,
  isLate: boolean,
  customerName: string | null,
): ExportRowItem {
  const isSeen = payment?.seen === true;
  const isWaiting = !row.released && (payment === undefined || payment.awaited);
  const collectedAmount = isSeen ? payment.amount : null;
  return pick(ExportRowItem, row, {
    customerName,
    collectedAmount,
    status: statusOf(row, payment),
    afterCancellation: isSeen && (row.released || payment.released),
    amountDiffers: collectedAmount !== null && collectedAmount !== row.amount,
    notSeen: isLate && isWaiting,
    matchedTo: payment?.matchedTo ?? null,
  });
}

function statusOf({ released }: ExportRowRow, payment: VisiblePayment | undefined): (typeof ROW_STATUSES)[number] {
  if (payment === undefined) return released ? 'released' : 'exported';
  if (payment.awaited) return 'awaiting_gocardless';
  if (payment.seen || payment.status !== 'cancelled') return payment.status;
  return payment.matchedTo === null ? 'released' : 'matched';
}
