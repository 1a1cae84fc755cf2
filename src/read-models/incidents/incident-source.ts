import { quoted } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource } from '../engine/reader';
import { shapeOf } from '../engine/table-sql';
import { paymentsTable } from '../payments/table';
import { incidents } from './table';

/** The columns of `incidentSource`, as SQL: those of the table of incidents. */
export const INCIDENT_COLUMNS = ['id', ...shapeOf(incidents).visible.map(({ name }) => quoted(name))];

/** What the rows of payments say of each column; all others are null. `i` is an incident that stands in a payment's row, `p` the payment. */
const OF_PAYMENT: Readonly<Record<string, { readonly told: string; readonly silent: string }>> = {
  id: { told: 'i.id', silent: 'p.overdue_id' },
  type: { told: 'i.type', silent: `case when p.awaited then 'row_not_seen' else 'status_overdue' end` },
  connection_id: { told: 'p.connection_id', silent: 'p.connection_id' },
  customer_id: { told: 'p.customer_id', silent: 'p.customer_id' },
  mandate_id: { told: 'i."mandateId"', silent: 'p.mandate_id' },
  payment_id: { told: 'p.id', silent: 'p.id' },
  scheduled_payment_id: { told: 'p.scheduled_payment_id', silent: 'p.scheduled_payment_id' },
  row: { told: 'i."row"', silent: 'case when p.awaited then p.export_row_id end' },
  detail: { told: 'i.detail', silent: 'null' },
  since: { told: 'i.since', silent: `p.overdue_from || 'T00:00:00.000Z'` },
  resolved_at: { told: 'i."resolvedAt"', silent: 'null' },
  resolved_by: { told: 'i."resolvedBy"', silent: 'null' },
  noted_for: { told: 'i."notedFor"', silent: 'null' },
};

/**
 * SQL that stands where a table's name would: all incidents that had come to count by a time, those that stand in the rows of payments
 * too, in the form of the table of incidents. It is in parentheses.
 *
 * @param now SQL of a time, ISO 8601 UTC
 */
export function incidentSource({ schema }: ReadModelDatabase, asOf: bigint | undefined, now: string): string {
  const payments = asOfSource(schema, paymentsTable, asOf);
  const columns = INCIDENT_COLUMNS.join(', ');
  const ofPayments = (which: 'told' | 'silent') =>
    INCIDENT_COLUMNS.map((name) => OF_PAYMENT[name.replaceAll('"', '')]?.[which] ?? 'null').join(', ');
  return `(
    select first_position, from_position, ${columns} from ${asOfSource(schema, incidents, asOf)} i where since <= ${now}
    union all
    select i.first, p.from_position, ${ofPayments('told')}
    from ${payments} p cross join jsonb_to_recordset(p.incidents) as i (first bigint, id text, type text, "mandateId" text, "row" text,
      detail text, since text collate "C", "resolvedAt" text, "resolvedBy" text, "notedFor" text)
    where p.incidents_from <= ${now} and i.since <= ${now}
    union all
    select p.watched_at, p.from_position, ${ofPayments('silent')} from ${payments} p where p.overdue_from <= left(${now}, 10))`;
}
