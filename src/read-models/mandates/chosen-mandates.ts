import { currencyOfScheme } from '../../domain/mandates/scheme';
import { balanceId, type DefaultMandateRow, defaultMandates } from '../balances/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader, type RowQuery } from '../engine/reader';
import { seen, type View, withinConnections } from '../view';
import { mandateKey, successionsOf } from './successors';
import { mandates, type VisibleMandate } from './table';

/** Which of these mandates staff chose for their currency, or took the place of a chosen one: ids `<connection>.<mandate>`. */
export async function chosenMandates(
  database: ReadModelDatabase,
  view: View,
  rows: readonly VisibleMandate[],
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ customerId, scheme }) => {
    const currency = scheme === null ? null : currencyOfScheme(scheme);
    return customerId === null || currency === null ? [] : [balanceId(customerId, currency)];
  });
  return chosenAmong(database, view, { ids: [...new Set(ids)] });
}

/** All that are chosen now, or as of the view. */
export async function chosenMandateIds(database: ReadModelDatabase, view: View): Promise<readonly string[]> {
  return [...(await chosenAmong(database, view, {}))];
}

async function chosenAmong(
  database: ReadModelDatabase,
  view: View,
  which: RowQuery<DefaultMandateRow>,
): Promise<ReadonlySet<string>> {
  const reader = new RowReader(database);
  const choices = await reader.readRows<DefaultMandateRow>(defaultMandates, { ...seen(view), ...which });
  if (choices.length === 0) return new Set();
  const where = { ...withinConnections(view), mandateId: { in: choices.map(({ row }) => row.mandateId) } };
  const chosen = await reader.readRows<VisibleMandate>(mandates, { ...seen(view), where });
  const rows = chosen.map(({ row }) => row);
  const successions = await successionsOf(database, view, rows);
  return new Set(
    rows.map(({ connectionId, mandateId }) =>
      mandateKey(connectionId, successions.effectiveId(connectionId, mandateId)),
    ),
  );
}
