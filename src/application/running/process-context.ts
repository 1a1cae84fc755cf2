import { type Delay } from '../ports/delay';
import { type EventStore, OutcomeUnknown, StoreUnavailable } from '../ports/event-store';
import { GoCardlessAccessRefused, GoCardlessUnavailable } from '../ports/gocardless';
import { type Log } from '../ports/log';
import { type ProcessCheckpoints } from '../ports/process-checkpoints';
import { ReadModelBehind } from '../ports/queries';
import { type ProcessStatus } from './process-status';

/** What a process has at hand while it runs. */
export interface ProcessContext {
  readonly store: EventStore;
  readonly checkpoints: ProcessCheckpoints;
  readonly delay: Delay;
  readonly log: Log;
  readonly status: (change: Partial<Omit<ProcessStatus, 'name'>>) => void;
}

/** Why an error will pass by itself, or null when it will not: then nothing is skipped, the process stops and readiness says so. */
export function transientReason(error: unknown): string | null {
  if (error instanceof StoreUnavailable) return error.advice ?? 'event store not available';
  if (error instanceof OutcomeUnknown) return 'event store not available';
  if (error instanceof ReadModelBehind) return error.message;
  if (error instanceof GoCardlessUnavailable) return `GoCardless not available (${error.because})`;
  if (error instanceof GoCardlessAccessRefused) return `GoCardless refused access (${error.reason})`;
  return null;
}
