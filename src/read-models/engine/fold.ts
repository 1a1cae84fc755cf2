import { ordinalOf } from '../../application/ports/event-store';
import { sameValue, settle, storableText } from './column-values';
import { describeError } from '../../postgres/errors';
import { type AnyTable, type ColumnKind, type LogEvent, type Row } from './read-model';
import { shapeOf } from './table-sql';

/** A row whose values are settled; every column is there. */
export type SettledRow = Row & Readonly<Record<string, unknown>>;

/** A row with the ordinal at which it appeared, and the one at which its visible columns got the values that they have. */
export interface StoredRow {
  readonly row: SettledRow;
  readonly first: bigint;
  readonly from: bigint;
}

/** How a row looked from one ordinal on until another. */
export interface PastVersion extends StoredRow {
  readonly to: bigint;
}

/** An event that concerns a row of a table. */
export interface Touch {
  readonly event: LogEvent;
  readonly ordinal: bigint;
  readonly id: string;
}

/** The changes that a page makes to a table, sorted by id. */
export interface TableChange {
  readonly written: readonly StoredRow[];
  readonly deleted: readonly string[];
  readonly past: readonly PastVersion[];
}

/** Which rows these events touch, in the order of the log; a row once for each event. */
export function touchesOf(table: AnyTable, events: readonly LogEvent[]): readonly Touch[] {
  const { handles } = shapeOf(table);
  const touches: Touch[] = [];
  for (const event of events) {
    if (!handles.has(event.type)) continue;
    const ids = table.touches(event);
    if (ids.length === 0) continue;
    const ordinal = ordinalOf(event.position);
    const stored = ids.length === 1 ? ids.map(storableText) : new Set(ids.map(storableText));
    for (const id of stored) touches.push({ event, ordinal, id });
  }
  return touches;
}

/**
 * Folds the touches into the rows that were loaded for them. One past version for each event that changed a visible column, so
 * that the outcome does not depend on where a page ended. In a table that grows the first row of an id stands.
 */
export function foldTouches(
  table: AnyTable,
  touches: readonly Touch[],
  loaded: ReadonlyMap<string, StoredRow>,
): TableChange {
  const rows = new Map<string, StoredRow | null>();
  const past: PastVersion[] = [];
  for (const touch of touches) {
    const before = rows.get(touch.id) ?? (rows.has(touch.id) ? null : (loaded.get(touch.id) ?? null));
    if (table.keeps === 'grows' && before !== null) continue;
    const after = foldOne(table, touch, before);
    if (after === before) continue;
    rows.set(touch.id, after);
    if (table.keeps === 'history' && before !== null && after?.from !== before.from)
      past.push({ ...before, to: touch.ordinal });
  }
  return { ...sortOut(rows, loaded), past };
}

/** The row after the event: the same object when nothing changed. */
function foldOne(table: AnyTable, { event, ordinal, id }: Touch, before: StoredRow | null): StoredRow | null {
  const folded = table.fold(before?.row ?? null, event, id) as unknown;
  if (folded === null) return null;
  if (folded === before?.row) return before;
  const { row, changed, visiblyChanged } = settleRow(table, before?.row ?? null, folded, id);
  if (before === null) return { row, first: ordinal, from: ordinal };
  if (!changed) return before;
  return { row, first: before.first, from: visiblyChanged ? ordinal : before.from };
}

interface Settled {
  readonly row: SettledRow;
  readonly changed: boolean;
  readonly visiblyChanged: boolean;
}

/** Values that did not change are those of the row before. The object that the fold returned is copied only where it has to differ. */
function settleRow(table: AnyTable, before: SettledRow | null, folded: unknown, id: string): Settled {
  const { columns, internal } = shapeOf(table);
  // A fold returns a row of its table: its type is checked where the table is written.
  const given = folded as SettledRow;
  if (storableText(given.id) !== id)
    throw new Error(`Table ${table.name}: the fold of row ${id} returned the row of another id.`);
  let row: Record<string, unknown> & Row = given.id === id ? given : { ...given, id };
  let changed = false;
  let visiblyChanged = false;
  for (const { field, kind } of columns) {
    const value = given[field];
    const old = before?.[field];
    if (value === old && before !== null) continue;
    const settled = settleField(table, field, kind, value, id);
    const isKept = before !== null && sameValue(kind, old, settled);
    const next = isKept ? old : settled;
    changed ||= !isKept;
    visiblyChanged ||= !isKept && !internal.has(field);
    // Zero has a sign, which no column keeps.
    if (Object.is(next, value)) continue;
    if (row === given) row = { ...given };
    row[field] = next;
  }
  return { row, changed, visiblyChanged };
}

function settleField(table: AnyTable, field: string, kind: ColumnKind, value: unknown, id: string): unknown {
  try {
    return settle(kind, value);
  } catch (error) {
    throw new Error(`Table ${table.name}, field ${field}, row ${id}: ${describeError(error)}`, { cause: error });
  }
}

/** Sorted, so that two writers lock rows in the same order. */
function sortOut(
  rows: ReadonlyMap<string, StoredRow | null>,
  loaded: ReadonlyMap<string, StoredRow>,
): Pick<TableChange, 'written' | 'deleted'> {
  const ids = [...rows.keys()].sort();
  return {
    written: ids.map((id) => rows.get(id) ?? null).filter((row) => row !== null),
    deleted: ids.filter((id) => rows.get(id) === null && loaded.has(id)),
  };
}
