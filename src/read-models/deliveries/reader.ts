import { type ReadModelDatabase } from '../engine/database';
import { qualified } from '../../postgres/sql';
import { asOfSource, RowReader } from '../engine/reader';
import { type ListPage, type Paging, readIds, seen, SqlValues, type View } from '../paging';
import { applied, type AppliedRow, deliveries, type DeliveryRow, type OutcomeRow, outcomes } from './table';

const COLUMN_FILTERS = {
  eventId: 'event_id',
  webhookId: 'webhook_id',
  resourceType: 'resource_type',
  action: 'action',
} as const;

export const DELIVERY_FILTERS = [
  'eventId',
  'webhookId',
  'resourceType',
  'action',
  'status',
  'reason',
  'receivedAtFrom',
  'receivedAtTo',
] as const;

export type DeliveryFilters = { readonly [Field in keyof typeof COLUMN_FILTERS]?: string } & {
  readonly status?: DeliveryItem['status'];
  readonly reason?: string;
  readonly receivedAtFrom?: string;
  readonly receivedAtTo?: string;
};

export interface DeliveryItem {
  readonly eventId: string;
  /** Null when we fetched it. */
  readonly webhookId: string | null;
  readonly resourceType: string;
  readonly action: string;
  /** `duplicate`: another delivery had brought the event before. */
  readonly status: OutcomeRow['status'] | 'received' | 'applied' | 'duplicate';
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly connectionId: string;
}

export async function listDeliveries(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: DeliveryFilters },
): Promise<ListPage<DeliveryItem>> {
  const { connectionIds, asOf, filters } = query;
  const values = new SqlValues();
  const conditions: string[] = [];
  if (connectionIds !== 'all') conditions.push(`t.connection_id = any(${values.add(connectionIds)}::text[])`);
  for (const [field, column] of Object.entries(COLUMN_FILTERS)) {
    // The entries of the table have its keys.
    const value = filters[field as keyof typeof COLUMN_FILTERS];
    if (value !== undefined) conditions.push(`t.${column} = ${values.add(value)}`);
  }
  const { status, reason, receivedAtFrom, receivedAtTo } = filters;
  if (receivedAtFrom !== undefined) conditions.push(`t.received_at >= ${values.add(receivedAtFrom)}`);
  if (receivedAtTo !== undefined) conditions.push(`t.received_at <= ${values.add(receivedAtTo)}`);
  if (status !== undefined) conditions.push(statusSql(database, asOf, status, values));
  if (reason !== undefined) {
    conditions.push(
      `not ${isDuplicate(database)} and not ${isApplied(database, asOf)} and o.reason = ${values.add(reason)}`,
    );
  }
  const needsOutcome = (status !== undefined && status !== 'duplicate' && status !== 'applied') || reason !== undefined;
  const joins = needsOutcome
    ? [`left join ${asOfSource(database.schema, outcomes, asOf)} o on o.id = ${GOCARDLESS_EVENT}`]
    : [];
  const { ids, next } = await readIds(
    database,
    { table: deliveries, ...seen(query), joins, conditions, values },
    query,
  );
  return { items: await deliveryItems(database, query, ids), next };
}

const GOCARDLESS_EVENT = `t.connection_id || '.' || t.event_id`;

/** Another delivery had brought it before; what comes later can not change that, so that no moment need be named. */
function isDuplicate({ schema }: ReadModelDatabase): string {
  return `exists (select 1 from ${qualified(schema, deliveries.name)} earlier where earlier.event_id = t.event_id
    and earlier.connection_id = t.connection_id and (earlier.first_position, earlier.id) < (t.first_position, t.id))`;
}

function isApplied({ schema }: ReadModelDatabase, asOf: bigint | undefined): string {
  return `exists (select 1 from ${asOfSource(schema, applied, asOf)} fact where fact.id = ${GOCARDLESS_EVENT})`;
}

function statusSql(
  database: ReadModelDatabase,
  asOf: bigint | undefined,
  status: DeliveryItem['status'],
  values: SqlValues,
): string {
  if (status === 'duplicate') return isDuplicate(database);
  const first = `not ${isDuplicate(database)}`;
  if (status === 'applied') return `${first} and ${isApplied(database, asOf)}`;
  const outcome = status === 'received' ? 'o.id is null' : `o.status = ${values.add(status)}`;
  return `${first} and not ${isApplied(database, asOf)} and ${outcome}`;
}

async function deliveryItems(
  database: ReadModelDatabase,
  view: View,
  ids: readonly string[],
): Promise<readonly DeliveryItem[]> {
  if (ids.length === 0) return [];
  const reader = new RowReader(database);
  const rows = await reader.readRows<DeliveryRow>(deliveries, { ...seen(view), ids });
  const eventIds = [...new Set(rows.map(({ row }) => row.eventId))];
  const gocardlessEvents = [...new Set(rows.map(({ row }) => gocardlessEventOf(row)))];
  const [all, facts, found] = await Promise.all([
    reader.readRows<DeliveryRow>(deliveries, { ...seen(view), where: { eventId: { in: eventIds } } }),
    reader.readRows<AppliedRow>(applied, { ...seen(view), ids: gocardlessEvents }),
    reader.readRows<OutcomeRow>(outcomes, { ...seen(view), ids: gocardlessEvents }),
  ]);
  const first = new Map([...all].reverse().map(({ row }) => [gocardlessEventOf(row), row.id]));
  const appliedEvents = new Set(facts.map(({ row }) => row.id));
  const outcomeById = new Map(found.map(({ row }) => [row.id, row]));
  return rows.map(({ row }) => {
    const event = gocardlessEventOf(row);
    return { ...itemOf(row), ...fateOf(first.get(event) === row.id, appliedEvents.has(event), outcomeById.get(event)) };
  });
}

function gocardlessEventOf({ connectionId, eventId }: DeliveryRow): string {
  return `${connectionId}.${eventId}`;
}

/** What became of an event: a fact stays one, whatever is noted of another delivery of it. */
function fateOf(
  isFirst: boolean,
  isFact: boolean,
  outcome: OutcomeRow | undefined,
): Pick<DeliveryItem, 'status' | 'reason'> {
  if (!isFirst) return { status: 'duplicate', reason: null };
  if (isFact) return { status: 'applied', reason: null };
  return outcome === undefined
    ? { status: 'received', reason: null }
    : { status: outcome.status, reason: outcome.reason };
}

function itemOf({ eventId, webhookId, resourceType, action, receivedAt, connectionId }: DeliveryRow) {
  return { eventId, webhookId, resourceType, action, receivedAt, connectionId };
}
