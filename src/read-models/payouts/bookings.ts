import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type TransactionRow, transactions } from '../ledger/table';
import { seen, type View } from '../view';

type Payout = { readonly id: string; readonly connectionId: string; readonly payoutId: string };

/** The documents that book these payouts and stand, by `<connection>.<payout>`. */
export async function bookingsOf(
  database: ReadModelDatabase,
  view: View,
  payouts: readonly Payout[],
): Promise<ReadonlyMap<string, string>> {
  if (payouts.length === 0) return new Map();
  const where = { payoutId: { in: payouts.map(({ payoutId }) => payoutId) } };
  const found = await new RowReader(database).readRows<TransactionRow>(transactions, { ...seen(view), where });
  const corrected = new Set(found.map(({ row }) => row.correctsId));
  return new Map(
    found
      .filter(({ row }) => row.kind === 'payout' && !corrected.has(row.id))
      .map(({ row }) => [`${row.connectionId}.${row.payoutId ?? ''}`, row.id]),
  );
}
