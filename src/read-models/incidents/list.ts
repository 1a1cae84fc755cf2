import { fields, nullable } from '../../fields/field';
import { amount, currency, flag, id, instant, oneOf, text } from '../../fields/kinds';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { found } from '../people/whose';
import { seen } from '../view';
import { heldUntil } from '../recorded-times/reader';
import { recordedTimesReadModel } from '../recorded-times/table';
import { INCIDENT_TYPES, type VisibleIncident } from './incident';
import { incidentSource } from './incident-source';
import { incidents, incidentsReadModel } from './table';

export class IncidentFields extends fields({
  id: id(),
  type: oneOf(INCIDENT_TYPES),
  paymentId: nullable(id()),
  row: nullable(id({ description: 'The row of a balance export.' })),
  since: instant({ description: 'From when on it counts.' }),
  resolvedAt: nullable(instant()),
  resolvedBy: nullable(oneOf(['facts', 'staff'], { description: 'facts: what has happened since has cleared it.' })),
  detail: nullable(text({ description: 'A reason, the other payment, amounts or statuses, by type.' })),
  note: nullable(text({ max: 2000, description: 'What staff wrote when they resolved it.' })),
  customerId: nullable(id()),
  mandateId: nullable(id()),
  scheduledPaymentId: nullable(id()),
  payoutId: nullable(id()),
  eventId: nullable(id({ description: 'GoCardless’s event.' })),
  connectionId: id(),
  customerName: nullable(text()),
  amount: nullable(amount({ description: 'Of the payment.' })),
  currency: nullable(currency()),
}) {}

/** One that counts, or will. */
type CountingIncident = VisibleIncident & { readonly since: string };

/** What counts depends on the time: that until which the log stood as the view shows it. */
export const incidentsList = tableList<CountingIncident, IncidentFields>({
  name: 'incidents',
  item: IncidentFields,
  table: incidents,
  source: async (sql) => incidentSource(sql.database, sql.view.asOf, sql.value(await momentOf(sql))),
  readModels: [incidentsReadModel, paymentsReadModel, peopleReadModel, recordedTimesReadModel],
  columns: ['type', 'paymentId', 'customerId'],
  ranges: ['since'],
  filters: {
    resolved: anyOf(flag({ description: 'false: only those that are open.' }), (values, sql) => {
      return `(t.resolved_at is not null) = any(${sql.values(values, 'boolean')})`;
    }),
  },
  sorts: ['since', 'resolvedAt'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    ...['id', 'payment_id', 'customer_id', 'mandate_id', 'payout_id', 'event_id', 'row', 'scheduled_payment_id'].map(
      (column) => isId(`t."${column}"`, word, sql),
    ),
  ],
  groups: ['type', 'resolvedBy'],
  items: async (rows, view, { database }) => {
    const ids = [...new Set(rows.flatMap(({ paymentId }) => paymentId ?? []))];
    const [people, payments] = await Promise.all([
      peopleOf(
        database,
        rows.flatMap(({ notedFor, customerId }) => [notedFor, customerId]),
      ),
      new RowReader(database).readRows<VisiblePayment>(paymentsTable, { ...seen(view), ids }),
    ]);
    const paymentById = new Map(payments.map(({ row }) => [row.id, row]));
    return rows.map((row) => {
      const payment = paymentById.get(row.paymentId ?? '');
      return pick(IncidentFields, row, {
        note: people.get(row.notedFor)?.notes[row.id] ?? null,
        customerName: people.get(row.customerId)?.name ?? null,
        amount: payment?.amount ?? null,
        currency: payment?.currency ?? null,
      });
    });
  },
});

async function momentOf({ from, view: { asOf, now } }: ListSql): Promise<string> {
  const end = asOf === undefined ? null : await heldUntil(from.database, from.store, asOf);
  return end === null || end > now ? now : end;
}
