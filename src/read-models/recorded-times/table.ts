import { EVENT_TYPES } from '../../domain/catalogue';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';

/** One row, whose versions say where in the log each second began. Where a time lies within its second is read from the log itself. */
export interface RecordedTimeRow extends Row {
  /** Of the event that the second began with. */
  readonly recordedAt: string;
}

export const LOG = 'log';

export const recordedTimes = tableOf<RecordedTimeRow>()({
  name: 'recorded_times',
  columns: { recordedAt: 'instant' },
  keeps: 'history',
  indexes: [],
  unlisted: true,
  handles: EVENT_TYPES,
  touches: () => [LOG],
  // Clocks of several processes may differ: a second that the log has left never comes again.
  fold: (row, { metadata: { recordedAt } }, id) =>
    row !== null && secondOf(row.recordedAt) >= secondOf(recordedAt) ? row : { id, recordedAt },
});

/** `2026-03-01T09:00:00` of an instant in ISO 8601 UTC. */
export function secondOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

export const recordedTimesReadModel: ReadModel = { name: 'recorded-times', version: 2, tables: [recordedTimes] };
