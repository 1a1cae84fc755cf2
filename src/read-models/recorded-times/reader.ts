import { type ReadModelDatabase } from '../engine/database';
import { qualified, textRows } from '../../postgres/sql';
import { RowReader } from '../engine/reader';
import { historyName } from '../engine/table-sql';
import { LOG, type RecordedTimeRow, recordedTimes } from './table';

/**
 * The ordinal right before the first event that was recorded after a time; null when none was: as it is now. Since the latest time only
 * grows with the position, the place is found by halving, each step one look into the primary key.
 *
 * @param time ISO 8601 UTC with milliseconds
 */
export async function ordinalAt(database: ReadModelDatabase, time: string): Promise<bigint | null> {
  const [now] = await new RowReader(database).readRows<RecordedTimeRow>(recordedTimes, { ids: [LOG] });
  if (now === undefined || now.row.latest <= time) return null;
  let before = now.first - 1n;
  let after = now.from;
  while (after - before > 1n) {
    const middle = (before + after) / 2n;
    const version = await versionAt(database, middle);
    if (version === null || version.latest <= time) before = middle;
    else after = version.from;
  }
  return after - 1n;
}

/** When the first event after an ordinal was recorded: until then the log stood as of that ordinal. Null while it still does. */
export async function heldUntil({ pool, schema }: ReadModelDatabase, ordinal: bigint): Promise<string | null> {
  const places = [recordedTimes.name, historyName(recordedTimes.name)].map(
    (name) => `select latest, from_position from ${qualified(schema, name)} where id = $1 and from_position > $2`,
  );
  const rows = await textRows(pool, `${places.join(' union all ')} order by from_position limit 1`, [
    LOG,
    ordinal.toString(),
  ]);
  return rows[0]?.[0] ?? null;
}

/** The version of the row that held at an ordinal, among the past ones. */
async function versionAt(
  { pool, schema }: ReadModelDatabase,
  ordinal: bigint,
): Promise<{ readonly latest: string; readonly from: bigint } | null> {
  const rows = await textRows(
    pool,
    `select latest, from_position from ${qualified(schema, historyName(recordedTimes.name))}
     where id = $1 and from_position <= $2 order by from_position desc limit 1`,
    [LOG, ordinal.toString()],
  );
  const [latest = null, from = null] = rows[0] ?? [];
  return latest === null || from === null ? null : { latest, from: BigInt(from) };
}
