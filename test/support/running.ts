import { type EventStore } from '../../src/application/ports/event-store';
import { type ProcessCheckpoint } from '../../src/application/ports/process-checkpoints';
import { type ProcessContext } from '../../src/application/running/process-context';

/** What a process needs to run on a log, from its beginning on. `onSaved` is told of each position that it has reached. */
export function runningOn(
  store: EventStore,
  onSaved: (position: string) => Promise<void> = () => Promise.resolve(),
): ProcessContext {
  let kept: ProcessCheckpoint | null = null;
  return {
    store,
    checkpoints: {
      load: () => Promise.resolve(kept),
      save: async (_name, _before, next) => {
        kept = next;
        await onSaved(next.position);
        return true;
      },
    },
    delay: () => Promise.resolve(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    status: () => undefined,
  };
}
