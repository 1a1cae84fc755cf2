import { derivedId } from '../../domain/shared/identity';
import { type LogEvent, type ReadModel, type Row, type Table } from '../engine/read-model';
import { thingOf } from '../happened';
import { type IncidentType, type Rule } from './rule';
import { RULES } from './rules';

/**
 * Something that needs a person, or may come to: one row for each type and thing. A row without `since` has given no cause so far and
 * only remembers what its rule must know; one whose `since` lies in the future counts from then on, unless it is cleared before.
 */
export interface IncidentRow extends Row {
  readonly type: IncidentType;
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly mandateId: string | null;
  readonly paymentId: string | null;
  readonly scheduledPaymentId: string | null;
  readonly payoutId: string | null;
  /** GoCardless's event. */
  readonly eventId: string | null;
  /** The row of a balance export. */
  readonly row: string | null;
  /** What a person should know beside it: a reason, the other payment, an amount, a status. Never personal. */
  readonly detail: string | null;
  readonly since: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: 'facts' | 'staff' | null;
  /** Under whom the note of staff stands among the personal data. */
  readonly notedFor: string | null;
  /** What its rule keeps in mind; plain JSON. */
  readonly memory: unknown;
}

export type VisibleIncident = Omit<IncidentRow, 'memory'>;

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
  touches: (event) => [...concerned(event).keys()],
  fold: (row, event, id) => {
    if (event.type === 'IncidentResolved') return row === null ? null : resolved(row, event);
    if (event.type === 'PaymentIdentified') return row === null ? null : { ...row, customerId: event.data.customerId };
    const rule = concerned(event).get(id);
    return rule === undefined ? row : rule.fold(row, event, id);
  },
};

/** The ids are hashes: each event is asked for them again with every row that it touches. */
const concernedBy = new WeakMap<LogEvent, ReadonlyMap<string, Rule | undefined>>();

function concerned(event: LogEvent): ReadonlyMap<string, Rule | undefined> {
  const known = concernedBy.get(event);
  if (known !== undefined) return known;
  const found = findConcerned(event);
  concernedBy.set(event, found);
  return found;
}

function findConcerned(event: LogEvent): ReadonlyMap<string, Rule | undefined> {
  if (event.type === 'IncidentResolved') return new Map([[thingOf(event), undefined]]);
  const identified = event.type === 'PaymentIdentified';
  const rules = RULES.filter(({ handles, about }) => (identified ? about === 'payment' : handles.includes(event.type)));
  return new Map(
    rules.flatMap((rule) => {
      const thing = identified ? thingOf(event) : rule.thing(event);
      return thing === null ? [] : [[incidentId(rule.type, thing), rule]];
    }),
  );
}

export function incidentId(type: IncidentType, thing: string): string {
  return derivedId('inc', type, thing);
}

/** The first word stays: what the facts had cleared is not resolved again, and what staff resolved stays so. */
function resolved(row: IncidentRow, { data, metadata }: Extract<LogEvent, { type: 'IncidentResolved' }>): IncidentRow {
  if (row.resolvedAt !== null) return row;
  return { ...row, resolvedAt: metadata.recordedAt, resolvedBy: 'staff', notedFor: data.notedFor };
}

export const incidentsReadModel: ReadModel = { name: 'incidents', version: 1, tables: [incidents] };
