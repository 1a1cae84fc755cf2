import { type ReadModelDatabase } from '../engine/database';
import { asOfSource, RowReader } from '../engine/reader';
import { type ListPage, type Paging, readIds, seen, SqlValues, type View } from '../paging';
import { deliveries, type DeliveryRow, type OutcomeRow, outcomes } from './table';

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
  readonly status: OutcomeRow['status'] | 'duplicate';
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
  if (status === 'duplicate') conditions.push('o.first_delivery <> t.id');
  else if (status !== undefined) conditions.push(`o.first_delivery = t.id and o.status = ${values.add(status)}`);
  if (reason !== undefined) conditions.push(`o.first_delivery = t.id and o.reason = ${values.add(reason)}`);
  const joined = status !== undefined || reason !== undefined;
  const source = asOfSource(database.schema, outcomes, asOf);
  const joins = joined ? [`join ${source} o on o.id = t.connection_id || '.' || t.event_id`] : [];
  const { ids, next } = await readIds(
    database,
    { table: deliveries, ...seen(query), joins, conditions, values },
    query,
  );
  return { items: await deliveryItems(database, query, ids), next };
}

async function deliveryItems(
  database: ReadModelDatabase,
  view: View,
  ids: readonly string[],
): Promise<readonly DeliveryItem[]> {
  if (ids.length === 0) return [];
  const reader = new RowReader(database);
  const rows = (await reader.readRows<DeliveryRow>(deliveries, { ...seen(view), ids })).map(({ row }) => row);
  const outcomeIds = [...new Set(rows.map(outcomeIdOf))];
  const found = await reader.readRows<OutcomeRow>(outcomes, { ...seen(view), ids: outcomeIds });
  const outcomeById = new Map(found.map(({ row }) => [row.id, row]));
  return rows.map((row) => itemOf(row, outcomeById.get(outcomeIdOf(row))));
}

function outcomeIdOf({ connectionId, eventId }: DeliveryRow): string {
  return `${connectionId}.${eventId}`;
}

function itemOf(
  { id, eventId, webhookId, resourceType, action, receivedAt, connectionId }: DeliveryRow,
  outcome: OutcomeRow | undefined,
): DeliveryItem {
  const first = outcome === undefined || outcome.firstDelivery === id;
  const status = first ? (outcome?.status ?? 'received') : 'duplicate';
  const reason = first ? (outcome?.reason ?? null) : null;
  return { eventId, webhookId, resourceType, action, status, reason, receivedAt, connectionId };
}
