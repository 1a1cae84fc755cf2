import { ordinalOf, type RecordedEvent } from '../../src/application/ports/event-store';
import { settle } from '../../src/read-models/engine/column-values';
import { type AnyTable, type ColumnKind, type LogEvent, type Row } from '../../src/read-models/engine/read-model';

/** A row as a reader sees it. */
export interface PlainRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly first: bigint;
  readonly from: bigint;
}

export interface PlainVersion extends PlainRow {
  readonly to: bigint;
}

export interface PlainTable {
  /** By first position, then by id. */
  readonly rows: readonly PlainRow[];
  /** By beginning, then by id. */
  readonly past: readonly PlainVersion[];
}

/**
 * What a table must hold after these events, by the plainest fold there is: one event at a time, no pages, no database. The
 * engine is right when it says the same.
 */
export function plainFold(table: AnyTable, events: readonly RecordedEvent[]): PlainTable {
  const rows = new Map<string, PlainRow & { readonly whole: Row }>();
  const past: PlainVersion[] = [];
  for (const event of events as readonly LogEvent[]) {
    if (!table.handles.includes(event.type)) continue;
    const ordinal = ordinalOf(event.position);
    for (const id of table.touches(event)) {
      const before = rows.get(id);
      if (table.keeps === 'grows' && before !== undefined) continue;
      const whole = settled(table, table.fold(before?.whole ?? null, event, id) as Row | null);
      const row = whole === null ? null : visible(table, whole);
      const same = before !== undefined && row !== null && isSame(before.row, row);
      if (before !== undefined && !same && table.keeps === 'history') {
        past.push({ row: before.row, first: before.first, from: before.from, to: ordinal });
      }
      if (whole === null || row === null) rows.delete(id);
      else rows.set(id, { whole, row, first: before?.first ?? ordinal, from: same ? before.from : ordinal });
    }
  }
  return {
    rows: [...rows.values()]
      .map(({ row, first, from }) => ({ row, first, from }))
      .sort(byPosition(({ first }) => first)),
    past: past.sort(byPosition(({ from }) => from)),
  };
}

function settled(table: AnyTable, row: Row | null): Row | null {
  if (row === null) return null;
  const kinds: Readonly<Record<string, ColumnKind>> = table.columns;
  const values = new Map<string, unknown>(Object.entries(row));
  const fields = Object.entries(kinds).map(([field, kind]): [string, unknown] => [
    field,
    settle(kind, values.get(field)),
  ]);
  return { id: row.id, ...Object.fromEntries(fields) };
}

function visible(table: AnyTable, row: Row): Readonly<Record<string, unknown>> {
  const internal: readonly string[] = (table.internal ?? []).map(String);
  return Object.fromEntries(Object.entries(row).filter(([field]) => !internal.includes(field)));
}

function isSame(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const text = (row: Readonly<Record<string, unknown>>) =>
    JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  return text(a) === text(b);
}

export function byPosition<V extends PlainRow>(position: (version: V) => bigint): (a: V, b: V) => number {
  return (a, b) => {
    const difference = position(a) - position(b);
    return difference === 0n ? (String(a.row['id']) < String(b.row['id']) ? -1 : 1) : difference < 0n ? -1 : 1;
  };
}
