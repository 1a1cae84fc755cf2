import { setTimeout as delay } from 'node:timers/promises';
import { comparePositions, type Position } from '../../application/ports/event-store';
import { type Checkpoint, lowest, readCheckpoints } from './checkpoints';
import { type ReadModelDatabase } from './database';

interface Waiter {
  readonly readModels: readonly string[];
  readonly position: Position;
  readonly done: () => void;
}

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
  #polling = false;

  constructor(database: ReadModelDatabase) {
    this.#database = database;
  }

  /** The checkpoint of the read model that is furthest behind. Throws when one of them was never prepared. */
  async positionReached(readModels: readonly string[]): Promise<Position> {
    const checkpoints = await readCheckpoints(this.#database.pool, this.#database.schema, 'active');
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

  /** Told by the runner after each commit. */
  moved(readModel: string, position: Position): void {
    this.#known.set(readModel, position);
    for (const waiter of this.#waiters) {
      if (waiter.readModels.includes(readModel) && this.#isReached(waiter)) waiter.done();
    }
  }

  #isReached({ readModels, position }: Waiter): boolean {
    const known = this.#lowestKnown(readModels);
    return known !== null && comparePositions(known, position) >= 0;
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
        waiter = { readModels, position, done };
        this.#waiters.add(waiter);
        // It may have been reached between the look at the checkpoints and now.
        if (this.#isReached(waiter)) done();
        else void this.#poll();
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (waiter !== undefined) this.#waiters.delete(waiter);
    }
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    while (this.#waiters.size > 0) {
      await delay(POLL_MILLISECONDS);
      // While the database is away nobody moves on either; whoever waits has a time-out.
      const checkpoints = await readCheckpoints(this.#database.pool, this.#database.schema, 'active').catch(() => null);
      for (const { readModel, position } of checkpoints?.values() ?? []) this.moved(readModel, position);
    }
    this.#polling = false;
  }
}

function requireCheckpoint(checkpoints: ReadonlyMap<string, Checkpoint>, readModel: string): Checkpoint {
  const checkpoint = checkpoints.get(readModel);
  if (checkpoint === undefined) throw new Error(`Read model ${readModel} has not been prepared in this database.`);
  return checkpoint;
}
