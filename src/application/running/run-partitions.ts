import { type LogEvent } from '../ports/log-event';
import { comparePositions, type Position } from '../ports/event-store';
import { retry, type RetrySchedule } from '../../domain/shared/retry';
import { Semaphore } from '../../domain/shared/semaphore';
import { type Handled, type PartitionedProcess } from './process';
import { type ProcessContext, transientReason } from './process-context';

const RETRY_SCHEDULE: RetrySchedule = { waits: [250, 1_000, 4_000, 15_000, 60_000], afterwards: 'repeat' };
const PAGE_SIZE = 500;
/** Events that wait in memory; reading pauses above it, so that a long outage costs no memory. */
const MAX_WAITING = 5_000;

interface Waiting {
  readonly event: LogEvent;
  /** The position to go on from when this event is the oldest that is not done. */
  readonly before: Position;
}

/**
 * Works through events in partitions: in order within a partition, many partitions at the same time, each retrying by itself. The checkpoint stays before
 * the oldest event that is not done, so that whatever dies is taken up again.
 */
export async function runPartitions(
  process: PartitionedProcess,
  context: ProcessContext,
  held: AbortSignal,
): Promise<void> {
  const { store, checkpoints } = context;
  const startHead = await store.head();
  let checkpoint = await checkpoints.load(process.name);
  let cursor = checkpoint?.position ?? store.start();
  context.status({ state: 'running', position: cursor, reason: null });
  const partitions = new Partitions(process, context, startHead, held);
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
        context.status({ position: reached });
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
  private readonly semaphore: Semaphore;
  private changed = new AbortController();

  constructor(
    private readonly process: PartitionedProcess,
    private readonly context: ProcessContext,
    private readonly startHead: Position,
    private readonly held: AbortSignal,
  ) {
    this.semaphore = new Semaphore(process.concurrency);
  }

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
    try {
      return await retry(() => this.semaphore.run(() => this.tryOnce(event)), {
        schedule: RETRY_SCHEDULE,
        wait: (milliseconds) => this.context.delay(milliseconds, this.held),
        isTransient: (error) => error instanceof NotNow,
        isStopped: () => this.stopped(),
        onRetry: (error, pause) => {
          this.context.log.warn('An event waits and is tried again.', {
            process: this.process.name,
            type: event.type,
            position: event.position,
            reason: error instanceof NotNow ? error.message : '',
            pause,
          });
        },
      });
    } catch (error) {
      if (error instanceof NotNow) return false;
      throw error;
    }
  }

  /** Throws `NotNow` when it is to be tried again. */
  private async tryOnce(event: LogEvent): Promise<boolean> {
    const isRedelivery = comparePositions(event.position, this.startHead) <= 0;
    const handled = await this.handle(event, isRedelivery);
    if (typeof handled === 'object') throw new NotNow(handled.retry);
    return handled === 'done';
  }

  private async handle(event: LogEvent, isRedelivery: boolean): Promise<Handled> {
    try {
      return await this.process.handle(event, isRedelivery, this.held);
    } catch (error) {
      const reason = transientReason(error);
      if (reason === null) throw error;
      return { retry: reason };
    }
  }
}

/** An event that could not be handled now; the message says why. */
class NotNow extends Error {}
