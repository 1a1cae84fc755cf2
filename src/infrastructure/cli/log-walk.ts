import { createHash } from 'node:crypto';
import { type Position } from '../../application/ports/event-store';
import { type Journal, type JournaledEvent } from '../event-store/journal';

const PAGE = 1_000;

/** Two logs that must be the same event for event and in order, and are not. */
export class LogsDiffer extends Error {
  constructor(place: number, detail: string) {
    super(`The two logs differ at event ${place}: ${detail}`);
    this.name = 'LogsDiffer';
  }
}

/** Walks along a log to where it ends now, and keeps the running hash of what it has passed. */
export class LogWalk {
  events = 0;
  private running = Buffer.alloc(32);
  private position: Position;
  private page: readonly JournaledEvent[] = [];
  private at = 0;

  constructor(private readonly journal: Journal) {
    this.position = journal.start();
  }

  get hash(): string {
    return this.running.toString('hex');
  }

  /** Null at the end; later there may be more. */
  async next(): Promise<JournaledEvent | null> {
    while (this.at === this.page.length) {
      const { events, scannedTo } = await this.journal.readAll(this.position, { limit: PAGE });
      if (scannedTo === this.position) return null;
      this.position = scannedTo;
      this.page = events;
      this.at = 0;
    }
    const event = this.page[this.at] ?? null;
    this.at += 1;
    if (event === null) return null;
    this.events += 1;
    this.running = createHash('sha256').update(this.running).update(leafOf(event)).digest();
    return event;
  }
}

/** SHA-256 of all that makes up an event and does not depend on the store. */
function leafOf({ stream, revision, id, type, data, metadata }: JournaledEvent): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([stream, revision, id, type, data, metadata]))
    .digest();
}

export function named({ stream, revision, id }: JournaledEvent): string {
  return `event ${revision} of ${stream} with id ${id}`;
}

/**
 * Walks along two logs to their ends and tells `each` of every pair of events and its number. Throws `LogsDiffer` at the first event that
 * is not the same, or is missing in one of them.
 */
export async function requireSame(
  source: LogWalk,
  target: LogWalk,
  each: (original: JournaledEvent, copy: JournaledEvent, events: number) => void,
): Promise<{ readonly events: number; readonly hash: string }> {
  for (;;) {
    const [original, copy] = [await source.next(), await target.next()];
    if (original === null && copy === null) return { events: source.events, hash: source.hash };
    if (original === null || copy === null) {
      const [longer, event] = original === null ? ['the first one ends', copy] : ['the second one ends', original];
      throw new LogsDiffer(source.events, `${longer} before ${event === null ? 'it' : named(event)}.`);
    }
    if (source.hash !== target.hash) {
      throw new LogsDiffer(source.events, `one holds ${named(original)}, the other ${named(copy)} or other content.`);
    }
    each(original, copy, source.events);
  }
}
