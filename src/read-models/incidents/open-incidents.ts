import { qualified, textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { equalTo } from '../view';
import { type VisibleIncident } from './incident';
import { incidents } from './table';

/** Null when there is none that counts. */
export async function findIncident(
  database: ReadModelDatabase,
  id: string,
  now: string,
): Promise<VisibleIncident | null> {
  const query = { ids: [id], where: { since: { to: now } } };
  const [found] = await new RowReader(database).readRows<VisibleIncident>(incidents, query);
  return found?.row ?? null;
}

/** GoCardless's ids of the payments that are `status_overdue`. */
export async function listOverdue(
  database: ReadModelDatabase,
  connectionId: string,
  now: string,
): Promise<readonly string[]> {
  const reader = new RowReader(database);
  const where = {
    ...equalTo<VisibleIncident>({ type: 'status_overdue', connectionId, resolvedBy: null }),
    since: { to: now },
  };
  const overdue = await reader.readRows<VisibleIncident>(incidents, { where });
  const ids = overdue.flatMap(({ row: { paymentId } }) => paymentId ?? []);
  const payments = await reader.readRows<VisiblePayment>(paymentsTable, { ids });
  return payments.flatMap(({ row: { gocardlessPaymentId } }) => gocardlessPaymentId ?? []);
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
export async function countOpen(
  { pool, schema }: ReadModelDatabase,
  now: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await textRows(
    pool,
    `select type, count(*) from ${qualified(schema, incidents.name)} where since <= $1 and resolved_at is null group by type`,
    [now],
  );
  return new Map(rows.map(([type, count]) => [type ?? '', Number(count)]));
}
