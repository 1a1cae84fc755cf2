import { type EventMetadata, type Fact } from '../../domain/shared/event';

/**
 * A place in the log: `<store tag>.<ordinal>`, for example `pg7f3a.1042`. Opaque to clients, ordered by its ordinal.
 * The tag names the store, so that a checkpoint of another store is refused instead of silently skipping events.
 */
export type Position = string;

export function ordinalOf(position: Position): bigint {
  return BigInt(position.slice(position.lastIndexOf('.') + 1));
}

/** What names the store in a position. */
export function tagOf(position: Position): string {
  return position.slice(0, position.lastIndexOf('.'));
}

/** The position of the event at this ordinal. */
export function positionOf(store: EventStore, ordinal: bigint): Position {
  return `${tagOf(store.start())}.${ordinal}`;
}

export function comparePositions(a: Position, b: Position): number {
  const difference = ordinalOf(a) - ordinalOf(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The revision of the last event that the writer has seen, or that it saw no stream at all. */
export type ExpectedRevision = number | 'no_stream';

/** An event that is to be appended. `id` is derived from its cause (UUID v5), so that the same append again is harmless. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** An event as the log holds it, upcast to the current version; personal data whose key is destroyed reads as null. */
export interface RecordedEvent<F extends Fact = Fact> {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly id: string;
  readonly type: F['type'];
  readonly data: F['data'];
  readonly metadata: EventMetadata;
}

export interface Appended {
  /** Revision and position of the last event of the append; of the original when it was a repeat. */
  readonly revision: number;
  readonly position: Position;
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** How far the log was looked through: a filtered reader goes on from here. Equal to `after` when there was nothing. */
  readonly scannedTo: Position;
}

export interface PageOptions {
  /** Only events of these types; all when left out. */
  readonly types?: readonly string[];
  /** Most events in the page; it ends earlier, but not before its first event, at `MAX_PAGE_BYTES`. */
  readonly limit: number;
}

/**
 * The log. Errors are a closed set: `VersionConflict`, `OutcomeUnknown`, `StoreUnavailable`, `AppendTooLarge`, `StreamGone`,
 * `ForeignPosition`.
 */
export interface EventStore {
  /** All events or none. The identical append again (same ids, same expected revision) answers as the first one did. */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** Events of a stream from a revision on, oldest first, `limit` at most; `[]` when there is no such stream. */
  read(stream: string, fromRevision?: number, limit?: number): Promise<readonly RecordedEvent[]>;
  /** All events of each of these streams, in the order of the names: one question where the store can ask one, several at the same time elsewhere. */
  readMany(streams: readonly string[]): Promise<readonly (readonly RecordedEvent[])[]>;
  /** The last event of a stream, or null. */
  readLast(stream: string): Promise<RecordedEvent | null>;
  /** The log after a position, in order, without a gap, also while others append. */
  readAll(after: Position, options: PageOptions): Promise<Page>;
  /**
   * Returns when there may be more after the position, or when the signal is aborted. Who wants only events of some types may be left
   * waiting a moment longer while others are appended, and is woken then all the same, so that it does not stay behind.
   */
  waitForMore(after: Position, signal: AbortSignal, types?: readonly string[]): Promise<void>;
  /** The position before the first event. */
  start(): Position;
  /** The position of the last event, or `start()`. */
  head(): Promise<Position>;
  /** Whether the distance of two ordinals is a count of events; on a store that counts bytes nobody knows how many there are. */
  readonly countsEvents: boolean;
}

/** Null on a store that does not count its events. */
export function eventsBetween(store: EventStore, from: Position, to: Position): number | null {
  return store.countsEvents ? Math.max(0, Number(ordinalOf(to) - ordinalOf(from))) : null;
}

export const EVENT_STORE = Symbol('EventStore');

/** The stream has moved on: reload and decide again. */
export class VersionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`Stream ${stream} is at ${actual}, not at ${expected} as expected.`);
    this.name = 'VersionConflict';
  }
}

/** The append may or may not have happened. Send the identical append again; decide nothing anew before that. */
export class OutcomeUnknown extends Error {
  constructor(readonly stream: string) {
    super(`The event store did not say whether the append to ${stream} was kept.`);
    this.name = 'OutcomeUnknown';
  }
}

/** The store can not be reached now; nothing was changed by this call. */
export class StoreUnavailable extends Error {
  /**
   * @param detail for the log.
   * @param advice what is wrong and what to do about it, without addresses or names: anyone may read it. Null when nothing is known.
   */
  constructor(
    detail: string,
    readonly advice: string | null = null,
  ) {
    super(`The event store is not available: ${[advice, detail].filter((part) => part !== null).join(' ')}`);
    this.name = 'StoreUnavailable';
  }
}

/** More than `MAX_APPEND_BYTES` of data and metadata in one append. */
export class AppendTooLarge extends Error {
  constructor(
    readonly stream: string,
    readonly bytes: number,
  ) {
    super(`An append of ${bytes} bytes to ${stream} is over the limit of ${MAX_APPEND_BYTES} bytes; split it.`);
    this.name = 'AppendTooLarge';
  }
}

/** Somebody deleted or truncated the stream in the store: the log is no longer whole. */
export class StreamGone extends Error {
  constructor(readonly stream: string) {
    super(
      `Stream ${stream} was deleted or truncated in the event store: the log is no longer whole. Take the deletion or the limit in the ` +
        'metadata of the stream back, or restore the store from a backup.',
    );
    this.name = 'StreamGone';
  }
}

/** A position of another store, or one beyond the end of this one, which then was set back to an older state. Never read on from it. */
export class ForeignPosition extends Error {
  constructor(
    readonly position: Position,
    readonly known: Position,
  ) {
    super(
      `Position ${position} does not belong to this event store, which knows positions such as ${known}. Either it is one of another ` +
        'store, or this one was set back to an older state, or somebody deleted the event that stood there.',
    );
    this.name = 'ForeignPosition';
  }
}

/** A page of the log ends with the event that takes its data and metadata over this. */
export const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** EventStoreDB refuses more than 1 MiB of data in one append; the same limit holds on every store. */
export const MAX_APPEND_BYTES = 960 * 1024;
