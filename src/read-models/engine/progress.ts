import { setTimeout as delay } from 'node:timers/promises';
import { comparePositions, ordinalOf, type Position } from '../../application/ports/event-store';
import { type Checkpoint, lowest, readCheckpoints } from './checkpoints';
import { type ReadModelDatabase } from './database';

interface Waiter {
  readonly ordinal: bigint;
  /** The read models that have yet to reach it. */
  readonly behind: Set<string>;
  readonly done: () => void;
}

type Checkpoints = ReadonlyMap<string, Checkpoint>;

const POLL_MILLISECONDS = 25;

export const PROGRESS = Symbol('Progress');

/**
 * How far the read models are that are served now. A runner in the same process tells it at once; for one in another process
 * the checkpoints are polled, by one poll for all who wait, and only while somebody waits.
 */
export class Progress {
  readonly #database: ReadModelDatabase;
  readonly #known = new Map<string, Position>();
  readonly #waiters = new Set<Waiter>();
  #looking: Promise<Checkpoints> = Promise.resolve(new Map());
  #following: Promise<Checkpoints> | null = null;
  #polling = false;

  constructor(database: ReadModelDatabase) {
    this.#database = database;
  }

  /** The checkpoint of the read model that is furthest behind. Throws when one of them was never prepared. */
  async positionReached(readModels: readonly string[]): Promise<Position> {
    const checkpoints = await this.#look();
    const reached = lowest(readModels.map((name) => requireCheckpoint(checkpoints, name).position));
    if (reached === null) throw new Error('There is no position of no read model.');
    return reached;
  }

  /** Waits until all of them have reached the position, the time is over or the signal is aborted; answers how far they are. */
  async waitUntil(
    readModels: readonly string[],
    position: Position,
    timeoutMilliseconds: number,
    signal?: AbortSignal,
  ): Promise<Position> {
    const known = this.#lowestKnown(readModels);
    if (known !== null && comparePositions(known, position) >= 0) return known;
    const reached = await this.positionReached(readModels);
    if (comparePositions(reached, position) >= 0 || signal?.aborted === true) return reached;
    await this.#wait(readModels, position, timeoutMilliseconds, signal);
    return this.#lowestKnown(readModels) ?? this.positionReached(readModels);
  }

  /** Told by the runner after each commit, and for all read models again and again while somebody waits. */
  moved(readModel: string, position: Position): void {
    if (this.#known.get(readModel) === position) return;
    this.#known.set(readModel, position);
    // Hundreds wait when the read models trail: whatever is done for each of them makes these trail even more.
    const ordinal = ordinalOf(position);
    for (const { ordinal: awaited, behind, done } of this.#waiters) {
      if (ordinal >= awaited && behind.delete(readModel) && behind.size === 0) done();
    }
  }

  #isBehind(readModel: string, ordinal: bigint): boolean {
    const known = this.#known.get(readModel);
    return known === undefined || ordinalOf(known) < ordinal;
  }

  /** Null while it was not told of each of them. */
  #lowestKnown(readModels: readonly string[]): Position | null {
    const known = readModels.map((name) => this.#known.get(name)).filter((position) => position !== undefined);
    return known.length < readModels.length ? null : lowest(known);
  }

  async #wait(
    readModels: readonly string[],
    position: Position,
    milliseconds: number,
    signal?: AbortSignal,
  ): Promise<void> {
    let waiter: Waiter | undefined;
    let timer: NodeJS.Timeout | undefined;
    let done: () => void = () => undefined;
    try {
      await new Promise<void>((resolve) => {
        done = () => {
          resolve();
        };
        timer = setTimeout(done, milliseconds);
        signal?.addEventListener('abort', done, { once: true });
        const ordinal = ordinalOf(position);
        // It may have been reached between the look at the checkpoints and now.
        const behind = readModels.filter((readModel) => this.#isBehind(readModel, ordinal));
        waiter = { ordinal, behind: new Set(behind), done };
        this.#waiters.add(waiter);
        if (behind.length === 0) done();
        else void this.#poll();
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (waiter !== undefined) this.#waiters.delete(waiter);
    }
  }

  /**
   * One look at the checkpoints at a time: hundreds of them would keep the runner from its connections. A request that comes during a look gets
   * the next one, since that one may have begun too early.
   */
  #look(): Promise<Checkpoints> {
    if (this.#following === null) {
      const begin = () => {
        this.#following = null;
        return readCheckpoints(this.#database.pool, this.#database.schema, 'active');
      };
      this.#following = this.#looking.then(begin, begin);
      this.#looking = this.#following;
    }
    return this.#following;
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    while (this.#waiters.size > 0) {
      await delay(POLL_MILLISECONDS);
      const before = new Map(this.#known);
      // While the database is away no read model moves on either; each request that waits has a time-out.
      const checkpoints = await this.#look().catch(() => null);
      for (const { readModel, position } of checkpoints?.values() ?? []) {
        // A position that the runner told during the look is newer.
        if (this.#known.get(readModel) === before.get(readModel)) this.moved(readModel, position);
      }
    }
    this.#polling = false;
  }
}

function requireCheckpoint(checkpoints: Checkpoints, readModel: string): Checkpoint {
  const checkpoint = checkpoints.get(readModel);
  if (checkpoint === undefined) throw new Error(`Read model ${readModel} has not been prepared in this database.`);
  return checkpoint;
}
