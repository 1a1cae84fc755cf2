import { type ReadModelDatabase } from '../engine/database';
import { type Filter, RowReader } from '../engine/reader';
import { type CustomerRow, customers } from '../customers/table';
import { peopleOf } from '../people/reader';
import { type PersonRow } from '../people/table';
import {
  between,
  equalTo,
  filteredBy,
  type ListPage,
  type Paging,
  readPage,
  seen,
  type View,
  withinConnections,
} from '../paging';
import { NO_RECEIPTS, type PaymentReceipts, receiptsOf } from '../receipts/payment-receipts';
import { type PaymentFlags } from '../../domain/payments/flags-table';
import { paymentsTable, type VisiblePayment } from './table';

/** Collectors see the payments of their rounds only. */
export interface RoundView extends View {
  readonly rounds: 'all' | readonly string[];
}

/** Columns of a payment that a list can be filtered by, each by one value. */
const COLUMN_FILTERS = [
  'customerId',
  'mandateId',
  'gocardlessPaymentId',
  'origin',
  'salesOrderId',
  'scheduledPaymentId',
  'balanceExportId',
  'amount',
  'currency',
  'chargeDate',
  'status',
  'payoutId',
  'accepted',
  'scheduled',
  'pending',
  'submitted',
  'succeeded',
  'confirmed',
  'paidOut',
  'cancelled',
  'hasErrors',
  'lateFailure',
  'chargedBack',
  'retryScheduled',
] as const satisfies readonly (keyof VisiblePayment)[];

export const PAYMENT_FILTERS = [...COLUMN_FILTERS, 'chargeDateFrom', 'chargeDateTo', 'round'] as const;

export type PaymentFilters = Partial<Pick<VisiblePayment, (typeof COLUMN_FILTERS)[number]>> & {
  readonly chargeDateFrom?: string;
  readonly chargeDateTo?: string;
  /** The round of its customer. */
  readonly round?: string;
};

export type PaymentItem = Omit<
  VisiblePayment,
  | keyof PaymentFlags
  | 'countsTowardsTotal'
  | 'lineAmounts'
  | 'awaited'
  | 'inFlight'
  | 'seen'
  | 'released'
  | 'matchedTo'
  | 'adoptedAt'
  | 'movements'
> &
  PaymentReceipts & {
    readonly flags: PaymentFlags;
    readonly customerName: string | null;
  };

export async function listPayments(
  database: ReadModelDatabase,
  query: RoundView & Paging & { readonly filters: PaymentFilters },
): Promise<ListPage<PaymentItem>> {
  const { chargeDateFrom, chargeDateTo, round, customerId, chargeDate, ...columns } = query.filters;
  const where = {
    ...withinConnections(query),
    ...equalTo<VisiblePayment>(columns),
    ...filteredBy<'chargeDate', string | null>(
      'chargeDate',
      chargeDate === undefined ? between<string | null>(chargeDateFrom, chargeDateTo) : { equals: chargeDate },
    ),
    ...filteredBy('customerId', await customerFilter(database, query, customerId, round)),
  };
  const { rows, next } = await readPage<VisiblePayment>(database, paymentsTable, { ...seen(query), where }, query);
  const items = await paymentItems(
    database,
    query,
    rows.map(({ row }) => row),
  );
  return { items, next };
}

/** Null when there is none in view. */
export async function findPayment(
  database: ReadModelDatabase,
  view: RoundView,
  id: string,
): Promise<PaymentItem | null> {
  const query = { ...seen(view), ids: [id], where: withinConnections(view) };
  const rows = await new RowReader(database).readRows<VisiblePayment>(paymentsTable, query);
  const items = await paymentItems(
    database,
    view,
    rows.map(({ row }) => row),
  );
  const [item] = items;
  return item !== undefined && (await isOnRounds(database, view, item.customerId)) ? item : null;
}

/** Whether the customer is on one of the rounds in view. Who nobody knows is on no round. */
export async function isOnRounds(
  database: ReadModelDatabase,
  view: RoundView,
  customerId: string | null,
): Promise<boolean> {
  if (view.rounds === 'all') return true;
  if (customerId === null) return false;
  const where = { round: { in: view.rounds } };
  const rows = await new RowReader(database).readRows<CustomerRow>(customers, {
    ...seen(view),
    ids: [customerId],
    where,
  });
  return rows.length > 0;
}

async function customerFilter(
  database: ReadModelDatabase,
  view: RoundView,
  customerId: string | null | undefined,
  round: string | undefined,
): Promise<Filter<string | null> | undefined> {
  const rounds = view.rounds === 'all' ? null : view.rounds;
  if (rounds === null && round === undefined) return customerId === undefined ? undefined : { equals: customerId };
  const wanted = round === undefined ? (rounds ?? []) : rounds === null || rounds.includes(round) ? [round] : [];
  const rows = await new RowReader(database).readRows<CustomerRow>(customers, {
    ...seen(view),
    where: { round: { in: wanted } },
    ...(customerId === undefined || customerId === null ? {} : { ids: [customerId] }),
  });
  return { in: rows.map(({ row }) => row.id) };
}

async function paymentItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly VisiblePayment[],
): Promise<readonly PaymentItem[]> {
  const receipts = await receiptsOf(
    database,
    view,
    rows.map(({ id }) => id),
  );
  const people = await peopleOf(
    database,
    rows.map(({ customerId }) => customerId),
  );
  return rows.map((row) => paymentItem(row, receipts.get(row.id), people.get(row.customerId)));
}

/** The payment as it is answered. */
export function paymentItem(
  row: VisiblePayment,
  { receiptNumber, receipts }: PaymentReceipts = NO_RECEIPTS,
  person?: PersonRow,
): PaymentItem {
  const { scheduled, pending, submitted, succeeded, confirmed, paidOut } = row;
  const { cancelled, hasErrors, lateFailure, chargedBack, retryScheduled } = row;
  const progress = { scheduled, pending, submitted, succeeded, confirmed, paidOut };
  return {
    id: row.id,
    gocardlessPaymentId: row.gocardlessPaymentId,
    customerId: row.customerId,
    mandateId: row.mandateId,
    origin: row.origin,
    amount: row.amount,
    currency: row.currency,
    chargeDate: row.chargeDate,
    status: row.status,
    flags: { ...progress, cancelled, hasErrors, lateFailure, chargedBack, retryScheduled },
    message: row.message,
    amountRefunded: row.amountRefunded,
    receiptNumber,
    receipts,
    payoutId: row.payoutId,
    accepted: row.accepted,
    acceptedBy: row.acceptedBy,
    paidOutAt: row.paidOutAt,
    connectionId: row.connectionId,
    customerName: person?.name ?? null,
    salesOrderId: row.salesOrderId,
    scheduledPaymentId: row.scheduledPaymentId,
    balanceExportId: row.balanceExportId,
    exportRowId: row.exportRowId,
    suspicion: row.suspicion,
  };
}
