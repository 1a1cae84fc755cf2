import { attemptFlags, type ScheduledPaymentFlags, unsentFlags } from '../../domain/payments/flags-table';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource, RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import { type ListPage, type Paging, readIds, seen, SqlValues, type View } from '../paging';
import { type MandateMark, mandateMarks } from './mandate-marks';
import { type ScheduledPaymentRow, scheduledPayments } from './table';

const COLUMN_FILTERS = {
  salesOrderId: 'sales_order_id',
  customerId: 'customer_id',
  mandateId: 'mandate_id',
  currency: 'currency',
  dueDate: 'due_date',
  paymentId: 'payment_id',
} as const;

const FLAG_FILTERS = [
  'paymentCreated',
  'isProcessed',
  'succeeded',
  'isPaymentProcessed',
  'hasErrors',
  'isCancelled',
] as const satisfies readonly (keyof ScheduledPaymentFlags)[];

export const SCHEDULED_PAYMENT_FILTERS = [
  'salesOrderId',
  'customerId',
  'mandateId',
  'currency',
  'dueDate',
  'dueDateFrom',
  'dueDateTo',
  'paymentId',
  ...FLAG_FILTERS,
] as const;

export type ScheduledPaymentFilters = {
  readonly [Field in keyof typeof COLUMN_FILTERS]?: string;
} & { readonly dueDateFrom?: string; readonly dueDateTo?: string } & {
  readonly [Flag in (typeof FLAG_FILTERS)[number]]?: boolean;
};

export interface ScheduledPaymentItem {
  readonly id: string;
  readonly salesOrderId: string;
  readonly mandateId: string | null;
  readonly dueDate: string;
  readonly amount: number;
  readonly currency: string;
  /** Of the newest attempt. */
  readonly paymentId: string | null;
  readonly flags: ScheduledPaymentFlags;
  readonly message: string | null;
  readonly connectionId: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly attempt: number;
  /** As GoCardless set it for the newest attempt. */
  readonly chargeDate: string | null;
}

/**
 * Only `hasErrors` may depend on the mark of a mandate, which is not in the database: where it is asked for, what the database lets
 * through is looked at once more, and pages are read until one is full.
 */
export async function listScheduledPayments(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: ScheduledPaymentFilters },
): Promise<ListPage<ScheduledPaymentItem>> {
  const { hasErrors } = query.filters;
  const items: ScheduledPaymentItem[] = [];
  let cursor = query.cursor;
  for (;;) {
    const paging = { limit: query.limit - items.length, ...(cursor === undefined ? {} : { cursor }) };
    const { ids, next } = await candidateIds(database, query, paging);
    const found = await scheduledPaymentItems(database, query, ids);
    items.push(...found.filter(({ flags }) => hasErrors === undefined || flags.hasErrors === hasErrors));
    if (next === null || items.length >= query.limit) return { items, next };
    cursor = next;
  }
}

/** Null when there is none in view. */
export async function findScheduledPayment(
  database: ReadModelDatabase,
  view: View,
  id: string,
): Promise<ScheduledPaymentItem | null> {
  const [item] = await scheduledPaymentItems(database, view, [id]);
  return item !== undefined && (view.connectionIds === 'all' || view.connectionIds.includes(item.connectionId))
    ? item
    : null;
}

function candidateIds(
  database: ReadModelDatabase,
  { filters, ...view }: View & { readonly filters: ScheduledPaymentFilters },
  paging: Paging,
) {
  const { connectionIds, asOf } = view;
  const values = new SqlValues();
  const conditions: string[] = [];
  if (connectionIds !== 'all') conditions.push(`t.connection_id = any(${values.add(connectionIds)}::text[])`);
  for (const [field, column] of Object.entries(COLUMN_FILTERS)) {
    // The entries of the table have its keys.
    const value = filters[field as keyof typeof COLUMN_FILTERS];
    if (value !== undefined) conditions.push(`t.${column} = ${values.add(value)}`);
  }
  if (filters.dueDateFrom !== undefined) conditions.push(`t.due_date >= ${values.add(filters.dueDateFrom)}`);
  if (filters.dueDateTo !== undefined) conditions.push(`t.due_date <= ${values.add(filters.dueDateTo)}`);
  for (const flag of FLAG_FILTERS) {
    const wanted = filters[flag];
    if (wanted !== undefined) conditions.push(`${wanted ? '' : 'not '}(${mayHaveSql(flag, wanted)})`);
  }
  const joins = FLAG_FILTERS.some((flag) => filters[flag] !== undefined)
    ? [`left join ${asOfSource(database.schema, paymentsTable, asOf)} p on p.id = t.payment_id`]
    : [];
  return readIds(
    database,
    { table: scheduledPayments, ...seen(view), joins, conditions, values, within: 'planIndex' },
    paging,
  );
}

/** Whether the flag is up; of `hasErrors`, when it is wanted, whether it may be. */
function mayHaveSql(flag: (typeof FLAG_FILTERS)[number], wanted: boolean): string {
  const ofAttempt = (condition: string) => `coalesce(${condition}, false)`;
  const created = `p.status not in ('requested', 'rejected')`;
  switch (flag) {
    case 'paymentCreated':
      return ofAttempt(created);
    case 'isProcessed':
      return 't.payment_id is not null';
    case 'succeeded':
      return ofAttempt(`${created} and not p.has_errors`);
    case 'isPaymentProcessed':
      return ofAttempt('p.paid_out');
    case 'hasErrors':
      return ofAttempt('p.has_errors') + (wanted ? ' or (t.payment_id is null and not t.cancelled)' : '');
    case 'isCancelled':
      return `t.cancelled or ${ofAttempt('p.cancelled')}`;
  }
}

async function scheduledPaymentItems(
  database: ReadModelDatabase,
  view: View,
  ids: readonly string[],
): Promise<readonly ScheduledPaymentItem[]> {
  if (ids.length === 0) return [];
  const reader = new RowReader(database);
  const rows = (await reader.readRows<ScheduledPaymentRow>(scheduledPayments, { ...seen(view), ids })).map(
    ({ row }) => row,
  );
  const unsent = rows.filter(({ paymentId, cancelled }) => paymentId === null && !cancelled);
  const paymentIds = rows.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]));
  const [payments, marks, people] = await Promise.all([
    paymentIds.length === 0 ? [] : reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), ids: paymentIds }),
    mandateMarks(database, view, unsent),
    peopleOf(
      database,
      rows.map(({ customerId }) => customerId),
    ),
  ]);
  const paymentById = new Map(payments.map(({ row }) => [row.id, row]));
  const places = new Map(ids.map((id, place) => [id, place]));
  const inOrder = [...rows].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  return inOrder.map((row) => {
    const payment = row.paymentId === null ? undefined : paymentById.get(row.paymentId);
    return itemOf(row, payment, marks.get(row.id) ?? null, people.get(row.customerId)?.name ?? null);
  });
}

function itemOf(
  row: ScheduledPaymentRow,
  payment: VisiblePayment | undefined,
  mark: MandateMark,
  customerName: string | null,
): ScheduledPaymentItem {
  const flags = flagsOf(row, payment, mark);
  return {
    id: row.id,
    salesOrderId: row.salesOrderId,
    mandateId: row.mandateId,
    dueDate: row.dueDate,
    amount: row.amount,
    currency: row.currency,
    paymentId: row.paymentId,
    flags,
    message: row.paymentId === null ? mark : payment?.hasErrors === true ? payment.message : null,
    connectionId: row.connectionId,
    customerId: row.customerId,
    customerName,
    attempt: row.attempt,
    chargeDate: payment?.chargeDate ?? null,
  };
}

function flagsOf(
  row: ScheduledPaymentRow,
  payment: VisiblePayment | undefined,
  mark: MandateMark,
): ScheduledPaymentFlags {
  if (row.paymentId === null) return unsentFlags(row.cancelled, mark);
  // Released: the request of the payment follows in a moment.
  const flags = attemptFlags(payment ?? { status: 'requested', hasErrors: false });
  const { paymentCreated, isProcessed, succeeded, isPaymentProcessed, hasErrors } = flags;
  // After a rejection the instalment itself can be cancelled.
  const isCancelled = row.cancelled || flags.isCancelled;
  return { isDirectDebit: true, paymentCreated, isProcessed, succeeded, isPaymentProcessed, hasErrors, isCancelled };
}
