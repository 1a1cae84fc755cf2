import { type EventStore, type Position } from '../../application/ports/event-store';
import { CannotApply } from './advance';
import { type Checkpoint, isOfForm, readCheckpoints, requireOwnCheckpoints } from './checkpoints';
import { readModelLock, type ReadModelDatabase } from './database';
import { withClient } from '../../postgres/pool';
import { transact } from '../../postgres/transaction';
import {
  BEGIN_SWITCH,
  createGeneration,
  createIndexes,
  createSchema,
  dropTables,
  dropUnusedGenerations,
  hasSchema,
  nextGeneration,
  retire,
  serve,
} from './generations';
import { type ReadModel } from './read-model';
import { beginBuild, type Build, fillTo, indexAll, whenNobodyIsInTheWay } from './rebuild';
import { type SessionLock, tryLock, waitForLock } from '../../postgres/session-lock';

export interface PrepareOptions {
  readonly database: ReadModelDatabase;
  readonly store: EventStore;
  /** All read models of the product: what is in the database and not among them is dropped. */
  readonly readModels: readonly ReadModel[];
}

/**
 * Makes the database fit these read models, before a runner starts and anything is read. A new read model gets empty tables, which
 * the runner fills; one whose version or form changed is built anew from the log and then served, which takes as long as reading
 * the log does. Processes that start together wait for one another. Throws `ForeignCheckpoint`.
 */
export async function prepare(options: PrepareOptions): Promise<void> {
  const { database, store } = options;
  if (await isPrepared(options)) {
    await tidy(database);
    return;
  }
  const lock = await waitForLock(database.pool, readModelLock(database, 'generations'));
  try {
    await createSchema(lock.client, database.schema);
    const served = await readCheckpoints(lock.client, database.schema, 'active');
    await requireOwnCheckpoints(store, served.values());
    await dropUnusedGenerations(lock.client, database.schema);
    await retireUnknown(options, lock, served);
    await addNew(options, lock, served);
    await buildChanged(options, lock, served);
  } finally {
    await lock.release();
  }
}

async function isPrepared({ database, store, readModels }: PrepareOptions): Promise<boolean> {
  if (!(await hasSchema(database.pool, database.schema))) return false;
  const served = await readCheckpoints(database.pool, database.schema, 'active');
  await requireOwnCheckpoints(store, served.values());
  return served.size === readModels.length && readModels.every((readModel) => changeOf(served, readModel) === 'none');
}

function changeOf(served: ReadonlyMap<string, Checkpoint>, readModel: ReadModel): 'none' | 'new' | 'changed' {
  const checkpoint = served.get(readModel.name);
  if (checkpoint === undefined) return 'new';
  return isOfForm(checkpoint, readModel) ? 'none' : 'changed';
}

/** Drops what an interrupted rebuild left, unless one is under way right now. */
async function tidy(database: ReadModelDatabase): Promise<void> {
  const lock = await tryLock(database.pool, readModelLock(database, 'generations'));
  if (lock === null) return;
  await dropUnusedGenerations(lock.client, database.schema).finally(lock.release);
}

async function retireUnknown(
  { database: { schema }, readModels }: PrepareOptions,
  { client }: SessionLock,
  served: ReadonlyMap<string, Checkpoint>,
): Promise<void> {
  const unknown = [...served.values()].filter(({ readModel }) => !readModels.some(({ name }) => name === readModel));
  for (const checkpoint of unknown) {
    await whenNobodyIsInTheWay(() => transact(client, BEGIN_SWITCH, () => retire(client, schema, checkpoint)));
    await dropTables(client, schema, checkpoint, false);
  }
}

async function addNew(
  { database: { schema }, store, readModels }: PrepareOptions,
  { client }: SessionLock,
  served: ReadonlyMap<string, Checkpoint>,
): Promise<void> {
  const added = readModels.filter((readModel) => changeOf(served, readModel) === 'new');
  if (added.length === 0) return;
  const generation = await nextGeneration(client, schema);
  await transact(client, 'begin', async () => {
    await createGeneration(client, schema, generation, added, store.start(), 'active');
    for (const readModel of added) {
      await createIndexes(client, schema, generation, readModel);
      await serve(client, schema, readModel, generation, null);
    }
  });
}

async function buildChanged(
  { database, store, readModels }: PrepareOptions,
  lock: SessionLock,
  served: ReadonlyMap<string, Checkpoint>,
): Promise<void> {
  const changed = readModels.filter((readModel) => changeOf(served, readModel) === 'changed');
  if (changed.length === 0) return;
  const { schema } = database;
  await withClient(database.pool, async (writer) => {
    const build = await beginBuild({ database, store, readModels: changed, outcome: 'served' }, lock, writer);
    await fillAsFarAsPossible(build, await store.head());
    await indexAll(build);
    await whenNobodyIsInTheWay(() =>
      transact(lock.client, BEGIN_SWITCH, async () => {
        for (const readModel of changed) {
          await serve(lock.client, schema, readModel, build.generation, served.get(readModel.name) ?? null);
        }
      }),
    );
  });
  for (const readModel of changed) {
    const old = served.get(readModel.name);
    if (old !== undefined) await dropTables(lock.client, schema, old, false);
  }
}

/** A read model that can not be built is served as far as it came: the runner meets the same event, says so, and the others go on. */
async function fillAsFarAsPossible(build: Build, head: Position): Promise<void> {
  const targets = new Map(build.options.readModels.map(({ name }) => [name, head]));
  while (targets.size > 0) {
    try {
      await fillTo(build, targets);
      return;
    } catch (error) {
      if (!(error instanceof CannotApply)) throw error;
      targets.delete(error.readModel.name);
    }
  }
}
