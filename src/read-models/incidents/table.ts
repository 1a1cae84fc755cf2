import { type LogEvent, type ReadModel, type Table } from '../engine/read-model';
import { thingOf } from '../happened';
import { incidentId, type IncidentRow } from './incident';
import { resolvedByStaff, type Rule } from './rule';
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
  handles: [...new Set(RULES.flatMap(({ handles }) => handles)), 'IncidentResolved'],
  touches: (event) => (event.type === 'IncidentResolved' ? [thingOf(event)] : [...concerned(event).keys()]),
  fold: (row, event, id) => {
    if (event.type === 'IncidentResolved') return row === null ? null : resolvedByStaff(row, event);
    const { rule, thing } = concerned(event).get(id) ?? {};
    return rule === undefined || thing === undefined ? row : rule.fold(row, event, thing);
  },
};

const RULES_BY_TYPE: ReadonlyMap<string, readonly Rule[]> = new Map(
  RULES.flatMap(({ handles }) => handles).map((type) => [type, RULES.filter(({ handles }) => handles.includes(type))]),
);

interface Concern {
  readonly rule: Rule;
  readonly thing: string;
}

/** The ids are hashes: an event is asked for them again with every row that it touches. */
const concernedBy = new WeakMap<LogEvent, ReadonlyMap<string, Concern>>();

/** The rules that an event concerns, and about what, by the ids of their rows. */
function concerned(event: LogEvent): ReadonlyMap<string, Concern> {
  const known = concernedBy.get(event);
  if (known !== undefined) return known;
  const found = new Map<string, Concern>();
  for (const rule of RULES_BY_TYPE.get(event.type) ?? []) {
    for (const thing of [rule.thing(event) ?? []].flat()) found.set(incidentId(rule.type, thing), { rule, thing });
  }
  concernedBy.set(event, found);
  return found;
}

export const incidentsReadModel: ReadModel = { name: 'incidents', version: 5, tables: [incidents] };
