import { comparePositions, type EventStore, type Position } from '../../../application/ports/event-store';

/** By log: the furthest position that this process has given as the answer to a command. */
const furthest = new WeakMap<EventStore, Position>();

/** Remembers that somebody was told of this position: they may look at once at what they have done. */
export function acknowledge(store: EventStore, position: Position): void {
  const known = furthest.get(store);
  if (known === undefined || comparePositions(position, known) > 0) furthest.set(store, position);
}

/** What this process has told somebody of; undefined when it has answered no command yet. */
export function acknowledged(store: EventStore): Position | undefined {
  return furthest.get(store);
}
