import { qualified, textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { storedRow } from '../engine/batch-writer';
import { RowReader } from '../engine/reader';
import { shapeOf } from '../engine/table-sql';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { equalTo } from '../view';
import { type VisibleIncident } from './incident';
import { INCIDENT_COLUMNS, incidentSource } from './incident-source';
import { incidents } from './table';

/** Null when there is none that counts. */
export async function findIncident(
  database: ReadModelDatabase,
  id: string,
  now: string,
): Promise<VisibleIncident | null> {
  const columns = ['id', 'first_position', 'from_position', ...INCIDENT_COLUMNS.slice(1)].join(', ');
  const [row] = await textRows(
    database.pool,
    `select ${columns} from ${incidentSource(database, undefined, '$1::text')} incident where id = $2`,
    [now, id],
  );
  // The source has the form of the table, whose columns are those of an incident.
  return row === undefined ? null : (storedRow(shapeOf(incidents).visible, row).row as unknown as VisibleIncident);
}

/** GoCardless's ids of the payments that are `status_overdue`. */
export async function listOverdue(
  database: ReadModelDatabase,
  connectionId: string,
  now: string,
): Promise<readonly string[]> {
  const where = {
    ...equalTo<VisiblePayment>({ connectionId, awaited: false }),
    overdueFrom: { to: now.slice(0, 'YYYY-MM-DD'.length) },
  };
  const overdue = await new RowReader(database).readRows<VisiblePayment>(paymentsTable, { where });
  return overdue.flatMap(({ row: { gocardlessPaymentId } }) => gocardlessPaymentId ?? []);
}

/** How many events of GoCardless wait, also those that do not count as incidents yet. */
export async function countParked({ pool, schema }: ReadModelDatabase): Promise<number> {
  const rows = await textRows(
    pool,
    `select count(*) from ${qualified(schema, incidents.name)}
     where since is not null and type = 'parked' and resolved_at is null`,
    [],
  );
  return Number(rows[0]?.[0]);
}

/** How many incidents are open, by type; types without any are left out. */
export async function countOpen(database: ReadModelDatabase, now: string): Promise<ReadonlyMap<string, number>> {
  const source = incidentSource(database, undefined, '$1::text');
  const sql = `select type, count(*) from ${source} incident where resolved_at is null group by type`;
  const rows = await textRows(database.pool, sql, [now]);
  return new Map(rows.map(([type, count]) => [type ?? '', Number(count)]));
}
