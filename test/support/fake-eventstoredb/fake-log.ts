/** An event as the server keeps it. */
export interface KeptEvent {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number;
  /** Byte offset in the log; commit and prepare position are the same. */
  readonly position: bigint;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type ProposedEvent = Pick<KeptEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Written =
  | { readonly outcome: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly outcome: 'wrong-version'; readonly revision: number }
  | { readonly outcome: 'stream-deleted' };

interface Stream {
  readonly events: KeptEvent[];
  /** Events before it are hidden; at the end of all numbers the stream is soft-deleted. */
  truncateBefore: number;
  tombstoned: boolean;
}

/** After so many appends the server notes something of its own, as real ones do. */
const SYSTEM_EVENT_EVERY = 20;
const text = new TextEncoder();

/** What EventStoreDB remembers, and its rules about it; nothing of the wire. It outlives the server that shows it. */
export class FakeLog {
  readonly events: KeptEvent[] = [];
  /** Told of every event as it is written, before whoever appended hears of it. */
  readonly listeners = new Set<(event: KeptEvent) => void>();
  private readonly streams = new Map<string, Stream>();
  private end = 0n;
  private appends = 0;

  constructor() {
    this.note('$scavenges', '$maxAge');
  }

  /** @param expected the revision that must be the last one, -1 for none, or null for any. */
  append(streamId: string, expected: number | null, proposed: readonly ProposedEvent[]): Written {
    const stream = this.stream(streamId);
    const last = stream.events.length - 1;
    if (stream.tombstoned) return { outcome: 'stream-deleted' };
    const fits = expected === null || expected === last || (expected === -1 && isHidden(stream));
    if (!fits) return repeatOrConflict(stream, expected, proposed);
    if (isHidden(stream)) stream.truncateBefore = stream.events.length;
    for (const event of proposed) this.write(streamId, event);
    this.appends += 1;
    if (this.appends % SYSTEM_EVENT_EVERY === 0) this.note('$stats-127.0.0.1:2113', '$statsCollected');
    const kept = stream.events.at(-1);
    return { outcome: 'written', revision: stream.events.length - 1, position: kept?.position ?? -1n };
  }

  /** What a reader of the stream sees, or why it sees nothing. */
  read(streamId: string): readonly KeptEvent[] | 'not-found' | 'deleted' {
    const stream = this.streams.get(streamId);
    if (stream === undefined) return 'not-found';
    if (stream.tombstoned) return 'deleted';
    if (stream.events.length === 0 || isHidden(stream)) return 'not-found';
    return stream.events.slice(stream.truncateBefore);
  }

  /** What a backup taken now holds: called, it sets the log back to this state. */
  backup(): () => void {
    const kept = this.events.map(({ streamId, ...event }) => ({ streamId, event }));
    return () => {
      this.events.length = 0;
      this.streams.clear();
      this.end = 0n;
      for (const { streamId, event } of kept) this.write(streamId, event);
    };
  }

  /** Soft: the stream can be begun again, and goes on counting. */
  delete(streamId: string): void {
    this.setTruncateBefore(streamId, Number.MAX_SAFE_INTEGER);
  }

  tombstone(streamId: string): void {
    this.stream(streamId).tombstoned = true;
    this.note(streamId, '$streamDeleted');
  }

  private setTruncateBefore(streamId: string, revision: number): void {
    this.append(`$$${streamId}`, null, [systemEvent('$metadata', JSON.stringify({ $tb: revision }))]);
  }

  private stream(streamId: string): Stream {
    const stream = this.streams.get(streamId) ?? { events: [], truncateBefore: 0, tombstoned: false };
    this.streams.set(streamId, stream);
    return stream;
  }

  private write(streamId: string, proposed: ProposedEvent): void {
    const { events } = this.stream(streamId);
    const event = { ...proposed, streamId, revision: events.length, position: this.end };
    this.end += BigInt(120 + proposed.data.length + proposed.metadata.length);
    events.push(event);
    this.events.push(event);
    if (streamId.startsWith('$$')) this.applyMetadata(streamId.slice(2), event);
    for (const listener of this.listeners) listener(event);
  }

  private applyMetadata(streamId: string, { data }: KeptEvent): void {
    const metadata: unknown = JSON.parse(new TextDecoder().decode(data));
    if (typeof metadata !== 'object' || metadata === null || !('$tb' in metadata)) return;
    this.stream(streamId).truncateBefore = Number(metadata.$tb);
  }

  private note(streamId: string, type: string): void {
    this.write(streamId, systemEvent(type, '{}'));
  }
}

function isHidden({ events, truncateBefore }: Stream): boolean {
  return events.length > 0 && truncateBefore >= events.length;
}

/** The same events at the same place were stored already, or the expected version is wrong. */
function repeatOrConflict({ events }: Stream, expected: number, proposed: readonly ProposedEvent[]): Written {
  const place = events.slice(expected + 1, expected + 1 + proposed.length);
  const last = place.at(-1);
  if (last !== undefined && proposed.every(({ id }, index) => place[index]?.id === id)) {
    return { outcome: 'written', revision: last.revision, position: last.position };
  }
  return { outcome: 'wrong-version', revision: events.length - 1 };
}

function systemEvent(type: string, data: string): ProposedEvent {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    type,
    contentType: 'application/json',
    data: text.encode(data),
    metadata: new Uint8Array(),
  };
}
