import { placeOfRow } from '../../domain/balance-exports/rows';
import { exportRows } from '../balances/table';
import { type ReadModelDatabase } from '../engine/database';
import { textRows } from '../../postgres/sql';
import { asOfSource, UnknownCursor } from '../engine/reader';
import { peopleOf } from '../people/reader';
import { paymentsTable } from '../payments/table';
import { type ListPage, type Paging, SqlValues, type View } from '../paging';
import { findBatch, isOverdue } from './batch';

export interface ExportRowFilters {
  readonly customerId?: string;
  readonly released?: boolean;
  readonly afterCancellation?: boolean;
  readonly amountDiffers?: boolean;
  /** Rows that GoCardless should have shown by now and has not. */
  readonly notSeen?: boolean;
}

export interface ExportRowItem {
  readonly id: string;
  readonly number: number;
  readonly customerId: string;
  readonly customerName: string | null;
  /** As it stands in the file. */
  readonly mandateId: string | null;
  readonly currency: string;
  /** As it stands in the file. */
  readonly amount: number;
  /** What GoCardless collects; null until it shows the payment. */
  readonly collectedAmount: number | null;
  readonly paymentId: string | null;
  /** `exported`, `released`, `matched`, `awaiting_gocardless`, or the status of its payment. */
  readonly status: string;
  readonly released: boolean;
  /** It was given up and appeared at GoCardless all the same. */
  readonly afterCancellation: boolean;
  readonly amountDiffers: boolean;
  readonly notSeen: boolean;
  /** The payment made elsewhere that staff took for this row. */
  readonly matchedTo: string | null;
}

/** SQL of what a row and its payment are to each other; `r` is the row and `p` its payment, if it has one. */
export const OF_ROW = {
  seen: 'coalesce(p.seen, false)',
  givenUp: '(r.released or coalesce(p.released, false))',
  afterCancellation: '(coalesce(p.seen, false) and (r.released or p.released))',
  amountDiffers: '(coalesce(p.seen, false) and p.amount <> r.amount)',
  refused: `coalesce(p.status = 'rejected', false)`,
  phase: `case when p.awaited then 'awaiting_gocardless' else p.status end`,
  /** GoCardless has not shown it yet, and it was neither given up nor sent through the API. */
  waiting: `(not r.released and (p.id is null or p.awaited))`,
} as const;

/** Rows with their payments, as `r` and `p`. */
export function rowsWithPayments({ schema }: ReadModelDatabase, { asOf }: Pick<View, 'asOf'>): string {
  return `${asOfSource(schema, exportRows, asOf)} as r
    left join ${asOfSource(schema, paymentsTable, asOf)} as p on p.id = r.payment_id`;
}

/** Rows of a sealed batch in the order of the file; null when there is no such batch in view. `now` says which should have been seen. */
export async function listExportRows(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: ExportRowFilters },
  balanceExportId: string,
  now: string,
): Promise<ListPage<ExportRowItem> | null> {
  const batch = await findBatch(database, query, balanceExportId);
  if (batch === null) return null;
  const overdue = await isOverdue(database, batch, now);
  const values = new SqlValues();
  const conditions = [
    `r.balance_export_id = ${values.add(balanceExportId)}`,
    'r.mandate_id is not null',
    ...conditionsOf(query.filters, overdue, values),
    ...(query.cursor === undefined ? [] : [`r.number > ${values.add(numberBehind(balanceExportId, query.cursor))}`]),
  ];
  const found = await textRows(
    database.pool,
    `select r.id, r.number, r.customer_id, r.mandate_id, r.currency, r.amount, r.released, r.payment_id, ${OF_ROW.phase}, p.amount,
       p.matched_to, ${OF_ROW.seen}, ${OF_ROW.afterCancellation}, ${OF_ROW.waiting}
     from ${rowsWithPayments(database, query)} where ${conditions.join(' and ')}
     order by r.number limit ${values.add(query.limit + 1)}`,
    values.list,
  );
  const page = found.slice(0, query.limit);
  const people = await peopleOf(
    database,
    page.map(([, , customerId = null]) => customerId),
  );
  return {
    items: page.map((row) => rowItem(row, overdue, people.get(row[2] ?? '')?.name ?? null)),
    next: found.length > query.limit ? (page.at(-1)?.[0] ?? null) : null,
  };
}

function conditionsOf(filters: ExportRowFilters, overdue: boolean, values: SqlValues): readonly string[] {
  const { customerId, released, afterCancellation, amountDiffers, notSeen } = filters;
  const flags: readonly (readonly [boolean | undefined, string])[] = [
    [released, OF_ROW.givenUp],
    [afterCancellation, OF_ROW.afterCancellation],
    [amountDiffers, OF_ROW.amountDiffers],
    [notSeen, overdue ? OF_ROW.waiting : 'false'],
  ];
  return [
    ...(customerId === undefined ? [] : [`r.customer_id = ${values.add(customerId)}`]),
    ...flags.flatMap(([wanted, sql]) => (wanted === undefined ? [] : [wanted ? sql : `not ${sql}`])),
  ];
}

/** The number of the row that a cursor of the batch names. Throws `UnknownCursor`. */
export function numberBehind(balanceExportId: string, cursor: string): number {
  const place = placeOfRow(cursor);
  if (place?.balanceExportId !== balanceExportId) throw new UnknownCursor(exportRows.name, cursor);
  return place.number;
}

function rowItem(texts: readonly (string | null)[], overdue: boolean, customerName: string | null): ExportRowItem {
  const [id, number, customerId, mandateId = null, currency, amountText, released] = texts;
  const [paymentId = null, phase = null, paid = null, matchedTo = null, seen, afterCancellation, waiting] =
    texts.slice(7);
  const amount = Number(amountText);
  const collectedAmount = seen === 't' ? Number(paid) : null;
  return {
    id: id ?? '',
    number: Number(number),
    customerId: customerId ?? '',
    customerName,
    mandateId,
    currency: currency ?? '',
    amount,
    collectedAmount,
    paymentId,
    status: statusOf({ phase, seen: seen === 't', released: released === 't', matched: matchedTo !== null }),
    released: released === 't',
    afterCancellation: afterCancellation === 't',
    amountDiffers: collectedAmount !== null && collectedAmount !== amount,
    notSeen: overdue && waiting === 't',
    matchedTo,
  };
}

function statusOf(row: {
  readonly phase: string | null;
  readonly seen: boolean;
  readonly released: boolean;
  readonly matched: boolean;
}): string {
  if (row.phase === null) return row.released ? 'released' : 'exported';
  if (row.seen || row.phase !== 'cancelled') return row.phase;
  return row.matched ? 'matched' : 'released';
}
