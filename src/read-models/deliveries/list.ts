import { fields, nullable } from '../../fields/field';
import { id, instant, oneOf, text } from '../../fields/kinds';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { seen } from '../view';
import {
  applied,
  type AppliedRow,
  deliveries,
  deliveriesReadModel,
  type DeliveryRow,
  type OutcomeRow,
  outcomes,
} from './table';

export class DeliveryItem extends fields({
  eventId: id(),
  webhookId: nullable(id({ description: 'Null when we fetched it.' })),
  resourceType: text(),
  action: text(),
  status: oneOf(['received', 'applied', 'ignored', 'parked', 'duplicate', 'foreign'], {
    description: 'duplicate: another delivery had brought the event before.',
  }),
  reason: nullable(text()),
  receivedAt: instant(),
  connectionId: id(),
}) {}

export const deliveriesList = tableList<DeliveryRow, DeliveryItem>({
  name: 'deliveries',
  item: DeliveryItem,
  table: deliveries,
  readModels: [deliveriesReadModel],
  columns: ['eventId', 'webhookId', 'resourceType', 'action'],
  ranges: ['receivedAt'],
  filters: {
    status: anyOf(DeliveryItem.fields.status, (statuses, sql) => {
      return `(${statuses.map((status) => statusSql(status, sql)).join(' or ')})`;
    }),
    reason: anyOf(text(), (reasons, sql) => {
      return `${nothingCameOf(sql)} and o.reason = any(${sql.values(reasons)})`;
    }),
  },
  sorts: ['receivedAt'],
  search: (word, sql) => Promise.resolve([isId('t.event_id', word, sql), isId('t.webhook_id', word, sql)]),
  groups: ['resourceType', 'action'],
  items: async (rows, view, { database }) => {
    const reader = new RowReader(database);
    const eventIds = [...new Set(rows.map(({ eventId }) => eventId))];
    const ids = [...new Set(rows.map(gocardlessEventOf))];
    const [all, facts, found] = await Promise.all([
      reader.readRows<DeliveryRow>(deliveries, { ...seen(view), where: { eventId: { in: eventIds } } }),
      reader.readRows<AppliedRow>(applied, { ...seen(view), ids }),
      reader.readRows<OutcomeRow>(outcomes, { ...seen(view), ids }),
    ]);
    const first = new Map([...all].reverse().map(({ row }) => [gocardlessEventOf(row), row.id]));
    const appliedEvents = new Set(facts.map(({ row }) => row.id));
    const outcomeById = new Map(found.map(({ row }) => [row.id, row]));
    return rows.map((row) => {
      const event = gocardlessEventOf(row);
      const isFirst = first.get(event) === row.id;
      return pick(DeliveryItem, row, fateOf(isFirst, appliedEvents.has(event), outcomeById.get(event)));
    });
  },
});

type Status = DeliveryItem['status'];

const GOCARDLESS_EVENT = `t.connection_id || '.' || t.event_id`;

function statusSql(status: Status, sql: ListSql): string {
  switch (status) {
    case 'duplicate':
      return isDuplicate(sql);
    case 'applied':
      return `(not ${isDuplicate(sql)} and ${isApplied(sql)})`;
    case 'received':
      return `(${nothingCameOf(sql)} and o.id is null)`;
    default:
      return `(${nothingCameOf(sql)} and o.status = ${sql.value(status)})`;
  }
}

/** The first delivery of what has not become a fact; why not is then `o`. */
function nothingCameOf(sql: ListSql): string {
  sql.join(outcomes, 'o', `o.id = ${GOCARDLESS_EVENT}`);
  return `not ${isDuplicate(sql)} and not ${isApplied(sql)}`;
}

/** Another delivery had brought it before; what comes later can not change that, so that no moment need be named. */
function isDuplicate(sql: ListSql): string {
  return `exists (select 1 from ${sql.present(deliveries)} earlier where earlier.event_id = t.event_id
    and earlier.connection_id = t.connection_id and (earlier.first_position, earlier.id) < (t.first_position, t.id))`;
}

function isApplied(sql: ListSql): string {
  return `exists (select 1 from ${sql.source(applied)} fact where fact.id = ${GOCARDLESS_EVENT})`;
}

function gocardlessEventOf({ connectionId, eventId }: DeliveryRow): string {
  return `${connectionId}.${eventId}`;
}

/** What became of an event: a fact stays one, whatever is noted of another delivery of it. */
function fateOf(
  isFirst: boolean,
  isFact: boolean,
  outcome: OutcomeRow | undefined,
): { readonly status: Status; readonly reason: string | null } {
  if (!isFirst) return { status: 'duplicate', reason: null };
  if (isFact) return { status: 'applied', reason: null };
  return { status: outcome?.status ?? 'received', reason: outcome?.reason ?? null };
}
