import { type LogEvent } from '../ports/log-event';

/** Handles a page of events at once; the checkpoint moves when the page is done. A page may come again: every step is harmless twice. */
export interface PageProcess<E extends LogEvent = LogEvent> {
  readonly kind: 'pages';
  readonly name: string;
  readonly handles: readonly E['type'][];
  readonly pageSize: number;
  /** Called when this process has taken the work over: what it remembers of an earlier time may be behind. */
  begin?(): void;
  handle(events: readonly E[]): Promise<void>;
}

/** Handles events one by one, in order within a partition, many partitions at once: for work that waits for somebody else. */
export interface PartitionedProcess<E extends LogEvent = LogEvent> {
  readonly kind: 'partitions';
  readonly name: string;
  readonly handles: readonly E['type'][];
  /** Partitions that may work at the same time. */
  readonly concurrency: number;
  partitionOf(event: E): string;
  /**
   * `isRedelivery`: the event was in the log when this process began, so that an earlier one may have died over it. `stop` is aborted when
   * the process ends: long work ends then with `stopped`.
   */
  handle(event: E, isRedelivery: boolean, stop: AbortSignal): Promise<Handled>;
}

/**
 * `retry`: it could not be done now, and the partition tries the same event again after a while. `stopped`: it was broken off, and whoever takes
 * over begins it anew.
 */
export type Handled = 'done' | 'stopped' | { readonly retry: string };

/** Does something at once and then again and again, whatever stands in the log. */
export interface Timer {
  readonly kind: 'timer';
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<void>;
}

/** Anything that works in the background. */
export type Process = PageProcess | PartitionedProcess | Timer;
