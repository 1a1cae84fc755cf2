import { comparePositions, type Page, type Position, type RecordedEvent } from '../../application/ports/event-store';
import { writeBatches } from './batch-writer';
import { type Failure } from './checkpoints';
import { type ReadModelDatabase } from './database';
import { describeError, isTransient } from '../../postgres/errors';
import { withClient } from '../../postgres/pool';
import { type LogEvent, type ReadModel } from './read-model';
import { type RecentRows } from './recent-rows';
import { shapeOf } from './table-sql';
import { type PoolClient } from 'pg';

/** Read models whose batches are written at the same time: more of them only get into each other's way, and others want to read. */
export const WRITERS = 4;

/** A generation of a read model on its way through the log. */
export interface RunningReadModel {
  readonly readModel: ReadModel;
  generation: number;
  position: Position;
  /** What was written at that position and before. */
  readonly recent: RecentRows;
  /** Milliseconds that its last batch took; absent before the first one. */
  took?: number;
}

/** Those whose batches take long begin first, so that the others fill the time until they are done. */
export function longestFirst(runningReadModels: readonly RunningReadModel[]): readonly RunningReadModel[] {
  return [...runningReadModels].sort((a, b) => (b.took ?? 0) - (a.took ?? 0));
}

/** A read model can not take in an event. The checkpoint stands right before it. */
export class CannotApply extends Error {
  readonly failure: Failure;

  constructor(
    readonly readModel: ReadModel,
    event: LogEvent | undefined,
    cause: unknown,
  ) {
    const reason = describeError(cause);
    const place = event === undefined ? '' : ` at event ${event.id} (${event.type}, position ${event.position})`;
    super(`Read model ${readModel.name} stopped${place}: ${reason}`, { cause });
    this.name = 'CannotApply';
    this.failure =
      event === undefined
        ? { reason }
        : { reason, event: { id: event.id, type: event.type, position: event.position } };
  }
}

/** Somebody else moved the checkpoint: read it again. */
export class LostCompare extends Error {
  constructor(readModel: ReadModel) {
    super(`The checkpoint of read model ${readModel.name} was moved by another process.`);
    this.name = 'LostCompare';
  }
}

/** The events of a page that are new to this read model and that it handles. */
export function eventsFor(
  { readModel, position }: RunningReadModel,
  page: Page,
  upTo: Position = page.scannedTo,
): readonly LogEvent[] {
  const handles = handledBy(readModel);
  const fresh = between(page.events, position, upTo);
  const mine = fresh.filter(({ type }) => handles.has(type));
  // The store's codec yields events of the catalogue only, upcast to the form that the type describes.
  return mine as readonly LogEvent[];
}

/** The events of a page after one position up to another. */
function between(events: readonly RecordedEvent[], after: Position, upTo: Position): readonly RecordedEvent[] {
  const begin = events.findIndex(({ position }) => comparePositions(position, after) > 0);
  const end = events.findLastIndex(({ position }) => comparePositions(position, upTo) <= 0);
  return begin === -1 ? [] : events.slice(begin, end + 1);
}

const handled = new WeakMap<ReadModel, ReadonlySet<string>>();

function handledBy(readModel: ReadModel): ReadonlySet<string> {
  const known = handled.get(readModel);
  if (known !== undefined) return known;
  const types = new Set(typesFor([readModel]));
  handled.set(readModel, types);
  return types;
}

/** Which types of events these read models want. */
export function typesFor(readModels: readonly ReadModel[]): readonly string[] {
  const tables = readModels.flatMap((readModel) => readModel.tables);
  return [...new Set(tables.flatMap((table) => [...shapeOf(table).handles]))];
}

/**
 * Writes the events and moves the runningReadModel. A batch that fails for good is halved until the event behind it is found: what comes
 * before that event is committed, and `CannotApply` names it. Throws `LostCompare`, and transient errors as they are.
 */
export async function advance(
  schema: string,
  lend: Lend,
  runningReadModel: RunningReadModel,
  events: readonly LogEvent[],
  to: Position,
): Promise<void> {
  const { readModel, generation, position: from, recent } = runningReadModel;
  try {
    const batch = { readModel, generation, from, to, events, recent };
    const begin = performance.now();
    const written = await lend((client) => writeBatches(client, schema, [batch]));
    runningReadModel.took = performance.now() - begin;
    if (!written.has(readModel.name)) throw new LostCompare(readModel);
    runningReadModel.position = to;
  } catch (error) {
    if (isTransient(error) || error instanceof LostCompare) throw error;
    const middle = Math.floor(events.length / 2);
    const lastOfFirstHalf = events[middle - 1];
    if (lastOfFirstHalf === undefined) throw new CannotApply(readModel, events[0], error);
    await advance(schema, lend, runningReadModel, events.slice(0, middle), lastOfFirstHalf.position);
    await advance(schema, lend, runningReadModel, events.slice(middle), to);
  }
}

/** Like `advance` for many in one transaction, but without a search for what is behind a failure. Answers who was moved. */
export async function advanceTogether(
  schema: string,
  lend: Lend,
  runningReadModels: readonly RunningReadModel[],
  page: Page,
): Promise<ReadonlySet<RunningReadModel>> {
  const batches = runningReadModels.map((runningReadModel) => {
    const { readModel, generation, position: from, recent } = runningReadModel;
    return { readModel, generation, from, to: page.scannedTo, events: eventsFor(runningReadModel, page), recent };
  });
  const written = await lend((client) => writeBatches(client, schema, batches));
  const moved = runningReadModels.filter(({ readModel }) => written.has(readModel.name));
  for (const runningReadModel of moved) runningReadModel.position = page.scannedTo;
  return new Set(moved);
}

/** Lends a connection for one batch. */
export type Lend = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>;

/** Lends connections of the pool, one for each batch. */
export function lendFrom({ pool }: ReadModelDatabase): Lend {
  return (work) => withClient(pool, work);
}
