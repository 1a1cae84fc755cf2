import { type LogEvent } from '../ports/log-event';
import { type Position } from '../ports/event-store';
import { type PartitionedProcess } from './process';
import { type Running } from './process-context';

/** Waits between tries, in milliseconds; the last one is kept up. */
const BACK_OFF = [250, 1_000, 4_000, 15_000, 60_000] as const;
const PAGE_SIZE = 500;
/** Events that wait in memory; reading pauses above it, so that a long outage costs no memory. */
const MAX_WAITING = 5_000;

interface Waiting {
  readonly event: LogEvent;
  /** The position to go on from when this event is the oldest that is not done. */
  readonly before: Position;
}

/**
 * Works through events in partitions: in order within a partition, partitions side by side, each partition retrying by itself. The checkpoint stays before
 * the oldest event that is not done, so that whatever dies is taken up again.
 */
export async function runPartitions(process: PartitionedProcess, running: Running, held: AbortSignal): Promise<void> {
  const { store, checkpoints } = running;
  const startHead = await store.head();
  let checkpoint = await checkpoints.load(process.name);
  let cursor = checkpoint?.position ?? store.start();
  running.status({ state: 'running', position: cursor, reason: null });
  const partitions = new Partitions(process, running, startHead, held);
  try {
    while (!held.aborted && partitions.failure === null) {
      const page =
        partitions.waiting.size < MAX_WAITING
          ? await store.readAll(cursor, { types: process.handles, limit: PAGE_SIZE })
          : { events: [], scannedTo: cursor };
      for (const event of page.events as readonly LogEvent[]) {
        partitions.add({ event, before: cursor });
        cursor = event.position;
      }
      cursor = page.scannedTo;
      const reached = partitions.reached(cursor);
      if (reached !== checkpoint?.position) {
        const next = { position: reached, state: '' };
        if (!(await checkpoints.save(process.name, checkpoint, next))) return; // another has taken over: begin anew
        checkpoint = next;
        running.status({ position: reached });
      }
      if (page.events.length === 0) {
        await partitions.waitForChange(async (signal) => {
          if (partitions.waiting.size < MAX_WAITING) await store.waitForMore(cursor, signal, process.handles);
          else await aborted(signal);
        });
      }
    }
  } finally {
    await partitions.idle();
  }
  if (partitions.failure !== null) throw partitions.failure.error;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}

class Partitions {
  /** Not done yet, oldest first. */
  readonly waiting = new Set<Waiting>();
  failure: { readonly error: unknown } | null = null;
  private readonly partitions = new Map<string, Waiting[]>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly free: (() => void)[] = [];
  private changed = new AbortController();
  private working = 0;

  constructor(
    private readonly process: PartitionedProcess,
    private readonly running: Running,
    private readonly startHead: Position,
    private readonly held: AbortSignal,
  ) {}

  add(waiting: Waiting): void {
    this.waiting.add(waiting);
    const partition = this.process.partitionOf(waiting.event);
    const queue = this.partitions.get(partition);
    if (queue !== undefined) {
      queue.push(waiting);
      return;
    }
    const begun = [waiting];
    this.partitions.set(partition, begun);
    const work = this.work(partition, begun);
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  /** The position up to which all is done. */
  reached(cursor: Position): Position {
    for (const { before } of this.waiting) return before;
    return cursor;
  }

  /** Returns when there is more to read, or when some work was done. */
  async waitForChange(more: (signal: AbortSignal) => Promise<void>): Promise<void> {
    await more(AbortSignal.any([this.held, this.changed.signal]));
    this.changed = new AbortController();
  }

  async idle(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async work(partition: string, queue: Waiting[]): Promise<void> {
    for (let first = queue[0]; first !== undefined && !this.stopped(); first = queue[0]) {
      try {
        if (!(await this.untilDone(first))) break;
      } catch (error) {
        this.failure ??= { error };
        break;
      } finally {
        this.changed.abort();
      }
      queue.shift();
      this.waiting.delete(first);
    }
    this.partitions.delete(partition);
    this.changed.abort();
  }

  private stopped(): boolean {
    return this.held.aborted || this.failure !== null;
  }

  /** True when the event is done; false when the work was stopped before. */
  private async untilDone({ event }: Waiting): Promise<boolean> {
    for (let tries = 0; !this.stopped(); tries += 1) {
      const handled = await this.withPlace(() => this.tryOnce(event));
      if (handled === 'done') return true;
      if (handled === 'stopped') return false;
      const pause = BACK_OFF[Math.min(tries, BACK_OFF.length - 1)] ?? 0;
      this.running.log.warn('An event waits and is tried again.', {
        process: this.process.name,
        type: event.type,
        position: event.position,
        reason: handled.retry,
        pause,
      });
      await this.running.delay(pause, this.held);
    }
    return false;
  }

  private async tryOnce(event: LogEvent) {
    try {
      const isRedelivery = this.running.compare(event.position, this.startHead) <= 0;
      return await this.process.handle(event, isRedelivery, this.held);
    } catch (error) {
      const reason = this.running.transient(error);
      if (reason === null) throw error;
      return { retry: reason };
    }
  }

  private async withPlace<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.process.width) await new Promise<void>((resolve) => this.free.push(resolve));
    this.working += 1;
    try {
      return await work();
    } finally {
      this.working -= 1;
      this.free.shift()?.();
    }
  }
}
