import { groupBy } from '../../domain/shared/grouping';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type EffectiveView, seen } from '../view';
import { type DocumentRow, documents, type ReceiptNumberRow, receiptNumbers } from './table';

/** The documents of a payment. */
export interface PaymentReceipts {
  /** Number of the receipt that stands; null without one, and for the moment until it has its number. */
  readonly receiptNumber: string | null;
  /** All documents in the order of the log; the id of one that has no number yet. */
  readonly receipts: readonly string[];
}

export const NO_RECEIPTS: PaymentReceipts = { receiptNumber: null, receipts: [] };

/** The receipts of many payments, by payment; one without documents is left out. */
export async function receiptsOf(
  database: ReadModelDatabase,
  view: EffectiveView,
  paymentIds: readonly string[],
): Promise<ReadonlyMap<string, PaymentReceipts>> {
  if (paymentIds.length === 0) return new Map();
  const where = {
    paymentId: { in: paymentIds },
    ...(view.effectiveAt === undefined ? {} : { effectiveAt: { to: view.effectiveAt } }),
  };
  const rows = await new RowReader(database).readRows<DocumentRow>(documents, { ...seen(view), where });
  const posted = rows.map(({ row }) => row);
  const numbers = await numbersOf(
    database,
    view,
    posted.map(({ id }) => id),
  );
  const groups = groupBy(posted, ({ paymentId }) => paymentId ?? '');
  return new Map([...groups].map(([paymentId, own]) => [paymentId, receiptsAmong(own, numbers)]));
}

/** Numbers by document, of those that have one. */
export async function numbersOf(
  database: ReadModelDatabase,
  view: EffectiveView,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (documentIds.length === 0) return new Map();
  const query = { ...seen(view), ids: documentIds };
  const rows = await new RowReader(database).readRows<ReceiptNumberRow>(receiptNumbers, query);
  return new Map(rows.map(({ row }) => [row.id, row.number]));
}

function receiptsAmong(own: readonly DocumentRow[], numbers: ReadonlyMap<string, string>): PaymentReceipts {
  const standing = postedReceipt(own);
  return {
    receiptNumber: standing === null ? null : (numbers.get(standing.id) ?? null),
    receipts: own.map(({ id }) => numbers.get(id) ?? id),
  };
}

/** The receipt that is neither corrected nor taken back by a reversal that stands itself. */
function postedReceipt(own: readonly DocumentRow[]): DocumentRow | null {
  const corrected = new Set(own.map(({ correctsId }) => correctsId));
  const uncorrected = own.filter(({ id, kind }) => kind !== 'correction' && !corrected.has(id));
  const reversed = new Set(uncorrected.filter(({ kind }) => kind === 'reversal').map(({ reversesId }) => reversesId));
  return uncorrected.findLast(({ id, kind }) => kind === 'receipt' && !reversed.has(id)) ?? null;
}
