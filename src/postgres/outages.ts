import { StoreUnavailable } from '../application/ports/event-store';
import { isTransient } from '../read-models/engine/database';
import { describe } from './sql-error';

/**
 * The port as it is, but an error of PostgreSQL that passes by itself is told as `StoreUnavailable`: who reacts to facts waits for the store,
 * and would take any other error for one that never passes.
 */
export function translateOutages<T extends object>(port: T): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        return answer instanceof Promise ? answer.catch(tellOutage) : answer;
      };
    },
  });
}

function tellOutage(error: unknown): never {
  throw isTransient(error) ? new StoreUnavailable(describe(error)) : error;
}
