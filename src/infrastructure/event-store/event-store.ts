import { setTimeout as pause } from 'node:timers/promises';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  OutcomeUnknown,
  StoreUnavailable,
} from '../../application/ports/event-store';
import { doubling, retry, type RetrySchedule } from '../../domain/shared/retry';
import { type Codec } from './codec';
import { type EncodedEvent, type Journal } from './journal';
import { SharedPages } from './shared-pages';

export interface ResendOptions {
  readonly schedule: RetrySchedule;
  /** After so many milliseconds it is not sent again: a store that is silent costs its own deadline, and not seven of them. */
  readonly withinMs: number;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly delay: (milliseconds: number) => Promise<unknown>;
}

const DEFAULT_RESEND: ResendOptions = {
  schedule: { waits: doubling(50, 6), afterwards: 'give_up' },
  withinMs: 8_000,
  now: () => performance.now(),
  delay: pause,
};

/** The log as the application sees it: a journal of bytes with the codec in front. */
export function createEventStore(journal: Journal, codec: Codec, resend: ResendOptions = DEFAULT_RESEND): EventStore {
  const pages = new SharedPages(async (after, options) => {
    const { events, scannedTo } = await journal.readAll(after, options);
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    return { events: await codec.decode(events), scannedTo, bytes };
  });
  return {
    async append(stream, expected, events) {
      if (events.length === 0) throw new Error(`An append to ${stream} without events.`);
      return appendSurely(journal, stream, expected, await codec.encode(stream, events), resend);
    },
    async read(stream, fromRevision = 0, limit) {
      return codec.decode(await journal.read(stream, fromRevision, limit));
    },
    async readMany(streams) {
      const found = await Promise.all(streams.map((stream) => journal.read(stream, 0)));
      // Decoded together, so that the keys of all persons are looked up at once.
      const decoded = await codec.decode(found.flat());
      let next = 0;
      return found.map((events) => decoded.slice(next, (next += events.length)));
    },
    async readLast(stream) {
      const last = await journal.readLast(stream);
      return last === null ? null : ((await codec.decode([last]))[0] ?? null);
    },
    readAll: (after, options) => pages.readAll(after, options),
    waitForMore: (after, signal, types) => journal.waitForMore(after, signal, types),
    start: () => journal.start(),
    head: () => journal.head(),
    countsEvents: journal.countsEvents,
  };
}

/**
 * After an unknown outcome the same bytes are sent again; when the first ones were kept, the store recognises them. While nobody has
 * answered the outcome stays unknown, also when the store is away by then.
 */
async function appendSurely(
  journal: Journal,
  stream: string,
  expected: ExpectedRevision,
  events: readonly EncodedEvent[],
  { schedule, withinMs, now, delay }: ResendOptions,
): Promise<Appended> {
  const until = now() + withinMs;
  let unanswered = false;
  const send = () =>
    journal.append(stream, expected, events).catch((error: unknown) => {
      unanswered ||= error instanceof OutcomeUnknown;
      throw unanswered && error instanceof StoreUnavailable ? new OutcomeUnknown(stream) : error;
    });
  const isTransient = (error: unknown) => error instanceof OutcomeUnknown && now() < until;
  return retry(send, { schedule, wait: delay, isTransient });
}
