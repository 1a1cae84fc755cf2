import { type PoolClient } from 'pg';
import { comparePositions, type EventStore, type Page, type Position } from '../../application/ports/event-store';
import { inParallel } from '../../domain/shared/in-parallel';
import { retry, type RetrySchedule } from '../../domain/shared/retry';
import {
  advance,
  eventsFor,
  type Lend,
  lendFrom,
  longestFirst,
  type RunningReadModel,
  typesFor,
  WRITERS,
} from './advance';
import { type Checkpoint, isOfForm, lowest, readCheckpoints, requireOwnCheckpoints } from './checkpoints';
import { type ComparedTable, compareTable, type Comparison, type Difference } from './compare';
import { readModelLock, type ReadModelDatabase } from './database';
import { isTransient } from '../../postgres/errors';
import { withClient } from '../../postgres/pool';
import { textRows } from '../../postgres/sql';
import { transact } from '../../postgres/transaction';
import {
  BEGIN_SWITCH,
  createGeneration,
  createIndexes,
  dropTables,
  dropUnusedGenerations,
  nextGeneration,
  serve,
} from './generations';
import { type ReadModel } from './read-model';
import { RecentRows } from './recent-rows';
import { type SessionLock, tryLock } from '../../postgres/session-lock';

export interface RebuildOptions {
  readonly database: ReadModelDatabase;
  readonly store: EventStore;
  /** Read models that are served now, in the form that they are served in. */
  readonly readModels: readonly ReadModel[];
  /**
   * `served`: the new rows take the place of the old ones, also when they differ, since the log is what counts; the old tables
   * are then kept until the next rebuild or start, but for those with personal data. `dropped`: only the comparison is wanted.
   */
  readonly outcome: 'served' | 'dropped';
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
}

export interface RebuildResult {
  readonly equal: boolean;
  /** Bounded; see `Comparison`. */
  readonly differences: readonly Difference[];
  readonly compared: readonly ComparedTable[];
  /** For each read model the position at which it was compared. */
  readonly positions: Readonly<Record<string, Position>>;
}

/** Another rebuild, or the start of a process that changes the tables, is under way. */
export class RebuildUnderWay extends Error {
  constructor() {
    super('Another rebuild is under way. Wait until it has ended.');
    this.name = 'RebuildUnderWay';
  }
}

const PAGE_SIZE = 2000;
/** Each attempt waits by itself for the locks that it needs. */
const SWITCH_SCHEDULE: RetrySchedule = { waits: Array.from({ length: 9 }, () => 0), afterwards: 'give_up' };

/**
 * Builds the read models anew from the whole log beside those that are served, and compares the two row by row at the same
 * position. The served ones go on meanwhile; they stand still only for the last events before the comparison and before the
 * switch. Throws `CannotApply` naming the event when a fold fails, and leaves nothing behind then.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildResult> {
  const { database, store, readModels } = options;
  const lock = await tryLock(database.pool, readModelLock(database, 'generations'));
  if (lock === null) throw new RebuildUnderWay();
  try {
    const served = await readCheckpoints(lock.client, database.schema, 'active');
    requireServed(served, readModels);
    await requireOwnCheckpoints(store, served.values());
    await dropUnusedGenerations(lock.client, database.schema);
    return await withClient(database.pool, async (writer) => {
      const build = await beginBuild(options, lock, writer);
      try {
        return await rebuildBeside(build);
      } catch (error) {
        await dropUnusedGenerations(lock.client, database.schema, [build.generation]).catch(() => undefined);
        throw error;
      }
    });
  } finally {
    await lock.release();
  }
}

function requireServed(served: ReadonlyMap<string, Checkpoint>, readModels: readonly ReadModel[]): void {
  for (const readModel of readModels) {
    const checkpoint = served.get(readModel.name);
    if (checkpoint === undefined || !isOfForm(checkpoint, readModel)) {
      throw new Error(`Read model ${readModel.name} is not served in this form: there is nothing to compare it with.`);
    }
  }
}

/**
 * A generation that is being built. Its two connections are taken beforehand: with the served read models held up, none of the pool
 * may be left to take.
 */
export interface Build {
  readonly options: RebuildOptions;
  readonly generation: number;
  readonly runningReadModels: readonly RunningReadModel[];
  /** Holds the lock, and the served checkpoints in place. */
  readonly holder: PoolClient;
  readonly writer: PoolClient;
}

export async function beginBuild(options: RebuildOptions, lock: SessionLock, writer: PoolClient): Promise<Build> {
  const { database, store, readModels } = options;
  const generation = await nextGeneration(lock.client, database.schema);
  const start = store.start();
  await transact(lock.client, 'begin', () =>
    createGeneration(lock.client, database.schema, generation, readModels, start, 'building'),
  );
  const runningReadModels = readModels.map((readModel) => ({
    readModel,
    generation,
    position: start,
    recent: new RecentRows(),
  }));
  return { options, generation, runningReadModels, holder: lock.client, writer };
}

async function rebuildBeside(build: Build): Promise<RebuildResult> {
  const { database, outcome } = build.options;
  await fillToServed(build);
  await indexAll(build);
  await fillToServed(build);
  const result = await compareAtSamePosition(build);
  if (outcome === 'dropped') {
    await dropUnusedGenerations(build.holder, database.schema, [build.generation]);
    return result;
  }
  await switchOver(build, { keepOld: !result.equal });
  return result;
}

/** Nothing is held up yet, so that connections of the pool can be had. */
export async function indexAll({ options: { database, readModels }, generation }: Build): Promise<void> {
  await inParallel(WRITERS, readModels, (readModel) =>
    withClient(database.pool, (client) => createIndexes(client, database.schema, generation, readModel)),
  );
}

/** Fills the generation until it is at most a page behind what is served, which moves on all the time. */
async function fillToServed(build: Build): Promise<void> {
  const { database } = build.options;
  for (let pages = 2; pages > 1;) {
    const served = await readCheckpoints(database.pool, database.schema, 'active');
    pages = await fillTo(build, targetsOf(served));
  }
}

function targetsOf(served: ReadonlyMap<string, Checkpoint>): ReadonlyMap<string, Position> {
  return new Map([...served.values()].map(({ readModel, position }) => [readModel, position]));
}

/**
 * Brings each read model that has a target exactly there; answers how many pages it took. One connection of the pool for each batch,
 * or `only` this one. Throws `CannotApply` when nothing is under way any more; a read model that has not taken in the page does so the next time.
 */
export async function fillTo(build: Build, targets: ReadonlyMap<string, Position>, only?: PoolClient): Promise<number> {
  const { database, store, readModels, pageSize = PAGE_SIZE, signal } = build.options;
  const lend: Lend = only === undefined ? lendFrom(database) : (work) => work(only);
  const types = typesFor(readModels);
  const read = (after: Position) => store.readAll(after, { types, limit: pageSize });
  let ahead: { readonly after: Position; readonly page: Promise<Page> } | null = null;
  for (let pages = 0; ; pages += 1) {
    const behind = longestFirst(build.runningReadModels).flatMap((runningReadModel) => {
      const target = targets.get(runningReadModel.readModel.name);
      return target !== undefined && comparePositions(runningReadModel.position, target) < 0
        ? [{ runningReadModel, target }]
        : [];
    });
    const after = lowest(behind.map(({ runningReadModel }) => runningReadModel.position));
    if (after === null) return pages;
    signal?.throwIfAborted();
    const page: Page = await (ahead?.after === after ? ahead.page : read(after));
    ahead = { after: page.scannedTo, page: read(page.scannedTo) };
    ahead.page.catch(() => undefined);
    await inParallel(only === undefined ? WRITERS : 1, behind, ({ runningReadModel, target }) =>
      stepTowards(database, lend, runningReadModel, page, target),
    );
  }
}

async function stepTowards(
  { schema }: ReadModelDatabase,
  lend: Lend,
  runningReadModel: RunningReadModel,
  page: Page,
  target: Position,
): Promise<void> {
  const to = comparePositions(page.scannedTo, target) < 0 ? page.scannedTo : target;
  if (comparePositions(to, runningReadModel.position) <= 0) return;
  await advance(schema, lend, runningReadModel, eventsFor(runningReadModel, page, to), to);
}

/**
 * Both generations as one snapshot sees them at the same position. The served one is held in place only until the snapshot is
 * taken, and goes on while the rows are compared.
 */
async function compareAtSamePosition(build: Build): Promise<RebuildResult> {
  const { holder, writer } = build;
  try {
    const served = await transact(holder, 'begin', async () => {
      const held = await holdServed(build);
      // The snapshot is taken by the first statement, not by "begin".
      await writer.query('begin isolation level repeatable read, read only; select 1');
      return held;
    });
    return await compareWith(build, served);
  } finally {
    await writer.query('rollback').catch(() => undefined);
  }
}

/** Locks the served checkpoints, so that no writer can commit, and brings the new generation to where they are. */
async function holdServed(build: Build): Promise<ReadonlyMap<string, Checkpoint>> {
  const served = await readCheckpoints(build.holder, build.options.database.schema, 'active', 'for update');
  await fillTo(build, targetsOf(served), build.writer);
  return served;
}

/** Each table on a connection of its own, by the one snapshot that the writer has taken. */
async function compareWith(build: Build, served: ReadonlyMap<string, Checkpoint>): Promise<RebuildResult> {
  const { database, readModels } = build.options;
  const [[snapshot = null] = []] = await textRows(build.writer, 'select pg_export_snapshot()', []);
  const begin = `begin isolation level repeatable read, read only; set transaction snapshot '${snapshot ?? ''}'`;
  const pairs = readModels.flatMap((readModel) =>
    readModel.tables.map((table) => ({ table, live: servedCheckpoint(served, readModel).generation })),
  );
  const comparisons: Comparison[] = [];
  await inParallel(WRITERS, pairs, ({ table, live }, index) =>
    withClient(database.pool, async (client) => {
      comparisons[index] = await transact(client, begin, () =>
        compareTable(client, database.schema, table, live, build.generation),
      );
    }),
  );
  const differences = comparisons.flatMap((comparison) => comparison.differences);
  return {
    equal: differences.length === 0,
    differences,
    compared: comparisons.flatMap(({ compared }) => compared),
    positions: Object.fromEntries(
      readModels.map((readModel) => [readModel.name, servedCheckpoint(served, readModel).position]),
    ),
  };
}

function servedCheckpoint(served: ReadonlyMap<string, Checkpoint>, { name }: ReadModel): Checkpoint {
  const checkpoint = served.get(name);
  if (checkpoint === undefined) throw new Error(`Read model ${name} is no longer served.`);
  return checkpoint;
}

async function switchOver(build: Build, { keepOld }: { readonly keepOld: boolean }): Promise<void> {
  const { holder, options, generation } = build;
  const { schema } = options.database;
  const served = await whenNobodyIsInTheWay(async () => {
    await fillToServed(build);
    return transact(holder, BEGIN_SWITCH, async () => {
      const held = await holdServed(build);
      for (const readModel of options.readModels) {
        await serve(holder, schema, readModel, generation, held.get(readModel.name) ?? null);
      }
      return held;
    });
  });
  for (const readModel of options.readModels) {
    const old = served.get(readModel.name);
    if (old !== undefined) await dropTables(holder, schema, old, keepOld);
  }
}

/** A query that runs for long keeps its view: the switch lets it pass and tries again. */
export function whenNobodyIsInTheWay<T>(work: () => Promise<T>): Promise<T> {
  return retry(work, { schedule: SWITCH_SCHEDULE, wait: () => Promise.resolve(), isTransient });
}
