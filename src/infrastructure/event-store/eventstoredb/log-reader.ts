import { setMaxListeners } from 'node:events';
import { type AllStreamResolvedEvent, type AllStreamSubscription } from '@eventstore/db-client';
import { MAX_PAGE_BYTES } from '../../../application/ports/event-store';
import { type StoredEvent, toStoredEvent } from './recorded';

/** How much of the log one filtered page looks through at most. */
const WINDOW = 10_000;

export interface ReaderPage {
  readonly events: readonly StoredEvent[];
  readonly scannedTo: bigint;
}

/**
 * Reads on from one place of the log. The subscription itself is the bounded buffer: what is not asked for stays in it, and the server
 * waits. When it fails, what it has delivered can still be read; then somebody opens another one at `position`.
 */
export class LogReader {
  private failed: Error | null = null;
  /** Looked at, and not handed out yet. */
  private ahead: StoredEvent | null = null;
  private onArrival: (() => void) | null = null;
  private responseDeadline: NodeJS.Timeout | null = null;

  /**
   * @param position what was handed out last; the subscription begins after it.
   * @param subscribe makes the subscription; `signOfLife` is to be called when the server says that it still looks.
   */
  constructor(
    public position: bigint,
    subscribe: (signOfLife: () => void) => AllStreamSubscription,
    private readonly silentAfterMs: number,
  ) {
    this.subscription = subscribe(() => this.responseDeadline?.refresh());
    this.subscription.on('readable', () => this.onArrival?.());
    this.subscription.on('end', () => {
      this.fail(new Error('The server ended the subscription.'));
    });
    // Stays for good: an error that nobody listens to ends the process.
    this.subscription.on('error', (error: Error) => {
      this.fail(error);
    });
  }

  private readonly subscription: AllStreamSubscription;

  /** Why it can not go on, or null. */
  get failure(): Error | null {
    return this.failed;
  }

  /** Where the next event stands that it has at hand, or null. */
  peek(): bigint | null {
    this.ahead ??= this.taken();
    return this.ahead?.ordinal ?? null;
  }

  /**
   * Up to `limit` events of these types. It is cut short where nothing more is at hand, but not before `known`, since so far the log
   * surely went when the page was asked for. Later events are for the next page, or this one would not end while others write.
   * Null when the subscription failed, or fell silent, before anything came.
   */
  async page(types: ReadonlySet<string> | null, limit: number, known: bigint): Promise<ReaderPage | null> {
    const events: StoredEvent[] = [];
    const began = this.position;
    let bytes = 0;
    for (let scanned = 0; events.length < limit && scanned < WINDOW && bytes < MAX_PAGE_BYTES;) {
      const event = this.next();
      if (event !== null) {
        scanned += 1;
        this.position = event.ordinal;
        if (types !== null && !types.has(event.type)) continue;
        events.push(event);
        bytes += Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
      } else if (this.failed !== null || this.position >= known) {
        break;
      } else {
        await this.arrival();
      }
    }
    if (this.failed !== null && this.position === began) return null;
    return { events, scannedTo: this.position };
  }

  /** Resolves to true when there is something to read or never will be, and to false when there was nothing for so long. */
  async waitForMore(signal: AbortSignal, withinMs: number): Promise<boolean> {
    if (this.failed !== null || this.peek() !== null || signal.aborted) return true;
    // Many readers wait with the one signal of the process; Node.js would take more than ten for a leak.
    setMaxListeners(0, signal);
    const came = await new Promise<boolean>((settle) => {
      const arrived = (): void => {
        clearTimeout(late);
        signal.removeEventListener('abort', arrived);
        settle(true);
      };
      const late = setTimeout(() => {
        signal.removeEventListener('abort', arrived);
        settle(false);
      }, withinMs);
      late.unref();
      signal.addEventListener('abort', arrived);
      this.onArrival = arrived;
    });
    this.onArrival = null;
    return came;
  }

  close(): void {
    this.fail(new Error('The reader was closed.'));
    this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
  }

  private next(): StoredEvent | null {
    const next = this.ahead ?? this.taken();
    this.ahead = null;
    return next;
  }

  private taken(): StoredEvent | null {
    for (;;) {
      // The stream is of one kind of object, which its type does not say.
      const resolved = this.subscription.read() as AllStreamResolvedEvent | null;
      if (resolved === null) return null;
      if (resolved.event !== undefined) return toStoredEvent(resolved.event);
    }
  }

  private async arrival(): Promise<void> {
    await new Promise<void>((settle) => {
      this.onArrival = settle;
      this.responseDeadline = setTimeout(() => {
        this.fail(new Error(`The subscription was silent for ${this.silentAfterMs} ms although the log goes on.`));
      }, this.silentAfterMs);
    });
    this.onArrival = null;
    if (this.responseDeadline !== null) clearTimeout(this.responseDeadline);
    this.responseDeadline = null;
  }

  private fail(error: Error): void {
    this.failed ??= error;
    this.onArrival?.();
  }
}
