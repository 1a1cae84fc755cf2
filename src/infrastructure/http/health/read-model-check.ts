import { type ReadModelStatus } from '../../../read-models/engine/status';
import { type ReadinessCheck } from './readiness';

/**
 * How far each read model is. One that lags is still served, with the position that it has reached in every answer; one that stopped, or
 * was never prepared, makes the process unready.
 */
export function readModelCheck(statuses: () => Promise<readonly ReadModelStatus[]>): ReadinessCheck {
  return {
    name: 'readModels',
    check: async () => {
      const all = await statuses();
      const broken = all.filter(({ state }) => state === 'stopped' || state === 'not_prepared');
      return {
        ready: broken.length === 0,
        ...(broken.length === 0
          ? {}
          : { reason: broken.map(({ readModel, state }) => `${readModel}: ${state}`).join(', ') }),
        facts: Object.fromEntries(all.map((status) => [status.readModel, factsOf(status)])),
      };
    },
  };
}

function factsOf({ state, position, lagEvents, lagMilliseconds }: ReadModelStatus): object {
  return { state, position, lag: lagEvents, lagMilliseconds };
}
