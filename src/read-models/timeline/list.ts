import { type EventStore, ordinalOf, type RecordedEvent } from '../../application/ports/event-store';
import { groupBy } from '../../domain/shared/grouping';
import { type FieldError } from '../../fields/check';
import { fields, nullable } from '../../fields/field';
import { anyObject, id, instant, text, wholeNumber } from '../../fields/kinds';
import { connectionsReadModel } from '../connections/table';
import { RowReader } from '../engine/reader';
import { single } from '../lists/filters';
import { type FilterValues, type List, type ListQuery } from '../lists/list';
import { type ListSql } from '../lists/list-sql';
import { memoryList } from '../lists/memory-list';
import { pick } from '../lists/pick';
import { tableList } from '../lists/table-list';
import { receiptNumbers, receiptsReadModel } from '../receipts/table';
import { type ScheduledPaymentRow, scheduledPayments, scheduledPaymentsReadModel } from '../scheduled-payments/table';
import { placeOf, timeline, timelineReadModel, type TimelineRow } from './table';

export class TimelineFields extends fields({
  position: text(),
  type: text(),
  effectiveAt: instant({ description: 'When it was true.' }),
  recordedAt: instant({ description: 'When we recorded it.' }),
  actor: text(),
  causationId: text(),
  gocardlessEventId: nullable(id()),
  data: anyObject({ description: 'What the event says; what was personal of who was forgotten is null.' }),
  eventId: id(),
  stream: text(),
  revision: wholeNumber({ min: 0 }),
  correlationId: text(),
  webhookId: nullable(text({ description: 'The webhook that brought it; null for what we fetched or decided.' })),
  deliveryStream: nullable(text({ description: 'The delivery that brought it, named after the hash of its body.' })),
}) {}

const READ_MODELS = [timelineReadModel, scheduledPaymentsReadModel, receiptsReadModel, connectionsReadModel];

/** Every event about a thing, in the order of the log. The facts are read from the store. */
const ofThings = tableList<TimelineRow, TimelineFields>({
  name: 'timeline',
  item: TimelineFields,
  table: timeline,
  readModels: READ_MODELS,
  filters: {
    paymentId: single(id(), about('payment_id')),
    mandateId: single(id(), about('mandate_id')),
    customerId: single(id(), about('customer_id')),
    salesOrderId: single(id(), about('sales_order_id')),
    scheduledPaymentId: single(id(), aboutInstalment),
    receiptId: single(
      id({ description: 'Id or number of a receipt or one of its kin, or id of a payout booking.' }),
      aboutDocument,
    ),
    payoutId: single(id(), about('payout_id')),
    refundId: single(id(), about('refund_id')),
  },
  effective: 'effectiveAt',
  items: async (rows, _, { store }) => {
    const events = await eventsAt(
      store,
      rows.map((row) => row.id),
    );
    return rows.flatMap((row) => events.get(row.id) ?? []).map(itemOf);
  },
});

/** The whole of a stream, which need not be about a thing. */
const ofStreams = memoryList<TimelineFields>({
  name: 'timeline-of-stream',
  item: TimelineFields,
  key: ({ revision }) => [revision],
  all: async ({ store }, query) => {
    const events = await store.read(String(query.filters['stream']?.[0]), 0);
    return events.filter((event) => isInView(event, query)).map(itemOf);
  },
});

export const timelineList: List<TimelineFields> = {
  ...ofThings,
  filters: {
    ...ofThings.filters,
    stream: { field: text({ description: 'A stream of the log, such as payment-pay_….' }), repeated: false },
  },
  faultsOf: exactlyOne,
  page: (source, query) => listFor(query).page(source, query),
  summary: (source, query, groupedBy) => listFor(query).summary(source, query, groupedBy),
};

/** Whose history is asked for. */
function exactlyOne(filters: FilterValues): readonly FieldError[] {
  const given = Object.keys(filters);
  const things = Object.keys(timelineList.filters);
  const message = `exactly one of ${things.join(', ')} is needed`;
  const named = given.length === 0 ? things : given;
  return given.length === 1 ? [] : named.map((field) => ({ field, code: 'exactly_one', message }));
}

function listFor({ filters }: ListQuery): List<TimelineFields> {
  return filters['stream'] === undefined ? ofThings : ofStreams;
}

function isInView({ position, metadata }: RecordedEvent, { connectionIds, asOf, effectiveAt }: ListQuery): boolean {
  const { connectionId } = metadata;
  return (
    (connectionIds === 'all' || (connectionId !== undefined && connectionIds.includes(connectionId))) &&
    (asOf === undefined || ordinalOf(position) <= asOf) &&
    (effectiveAt === undefined || metadata.effectiveAt <= effectiveAt)
  );
}

function about(column: string): (value: string, sql: ListSql) => string {
  return (value, sql) => `t.${column} = ${sql.value(value)}`;
}

/** What is said of the whole plan concerns each of its instalments. */
async function aboutInstalment(value: string, sql: ListSql): Promise<string> {
  const reader = new RowReader(sql.database);
  const [found] = await reader.readRows<ScheduledPaymentRow>(scheduledPayments, { ids: [value] });
  const ofPlan = `t.sales_order_id = ${sql.value(found?.row.salesOrderId ?? null)} and t.scheduled_payment_id is null`;
  return `(${about('scheduled_payment_id')(value, sql)} or (${ofPlan}))`;
}

/** People know a receipt by its number. */
function aboutDocument(value: string, sql: ListSql): string {
  const named = sql.value(value);
  const ids = `(select ${named} union all select n.id from ${sql.source(receiptNumbers)} n where n.number = ${named})`;
  return `(t.document_id in ${ids} or t.earlier_document_id in ${ids})`;
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

function itemOf({ metadata, id: eventId, ...event }: RecordedEvent): TimelineFields {
  const { gocardlessEventId = null, webhookId = null, deliveryStream = null } = metadata;
  return pick(TimelineFields, { ...event, ...metadata }, { eventId, gocardlessEventId, webhookId, deliveryStream });
}
