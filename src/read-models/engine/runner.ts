import { setTimeout as delay } from 'node:timers/promises';
import {
  comparePositions,
  type EventStore,
  type Page,
  type Position,
  StoreUnavailable,
} from '../../application/ports/event-store';
import { inParallel } from '../../domain/shared/in-parallel';
import { doubling, retry, type RetrySchedule } from '../../domain/shared/retry';
import {
  advance,
  advanceTogether,
  CannotApply,
  eventsFor,
  lendFrom,
  longestFirst,
  LostCompare,
  type RunningReadModel,
  typesFor,
  WRITERS,
} from './advance';
import {
  type Checkpoint,
  isOfForm,
  lowest,
  moveCheckpoints,
  readCheckpoints,
  recordFailure,
  requireOwnCheckpoints,
} from './checkpoints';
import { readModelLock, type ReadModelDatabase } from './database';
import { describeError, isTransient } from '../../postgres/errors';
import { type Progress } from './progress';
import { type ReadModel } from './read-model';
import { RecentRows } from './recent-rows';
import { whileLocked } from '../../postgres/session-lock';

/** A message for the operator's log. Never holds data of an event. */
export interface Trouble {
  readonly kind: 'retrying' | 'stopped';
  readonly readModel: string | null;
  readonly message: string;
}

export interface RunnerOptions {
  readonly database: ReadModelDatabase;
  readonly store: EventStore;
  readonly readModels: readonly ReadModel[];
  /** Told of every move, so that requests that wait in this process go on at once. */
  readonly progress: Progress;
  /** Most events of a page. */
  readonly pageSize?: number;
  readonly onTrouble?: (trouble: Trouble) => void;
}

const PAGE_SIZE = 2000;
/** How often a process that is not the active one looks whether it may take over. */
const TAKE_OVER_MILLISECONDS = 1000;
const RETRY_SCHEDULE: RetrySchedule = { waits: doubling(50, 8, 5000), afterwards: 'repeat' };
/** A page of so few events is written in one transaction for all read models: a transaction for each would cost more than its rows. */
const SMALL_PAGE = 200;

/**
 * Read models that go through the log together, with one reader for all of them. Those that start at the same place share a partition; one
 * that is behind has its own until it has caught up, so that it does not hold up the others.
 */
interface Partition {
  members: RunningReadModel[];
  live: boolean;
  ahead: { readonly after: Position; readonly page: Promise<Page> } | null;
}

/** Keeps the active generation of the read models up to date. One runner of a schema is at work, the others wait to take over. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #pageSize: number;
  readonly #types: readonly string[];
  #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#pageSize = options.pageSize ?? PAGE_SIZE;
    this.#types = typesFor(options.readModels);
  }

  /** Begins to work; `prepare` must have run. Throws `ForeignCheckpoint` when the database belongs to another event store. */
  async start(): Promise<void> {
    const { database, store } = this.#options;
    const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
    await requireOwnCheckpoints(store, checkpoints.values());
    this.#stopping = new AbortController();
    this.#running = this.#run(this.#stopping.signal);
  }

  /** Finishes the batches under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** A lock that was lost is asked for again. */
  async #run(stop: AbortSignal): Promise<void> {
    const { database } = this.#options;
    const standBy = () => pause(TAKE_OVER_MILLISECONDS, stop);
    const work = (held: AbortSignal) => this.#work(held);
    const lock = readModelLock(database, 'runner');
    while (!stop.aborted) {
      await this.#retrying(
        null,
        stop,
        () => whileLocked(database.pool, lock, { stop, standBy, work }),
        () => true,
      );
    }
  }

  async #work(signal: AbortSignal): Promise<void> {
    const runningReadModels = await this.#retrying(null, signal, () => this.#runningReadModels());
    const partitions = partitionsOf(runningReadModels ?? []);
    await Promise.all(partitions.map((partition) => this.#runPartition(partition, partitions, signal)));
    // All have stopped or are gone: the lock is kept, so that another process does not run into the same again and again.
    await aborted(signal);
  }

  async #runningReadModels(): Promise<readonly RunningReadModel[]> {
    const { database, readModels } = this.#options;
    const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
    return readModels.flatMap((readModel) => {
      const checkpoint = this.#ownCheckpoint(checkpoints, readModel);
      return checkpoint === null
        ? []
        : [
            {
              readModel,
              generation: checkpoint.generation,
              position: checkpoint.position,
              recent: new RecentRows(),
            },
          ];
    });
  }

  /** Null, and reported, when what is served was built by other code: its rows are not for these folds. */
  #ownCheckpoint(checkpoints: ReadonlyMap<string, Checkpoint>, readModel: ReadModel): Checkpoint | null {
    const checkpoint = checkpoints.get(readModel.name);
    if (checkpoint !== undefined && isOfForm(checkpoint, readModel)) return checkpoint;
    const built = checkpoint === undefined ? 'is not in the database' : 'was built by another version of the service';
    this.#tell('stopped', readModel.name, `The read model ${built}; this process leaves it alone.`);
    return null;
  }

  async #runPartition(partition: Partition, partitions: readonly Partition[], signal: AbortSignal): Promise<void> {
    try {
      await this.#follow(partition, partitions, signal);
    } catch (error) {
      await this.#stopMembers(partition, partition.members, error, signal);
    }
    await partition.ahead?.page.catch(() => undefined);
  }

  async #follow(partition: Partition, partitions: readonly Partition[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const position = placeOf(partition);
      if (position === null) return;
      const page = await this.#read(partition, position, signal);
      if (page === undefined) return;
      if (page.scannedTo === position) {
        if (joinLivePartition(partition, position, partitions)) return;
        await this.#retrying(null, signal, () => this.#options.store.waitForMore(position, signal));
        continue;
      }
      partition.live &&= page.events.length < this.#pageSize;
      // At the end of the log the next page fills while this one is written.
      if (page.events.length >= this.#pageSize) this.#readAhead(partition, page.scannedTo);
      await this.#apply(partition, page, signal);
    }
  }

  /** Undefined when the signal was aborted. */
  async #read(partition: Partition, after: Position, signal: AbortSignal): Promise<Page | undefined> {
    const ahead = partition.ahead?.after === after ? partition.ahead.page : null;
    partition.ahead = null;
    return this.#retrying(null, signal, (attempt) => (attempt === 1 && ahead !== null ? ahead : this.#page(after)));
  }

  #readAhead(partition: Partition, after: Position): void {
    const page = this.#page(after);
    // It is awaited later; until then its error must not count as unhandled.
    page.catch(() => undefined);
    partition.ahead = { after, page };
  }

  /** Every partition reads what any read model wants: a page under way then fits also those that join the partition meanwhile. */
  #page(after: Position): Promise<Page> {
    return this.#options.store.readAll(after, { types: this.#types, limit: this.#pageSize });
  }

  async #apply(partition: Partition, page: Page, signal: AbortSignal): Promise<void> {
    const behind = partition.members.filter((member) => comparePositions(member.position, page.scannedTo) < 0);
    const apart = page.events.length <= SMALL_PAGE ? await this.#applyTogether(behind, page) : behind;
    const busy = apart.filter((member) => eventsFor(member, page).length > 0);
    const idle = apart.filter((member) => !busy.includes(member));
    await Promise.all([
      this.#skip(partition, idle, page.scannedTo, signal),
      inParallel(WRITERS, longestFirst(busy), (member) => this.#applyOne(partition, member, page, signal)),
    ]);
  }

  /** Answers those that could not be moved together with the others. */
  async #applyTogether(members: readonly RunningReadModel[], page: Page): Promise<readonly RunningReadModel[]> {
    const { database, progress } = this.#options;
    try {
      const moved = await advanceTogether(database.schema, lendFrom(database), members, page);
      for (const { readModel, position } of moved) progress.moved(readModel.name, position);
      return members.filter((member) => !moved.has(member));
    } catch (error) {
      if (isTransient(error)) this.#tell('retrying', null, describeError(error));
      // Each for itself then: who is at fault says so, and the others go on.
      return members;
    }
  }

  async #applyOne(partition: Partition, member: RunningReadModel, page: Page, signal: AbortSignal): Promise<void> {
    const { database, progress } = this.#options;
    try {
      await this.#retrying(member.readModel.name, signal, async () => {
        await advance(database.schema, lendFrom(database), member, eventsFor(member, page), page.scannedTo);
      });
      progress.moved(member.readModel.name, member.position);
    } catch (error) {
      await this.#leaveOrReload(partition, [member], error, signal);
    }
  }

  /** Nothing of the page concerns them: their checkpoints move in one statement. */
  async #skip(
    partition: Partition,
    idle: readonly RunningReadModel[],
    to: Position,
    signal: AbortSignal,
  ): Promise<void> {
    if (idle.length === 0) return;
    const { database, progress } = this.#options;
    const steps = idle.map(({ readModel, generation, position }) => ({
      readModel: readModel.name,
      generation,
      from: position,
      to,
    }));
    try {
      const moved = await this.#retrying(null, signal, () => moveCheckpoints(database.pool, database.schema, steps));
      if (moved === undefined) return;
      const [kept, lost] = split(idle, (member) => moved.has(member.readModel.name));
      for (const member of kept) {
        member.position = to;
        progress.moved(member.readModel.name, to);
      }
      await this.#reload(partition, lost, signal);
    } catch (error) {
      await this.#leaveOrReload(partition, idle, error, signal);
    }
  }

  async #leaveOrReload(
    partition: Partition,
    members: readonly RunningReadModel[],
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    if (error instanceof LostCompare) await this.#reload(partition, members, signal);
    else await this.#stopMembers(partition, members, error, signal);
  }

  /** Another process was faster, a commit whose answer was lost did happen, or a new generation is served now. */
  async #reload(partition: Partition, members: readonly RunningReadModel[], signal: AbortSignal): Promise<void> {
    if (members.length === 0) return;
    const { pool, schema } = this.#options.database;
    const checkpoints = await this.#retrying(null, signal, () => readCheckpoints(pool, schema, 'active'));
    if (checkpoints === undefined) return;
    for (const member of members) {
      const checkpoint = this.#ownCheckpoint(checkpoints, member.readModel);
      if (checkpoint === null) {
        remove(partition, member);
        continue;
      }
      member.generation = checkpoint.generation;
      member.position = checkpoint.position;
      member.recent.forgetAll();
      this.#options.progress.moved(member.readModel.name, member.position);
    }
  }

  async #stopMembers(
    partition: Partition,
    members: readonly RunningReadModel[],
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    const failure = error instanceof CannotApply ? error.failure : { reason: describeError(error) };
    for (const member of [...members]) {
      remove(partition, member);
      const { name } = member.readModel;
      const message = error instanceof CannotApply ? error.message : `Read model ${name} stopped: ${failure.reason}`;
      this.#tell('stopped', name, message);
      const at = { readModel: name, generation: member.generation, from: member.position };
      await this.#retrying(name, signal, () => recordFailure(this.#options.database, at, failure)).catch(
        (cause: unknown) => {
          this.#tell('stopped', name, `The failure could not be recorded: ${describeError(cause)}`);
        },
      );
    }
  }

  /**
   * Tries until it succeeds, with growing pauses, as long as the error is one that passes. Tries once at least, so that what is under
   * way is finished; answers undefined when the signal was aborted before it succeeded.
   */
  async #retrying<T>(
    readModel: string | null,
    signal: AbortSignal,
    work: (attempt: number) => Promise<T>,
    passes: (error: unknown) => boolean = isOutage,
  ): Promise<T | undefined> {
    try {
      return await retry(work, {
        schedule: RETRY_SCHEDULE,
        wait: (milliseconds) => pause(milliseconds, signal),
        isTransient: passes,
        isStopped: () => signal.aborted,
        onRetry: (error) => {
          this.#tell('retrying', readModel, describeError(error));
        },
      });
    } catch (error) {
      if (signal.aborted && passes(error)) return undefined;
      throw error;
    }
  }

  #tell(kind: Trouble['kind'], readModel: string | null, message: string): void {
    this.#options.onTrouble?.({ kind, readModel, message });
  }
}

function isOutage(error: unknown): boolean {
  return isTransient(error) || error instanceof StoreUnavailable;
}

function partitionsOf(runningReadModels: readonly RunningReadModel[]): Partition[] {
  const places = new Map<Position, RunningReadModel[]>();
  for (const runningReadModel of runningReadModels) {
    places.set(runningReadModel.position, [...(places.get(runningReadModel.position) ?? []), runningReadModel]);
  }
  return [...places.values()].map((members) => ({ members, live: false, ahead: null }));
}

/** A partition has reached the end of the log: if another one waits there already, its members go on with that one. */
function joinLivePartition(partition: Partition, position: Position, partitions: readonly Partition[]): boolean {
  // One that is further on waits for newer events than those that this partition has yet to read.
  const live = partitions.find((other) => other !== partition && other.live && placeOf(other) === position);
  if (live === undefined) {
    partition.live = true;
    return false;
  }
  live.members.push(...partition.members);
  partition.members = [];
  return true;
}

function placeOf(partition: Partition): Position | null {
  return lowest(partition.members.map((member) => member.position));
}

function remove(partition: Partition, member: RunningReadModel): void {
  partition.members = partition.members.filter((other) => other !== member);
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}
