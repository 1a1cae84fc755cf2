import { type LogEvent, type ReadModel, type Table } from '../engine/read-model';
import { thingOf } from '../happened';
import { incidentId, type IncidentRow } from './incident';
import { type Rule } from './rule';
import { RULES } from './rules';

export const incidents: Table<IncidentRow> = {
  name: 'incidents',
  columns: {
    type: 'text',
    connectionId: 'text',
    customerId: 'text',
    mandateId: 'text',
    paymentId: 'text',
    scheduledPaymentId: 'text',
    payoutId: 'text',
    eventId: 'text',
    row: 'text',
    detail: 'text',
    since: 'instant',
    resolvedAt: 'instant',
    resolvedBy: 'text',
    notedFor: 'text',
    memory: 'kept',
  },
  keeps: 'history',
  internal: ['memory'],
  indexes: [['since'], ['paymentId'], ['customerId']],
  handles: [...new Set(RULES.flatMap(({ handles }) => handles)), 'PaymentIdentified', 'IncidentResolved'],
  touches: touched,
  fold: (row, event, id) => {
    if (event.type === 'IncidentResolved') return row === null ? null : resolved(row, event);
    if (event.type === 'PaymentIdentified') return row === null ? null : { ...row, customerId: event.data.customerId };
    return concerned(event).get(id)?.fold(row, event, id) ?? null;
  },
};

const RULES_BY_TYPE: ReadonlyMap<string, readonly Rule[]> = new Map(
  RULES.flatMap(({ handles }) => handles).map((type) => [type, RULES.filter(({ handles }) => handles.includes(type))]),
);
const RULES_OF_PAYMENTS = RULES.filter(({ about }) => about === 'payment');

/** The ids are hashes: an event is asked for them again with every row that it touches. */
const concernedBy = new WeakMap<LogEvent, ReadonlyMap<string, Rule>>();

/** The rules that an event concerns, by the ids of their rows. */
function concerned(event: LogEvent): ReadonlyMap<string, Rule> {
  const known = concernedBy.get(event);
  if (known !== undefined) return known;
  const found = new Map(
    (RULES_BY_TYPE.get(event.type) ?? []).flatMap((rule) => {
      const thing = rule.thing(event);
      return thing === null ? [] : [[incidentId(rule.type, thing), rule]];
    }),
  );
  concernedBy.set(event, found);
  return found;
}

function touched(event: LogEvent): readonly string[] {
  switch (event.type) {
    case 'IncidentResolved':
      return [thingOf(event)];
    case 'PaymentIdentified':
      return RULES_OF_PAYMENTS.map(({ type }) => incidentId(type, thingOf(event)));
    default:
      return [...concerned(event).keys()];
  }
}

/** The first word stays: what the facts had cleared is not resolved again, and what staff resolved stays so. */
function resolved(row: IncidentRow, { data, metadata }: Extract<LogEvent, { type: 'IncidentResolved' }>): IncidentRow {
  if (row.resolvedAt !== null) return row;
  return { ...row, resolvedAt: metadata.recordedAt, resolvedBy: 'staff', notedFor: data.notedFor };
}

export const incidentsReadModel: ReadModel = { name: 'incidents', version: 1, tables: [incidents] };
