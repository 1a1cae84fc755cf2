import { ordinalOf } from '../../application/ports/event-store';
import { type LogEvent } from '../../application/ports/log-event';
import { rowExpectedBy } from '../../domain/balance-exports/rows';
import { isAtGoCardless, type PaymentFacts } from '../../domain/payments/facts';
import { responseOverdueFrom } from '../../domain/payments/response-deadline';
import { addDays } from '../../domain/shared/calendar';
import { incidentId, type IncidentRow, type IncidentType } from './incident';
import { paymentRulesFor } from './payment-rules';
import { newIncident, type Remembering, resolvedByStaff } from './rule';

/** An incident about a payment, as it stands in the payment's row: what the row says anyway is not there twice. */
export interface PaymentIncident extends Pick<
  IncidentRow,
  'id' | 'type' | 'mandateId' | 'row' | 'detail' | 'resolvedAt' | 'resolvedBy' | 'notedFor'
> {
  readonly since: string;
  /** Ordinal of the event from which on its payment has been watched for it; incidents are listed in this order. */
  readonly first: string;
}

type Matter = Remembering<unknown> & Pick<PaymentIncident, 'first'>;

/** What of a payment needs a person, or may come to. */
export interface PaymentMatters {
  /** The first day on which it is odd that GoCardless has not yet shown it, or not said how it went. Null when neither is waited for. */
  readonly overdueFrom: string | null;
  /** Ordinal of the event from which on that has been waited for. */
  readonly watchedAt: bigint | null;
  /** Id of the incident that it is from that day on. */
  readonly overdueId: string | null;
  /** All others that there were, and answers that came too late; null for none. */
  readonly incidents: readonly PaymentIncident[] | null;
  /** When the first of them began. */
  readonly incidentsFrom: string | null;
  /** The same with what their rules remember, and what may become one. */
  readonly matters: readonly Matter[] | null;
}

/** The payment whose matters they are, before or after an event. */
interface Payment {
  readonly id: string;
  readonly facts: PaymentFacts;
  /** It is the row of an export that GoCardless has yet to show. */
  readonly awaited: boolean;
}

const NOTHING: PaymentMatters = {
  overdueFrom: null,
  watchedAt: null,
  overdueId: null,
  incidents: null,
  incidentsFrom: null,
  matters: null,
};

/** The matters of a payment after an event. */
export function mattersAfter(
  before: (Payment & PaymentMatters) | null,
  event: LogEvent,
  payment: Payment,
): PaymentMatters {
  const followed = byRules(before, event, payment.id);
  if (event.type === 'IncidentResolved') return resolved(followed, event, payment);
  if (payment.awaited) return before === null ? watchedRow(event, payment) : followed;
  const known = before?.awaited === true ? ended(followed, 'row_not_seen', event, before) : followed;
  if (!isAtGoCardless(payment.facts)) return known;
  // Until GoCardless had it, it stayed the row that was waited for.
  const appeared = before === null || !isAtGoCardless(before.facts);
  return watchedAnswer(appeared ? { ...known, watchedAt: null } : known, event, payment);
}

function byRules(before: (Payment & PaymentMatters) | null, event: LogEvent, paymentId: string): PaymentMatters {
  let matters: PaymentMatters = before === null ? NOTHING : mattersOf(before);
  for (const rule of paymentRulesFor(event)) {
    const matter = matters.matters?.find(({ type }) => type === rule.type) ?? null;
    const next = rule.fold(matter, event, paymentId, before?.facts ?? null);
    if (next === matter || next === null) continue;
    const watchedAt = (rule.ofAwaited === true ? before?.watchedAt : null) ?? ordinalOf(event.position);
    matters = withMatter(matters, { ...next, first: matter?.first ?? watchedAt.toString() });
  }
  return matters;
}

function mattersOf({ overdueFrom, watchedAt, overdueId, incidents, incidentsFrom, matters }: PaymentMatters) {
  return { overdueFrom, watchedAt, overdueId, incidents, incidentsFrom, matters };
}

/** From the day on by which GoCardless shows a row of a file that was uploaded. */
function watchedRow(event: LogEvent, { id }: Payment): PaymentMatters {
  const overdueFrom = addDays(rowExpectedBy(event.metadata.recordedAt.slice(0, 10)), 1);
  return { ...NOTHING, overdueFrom, watchedAt: ordinalOf(event.position), overdueId: incidentId('row_not_seen', id) };
}

/** An overdue answer that is waited for anew counts no more; what staff resolved stays resolved. */
function watchedAnswer(before: PaymentMatters, event: LogEvent, { id, facts }: Payment): PaymentMatters {
  const watchedAt = before.watchedAt ?? (event.type === 'PaymentChargeDateRead' ? ordinalOf(event.position) : null);
  if (watchedAt === null) return before;
  const matters = { ...before, watchedAt };
  const last = matters.matters?.find(({ type }) => type === 'status_overdue');
  const overdueFrom = last?.resolvedBy === 'staff' ? null : responseOverdueFrom(facts);
  if (overdueFrom === matters.overdueFrom) return matters;
  if (overdueFrom === null) return ended(matters, 'status_overdue', event, { id, facts });
  const overdueId = matters.overdueId ?? incidentId('status_overdue', id);
  return { ...(last === undefined ? matters : withoutMatter(matters, last)), overdueFrom, overdueId };
}

/** What had not come to count by then never was an incident. */
function ended(
  matters: PaymentMatters,
  type: IncidentType,
  event: LogEvent,
  payment: Pick<Payment, 'id' | 'facts'>,
): PaymentMatters {
  const over = { ...matters, overdueFrom: null, overdueId: null };
  const { recordedAt } = event.metadata;
  if (matters.overdueFrom === null || startOf(matters.overdueFrom) > recordedAt) return over;
  return withMatter(over, { ...overdue(matters, type, event, payment), resolvedAt: recordedAt, resolvedBy: 'facts' });
}

/** An answer that is overdue now, as an incident. */
function overdue(
  { overdueFrom, watchedAt }: PaymentMatters,
  type: IncidentType,
  event: LogEvent,
  { id, facts: { mandateId, origin } }: Pick<Payment, 'id' | 'facts'>,
): Matter {
  return {
    ...newIncident(type, id, event, null),
    mandateId,
    row: type === 'row_not_seen' && origin.kind === 'balance_export' ? origin.rowId : null,
    since: startOf(overdueFrom ?? ''),
    first: (watchedAt ?? ordinalOf(event.position)).toString(),
  };
}

function resolved(
  matters: PaymentMatters,
  event: Extract<LogEvent, { type: 'IncidentResolved' }>,
  payment: Payment,
): PaymentMatters {
  const { incidentId: id } = event.data;
  if (id === matters.overdueId) {
    const type = payment.awaited ? 'row_not_seen' : 'status_overdue';
    const odd = resolvedByStaff(overdue(matters, type, event, payment), event);
    return withMatter({ ...matters, overdueFrom: null, overdueId: null }, odd);
  }
  const matter = matters.matters?.find((one) => one.id === id);
  if (matter === undefined) return matters;
  const after = resolvedByStaff(matter, event);
  return after === matter ? matters : withMatter(matters, after);
}

function withMatter(matters: PaymentMatters, matter: Matter): PaymentMatters {
  const others = (matters.matters ?? []).filter(({ type }) => type !== matter.type);
  return withMatters(matters, [...others, matter]);
}

function withoutMatter(matters: PaymentMatters, matter: Matter): PaymentMatters {
  return withMatters(
    matters,
    (matters.matters ?? []).filter((one) => one !== matter),
  );
}

function withMatters(before: PaymentMatters, matters: readonly Matter[]): PaymentMatters {
  const incidents = matters.flatMap(({ since, ...matter }) => (since === null ? [] : [incidentOf(matter, since)]));
  const begun = incidents.map(({ since }) => since).sort();
  return {
    ...before,
    matters: matters.length === 0 ? null : matters,
    incidents: incidents.length === 0 ? null : incidents,
    incidentsFrom: begun[0] ?? null,
  };
}

function incidentOf(matter: Omit<Matter, 'since'>, since: string): PaymentIncident {
  const { id, type, mandateId, row, detail, resolvedAt, resolvedBy, notedFor, first } = matter;
  return { id, type, mandateId, row, detail, since, resolvedAt, resolvedBy, notedFor, first };
}

function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}
