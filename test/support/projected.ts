import { type EventStore } from '../../src/application/ports/event-store';
import { ALL_READ_MODELS } from '../../src/read-models/all-read-models';
import { type ReadModelDatabase } from '../../src/read-models/engine/database';
import { prepare } from '../../src/read-models/engine/prepare';
import { Progress } from '../../src/read-models/engine/progress';
import { Runner } from '../../src/read-models/engine/runner';

/** Brings all read models to the end of the log, in pages of this size. */
export async function project(database: ReadModelDatabase, store: EventStore, pageSize = 7): Promise<Progress> {
  await prepare({ database, store, readModels: ALL_READ_MODELS });
  const progress = new Progress(database);
  const troubles: string[] = [];
  const onTrouble = ({ message }: { readonly message: string }) => troubles.push(message);
  const runner = new Runner({ database, store, readModels: ALL_READ_MODELS, progress, pageSize, onTrouble });
  await runner.start();
  const names = ALL_READ_MODELS.map(({ name }) => name);
  await progress.waitUntil(names, await store.head(), 15_000);
  await runner.stop();
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return progress;
}
