import { dateInZone } from '../../domain/shared/calendar';
import { timeZones } from '../connections/reader';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import { type PersonRow } from '../people/table';
import {
  between,
  type EffectiveView,
  equalTo,
  filteredBy,
  type ListPage,
  type Paging,
  readPage,
  seen,
  type View,
  withinConnections,
} from '../paging';
import { numbersOf } from './payment-receipts';
import { type DocumentRow, documents, type ReceiptNumberRow, receiptNumbers } from './table';

export const RECEIPT_FILTERS = [
  'number',
  'kind',
  'paymentId',
  'customerId',
  'salesOrderId',
  'reversesId',
  'correctsId',
  'currency',
  'effectiveAtFrom',
  'effectiveAtTo',
  'postedAtFrom',
  'postedAtTo',
] as const;

export interface ReceiptFilters {
  readonly number?: string;
  readonly kind?: DocumentRow['kind'];
  readonly paymentId?: string;
  readonly customerId?: string;
  readonly salesOrderId?: string;
  readonly reversesId?: string;
  readonly correctsId?: string;
  readonly currency?: string;
  readonly effectiveAtFrom?: string;
  readonly effectiveAtTo?: string;
  readonly postedAtFrom?: string;
  readonly postedAtTo?: string;
}

export interface ReceiptLine {
  /** The order line's item; null when the person behind it was forgotten. */
  readonly description: string | null;
  readonly net: number;
  readonly tax: number;
  readonly amount: number;
}

export interface ReceiptItem {
  readonly id: string;
  readonly number: string | null;
  readonly kind: DocumentRow['kind'];
  readonly reversesId: string | null;
  readonly correctsId: string | null;
  readonly paymentId: string;
  readonly customerId: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly chargeDate: string | null;
  readonly paidOutAt: string | null;
  /** The day in the connection's time zone on which it took effect: for a receipt the paid-out date. */
  readonly taxDate: string;
  readonly postedAt: string;
  readonly effectiveAt: string;
  readonly lines: readonly ReceiptLine[];
  readonly cause: string | null;
  readonly gocardlessEventId: string | null;
  readonly connectionId: string;
  readonly customerName: string | null;
  readonly customerCompany: string | null;
  readonly salesOrderId: string | null;
}

/** What a line without an order line is called. */
const ON_ACCOUNT = 'on account';

export async function listReceipts(
  database: ReadModelDatabase,
  query: EffectiveView & Paging & { readonly filters: ReceiptFilters },
): Promise<ListPage<ReceiptItem>> {
  const { number, effectiveAtFrom, effectiveAtTo, postedAtFrom, postedAtTo, ...columns } = query.filters;
  const effectiveTo = [effectiveAtTo, query.effectiveAt].filter((to) => to !== undefined).sort()[0];
  const where = {
    ...withinConnections(query),
    ...equalTo<DocumentRow>(columns),
    ...filteredBy('effectiveAt', between(effectiveAtFrom, effectiveTo)),
    ...filteredBy('postedAt', between(postedAtFrom, postedAtTo)),
  };
  const ids = number === undefined ? {} : { ids: await documentsNumbered(database, query, number) };
  const { rows, next } = await readPage<DocumentRow>(database, documents, { ...seen(query), where, ...ids }, query);
  return {
    items: await receiptItems(
      database,
      query,
      rows.map(({ row }) => row),
    ),
    next,
  };
}

/** By number, or by id as long as it has none; null when there is none in view. */
export async function findReceipt(
  database: ReadModelDatabase,
  view: EffectiveView,
  numberOrId: string,
): Promise<ReceiptItem | null> {
  const ids = [numberOrId, ...(await documentsNumbered(database, view, numberOrId))];
  const where = { ...withinConnections(view), ...filteredBy('effectiveAt', between(undefined, view.effectiveAt)) };
  const rows = await new RowReader(database).readRows<DocumentRow>(documents, { ...seen(view), ids, where, limit: 1 });
  const [item] = await receiptItems(
    database,
    view,
    rows.map(({ row }) => row),
  );
  return item ?? null;
}

async function documentsNumbered(database: ReadModelDatabase, view: View, number: string): Promise<readonly string[]> {
  const query = { ...seen(view), where: { number: { equals: number } } };
  const rows = await new RowReader(database).readRows<ReceiptNumberRow>(receiptNumbers, query);
  return rows.map(({ row }) => row.id);
}

async function receiptItems(
  database: ReadModelDatabase,
  view: View,
  rows: readonly DocumentRow[],
): Promise<readonly ReceiptItem[]> {
  if (rows.length === 0) return [];
  const paymentIds = [...new Set(rows.map(({ paymentId }) => paymentId))];
  const [numbers, people, zones, payments] = await Promise.all([
    numbersOf(
      database,
      view,
      rows.map(({ id }) => id),
    ),
    peopleOf(
      database,
      rows.map(({ customerId }) => customerId),
    ),
    timeZones(database),
    new RowReader(database).readRows<VisiblePayment>(paymentsTable, { ...seen(view), ids: paymentIds }),
  ]);
  const paymentById = new Map(payments.map(({ row }) => [row.id, row]));
  return rows.map((row) =>
    receiptItem(row, {
      number: numbers.get(row.id) ?? null,
      person: people.get(row.customerId),
      timeZone: zones.get(row.connectionId) ?? 'UTC',
      payment: paymentById.get(row.paymentId),
    }),
  );
}

interface Joined {
  readonly number: string | null;
  readonly person: PersonRow | undefined;
  readonly timeZone: string;
  readonly payment: VisiblePayment | undefined;
}

function receiptItem(row: DocumentRow, { number, person, timeZone, payment }: Joined): ReceiptItem {
  const items = row.salesOrderId === null ? undefined : person?.orders[row.salesOrderId];
  return {
    id: row.id,
    number,
    kind: row.kind,
    reversesId: row.reversesId,
    correctsId: row.correctsId,
    paymentId: row.paymentId,
    customerId: row.customerId,
    amount: row.amount,
    currency: row.currency,
    chargeDate: payment?.chargeDate ?? null,
    paidOutAt: payment?.paidOutAt ?? null,
    taxDate: dateInZone(row.effectiveAt, timeZone),
    postedAt: row.postedAt,
    effectiveAt: row.effectiveAt,
    lines: row.lines.map(({ orderLine, net, tax, amount }) => ({
      description: orderLine === null ? ON_ACCOUNT : (items?.[orderLine] ?? null),
      net,
      tax,
      amount,
    })),
    cause: row.cause,
    gocardlessEventId: row.gocardlessEventId,
    connectionId: row.connectionId,
    customerName: person?.name ?? null,
    customerCompany: person?.company ?? null,
    salesOrderId: row.salesOrderId,
  };
}
