import { type EventStore, OutcomeUnknown, StoreUnavailable } from '../../application/ports/event-store';
import { decorate } from '../decorate';

/** A refusal counts no longer than this, or a service that gets no more work would never find out that the log takes appends again. */
const COUNTS_FOR_MS = 15_000;

/** Whether the log takes appends: one that stands on a full disk still answers every question. */
export class AppendRefusals {
  private refusedAt: number | null = null;

  /** @param now milliseconds of a clock that nobody sets. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** True when the last append was refused, and that was a moment ago. */
  get recent(): boolean {
    return this.refusedAt !== null && this.now() - this.refusedAt < COUNTS_FOR_MS;
  }

  /** The same log, each append of which is noted here. */
  watch(store: EventStore): EventStore {
    return decorate(store, {
      append:
        (append) =>
        async (...given) => {
          try {
            const appended = await append(...given);
            this.refusedAt = null;
            return appended;
          } catch (error) {
            if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) this.refusedAt = this.now();
            throw error;
          }
        },
    });
  }
}
