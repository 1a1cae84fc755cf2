import { type EventStore } from '../../application/ports/event-store';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { type ReadModelDatabase } from '../engine/database';
import { qualified, textRows } from '../../postgres/sql';
import { type Filter, RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import {
  equalTo,
  filteredBy,
  type ListPage,
  type Paging,
  readPage,
  seen,
  type View,
  withinConnections,
} from '../paging';
import { heldUntil } from '../recorded-times/reader';
import { type IncidentType, type VisibleIncident } from './incident';
import { incidents } from './table';

/** What counts depends on the time: that of the view, and `now` when the view is of the end of the log. */
export interface TimedView extends View {
  /** ISO 8601 UTC. */
  readonly now: string;
}

export const INCIDENT_FILTERS = ['type', 'resolved', 'paymentId', 'customerId'] as const;

export interface IncidentFilters {
  readonly type?: IncidentType;
  readonly resolved?: boolean;
  readonly paymentId?: string;
  readonly customerId?: string;
}

export type IncidentItem = Omit<VisibleIncident, 'since' | 'notedFor'> & {
  readonly since: string;
  /** What staff wrote when they resolved it; null when who it was about is forgotten. */
  readonly note: string | null;
};

/** Whatever it is, it is there. */
const ANY: Filter<string | null> = { from: '' };

export async function listIncidents(
  database: ReadModelDatabase,
  store: EventStore,
  query: TimedView & Paging & { readonly filters: IncidentFilters },
): Promise<ListPage<IncidentItem>> {
  const { resolved, ...columns } = query.filters;
  const where = {
    ...withinConnections(query),
    ...equalTo<VisibleIncident>(columns),
    ...filteredBy<'resolvedAt', string | null>(
      'resolvedAt',
      resolved === undefined ? undefined : resolved ? ANY : { equals: null },
    ),
    since: { to: await momentOf(database, store, query) },
  };
  const { rows, next } = await readPage<VisibleIncident>(database, incidents, { ...seen(query), where }, query);
  const people = await peopleOf(
    database,
    rows.map(({ row }) => row.notedFor),
  );
  const items = rows.map(({ row: { notedFor, since, ...row } }) => ({
    ...row,
    // Rows without it are not within the range.
    since: since ?? '',
    note: people.get(notedFor)?.notes[row.id] ?? null,
  }));
  return { items, next };
}

/** Until when the log stood as the view shows it. */
async function momentOf(database: ReadModelDatabase, store: EventStore, { asOf, now }: TimedView): Promise<string> {
  const end = asOf === undefined ? null : await heldUntil(database, store, asOf);
  return end === null || end > now ? now : end;
}

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
