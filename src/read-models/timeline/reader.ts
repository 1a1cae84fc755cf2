import { type EventStore, ordinalOf, type RecordedEvent } from '../../application/ports/event-store';
import { groupBy } from '../../domain/shared/grouping';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader, UnknownCursor } from '../engine/reader';
import { type EffectiveView, type ListPage, type Paging, readIds, seen, SqlValues } from '../paging';
import { type ScheduledPaymentRow, scheduledPayments } from '../scheduled-payments/table';
import { placeOf, timeline } from './table';

/** Whose history is asked for: exactly one of these. */
export const TIMELINE_THINGS = [
  'stream',
  'paymentId',
  'mandateId',
  'customerId',
  'salesOrderId',
  'scheduledPaymentId',
  'payoutId',
  'documentId',
] as const;

export interface TimelineOf {
  readonly thing: (typeof TIMELINE_THINGS)[number];
  readonly id: string;
}

export interface TimelineItem {
  readonly position: string;
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly causationId: string;
  readonly gocardlessEventId: string | null;
  readonly data: unknown;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly correlationId: string;
  /** The webhook and the delivery that brought it; null for what we fetched or decided. */
  readonly webhookId: string | null;
  readonly deliveryStream: string | null;
}

/** Every event about a thing, in the order of the log. The facts are read from the store. Throws `UnknownCursor`. */
export async function readTimeline(
  database: ReadModelDatabase,
  store: EventStore,
  query: EffectiveView & Paging & { readonly of: TimelineOf },
): Promise<ListPage<TimelineItem>> {
  const { thing, id } = query.of;
  return thing === 'stream' ? timelineOfStream(store, query, id) : timelineOfThing(database, store, query, thing, id);
}

async function timelineOfStream(
  store: EventStore,
  { connectionIds, asOf, effectiveAt, limit, cursor }: EffectiveView & Paging,
  stream: string,
): Promise<ListPage<TimelineItem>> {
  const prefix = `${stream}@`;
  const last = cursor === undefined ? -1 : cursor.startsWith(prefix) ? Number(cursor.slice(prefix.length)) : NaN;
  if (!Number.isInteger(last)) throw new UnknownCursor('timeline', cursor ?? '');
  const events = (await store.read(stream, last + 1)).filter(
    ({ position, metadata }) =>
      (connectionIds === 'all' ||
        (metadata.connectionId !== undefined && connectionIds.includes(metadata.connectionId))) &&
      (asOf === undefined || ordinalOf(position) <= asOf) &&
      (effectiveAt === undefined || metadata.effectiveAt <= effectiveAt),
  );
  const page = events.slice(0, limit);
  const end = page.at(-1);
  return {
    items: page.map(itemOf),
    next: events.length > limit && end !== undefined ? `${stream}@${end.revision}` : null,
  };
}

const COLUMNS = {
  paymentId: 'payment_id',
  mandateId: 'mandate_id',
  customerId: 'customer_id',
  salesOrderId: 'sales_order_id',
  scheduledPaymentId: 'scheduled_payment_id',
  payoutId: 'payout_id',
  documentId: 'document_id',
} as const;

async function timelineOfThing(
  database: ReadModelDatabase,
  store: EventStore,
  query: EffectiveView & Paging,
  thing: keyof typeof COLUMNS,
  id: string,
): Promise<ListPage<TimelineItem>> {
  const { connectionIds, effectiveAt } = query;
  const values = new SqlValues();
  const conditions = [await aboutSql(database, thing, id, values)];
  if (connectionIds !== 'all') conditions.push(`t.connection_id = any(${values.add(connectionIds)}::text[])`);
  if (effectiveAt !== undefined) conditions.push(`t.effective_at <= ${values.add(effectiveAt)}`);
  const { ids, next } = await readIds(database, { table: timeline, ...seen(query), conditions, values }, query);
  const events = await eventsAt(store, ids);
  return { items: ids.flatMap((place) => events.get(place) ?? []).map(itemOf), next };
}

async function aboutSql(
  database: ReadModelDatabase,
  thing: keyof typeof COLUMNS,
  id: string,
  values: SqlValues,
): Promise<string> {
  const column = `t.${COLUMNS[thing]} = ${values.add(id)}`;
  if (thing === 'documentId') return `(${column} or t.earlier_document_id = ${values.add(id)})`;
  if (thing !== 'scheduledPaymentId') return column;
  // What is said of the whole plan concerns each of its instalments.
  const [found] = await new RowReader(database).readRows<ScheduledPaymentRow>(scheduledPayments, { ids: [id] });
  return `(${column} or (t.sales_order_id = ${values.add(found?.row.salesOrderId ?? null)} and t.scheduled_payment_id is null))`;
}

async function eventsAt(store: EventStore, places: readonly string[]): Promise<ReadonlyMap<string, RecordedEvent>> {
  const wanted = places.map((place) => {
    const end = place.lastIndexOf('@');
    return { stream: place.slice(0, end), revision: Number(place.slice(end + 1)) };
  });
  const read = await Promise.all(
    [...groupBy(wanted, ({ stream }) => stream)].map(([stream, some]) =>
      store.read(stream, Math.min(...some.map(({ revision }) => revision))),
    ),
  );
  return new Map(read.flat().map((event) => [placeOf(event), event]));
}

function itemOf({ position, type, data, id, stream, revision, metadata }: RecordedEvent): TimelineItem {
  const { effectiveAt, recordedAt, actor, causationId, correlationId } = metadata;
  return {
    position,
    type,
    effectiveAt,
    recordedAt,
    actor,
    causationId,
    gocardlessEventId: metadata.gocardlessEventId ?? null,
    data,
    eventId: id,
    stream,
    revision,
    correlationId,
    webhookId: metadata.webhookId ?? null,
    deliveryStream: metadata.deliveryStream ?? null,
  };
}
