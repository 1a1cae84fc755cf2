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

export function incidentId(type: IncidentType, thing: string): string {
  return derivedId('inc', type, thing);
}

/** The first word stays: what the facts had cleared is not resolved again, and what staff resolved stays so. */
function resolved(row: IncidentRow, { data, metadata }: Extract<LogEvent, { type: 'IncidentResolved' }>): IncidentRow {
  if (row.resolvedAt !== null) return row;
  return { ...row, resolvedAt: metadata.recordedAt, resolvedBy: 'staff', notedFor: data.notedFor };
}

export const incidentsReadModel: ReadModel = { name: 'incidents', version: 1, tables: [incidents] };
