import { type ServerWritableStream, status } from '@grpc/grpc-js';
import { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type FakeLog, type KeptEvent } from './fake-log';
import { caughtUp, checkpoint, confirmation, failure, readEvent } from './messages';

/** So much may be on its way to a reader, as the window of the wire allows. */
const WINDOW_BYTES = 64 * 1024;
/** So many events wait in the server for a reader that is live; one more, and it is dropped. */
const LIVE_BUFFER = 32;
/** The server's own search window. */
const DEFAULT_WINDOW = 32;

/** A filtered subscription to `$all`: at the reader's pace while it catches up, and dropped when a burst outruns it later. */
export class Subscription {
  private readonly prefixes: readonly string[] | null;
  private readonly checkpointEvery: number;
  private considered = 0;
  private onTheWay = 0;
  private next: number;
  private live = false;
  private ended = false;
  private readonly waiting: KeptEvent[] = [];

  constructor(
    private readonly call: ServerWritableStream<ReadReq, ReadResp>,
    private readonly log: FakeLog,
    options: ReadReq.Options,
  ) {
    const filter = options.getFilter();
    this.prefixes = filter?.getStreamIdentifier()?.getPrefixList() ?? null;
    this.checkpointEvery = (filter?.getMax() || DEFAULT_WINDOW) * (filter?.getCheckpointintervalmultiplier() ?? 1);
    const after = options.getAll()?.getPosition()?.getCommitPosition();
    this.next = after === undefined ? 0 : log.events.findIndex(({ position }) => position > BigInt(after));
    if (this.next === -1) this.next = log.events.length;
  }

  start(): void {
    this.send(confirmation(), 0);
    const listener = (event: KeptEvent): void => {
      if (this.live) this.appeared(event);
    };
    this.log.listeners.add(listener);
    this.call.on('close', () => this.log.listeners.delete(listener));
    this.call.on('cancelled', () => this.log.listeners.delete(listener));
    this.pump();
  }

  /** Ends it as a server does that goes away or has enough of it. */
  drop(
    details = 'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  ): void {
    if (this.ended) return;
    this.ended = true;
    this.call.emit('error', failure(status.ABORTED, details));
  }

  private appeared(event: KeptEvent): void {
    this.waiting.push(event);
    this.pump();
    if (this.waiting.length > LIVE_BUFFER) this.drop();
  }

  /** Sends what fits; goes on when the reader has taken some. */
  private pump(): void {
    while (!this.ended && this.onTheWay < WINDOW_BYTES) {
      const event = this.live ? this.waiting.shift() : this.log.events[this.next];
      if (event === undefined) {
        if (this.live) return;
        this.live = true;
        this.send(caughtUp(), 0);
        continue;
      }
      this.next += 1;
      this.consider(event);
    }
  }

  private consider(event: KeptEvent): void {
    const matches = this.prefixes?.some((prefix) => event.streamId.startsWith(prefix)) ?? true;
    if (matches) this.send(readEvent(event), 150 + event.data.length + event.metadata.length);
    this.considered += 1;
    if (this.considered % this.checkpointEvery === 0) this.send(checkpoint(event.position), 0);
  }

  private send(message: ReadResp, bytes: number): void {
    this.onTheWay += bytes;
    this.call.write(message, () => {
      this.onTheWay -= bytes;
      if (bytes > 0)
        setImmediate(() => {
          this.pump();
        });
    });
  }
}
