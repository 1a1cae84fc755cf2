import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Appended,
  type ExpectedRevision,
  ForeignPosition,
  ordinalOf,
  OutcomeUnknown,
  type Position,
  StoreUnavailable,
  StreamGone,
} from '../../../application/ports/event-store';
import { doubling, retry, type RetrySchedule } from '../../../domain/shared/retry';
import { categoryOf } from '../../../domain/shared/streams';
import {
  ForeignLogForm,
  LOG_FORM,
  type EncodedEvent,
  type Journal,
  type JournaledEvent,
  type JournalPage,
} from '../journal';
import { AppendPartitions } from './append-partitions';
import { CATEGORIES } from './categories';
import { appendFailure, readFailure } from './errors';
import { LogHead } from './log-head';
import { LogReader, type ReaderPage } from './log-reader';
import { TIMEOUTS, type Timeouts } from './timeouts';
import { type StoredEvent, toEventData } from './recorded';
import { Server } from './server';

export interface EventStoreDBOptions {
  /** `esdb://user:password@host:2113`, with the client's settings for TLS, CA file and cluster discovery. */
  readonly url: string;
  /** Stands before the name of every stream, so that several instances can share a server. */
  readonly streamPrefix: string;
  /** The categories of streams that make up the log; the product's own unless a test names others. */
  readonly categories?: readonly string[];
  readonly timeouts?: Partial<Timeouts>;
}

/** More do not make the server faster, and its answers slower. */
const MAX_UNDER_WAY = 64;
/** The server drops a reader that a burst outruns; a new subscription reads at the reader's pace. */
const SUBSCRIBE_AGAIN: RetrySchedule = { waits: doubling(20, 5), afterwards: 'give_up', jitter: { from: 0, to: 1 } };
/** A look at one place of the log leaves a subscription behind; so many are kept for readers that go on there. */
const MAX_IDLE = 16;

/**
 * The log in EventStoreDB 23.10 or later. A position is the byte offset of an event in the server's log, which no two events share.
 * The stream `<prefix>directDebitLedger` has one event, written at the first start: it names the log and says where it begins.
 */
export class EventStoreDBJournal implements Journal {
  readonly countsEvents = false;
  private readonly partitions = new AppendPartitions(MAX_UNDER_WAY);
  private readonly logHead: LogHead;
  private readonly prefixes: readonly string[];
  private readonly readers = new Set<LogReader>();
  /** Those of them that nobody uses now, each with the timer that closes it. */
  private readonly idle = new Map<LogReader, NodeJS.Timeout>();
  /** So far the log surely goes: this process was told so. */
  private known: bigint;
  private closed = false;

  private constructor(
    private readonly server: Server,
    private readonly streamPrefix: string,
    private readonly categories: readonly string[],
    private readonly timeouts: Timeouts,
    private readonly tag: string,
    private readonly beginning: bigint,
  ) {
    this.known = beginning;
    this.prefixes = categories.map((category) => `${streamPrefix}${category}-`);
    this.logHead = new LogHead(
      beginning,
      (before, count) => server.readBack(before, count),
      ({ streamId }) => this.prefixes.some((prefix) => streamId.startsWith(prefix)),
    );
  }

  /** Throws `StoreUnavailable`, and `ConfigurationError` when the URL can not be used. */
  static async open(options: EventStoreDBOptions): Promise<EventStoreDBJournal> {
    const { url, streamPrefix, categories = CATEGORIES } = options;
    const timeouts = { ...TIMEOUTS, ...options.timeouts };
    const server = new Server(url, timeouts);
    try {
      const { tag, ordinal } = await obtainName(server, `${streamPrefix}directDebitLedger`);
      return new EventStoreDBJournal(server, streamPrefix, categories, timeouts, `es${tag}`, ordinal);
    } catch (error) {
      await server.close();
      throw error instanceof ForeignLogForm ? error : readFailure(null, error);
    }
  }

  /** Waits for appends under way and ends all subscriptions. */
  async close(): Promise<void> {
    this.closed = true;
    await this.partitions.idle();
    for (const reader of [...this.readers]) this.end(reader);
    await this.server.close();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): Promise<Appended> {
    this.requireAppendable(stream, expected, events);
    const data = events.map(toEventData);
    const expectedRevision = expected === 'no_stream' ? expected : BigInt(expected);
    const sending = this.partitions.run(stream, () =>
      this.server.append(this.streamPrefix + stream, expectedRevision, data),
    );
    const { nextExpectedRevision, position } = await sending.catch((error: unknown) => {
      throw appendFailure(stream, expected, bytesOf(events), error);
    });
    const revision = (expected === 'no_stream' ? -1 : expected) + events.length;
    // A stream that somebody deleted goes on counting where it was.
    if (nextExpectedRevision !== BigInt(revision)) throw new StreamGone(stream);
    if (position === undefined) throw new OutcomeUnknown(stream);
    this.learn(position.commit);
    return { revision, position: this.position(position.commit) };
  }

  async read(stream: string, fromRevision: number, limit?: number): Promise<readonly JournaledEvent[]> {
    const streamId = this.streamPrefix + stream;
    const events = await this.translated(stream, this.server.readStream(streamId, BigInt(fromRevision), limit));
    if (events === null) return this.nothing(stream, []);
    if (events.some(({ revision }, index) => revision !== fromRevision + index)) throw new StreamGone(stream);
    return events.map((event) => this.journaled(event));
  }

  async readLast(stream: string): Promise<JournaledEvent | null> {
    const last = await this.translated(stream, this.server.readLast(this.streamPrefix + stream));
    return last === null ? this.nothing(stream, null) : this.journaled(last);
  }

  async readAll(
    after: Position,
    { types, limit }: { readonly types?: readonly string[]; readonly limit: number },
  ): Promise<JournalPage> {
    const from = this.ordinal(after);
    const wanted = types === undefined ? null : new Set(types);
    let dropped: unknown = null;
    const readPage = async (): Promise<ReaderPage> => {
      const reader = await this.readerAt(from);
      const page = await reader.page(wanted, limit, this.known);
      this.giveBack(reader);
      if (page !== null) return page;
      dropped = readFailure(null, reader.failure);
      throw dropped;
    };
    const { delay, random } = this.timeouts;
    const isTransient = (error: unknown): boolean => error === dropped;
    const { events, scannedTo } = await retry(readPage, {
      schedule: SUBSCRIBE_AGAIN,
      wait: delay,
      random,
      isTransient,
    });
    return { events: events.map((event) => this.journaled(event)), scannedTo: this.position(scannedTo) };
  }

  async waitForMore(after: Position, signal: AbortSignal): Promise<void> {
    const from = this.ordinal(after);
    while (this.known <= from && !signal.aborted && !this.closed) {
      const reader = await this.readerAt(from);
      const came = await reader.waitForMore(signal, this.timeouts.lookMs);
      // The next read from here may get another reader, which must not say that there is nothing: both would ask in turns, for ever.
      this.learn(reader.peek() ?? from);
      this.giveBack(reader);
      if (came) return;
      await this.readHead();
    }
  }

  start(): Position {
    return this.position(this.beginning);
  }

  async head(): Promise<Position> {
    return this.position(await this.readHead());
  }

  private async readHead(): Promise<bigint> {
    const head = await this.translated(null, this.logHead.now());
    this.learn(head);
    return head;
  }

  /** A reader that stands here, and is nobody else's until it is given back. */
  private async readerAt(from: bigint): Promise<LogReader> {
    const ready = this.idleAt(from);
    if (ready !== null) return this.take(ready);
    const [event] = await Promise.all([
      this.translated(null, this.server.eventAt(from)),
      // Up to here a page is not cut short.
      this.readHead(),
    ]);
    if (event === null) throw new ForeignPosition(this.position(from), this.position(this.known));
    const subscribe = (signOfLife: () => void): ReturnType<Server['subscribe']> =>
      this.server.subscribe(from, this.prefixes, signOfLife);
    const reader = new LogReader(from, subscribe, this.timeouts.responseDeadlineMs);
    this.readers.add(reader);
    return reader;
  }

  /** One that has something at hand rather than one that has to wait; those that failed meanwhile are let go. */
  private idleAt(from: bigint): LogReader | null {
    let found: LogReader | null = null;
    for (const reader of [...this.idle.keys()].filter(({ position }) => position === from)) {
      if (reader.peek() !== null) return reader;
      if (reader.failure === null) found ??= reader;
      else this.end(reader);
    }
    return found;
  }

  private take(reader: LogReader): LogReader {
    clearTimeout(this.idle.get(reader));
    this.idle.delete(reader);
    return reader;
  }

  private giveBack(reader: LogReader): void {
    if (reader.failure !== null) {
      this.end(reader);
      return;
    }
    const end = setTimeout(() => {
      this.end(reader);
    }, this.timeouts.idleMs);
    this.idle.set(reader, end.unref());
    const [oldest] = this.idle.keys();
    if (this.idle.size > MAX_IDLE && oldest !== undefined) this.end(oldest);
  }

  private end(reader: LogReader): void {
    this.take(reader).close();
    this.readers.delete(reader);
  }

  /** A stream that nobody can see now: there never was one, or somebody deleted or truncated it. */
  private async nothing<T>(stream: string, none: T): Promise<T> {
    const metadata = await this.translated(stream, this.server.readLast(`$$${this.streamPrefix}${stream}`));
    if (metadata !== null && /"\$(tb|maxCount|maxAge)"/.test(metadata.data)) throw new StreamGone(stream);
    return none;
  }

  private requireAppendable(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): void {
    if (events.length === 0) throw new Error(`An append to ${stream} without events.`);
    if (!this.categories.includes(categoryOf(stream))) {
      throw new Error(`An append to ${stream}, whose category no reader of the log looks for.`);
    }
    if (expected !== 'no_stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
      throw new Error(`An append to ${stream} expects the revision ${expected}, which no stream can have.`);
    }
  }

  private async translated<T>(stream: string | null, call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      throw readFailure(stream, error);
    }
  }

  private learn(ordinal: bigint): void {
    if (ordinal > this.known) this.known = ordinal;
  }

  private journaled({ streamId, revision, ordinal, id, type, data, metadata }: StoredEvent): JournaledEvent {
    const stream = streamId.slice(this.streamPrefix.length);
    return { stream, revision, position: this.position(ordinal), id, type, data, metadata };
  }

  private position(ordinal: bigint): Position {
    return `${this.tag}.${ordinal}`;
  }

  private ordinal(position: Position): bigint {
    if (!/^\d+$/.test(position.slice(this.tag.length + 1)) || !position.startsWith(`${this.tag}.`)) {
      throw new ForeignPosition(position, this.start());
    }
    return ordinalOf(position);
  }
}

/** The name of the log and where it begins; the first who asks makes it. */
async function obtainName(
  server: Server,
  streamId: string,
): Promise<{ readonly tag: string; readonly ordinal: bigint }> {
  const kept = await server.readLast(streamId);
  if (kept !== null) return { tag: tagIn(kept), ordinal: kept.ordinal };
  const data = JSON.stringify({ form: LOG_FORM, tag: randomBytes(4).toString('hex') });
  const event = toEventData({ id: randomUUID(), type: 'LogBegun', data, metadata: '{"v":1}' });
  try {
    await server.append(streamId, 'no_stream', [event]);
  } catch (error) {
    // Somebody else may have been faster.
    if ((await server.readLast(streamId)) === null) throw error;
  }
  const made = await server.readLast(streamId);
  if (made === null) throw new StoreUnavailable(`Stream ${streamId}, which names the log, can not be read.`);
  return { tag: tagIn(made), ordinal: made.ordinal };
}

function tagIn({ streamId, data }: StoredEvent): string {
  const [, form = '1', tag] = /^\{(?:"form":(\d+),)?"tag":"([0-9a-f]{8})"\}$/.exec(data) ?? [];
  if (tag === undefined)
    throw new StoreUnavailable(`Stream ${streamId} does not name a log: something else wrote to it.`);
  if (Number(form) !== LOG_FORM) throw new ForeignLogForm(Number(form));
  return tag;
}

function bytesOf(events: readonly EncodedEvent[]): number {
  return events.reduce((sum, { data, metadata }) => sum + Buffer.byteLength(data) + Buffer.byteLength(metadata), 0);
}
