import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AllStreamSubscription,
  type AppendResult,
  type BaseOptions,
  type BinaryEventData,
  type EventStoreDBClient,
  type PrefixesFilter,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { clientFor, credentialsOf } from './client';
import { isNotFound, isNotLeader } from './errors';
import { type Timeouts } from './timeouts';
import { readWhole } from './read-whole';
import { type StoredEvent, toStoredEvent } from './recorded';

/** How many events of others the server passes over before it says how far it is; its own default of 32 makes it slow. */
const SEARCH_WINDOW = 1_000;
/** Events that a subscription holds in this process before they are read. */
const BUFFERED_EVENTS = 512;
/** For an answer that says "too late" to arrive itself. */
const GRACE_MS = 500;

/** The calls to EventStoreDB, with the names of its streams and its own errors. Each call goes to the leader as one user. */
export class Server {
  private readonly client: EventStoreDBClient;
  private readonly options: BaseOptions;

  /**
   * @param url `esdb://user:password@host:2113?tls=true`, several hosts or `esdb+discover://` for a cluster. TLS, CA file and discovery
   * are the client's own settings. It connects when it is first used.
   */
  constructor(
    url: string,
    private readonly timeouts: Timeouts,
  ) {
    this.client = clientFor(url);
    // A follower may not know yet what the leader has acknowledged.
    this.options = { credentials: credentialsOf(url), requiresLeader: true };
  }

  async append(
    streamId: string,
    expectedRevision: 'no_stream' | bigint,
    events: BinaryEventData[],
  ): Promise<AppendResult> {
    const { appendMs } = this.timeouts;
    const options = { ...this.options, expectedRevision, deadline: appendMs };
    return onLeader(() => answered(this.client.appendToStream(streamId, events, options), appendMs + GRACE_MS));
  }

  /** Null when there is no such stream. */
  async readStream(streamId: string, fromRevision: bigint, limit?: number): Promise<readonly StoredEvent[] | null> {
    const maximum = limit === undefined ? {} : { maxCount: limit };
    return this.events(() => this.client.readStream(streamId, { ...this.options, fromRevision, ...maximum }));
  }

  /** Null when there is no such stream, or nothing in it. */
  async readLast(streamId: string): Promise<StoredEvent | null> {
    const options = { ...this.options, direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const;
    const events = await this.events(() => this.client.readStream(streamId, options));
    return events?.[0] ?? null;
  }

  /** The event that begins exactly here in the server's log, or null. */
  async eventAt(ordinal: bigint): Promise<StoredEvent | null> {
    const options = { ...this.options, direction: 'forwards', fromPosition: positionAt(ordinal), maxCount: 1 } as const;
    const [event] = (await this.events(() => this.client.readAll(options))) ?? [];
    return event?.ordinal === ordinal ? event : null;
  }

  /** Events of the whole server, newest first, before an event or from the end. */
  async readBack(before: bigint | null, maxCount: number): Promise<readonly StoredEvent[]> {
    const fromPosition = before === null ? 'end' : positionAt(before);
    const options = { ...this.options, direction: 'backwards', fromPosition, maxCount } as const;
    return (await this.events(() => this.client.readAll(options))) ?? [];
  }

  /** Events of streams with these prefixes, after an event, for ever. `signOfLife` is called while the server finds none. */
  subscribe(after: bigint, prefixes: readonly string[], signOfLife: () => void): AllStreamSubscription {
    const filter: PrefixesFilter = {
      filterOn: 'streamName',
      prefixes: [...prefixes],
      maxSearchWindow: SEARCH_WINDOW,
      checkpointInterval: 1,
      checkpointReached: signOfLife,
    };
    return this.client.subscribeToAll(
      { ...this.options, fromPosition: positionAt(after), filter },
      { highWaterMark: BUFFERED_EVENTS },
    );
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  /** Null when what is to be read does not exist: no such stream, no event at this place. */
  private async events(read: () => StreamingRead<ResolvedEvent>): Promise<readonly StoredEvent[] | null> {
    try {
      const found = await onLeader(() => readWhole(read(), this.timeouts.responseDeadlineMs));
      return found.flatMap(({ event }) => (event === undefined ? [] : [toStoredEvent(event)]));
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }
}

function positionAt(ordinal: bigint): { readonly commit: bigint; readonly prepare: bigint } {
  return { commit: ordinal, prepare: ordinal };
}

/** The client promises an answer by the deadline, but not while it looks for a node of the cluster. */
async function answered<T>(call: Promise<T>, withinMs: number): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const never = new Promise<never>((_, fail) => {
    late = setTimeout(() => {
      fail(new Error(`No answer within ${withinMs} ms.`));
    }, withinMs);
  });
  try {
    return await Promise.race([call, never]);
  } finally {
    clearTimeout(late);
  }
}

/** A node that does not lead refuses and names the leader; the client has gone over to that one when it says so. */
async function onLeader<T>(call: () => Promise<T>): Promise<T> {
  // In a turn of its own: a call that starts in the same turn in which the client closes a broken channel throws where nobody can
  // catch it, and ends the process.
  await nextTurn();
  try {
    return await call();
  } catch (error) {
    if (!isNotLeader(error)) throw error;
    await nextTurn();
    return call();
  }
}
