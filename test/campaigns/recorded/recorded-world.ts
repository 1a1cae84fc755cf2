import { type Books } from './books';
import { type GoCardlessState, type ToldEvent } from './gocardless-states';
import { type RecordedWrite } from './recorded-gocardless';

/** What an accountant asked the service for. */
export interface Command {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: object;
  /** The same in every play, and with it the ids of what the command makes. */
  readonly idempotencyKey: string;
  readonly status: number;
  /** Events that the command stands on: whoever gave it had seen what they led to. */
  readonly needs: readonly string[];
}

/** One thing that happened: something at GoCardless, or a command. */
export interface Step {
  readonly what: string;
  /** The service's time when it began. */
  readonly at: string;
  /** Null: it happened at GoCardless, and the service hears of it by its events only. */
  readonly command: Command | null;
  /** GoCardless after it. */
  readonly state: GoCardlessState;
  /** What it made GoCardless tell, oldest first. */
  readonly events: readonly ToldEvent[];
}

/** A month, played once with prompt delivery: enough to play it again without GoCardless. */
export interface RecordedWorld {
  readonly seed: number;
  readonly connectionId: string;
  /** GoCardless before the first step. */
  readonly before: GoCardlessState;
  readonly steps: readonly Step[];
  readonly writes: readonly RecordedWrite[];
  /** What the service made of it. */
  readonly books: Books;
}

/** Payments whose charge date GoCardless has moved and told nobody, as it does beneath a suspended mandate: which one is read hangs on the moment. */
export function quietlyMoved(steps: readonly Step[]): ReadonlySet<string> {
  const moved = new Set<string>();
  const dates = new Map<string, string | null>();
  for (const { state, events } of steps) {
    const told = new Set(events.map(({ event }) => event.links['payment']));
    for (const { id, chargeDate } of state.payments) {
      if (dates.has(id) && dates.get(id) !== chargeDate && !told.has(id)) moved.add(id);
      dates.set(id, chargeDate);
    }
  }
  return moved;
}
