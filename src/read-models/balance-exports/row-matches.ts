import { addDays } from '../../domain/shared/calendar';
import { groupBy } from '../../domain/shared/grouping';
import { fields, nullable } from '../../fields/field';
import { amount, currency, id, instant, wholeNumber } from '../../fields/kinds';
import { exportRows, type ExportRowRow } from '../balances/table';
import { type ReadModelDatabase } from '../engine/database';
import { textRows } from '../../postgres/sql';
import { RowReader } from '../engine/reader';
import { mandateKey, type Successions, successionsOf } from '../mandates/successors';
import { mandates, mandatesReadModel, type VisibleMandate } from '../mandates/table';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { memoryList } from '../lists/memory-list';
import { pick } from '../lists/pick';
import { seen, type View } from '../view';
import { findBatch } from './batch';
import { exportRowsList, rowsWithPayments } from './rows';

export class RowMatchFields extends fields({ rowId: id(), paymentId: id() }) {}

/** A payment made elsewhere beside the row that it may be. */
export class RowMatchItem extends fields({
  ...RowMatchFields.fields,
  number: wholeNumber({ min: 1 }),
  customerId: id(),
  mandateId: id(),
  amount: amount(),
  currency: currency(),
  gocardlessPaymentId: nullable(id()),
  submittedAt: nullable(instant()),
}) {}

/** A file is uploaded soon after it was made; what is made later is something else of the same amount. */
const WINDOW_DAYS = 14;

/**
 * Payments made elsewhere after the export, of the amount, currency and mandate chain of a row that waits. A row or payment that fits twice is
 * left out, for a person to tell apart. Null when there is no such batch in view.
 */
export async function rowMatchesOf(
  database: ReadModelDatabase,
  view: View,
  balanceExportId: string,
): Promise<readonly RowMatchItem[] | null> {
  const batch = await findBatch(database, view, balanceExportId);
  if (batch === null) return null;
  if (batch.sealedAt === null) return [];
  const { connectionId, currency, sealedAt } = batch;
  const payments = await paymentsMadeElsewhere(database, view, { connectionId, currency, since: sealedAt });
  if (payments.length === 0) return [];
  const rows = await waitingRows(
    database,
    view,
    balanceExportId,
    payments.map(({ amount }) => amount),
  );
  const fitting = await fittingPairs(database, view, rows, payments);
  const ofRow = groupBy(fitting, ({ row }) => row.id);
  const ofPayment = groupBy(fitting, ({ payment }) => payment.id);
  return fitting
    .filter(({ row, payment }) => ofRow.get(row.id)?.length === 1 && ofPayment.get(payment.id)?.length === 1)
    .map(({ row, payment }) => matchItem(row, payment))
    .sort((a, b) => a.number - b.number);
}

export const rowMatchesList = memoryList<RowMatchItem>({
  name: 'balance-export-matches',
  item: RowMatchItem,
  readModels: exportRowsList.readModels.concat(mandatesReadModel),
  filters: ['customerId'],
  sorts: ['amount', 'submittedAt'],
  searched: ['rowId', 'paymentId', 'gocardlessPaymentId', 'customerId'],
  money: { amount: 'amount', currency: 'currency' },
  key: ({ number }) => [number],
  exists: (source, query) => exportRowsList.exists(source, query),
  all: async ({ database }, query) => (await rowMatchesOf(database, query, query.within ?? '')) ?? [],
});

interface Pair {
  readonly row: ExportRowRow;
  readonly payment: VisiblePayment;
}

/** Adopted payments without a tag, which no row was matched to. */
async function paymentsMadeElsewhere(
  database: ReadModelDatabase,
  view: View,
  { connectionId, currency, since }: { connectionId: string; currency: string; since: string },
): Promise<readonly VisiblePayment[]> {
  const until = `${addDays(since.slice(0, 10), WINDOW_DAYS)}${since.slice(10)}`;
  const reader = new RowReader(database);
  const rows = await reader.readRows<VisiblePayment>(paymentsTable, {
    ...seen(view),
    where: {
      connectionId: { equals: connectionId },
      currency: { equals: currency },
      adoptedAt: { from: since, to: until },
    },
  });
  const found = rows.map(({ row }) => row);
  const matched = await reader.readRows<VisiblePayment>(paymentsTable, {
    ...seen(view),
    where: { matchedTo: { in: found.map(({ id }) => id) } },
  });
  const taken = new Set(matched.map(({ row }) => row.matchedTo));
  return found.filter(({ id }) => !taken.has(id));
}

async function waitingRows(
  database: ReadModelDatabase,
  view: View,
  balanceExportId: string,
  amounts: readonly number[],
): Promise<readonly ExportRowRow[]> {
  const waiting = await textRows(
    database.pool,
    `select t.id from ${rowsWithPayments(database, view)}
     where t.balance_export_id = $1 and not t.released and p.awaited and t.amount = any($2::bigint[])`,
    [balanceExportId, amounts],
  );
  const ids = waiting.map(([id]) => id ?? '');
  return (await new RowReader(database).readRows<ExportRowRow>(exportRows, { ...seen(view), ids })).map(
    ({ row }) => row,
  );
}

async function fittingPairs(
  database: ReadModelDatabase,
  view: View,
  rows: readonly ExportRowRow[],
  payments: readonly VisiblePayment[],
): Promise<readonly Pair[]> {
  const successions = await chainsOf(database, view, [...rows, ...payments]);
  const keyOf = ({ connectionId, mandateId, amount }: ExportRowRow | VisiblePayment) =>
    `${successions.effectiveId(connectionId, mandateId ?? '')} ${amount}`;
  const byKey = groupBy(payments, keyOf);
  return rows.flatMap((row) => (byKey.get(keyOf(row)) ?? []).map((payment) => ({ row, payment })));
}

async function chainsOf(
  database: ReadModelDatabase,
  view: View,
  things: readonly { readonly connectionId: string; readonly mandateId: string | null }[],
): Promise<Successions> {
  const ids = [...new Set(things.map(({ connectionId, mandateId }) => mandateKey(connectionId, mandateId ?? '')))];
  const begin = await new RowReader(database).readRows<VisibleMandate>(mandates, { ...seen(view), ids });
  return successionsOf(
    database,
    view,
    begin.map(({ row }) => row),
  );
}

function matchItem(row: ExportRowRow, payment: VisiblePayment): RowMatchItem {
  const { number, customerId } = row;
  const { id: paymentId, adoptedAt: submittedAt } = payment;
  return pick(RowMatchItem, payment, { rowId: row.id, paymentId, number, customerId, submittedAt });
}
