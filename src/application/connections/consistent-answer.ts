import { type EventStore } from '../ports/event-store';
import { ReadModelBehind, type ReadModels } from '../ports/queries';

/**
 * Asks for what may have come into the log a moment ago. Throws `ReadModelBehind` when nothing was found and it can not be known now that
 * there is nothing.
 */
export async function consistentAnswer<T>(
  store: EventStore,
  readModels: ReadModels,
  what: Parameters<ReadModels['hasReached']>[0],
  ask: () => Promise<T>,
  isFound: (answer: T) => boolean,
): Promise<T> {
  const head = await store.head();
  await readModels.caughtUp(head);
  // Asked before it is read: a read model that gets there in between has not shown yet what it then knows.
  const isComplete = await readModels.hasReached(what, head);
  const answer = await ask();
  if (!isFound(answer) && !isComplete) throw new ReadModelBehind(what);
  return answer;
}
