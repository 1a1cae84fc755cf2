import { type LogEvent, type LogEventOf } from '../../application/ports/log-event';
import { type EventType } from '../../domain/catalogue';

export type { LogEvent };

/**
 * SQL type of a column by what it holds. `amount` is minor units; `ordinal` a position's ordinal as bigint; `kept` plain JSON that only the
 * fold needs, stored as text: it is handed on as it is from event to event, and read and written once a page.
 */
export type ColumnKind = 'text' | 'amount' | 'integer' | 'boolean' | 'date' | 'instant' | 'ordinal' | 'json' | 'kept';

/** Every row has an `id`, unique in its table; compound keys are joined into it. */
export interface Row {
  readonly id: string;
}

/**
 * One table of a read model, pure: which rows an event touches and how each of them changes. The engine loads the rows, folds in
 * memory and writes them, so that any split of the log into pages gives the same rows.
 */
export interface Table<R extends Row, T extends EventType = EventType> {
  readonly name: string;
  /** One entry for each field of the row but `id`. The column has the field's name in snake_case. */
  readonly columns: Readonly<Record<Exclude<keyof R & string, 'id'>, ColumnKind>>;
  /**
   * `history`: rows change and their past versions are kept (as of any position);
   * `grows`: rows are written once and never change, so they are filtered by position;
   * `present`: only the row as it is now is kept (personal data, which must not outlive the person's key).
   */
  readonly keeps: 'history' | 'grows' | 'present';
  /** Columns that only the fold needs (kept facts): they are not part of a version, of a comparison or of an answer. */
  readonly internal?: readonly (keyof R & string)[];
  /** Secondary indexes by column name; built after a rebuild. What has no value in such a column is not in its index. */
  readonly indexes: readonly (readonly (keyof R & string)[])[];
  /** No list goes through all of its rows in the order in which they appeared: so there is no index of it. */
  readonly unlisted?: true;
  /** Types of the events that it is shown; all others are no concern of it. */
  readonly handles: readonly T[];
  /** Ids of the rows that the event touches; none when it does not concern this table. */
  readonly touches: (event: LogEventOf<T>) => readonly string[];
  /** The row after the event; null = there is no such row. Must be a function of its arguments alone. */
  readonly fold: (row: R | null, event: LogEventOf<T>, id: string) => R | null;
}

/** Declares a table. Its functions know of the events that it handles and of no other, so that none can be left out of `handles` alone. */
export function tableOf<R extends Row>() {
  // Only events of the types that it handles are given to a table.
  return <T extends EventType>(given: Table<R, T>): Table<R> => given as unknown as Table<R>;
}

/** A table whose row type is of no concern to the engine. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a fold takes the row type that it made itself
export type AnyTable = Table<any>;

/** Tables that move together: one checkpoint, one transaction. */
export interface ReadModel {
  readonly name: string;
  /** Raised when the form of a table or a fold changes: the read model is then built anew before it is served. */
  readonly version: number;
  readonly tables: readonly AnyTable[];
}
