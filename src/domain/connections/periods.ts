import { addDays, compareDates } from '../shared/calendar';

/** A day that was closed, and when. Closings only ever move forward. */
export interface Closing {
  readonly through: string;
  readonly recordedAt: string;
}

/** The last closed day, or null. */
export function closedThrough(closings: readonly Closing[]): string | null {
  return closings.at(-1)?.through ?? null;
}

/**
 * The day that a document is posted on: its effective day, or the first open day where that one is closed. `closed` is the last
 * day that was closed at the document's position in the log, so that a later closing never moves what is posted.
 */
export function postingDate(effectiveDate: string, closed: string | null): string {
  if (closed === null || compareDates(effectiveDate, closed) > 0) return effectiveDate;
  return addDays(closed, 1);
}
