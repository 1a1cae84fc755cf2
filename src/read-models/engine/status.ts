import { type Clock } from '../../application/ports/clock';
import { comparePositions, type EventStore, eventsBetween, type Position } from '../../application/ports/event-store';
import { typesFor } from './advance';
import { type Checkpoint, type Failure, readCheckpoints } from './checkpoints';
import { type ReadModelDatabase } from './database';
import { type ReadModel } from './read-model';

export interface ReadModelStatus {
  readonly readModel: string;
  /** `stopped`: it met an event that it can not take in and waits for a repaired version of the service. */
  readonly state: 'live' | 'catching_up' | 'stopped' | 'not_prepared';
  /** Null when it was never prepared. */
  readonly position: Position | null;
  readonly head: Position;
  /** Events of the log, wanted or not, up to the head; null on a store that does not count them. */
  readonly lagEvents: number | null;
  /** Age of the oldest event that it has yet to take in; 0 when there is none. */
  readonly lagMilliseconds: number;
  readonly failure: Failure | null;
}

/** A read model that is this little behind counts as live. */
const LIVE_MILLISECONDS = 2000;

/** How the read models fare, as any process can tell from the checkpoints and the log. */
export async function readModelStatus(
  { pool, schema }: ReadModelDatabase,
  store: EventStore,
  clock: Clock,
  readModels: readonly ReadModel[],
): Promise<readonly ReadModelStatus[]> {
  // In this order no checkpoint can be beyond the head.
  const checkpoints = await readCheckpoints(pool, schema, 'active');
  const head = await store.head();
  return Promise.all(
    readModels.map(async (readModel) => {
      const checkpoint = checkpoints.get(readModel.name);
      if (checkpoint === undefined) return notPrepared(readModel, store, head);
      const lagMilliseconds = await ageOfNext(store, clock, readModel, checkpoint.position, head);
      return statusOf(checkpoint, head, lagMilliseconds, eventsBetween(store, checkpoint.position, head));
    }),
  );
}

function notPrepared({ name }: ReadModel, store: EventStore, head: Position): ReadModelStatus {
  return {
    readModel: name,
    state: 'not_prepared',
    position: null,
    head,
    lagEvents: eventsBetween(store, store.start(), head),
    lagMilliseconds: 0,
    failure: null,
  };
}

function statusOf(
  { readModel, position, failure }: Checkpoint,
  head: Position,
  lagMilliseconds: number,
  lagEvents: number | null,
): ReadModelStatus {
  const state = failure !== null ? 'stopped' : lagMilliseconds <= LIVE_MILLISECONDS ? 'live' : 'catching_up';
  return {
    readModel,
    state,
    position,
    head,
    lagEvents,
    lagMilliseconds,
    failure,
  };
}

async function ageOfNext(
  store: EventStore,
  clock: Clock,
  readModel: ReadModel,
  position: Position,
  head: Position,
): Promise<number> {
  if (comparePositions(position, head) >= 0) return 0;
  const { events } = await store.readAll(position, { types: typesFor([readModel]), limit: 1 });
  const [next] = events;
  return next === undefined ? 0 : Math.max(0, Date.parse(clock.now()) - Date.parse(next.metadata.recordedAt));
}
