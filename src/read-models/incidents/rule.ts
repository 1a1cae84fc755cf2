import { type LogEvent, type LogEventOf } from '../../application/ports/log-event';
import { type EventType } from '../../domain/catalogue';
import { incidentId, type IncidentRow, type IncidentType } from './incident';

/** A row with what its rule keeps in mind. */
export type Remembering<Memory> = IncidentRow & { readonly memory: Memory };

/** What one type of incident follows from: pure, like every fold. */
export interface Rule {
  readonly type: IncidentType;
  readonly handles: readonly EventType[];
  /** What the event says something about, which may be several things; null when it does not concern the rule. */
  readonly thing: (event: LogEvent) => string | readonly string[] | null;
  readonly fold: (row: IncidentRow | null, event: LogEvent, thing: string) => IncidentRow | null;
}

interface GivenRule<T extends EventType, Memory> {
  readonly type: IncidentType;
  readonly handles: readonly T[];
  readonly thing: (event: LogEventOf<T>) => string | readonly string[] | null;
  readonly fold: (row: Remembering<Memory> | null, event: LogEventOf<T>, thing: string) => Remembering<Memory> | null;
}

export function rule<T extends EventType, Memory>(given: GivenRule<T, Memory>): Rule {
  // Only events of the types that it handles, and rows that it made itself, are given to a rule.
  return given as unknown as Rule;
}

/** When an event was recorded. */
export type Moment = Pick<LogEvent, 'metadata'>;

/** A row that gives no cause yet, with all that the event names. */
export function newIncident<Memory>(
  type: IncidentType,
  thing: string,
  { metadata }: Moment,
  memory: Memory,
): Remembering<Memory> {
  return {
    id: incidentId(type, thing),
    type,
    connectionId: metadata.connectionId ?? '',
    customerId: metadata.customerId ?? null,
    mandateId: metadata.mandateId ?? null,
    paymentId: metadata.paymentId ?? null,
    scheduledPaymentId: metadata.scheduledPaymentId ?? null,
    payoutId: metadata.payoutId ?? null,
    eventId: null,
    row: null,
    detail: null,
    since: null,
    resolvedAt: null,
    resolvedBy: null,
    notedFor: null,
    memory,
  };
}

/** It counts from then on. What counts already goes on doing so, and what staff resolved stays resolved. */
export function opened<R extends IncidentRow>(row: R, since: string): R {
  const counts = row.since !== null && row.resolvedAt === null;
  return counts || row.resolvedBy === 'staff' ? row : { ...row, since, resolvedAt: null, resolvedBy: null };
}

/** The facts no longer give cause. What had not come to count by then never was an incident. */
export function cleared<R extends IncidentRow>(row: R, { metadata: { recordedAt } }: Moment): R {
  if (row.since === null || row.resolvedAt !== null) return row;
  return row.since > recordedAt ? { ...row, since: null } : { ...row, resolvedAt: recordedAt, resolvedBy: 'facts' };
}

/** So many milliseconds after an event was recorded. */
export function later({ metadata }: Moment, milliseconds: number): string {
  return add(metadata.recordedAt, milliseconds);
}

export function add(instant: string, milliseconds: number): string {
  return milliseconds === 0 ? instant : new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** The first word of staff stays: what the facts had cleared is not resolved again. */
export function resolvedByStaff<R extends IncidentRow>(row: R, { data, metadata }: LogEventOf<'IncidentResolved'>): R {
  if (row.resolvedAt !== null) return row;
  return { ...row, resolvedAt: metadata.recordedAt, resolvedBy: 'staff', notedFor: data.notedFor };
}
