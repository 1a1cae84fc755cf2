import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { type ConnectionRow, connections } from './table';

/** Time zones by connection; they never change. */
export async function timeZones(database: ReadModelDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await new RowReader(database).readRows<ConnectionRow>(connections);
  return new Map(rows.map(({ row }) => [row.id, row.timeZone]));
}
