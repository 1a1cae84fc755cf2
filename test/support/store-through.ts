import { type EventStore } from '../../src/application/ports/event-store';

/** A log through another way of appending. */
export function storeThrough(store: EventStore, append: EventStore['append']): EventStore {
  return {
    append,
    read: (...asking) => store.read(...asking),
    readMany: (streams) => store.readMany(streams),
    readLast: (stream) => store.readLast(stream),
    readAll: (...asking) => store.readAll(...asking),
    waitForMore: (...waiting) => store.waitForMore(...waiting),
    start: () => store.start(),
    head: () => store.head(),
    countsEvents: store.countsEvents,
  };
}

/** A log as a process sees it that is killed after so many appends. */
export function storeDyingAfter(store: EventStore, appends: number): EventStore {
  let left = appends;
  return storeThrough(store, (...append) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('killed')) : store.append(...append);
  });
}
