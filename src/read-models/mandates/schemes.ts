import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { seen, type View } from '../view';
import { mandateKey } from './successors';
import { mandates, type VisibleMandate } from './table';

interface OnMandate {
  readonly connectionId: string;
  readonly mandateId: string | null;
}

/** Tells the scheme of the mandate that each of these is on; null while nobody knows it. */
export async function schemesOf(
  database: ReadModelDatabase,
  view: View,
  rows: readonly OnMandate[],
): Promise<(row: OnMandate) => string | null> {
  const keyOf = ({ connectionId, mandateId }: OnMandate) =>
    mandateId === null ? null : mandateKey(connectionId, mandateId);
  const ids = [...new Set(rows.map(keyOf))].filter((key) => key !== null);
  const found =
    ids.length === 0 ? [] : await new RowReader(database).readRows<VisibleMandate>(mandates, { ...seen(view), ids });
  const schemes = new Map(found.map(({ row }) => [row.id, row.scheme]));
  return (row) => schemes.get(keyOf(row) ?? '') ?? null;
}
