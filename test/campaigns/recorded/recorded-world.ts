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
