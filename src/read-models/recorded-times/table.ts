import { CATALOGUE, type EventType } from '../../domain/catalogue';
import { type ReadModel, type Row, type Table } from '../engine/read-model';

/** One row, whose versions say how late the log had become at each position. */
export interface RecordedTimeRow extends Row {
  /** The latest recorded time so far: clocks of several processes may differ, so that a single event's may lie before it. */
  readonly latest: string;
}

export const LOG = 'log';

// The catalogue has exactly the event types as its keys.
const EVERY_TYPE = Object.keys(CATALOGUE) as EventType[];

export const recordedTimes: Table<RecordedTimeRow> = {
  name: 'recorded_times',
  columns: { latest: 'instant' },
  keeps: 'history',
  indexes: [],
  handles: EVERY_TYPE,
  touches: () => [LOG],
  fold: (row, { metadata: { recordedAt } }, id) =>
    row !== null && row.latest >= recordedAt ? row : { id, latest: recordedAt },
};

export const recordedTimesReadModel: ReadModel = { name: 'recorded-times', version: 1, tables: [recordedTimes] };
