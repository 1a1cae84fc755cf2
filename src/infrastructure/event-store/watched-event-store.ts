import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  OutcomeUnknown,
  type PageOptions,
  type Position,
  StoreUnavailable,
} from '../../application/ports/event-store';

/** A refusal counts no longer than this, or a service that gets no more work would never find out that the log takes appends again. */
const COUNTS_FOR_MS = 15_000;

/** The log, and whether it takes appends: one that stands on a full disk still answers every question. */
export class WatchedEventStore implements EventStore {
  private refusedAt: number | null = null;

  /** @param now milliseconds of a clock that nobody sets. */
  constructor(
    private readonly store: EventStore,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get countsEvents(): boolean {
    return this.store.countsEvents;
  }

  /** True when the last append was refused, and that was a moment ago. */
  get refuses(): boolean {
    return this.refusedAt !== null && this.now() - this.refusedAt < COUNTS_FOR_MS;
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    try {
      const appended = await this.store.append(stream, expected, events);
      this.refusedAt = null;
      return appended;
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) this.refusedAt = this.now();
      throw error;
    }
  }

  read(stream: string, fromRevision?: number, limit?: number) {
    return this.store.read(stream, fromRevision, limit);
  }

  readMany(streams: readonly string[]) {
    return this.store.readMany(streams);
  }

  readLast(stream: string) {
    return this.store.readLast(stream);
  }

  readAll(after: Position, options: PageOptions) {
    return this.store.readAll(after, options);
  }

  waitForMore(after: Position, signal: AbortSignal, types?: readonly string[]) {
    return this.store.waitForMore(after, signal, types);
  }

  start() {
    return this.store.start();
  }

  head() {
    return this.store.head();
  }
}
