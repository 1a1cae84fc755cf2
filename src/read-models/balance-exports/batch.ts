import { rowExpectedBy } from '../../domain/balance-exports/rows';
import { dateInZone } from '../../domain/shared/calendar';
import { timeZones } from '../connections/time-zones';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { seen, type View, withinConnections } from '../view';
import { type BalanceExportRow, balanceExports } from './table';

/** The batch itself; null when there is none in view. */
export async function findBatch(database: ReadModelDatabase, view: View, id: string): Promise<BalanceExportRow | null> {
  const query = { ...seen(view), ids: [id], where: withinConnections(view) };
  const [found] = await new RowReader(database).readRows<BalanceExportRow>(balanceExports, query);
  return found?.row ?? null;
}

/** Whether GoCardless would have shown the rows by now, had the file been uploaded when it was made, or when it was said to have been. */
export async function isOverdue(
  database: ReadModelDatabase,
  { connectionId, status, sealedAt, addedAt }: BalanceExportRow,
  now: string,
): Promise<boolean> {
  const since = addedAt ?? sealedAt;
  if (status !== 'exported' || since === null) return false;
  const zone = (await timeZones(database)).get(connectionId) ?? 'UTC';
  return dateInZone(now, zone) > rowExpectedBy(dateInZone(since, zone));
}
