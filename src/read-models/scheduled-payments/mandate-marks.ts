import { currencyOfScheme } from '../../domain/mandates/scheme';
import { unsentFlags } from '../../domain/payments/flags-table';
import { groupBy } from '../../domain/shared/grouping';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { mandateKey, type Successions, successionsOf } from '../mandates/successors';
import { mandates, type VisibleMandate } from '../mandates/table';
import { type ListSql } from '../lists/list-sql';
import { textRows } from '../../postgres/sql';
import { seen, type View } from '../view';
import { type ScheduledPaymentRow, scheduledPayments } from './table';

/** What decides the mark of an instalment of which nothing was sent. */
type Unsent = Pick<ScheduledPaymentRow, 'id' | 'connectionId' | 'customerId' | 'currency' | 'mandateId'>;

/** Instalments of some orders or customers alone. */
export interface Of {
  readonly column: 'sales_order_id' | 'customer_id';
  readonly ids: readonly string[];
}

/** What a waiting instalment shows of its mandate: `no_mandate`, `mandate_unlinked`, `mandate_<status>`, what bars it, or null when all is well. */
export type MandateMark = string | null;

/**
 * The marks of instalments of which nothing was sent, by instalment. One with a chosen mandate follows that mandate, also while another
 * one would be usable; one without follows whatever the customer has that fits its currency. A mandate is what its replacement is.
 */
export async function mandateMarks(
  database: ReadModelDatabase,
  view: View,
  unsent: readonly Unsent[],
): Promise<ReadonlyMap<string, MandateMark>> {
  if (unsent.length === 0) return new Map();
  const { byCustomer, successions } = await mandatesFor(database, view, unsent);
  return new Map(unsent.map((one) => [one.id, markOf(one, byCustomer.get(one.customerId) ?? [], successions)]));
}

/** SQL of whether an instalment has errors though nothing of it was sent; the parameters are those of `unsentMarked`. */
export function unsentWithErrors(sql: ListSql, alias: string, of?: Of): Promise<string> {
  return unsentMarked((mark) => unsentFlags(false, mark).hasErrors, sql, alias, of);
}

/** SQL of whether an instalment waits and has no mandate that can be used. */
export function waitsForMandate(sql: ListSql): Promise<string> {
  return unsentMarked((mark) => mark !== null, sql, 't');
}

/**
 * SQL of whether an instalment of which nothing was sent has a mark that is wanted: by its customer, currency and chosen mandate, of which
 * there are far fewer than instalments.
 *
 * @param alias what stands for the instalments in the statement
 * @param only whose instalments they are, where not all are looked at
 */
async function unsentMarked(
  isWanted: (mark: MandateMark) => boolean,
  sql: ListSql,
  alias: string,
  only?: Of,
): Promise<string> {
  const { database, view } = sql;
  const of = ['connection_id', 'customer_id', 'currency', 'mandate_id'];
  const rows = await textRows(
    database.pool,
    `select min(id collate "C"), ${of.join(', ')} from ${sql.source(scheduledPayments)} unsent
     where payment_id is null and not cancelled ${only === undefined ? '' : `and ${only.column} = any($1::text[])`}
     group by ${of.join(', ')}`,
    only === undefined ? [] : [only.ids],
  );
  const unsent = rows.map(([id, connectionId, customerId, currency, mandateId = null]): Unsent => {
    return {
      id: id ?? '',
      connectionId: connectionId ?? '',
      customerId: customerId ?? '',
      currency: currency ?? '',
      mandateId,
    };
  });
  const marks = await mandateMarks(database, view, unsent);
  const marked = unsent.filter(({ id }) => isWanted(marks.get(id) ?? null)).map(keyOf);
  const key = of.map((column) => `${alias}.${column}`).join(', ');
  return `(${alias}.payment_id is null and not ${alias}.cancelled and concat_ws(' ', ${key}) = any(${sql.values(marked)}))`;
}

function keyOf({ connectionId, customerId, currency, mandateId }: Unsent): string {
  return [connectionId, customerId, currency, mandateId].filter((part) => part !== null).join(' ');
}

/** Whether any of these instalments, of which nothing was sent, would be left without a usable mandate by taking this one off its customer. */
export async function wouldLackMandate(
  database: ReadModelDatabase,
  unsent: readonly Unsent[],
  mandateId: string,
): Promise<boolean> {
  if (unsent.length === 0) return false;
  const { byCustomer, successions } = await mandatesFor(database, { connectionIds: 'all' }, unsent);
  return unsent.some((one) => {
    if (one.mandateId !== null) return one.mandateId === mandateId;
    const others = (byCustomer.get(one.customerId) ?? []).filter((mandate) => mandate.mandateId !== mandateId);
    return markOf(one, others, successions) !== null;
  });
}

/** The mandates that these instalments may go out on. */
async function mandatesFor(
  database: ReadModelDatabase,
  view: View,
  unsent: readonly Unsent[],
): Promise<{ readonly byCustomer: ReadonlyMap<string, readonly VisibleMandate[]>; readonly successions: Successions }> {
  const reader = new RowReader(database);
  const customerIds = [...new Set(unsent.map(({ customerId }) => customerId))];
  const chosenIds = unsent.flatMap(({ connectionId, mandateId }) =>
    mandateId === null ? [] : [mandateKey(connectionId, mandateId)],
  );
  const where = { customerId: { in: customerIds } };
  const theirs = await reader.readRows<VisibleMandate>(mandates, { ...seen(view), where });
  const chosen =
    chosenIds.length === 0 ? [] : await reader.readRows<VisibleMandate>(mandates, { ...seen(view), ids: chosenIds });
  const rows = [...new Map([...theirs, ...chosen].map(({ row }) => [row.id, row])).values()];
  const successions = await successionsOf(database, view, rows);
  return { byCustomer: groupBy(rows, ({ customerId }) => customerId ?? ''), successions };
}

function markOf(one: Unsent, theirs: readonly VisibleMandate[], successions: Successions): MandateMark {
  if (one.mandateId !== null) return markOfChosen(one.connectionId, one.mandateId, successions);
  const fitting = theirs.filter(
    ({ connectionId, scheme }) =>
      connectionId === one.connectionId &&
      (scheme === null || (currencyOfScheme(scheme) ?? one.currency) === one.currency),
  );
  const linked = fitting.filter((mandate) => mandate.linked).sort(newestLinkFirst);
  const effective = linked.map((mandate) => successions.effective(mandate.connectionId, mandate.mandateId));
  // Nothing is known yet of one that took another's place: that is no reason to mark.
  if (
    effective.some(
      (mandate) => mandate === null || mandate.usable || (mandate.status === 'unknown' && mandate.deadMark === null),
    )
  )
    return null;
  const dead = effective.find((mandate) => mandate !== null && mandate.deadMark !== null);
  if (dead !== undefined && dead !== null) return dead.deadMark;
  return linked.length === 0 && fitting.length > 0 ? 'mandate_unlinked' : 'no_mandate';
}

function markOfChosen(connectionId: string, mandateId: string, successions: Successions): MandateMark {
  const chosen = successions.find(connectionId, mandateId);
  if (chosen === null) return 'no_mandate';
  if (!chosen.linked) return 'mandate_unlinked';
  return successions.effective(connectionId, mandateId)?.deadMark ?? null;
}

function newestLinkFirst(a: VisibleMandate, b: VisibleMandate): number {
  return (a.linkedAt ?? 0n) < (b.linkedAt ?? 0n) ? 1 : -1;
}
