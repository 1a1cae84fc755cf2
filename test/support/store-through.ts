import { type EventStore } from '../../src/application/ports/event-store';
import { decorate } from '../../src/infrastructure/decorate';

/** A log through another way of appending. */
export function storeThrough(store: EventStore, append: EventStore['append']): EventStore {
  return decorate(store, { append: () => append });
}

/** A log as a process sees it that is killed after so many appends. */
export function storeDyingAfter(store: EventStore, appends: number): EventStore {
  let left = appends;
  return storeThrough(store, (...append) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('killed')) : store.append(...append);
  });
}
