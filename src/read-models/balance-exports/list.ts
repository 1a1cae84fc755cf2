import { fields, nullable } from '../../fields/field';
import { amount, currency, day, flag, id, instant, nested, oneOf, text, wholeNumber } from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { type CallerView, type View } from '../view';
import { findBatch, isOverdue } from './batch';
import { OF_ROW, rowsWithPayments } from './rows';
import { type BalanceExportRow, balanceExports, balanceExportsReadModel } from './table';

export class BalanceExportItem extends fields({
  id: id(),
  connectionId: id(),
  currency: currency(),
  chargeDate: nullable(day()),
  status: oneOf(['opened', 'exported', 'abandoned'], { description: 'Only `exported` ones are sealed and have rows.' }),
  rows: nullable(wholeNumber({ min: 0 })),
  totalAmount: nullable(amount({ min: 0 })),
  released: wholeNumber({ min: 0, description: 'Rows that were given up.' }),
  rowsSha256: nullable(text()),
  csvSha256: nullable(text()),
  xlsxSha256: nullable(text()),
  openedAt: instant(),
  sealedAt: nullable(instant()),
  added: flag({ description: 'Its rows are payments that are waited for.' }),
  addedAt: nullable(instant()),
  collected: flag({ description: 'Its rows are sent through the API.' }),
  collectedAt: nullable(instant()),
  notReproducibleSince: nullable(instant({ description: 'Since then a person of its files is forgotten.' })),
}) {}

/** How far the rows of a batch are that goes through the API. */
export class CollectionProgress extends fields({
  sent: wholeNumber({ min: 0, description: 'Rows that GoCardless has.' }),
  refused: wholeNumber({ min: 0, description: 'Rows that GoCardless refused.' }),
  of: wholeNumber({ min: 0, description: 'All rows but those that were given up and never seen.' }),
}) {}

export class BalanceExportProgress extends fields({
  ...CollectionProgress.fields,
  afterCancellation: wholeNumber({ min: 0, description: 'Given up, and seen all the same.' }),
  amountDiffers: wholeNumber({ min: 0 }),
  notSeen: wholeNumber({ min: 0, description: 'GoCardless should have shown them by now.' }),
}) {}

export class BalanceExportDetails extends fields({
  ...BalanceExportItem.fields,
  progress: nested(BalanceExportProgress),
}) {}

export const balanceExportsList = tableList<BalanceExportRow, BalanceExportItem>({
  name: 'balance-exports',
  item: BalanceExportItem,
  table: balanceExports,
  readModels: [balanceExportsReadModel],
  columns: ['status', 'currency'],
  ranges: ['openedAt'],
  sorts: ['openedAt', 'chargeDate', 'totalAmount'],
  search: (word, sql) => Promise.resolve([isId('t.id', word, sql)]),
  money: { amount: 'totalAmount', currency: 'currency' },
  groups: ['status'],
  items: (rows) => Promise.resolve(rows.map((row) => pick(BalanceExportItem, row, restOf(row)))),
});

function restOf({ addedAt, collectedAt }: BalanceExportRow) {
  return { added: addedAt !== null, collected: collectedAt !== null, notReproducibleSince: null };
}

/** Null when there is none in view. */
export async function findBalanceExport(
  database: ReadModelDatabase,
  view: CallerView,
  balanceExportId: string,
): Promise<BalanceExportDetails | null> {
  const batch = await findBatch(database, view, balanceExportId);
  if (batch === null) return null;
  const progress = await progressOf(database, view, batch, view.now);
  return pick(BalanceExportDetails, batch, { ...restOf(batch), progress });
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
     from ${rowsWithPayments(database, view)} where t.balance_export_id = $1 and t.mandate_id is not null`,
    [batch.id],
  );
  const [sent = 0, refused = 0, of = 0, afterCancellation = 0, amountDiffers = 0, waiting = 0] = counts.map(Number);
  const notSeen = (await isOverdue(database, batch, now)) ? waiting : 0;
  return { sent, refused, of, afterCancellation, amountDiffers, notSeen };
}
