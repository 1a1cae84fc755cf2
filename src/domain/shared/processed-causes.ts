import { type Cause } from './decider';

/** What an aggregate remembers of the causes that it has processed: deciding one again changes nothing. Plain JSON, so that a read model can keep it. */
export interface Processed {
  readonly processedCauseIds: readonly string[];
}

export function isProcessed({ processedCauseIds }: Processed, { causationId }: Pick<Cause, 'causationId'>): boolean {
  return processedCauseIds.includes(causationId);
}

/** The same list when it has the cause already: the events of one decision share theirs. */
export function withCause(processedCauseIds: readonly string[], causationId: string): readonly string[] {
  return processedCauseIds.includes(causationId) ? processedCauseIds : [...processedCauseIds, causationId];
}
