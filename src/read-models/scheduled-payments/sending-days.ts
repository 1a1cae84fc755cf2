import { sendingDayOf } from '../../domain/mandates/lead-time';
import { isCurrency } from '../../domain/shared/money';
import { type ConnectionRow, connections } from '../connections/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { seen, type View } from '../view';
import { type ScheduledPaymentRow } from './table';

/** The days on which waiting instalments are sent by themselves, by instalment. */
export async function sendingDaysOf(
  database: ReadModelDatabase,
  view: View,
  waiting: readonly Pick<ScheduledPaymentRow, 'id' | 'connectionId' | 'currency' | 'dueDate'>[],
): Promise<ReadonlyMap<string, string>> {
  if (waiting.length === 0) return new Map();
  const ids = [...new Set(waiting.map(({ connectionId }) => connectionId))];
  const rows = await new RowReader(database).readRows<ConnectionRow>(connections, { ...seen(view), ids });
  const leadTimes = new Map(rows.map(({ row }) => [row.id, row.leadTimes]));
  return new Map(
    waiting.flatMap(({ id, connectionId, currency, dueDate }): [string, string][] => {
      const times = leadTimes.get(connectionId);
      return times === undefined || !isCurrency(currency) ? [] : [[id, sendingDayOf(currency, dueDate, times)]];
    }),
  );
}
