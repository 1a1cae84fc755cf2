import { StoreUnavailable } from '../application/ports/event-store';
import { describeError, isTransient } from '../postgres/errors';
import { decorateAll } from './decorate';

/**
 * The port as it is, but an error of PostgreSQL that passes by itself is told as `StoreUnavailable`: the processes wait for the store, and
 * would take any other error for one that never passes.
 */
export function translateOutages<T extends object>(port: T): T {
  return decorateAll(port, (method) => (...given) => {
    const answer = method(...given);
    return answer instanceof Promise ? tellOutages(answer) : answer;
  });
}

/** What is awaited, but an error of PostgreSQL that passes by itself is told as `StoreUnavailable`. */
export async function tellOutages<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isTransient(error) ? new StoreUnavailable(describeError(error)) : error;
  }
}
