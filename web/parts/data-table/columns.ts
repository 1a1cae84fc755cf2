import { type ReactNode } from 'react';

/** How a list of two-line cards on a phone uses a column. */
export type CardPlace = 'title' | 'aside' | 'detail' | 'acts' | 'hidden';

/** Amounts and counts stand right, ticks in the middle. */
export type Align = 'end' | 'center';

export interface Column<Row> {
  /** Names the column where the reader's choice of columns is kept. */
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: Align;
  /** By which of the server's orders its heading sorts. */
  readonly sort?: string;
  /** Shown only when the reader chooses it. */
  readonly isExtra?: boolean;
  readonly card?: CardPlace;
  /** What can be done with the row: stays in view at the end of a table that is wider than its place. */
  readonly isActs?: boolean;
  /** What stands below it, such as the sum of the page. */
  readonly foot?: (rows: readonly Row[]) => ReactNode;
}

export interface Sorting {
  readonly by: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly onSort: (by: string, order: 'asc' | 'desc') => void;
}

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The columns that are shown: the reader's choice, else all that are not extra; in the order of the list, whatever was chosen first. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
): readonly Column<Row>[] {
  const shown = columns.filter(({ key, isExtra }) => (chosen === null ? isExtra !== true : chosen.includes(key)));
  // Columns that were renamed since the choice was kept must not leave an empty table.
  return shown.length > 0 ? shown : columns.filter(({ isExtra }) => isExtra !== true);
}

/** The choice after one column was switched on or off; null when it is the same as no choice. */
export function toggledColumn<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
  key: string,
): readonly string[] | null {
  const before = shownColumns(columns, chosen).map((column) => column.key);
  const after = before.includes(key) ? before.filter((one) => one !== key) : [...before, key];
  const usual = columns.filter(({ isExtra }) => isExtra !== true).map((column) => column.key);
  const isUsual = after.length === usual.length && usual.every((one) => after.includes(one));
  return isUsual || after.length === 0 ? null : after;
}

/** The rows from the one that was touched last to this one, both included. */
export function rangeOf(keys: readonly string[], from: string | null, to: string): readonly string[] {
  const begin = from === null ? -1 : keys.indexOf(from);
  const end = keys.indexOf(to);
  if (begin < 0 || end < 0) return [to];
  return keys.slice(Math.min(begin, end), Math.max(begin, end) + 1);
}

/** Sums of a page by currency; there is no sum over currencies. */
export function sumsByCurrency<Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => { readonly amount: number; readonly currency: string } | null,
): readonly { readonly currency: string; readonly amount: number }[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const one = amountOf(row);
    if (one !== null) sums.set(one.currency, (sums.get(one.currency) ?? 0) + one.amount);
  }
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .sort((a, b) => a.currency.localeCompare(b.currency));
}
