import { type EventStore, ordinalOf, positionOf, type RecordedEvent } from '../../application/ports/event-store';
import { qualified, textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { historyName } from '../engine/table-sql';
import { LOG, type RecordedTimeRow, recordedTimes, secondOf } from './table';

/** A place in the log: the event at this ordinal, and when it was recorded. */
interface Place {
  readonly ordinal: bigint;
  readonly recordedAt: string;
}

/**
 * The ordinal right before the first event that was recorded after a time; null when none was: as it is now. Clocks may differ: an event
 * counts from when the log had become as late as it says.
 *
 * @param time ISO 8601 UTC with milliseconds
 */
export async function ordinalAt(database: ReadModelDatabase, store: EventStore, time: string): Promise<bigint | null> {
  const { begin, end } = await secondsAroundTime(database, time);
  const within = begin !== null && secondOf(begin.recordedAt) === secondOf(time);
  const found = within
    ? await firstBetween(store, begin.ordinal, end?.ordinal ?? null, ({ recordedAt }) => recordedAt > time)
    : null;
  const later = found ?? end;
  return later === null ? null : later.ordinal - 1n;
}

/**
 * When the first event after an ordinal was recorded that is later than all before it: until then the log stood as of that ordinal. Null
 * while it still does.
 */
export async function heldUntil(
  database: ReadModelDatabase,
  store: EventStore,
  ordinal: bigint,
): Promise<string | null> {
  const { begin, end } = await secondsAroundOrdinal(database, ordinal);
  if (begin === null) return end?.recordedAt ?? null;
  let latest = begin.recordedAt;
  const found = await firstBetween(store, begin.ordinal, end?.ordinal ?? null, (place) => {
    if (place.recordedAt <= latest) return false;
    if (place.ordinal > ordinal) return true;
    latest = place.recordedAt;
    return false;
  });
  return (found ?? end)?.recordedAt ?? null;
}

/** The last second that began at or before a place, and the first one that began after it. */
interface Seconds {
  readonly begin: Place | null;
  readonly end: Place | null;
}

/** Since times only grow with the position, the place is found by halving, each step one look into the primary key. */
async function secondsAroundTime(database: ReadModelDatabase, time: string): Promise<Seconds> {
  const [now] = await new RowReader(database).readRows<RecordedTimeRow>(recordedTimes, { ids: [LOG] });
  if (now === undefined) return { begin: null, end: null };
  const last = { ordinal: now.from, recordedAt: now.row.recordedAt };
  if (last.recordedAt <= time) return { begin: last, end: null };
  let begin: Place | null = null;
  let end = last;
  for (let before = now.first - 1n; end.ordinal - before > 1n;) {
    const middle = (before + end.ordinal) / 2n;
    const version = await nearest(database, [historyName(recordedTimes.name)], `<= ${middle}`, 'desc');
    if (version !== null && version.recordedAt > time) end = version;
    else {
      before = middle;
      begin = version;
    }
  }
  return { begin, end };
}

async function secondsAroundOrdinal(database: ReadModelDatabase, ordinal: bigint): Promise<Seconds> {
  const tables = [recordedTimes.name, historyName(recordedTimes.name)];
  return {
    begin: await nearest(database, tables, `<= ${ordinal}`, 'desc'),
    end: await nearest(database, tables, `> ${ordinal}`, 'asc'),
  };
}

async function nearest(
  { pool, schema }: ReadModelDatabase,
  tables: readonly string[],
  condition: string,
  order: 'asc' | 'desc',
): Promise<Place | null> {
  const versions = tables.map(
    (name) =>
      `select from_position, recorded_at from ${qualified(schema, name)} where id = $1 and from_position ${condition}`,
  );
  const sql = `${versions.join(' union all ')} order by from_position ${order} limit 1`;
  const [[ordinal = null, recordedAt = null] = []] = await textRows(pool, sql, [LOG]);
  return ordinal === null || recordedAt === null ? null : { ordinal: BigInt(ordinal), recordedAt };
}

const PAGE_SIZE = 500;

/** The first event behind one ordinal and before another that is looked for; an end of null is that of the log. */
async function firstBetween(
  store: EventStore,
  after: bigint,
  before: bigint | null,
  isWanted: (place: Place) => boolean,
): Promise<Place | null> {
  for (let position = positionOf(store, after); ;) {
    const { events, scannedTo } = await store.readAll(position, { limit: PAGE_SIZE });
    for (const place of events.map(placeOf)) {
      if (before !== null && place.ordinal >= before) return null;
      if (isWanted(place)) return place;
    }
    if (scannedTo === position) return null;
    position = scannedTo;
  }
}

function placeOf({ position, metadata }: RecordedEvent): Place {
  return { ordinal: ordinalOf(position), recordedAt: metadata.recordedAt };
}
