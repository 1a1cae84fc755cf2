import { type ExpectedRevision } from '../../application/ports/event-store';
import { type EncodedEvent, type Journal, type JournaledEvent } from '../event-store/journal';
import { LogsDiffer, LogWalk, named } from './log-walk';

export interface CopyReport {
  /** Events in the log, those that were there before included. */
  readonly events: number;
  /** Of them copied now. */
  readonly copied: number;
  /** Running SHA-256 over the leaves of all events in order; the same on both stores. */
  readonly hash: string;
}

/** Progress is told after so many events. */
const TOLD_EVERY = 1_000;
/** Enough for speed, and far below what a store takes in one append. */
const MAX_EVENTS = 500;
const MAX_BYTES = 256 * 1024;

/**
 * Copies the whole log of one store into another: order, streams, revisions, ids, types, data and metadata (and in it the recorded
 * times) stay as they are; positions become those of the target. Events that the target already holds are compared and not copied again, so
 * that a copy that was cut off goes on where it was. In the end the target is read back, and both hashes are compared.
 * Nobody else may append to either store meanwhile. Throws `LogsDiffer` and the errors of the stores.
 */
export async function copyEvents(
  from: Journal,
  to: Journal,
  progress: (events: number) => void = () => undefined,
): Promise<CopyReport> {
  const target = new LogWalk(to);
  const source = new LogWalk(from);
  for (let kept = await target.next(); kept !== null; kept = await target.next()) {
    const original = await source.next();
    if (original === null) throw new LogsDiffer(target.events, 'the source ends before it.');
    if (source.hash !== target.hash) {
      throw new LogsDiffer(
        target.events,
        `the source holds ${named(original)}, the target ${named(kept)} or other content.`,
      );
    }
    if (target.events % TOLD_EVERY === 0) progress(target.events);
  }
  const before = source.events;
  await copyRest(source, to, progress);
  while ((await target.next()) !== null);
  if (source.hash !== target.hash) {
    throw new LogsDiffer(
      target.events,
      `after the copy ${source.events} events hash to ${source.hash}, and ${target.events} to ${target.hash}.`,
    );
  }
  return { events: source.events, copied: source.events - before, hash: source.hash };
}

/** One append after another, or the order would be lost; events of one stream that follow each other go together. */
async function copyRest(source: LogWalk, to: Journal, progress: (events: number) => void): Promise<void> {
  let run: JournaledEvent[] = [];
  let bytes = 0;
  for (let event = await source.next(); event !== null; event = await source.next()) {
    const size = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
    const first = run[0];
    if (
      first !== undefined &&
      (first.stream !== event.stream || run.length === MAX_EVENTS || bytes + size > MAX_BYTES)
    ) {
      await appendRun(to, run);
      run = [];
      bytes = 0;
    }
    run.push(event);
    bytes += size;
    if (source.events % TOLD_EVERY === 0) progress(source.events);
  }
  await appendRun(to, run);
}

async function appendRun(to: Journal, run: readonly JournaledEvent[]): Promise<void> {
  const [first] = run;
  if (first === undefined) return;
  const expected: ExpectedRevision = first.revision === 0 ? 'no_stream' : first.revision - 1;
  const events = run.map(({ id, type, data, metadata }): EncodedEvent => ({ id, type, data, metadata }));
  await to.append(first.stream, expected, events);
}
