import { type ReadModelDatabase } from '../engine/database';
import { textRows } from '../../postgres/sql';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../paging';
import { findBatch, isOverdue } from './batch';
import { OF_ROW, rowsWithPayments } from './rows';
import { type BalanceExportRow, balanceExports } from './table';

export interface BalanceExportFilters {
  readonly status?: BalanceExportRow['status'];
  readonly currency?: string;
}

export interface BalanceExportItem extends Omit<BalanceExportRow, 'lastNumber' | 'addedAt' | 'collectedAt'> {
  readonly added: boolean;
  readonly addedAt: string | null;
  readonly collected: boolean;
  readonly collectedAt: string | null;
  /** When the files could no longer be made anew, because a person in them was forgotten. */
  readonly notReproducibleSince: string | null;
}

/** How far the rows of a batch are. */
export interface BalanceExportProgress {
  /** GoCardless has their payments. */
  readonly sent: number;
  /** GoCardless refused them. */
  readonly refused: number;
  /** All but those that were given up before GoCardless showed them. */
  readonly of: number;
  readonly afterCancellation: number;
  readonly amountDiffers: number;
  /** GoCardless should have shown them by now. */
  readonly notSeen: number;
}

export type BalanceExportDetails = BalanceExportItem & { readonly progress: BalanceExportProgress };

export async function listBalanceExports(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: BalanceExportFilters },
): Promise<ListPage<BalanceExportItem>> {
  const where = { ...withinConnections(query), ...equalTo<BalanceExportRow>(query.filters) };
  const { rows, next } = await readPage<BalanceExportRow>(database, balanceExports, { ...seen(query), where }, query);
  return { items: rows.map(({ row }) => itemOf(row)), next };
}

/** Null when there is none in view. */
export async function findBalanceExport(
  database: ReadModelDatabase,
  view: View,
  id: string,
  now: string,
): Promise<BalanceExportDetails | null> {
  const batch = await findBatch(database, view, id);
  if (batch === null) return null;
  return { ...itemOf(batch), progress: await progressOf(database, view, batch, now) };
}

async function progressOf(
  database: ReadModelDatabase,
  view: View,
  batch: BalanceExportRow,
  now: string,
): Promise<BalanceExportProgress> {
  const conditions = [
    OF_ROW.seen,
    OF_ROW.refused,
    `(not ${OF_ROW.givenUp} or ${OF_ROW.seen})`,
    OF_ROW.afterCancellation,
    OF_ROW.amountDiffers,
    OF_ROW.waiting,
  ];
  const [counts = []] = await textRows(
    database.pool,
    `select ${conditions.map((condition) => `count(*) filter (where ${condition})`).join(', ')}
     from ${rowsWithPayments(database, view)} where r.balance_export_id = $1 and r.mandate_id is not null`,
    [batch.id],
  );
  const [sent = 0, refused = 0, of = 0, afterCancellation = 0, amountDiffers = 0, waiting = 0] = counts.map(Number);
  const notSeen = (await isOverdue(database, batch, now)) ? waiting : 0;
  return { sent, refused, of, afterCancellation, amountDiffers, notSeen };
}

function itemOf(batch: BalanceExportRow): BalanceExportItem {
  const { id, connectionId, currency, chargeDate, status, openedAt, sealedAt, addedAt, collectedAt } = batch;
  const { rows, totalAmount, released, rowsSha256, csvSha256, xlsxSha256 } = batch;
  return {
    id,
    connectionId,
    currency,
    chargeDate,
    status,
    rows,
    totalAmount,
    released,
    rowsSha256,
    csvSha256,
    xlsxSha256,
    openedAt,
    sealedAt,
    added: addedAt !== null,
    addedAt,
    collected: collectedAt !== null,
    collectedAt,
    notReproducibleSince: null,
  };
}
