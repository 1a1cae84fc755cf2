import {
  type Appended,
  AppendTooLarge,
  type EventStore,
  type ExpectedRevision,
  MAX_APPEND_BYTES,
  MAX_PAGE_BYTES,
  type NewEvent,
  ordinalOf,
  type Page,
  type PageOptions,
  type Position,
  type RecordedEvent,
  VersionConflict,
} from '../../src/application/ports/event-store';

/**
 * The event store port in memory, for tests: positions are `<tag>.<1, 2, 3 …>`. An append whose expected revision is behind is a repeat
 * when the events that stand there have the same ids, and a conflict otherwise; ids are not looked at in any other case.
 */
export class MemoryEventStore implements EventStore {
  readonly countsEvents = true;
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #waiting = new Set<() => void>();

  constructor(readonly tag = 'memory') {}

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return settled(() => this.#append(stream, expected, events));
  }

  read(stream: string, fromRevision = 0, limit?: number): Promise<readonly RecordedEvent[]> {
    const end = limit === undefined ? undefined : fromRevision + limit;
    return Promise.resolve((this.#streams.get(stream) ?? []).slice(fromRevision, end));
  }

  /** The whole log, however long. */
  all(): readonly RecordedEvent[] {
    return [...this.#log];
  }

  readMany(streams: readonly string[]): Promise<readonly (readonly RecordedEvent[])[]> {
    return Promise.all(streams.map((stream) => this.read(stream)));
  }

  readLast(stream: string): Promise<RecordedEvent | null> {
    return Promise.resolve(this.#streams.get(stream)?.at(-1) ?? null);
  }

  readAll(after: Position, { types, limit }: PageOptions): Promise<Page> {
    return settled(() => {
      const events: RecordedEvent[] = [];
      let scanned = this.#ordinal(after);
      let bytes = 0;
      while (scanned < this.#log.length && events.length < limit && bytes < MAX_PAGE_BYTES) {
        const event = this.#log[scanned];
        scanned += 1;
        if (event === undefined || (types !== undefined && !types.includes(event.type))) continue;
        events.push(event);
        bytes += bytesOf([event]);
      }
      return { events, scannedTo: this.#position(scanned) };
    });
  }

  async waitForMore(after: Position, signal: AbortSignal): Promise<void> {
    const ordinal = this.#ordinal(after);
    if (signal.aborted || ordinal < this.#log.length) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  start(): Position {
    return this.#position(0);
  }

  head(): Promise<Position> {
    return Promise.resolve(this.#position(this.#log.length));
  }

  #append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Appended {
    if (events.length === 0) throw new Error('An append needs an event.');
    const bytes = bytesOf(events);
    if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(stream, bytes);
    const there = this.#streams.get(stream) ?? [];
    const actual = there.length === 0 ? 'no_stream' : there.length - 1;
    if (expected !== actual) return repeated(stream, expected, actual, there, events);
    for (const event of events) {
      const recorded = this.#record(stream, there.length, event);
      this.#log.push(recorded);
      there.push(recorded);
    }
    this.#streams.set(stream, there);
    for (const wake of [...this.#waiting]) wake();
    return { revision: there.length - 1, position: this.#position(this.#log.length) };
  }

  /** A copy: what the caller does with its objects later is not in the log. */
  #record(stream: string, revision: number, event: NewEvent): RecordedEvent {
    return Object.freeze({
      ...structuredClone(event),
      stream,
      revision,
      position: this.#position(this.#log.length + 1),
    });
  }

  #position(ordinal: number): Position {
    return `${this.tag}.${ordinal}`;
  }

  #ordinal(position: Position): number {
    if (!position.startsWith(`${this.tag}.`)) throw new Error(`Position ${position} is not one of store ${this.tag}.`);
    return Number(ordinalOf(position));
  }
}

function repeated(
  stream: string,
  expected: ExpectedRevision,
  actual: ExpectedRevision,
  there: readonly RecordedEvent[],
  events: readonly NewEvent[],
): Appended {
  const begin = expected === 'no_stream' ? 0 : expected + 1;
  const stood = there.slice(begin, begin + events.length);
  const last = stood.at(-1);
  const same = stood.length === events.length && stood.every(({ id }, index) => id === events[index]?.id);
  if (!same || last === undefined) throw new VersionConflict(stream, expected, actual);
  return { revision: last.revision, position: last.position };
}

function bytesOf(events: readonly NewEvent[]): number {
  return Buffer.byteLength(JSON.stringify(events.map(({ data, metadata }) => [data, metadata])));
}

/** A promise of what a plain function returns or throws. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
