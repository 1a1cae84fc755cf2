import { Counter, Histogram, type Registry } from 'prom-client';
import {
  type EventStore,
  OutcomeUnknown,
  StoreUnavailable,
  VersionConflict,
} from '../../application/ports/event-store';
import { decorate } from '../decorate';

/** The same store, each append of which is counted and timed by its outcome. */
export function withAppendMetrics(store: EventStore, registry: Registry): EventStore {
  const durations = new Histogram({
    name: 'ledger_append_duration_seconds',
    help: 'Time that an append to the log took, by its outcome: appended, conflict, outcome_unknown, unavailable or failed.',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const events = new Counter({
    name: 'ledger_appended_events_total',
    help: 'Events that were appended to the log.',
    registers: [registry],
  });
  return decorate(store, {
    append: (append) => async (stream, expected, added) => {
      const observe = durations.startTimer();
      try {
        const appended = await append(stream, expected, added);
        observe({ outcome: 'appended' });
        events.inc(added.length);
        return appended;
      } catch (error) {
        observe({ outcome: outcomeOf(error) });
        throw error;
      }
    },
  });
}

function outcomeOf(error: unknown): string {
  if (error instanceof VersionConflict) return 'conflict';
  if (error instanceof OutcomeUnknown) return 'outcome_unknown';
  return error instanceof StoreUnavailable ? 'unavailable' : 'failed';
}
