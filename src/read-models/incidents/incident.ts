import { derivedId } from '../../domain/shared/identity';
import { type Row } from '../engine/read-model';

export const INCIDENT_TYPES = [
  'parked',
  'collected_twice',
  'refunded_and_charged_back',
  'duplicate_of_row',
  'duplicate_of_payment',
  'differs_from_request',
  'idempotency_conflict',
  'after_cancellation',
  'amount_differs',
  'other_creditor',
  'direct_settlement',
  'row_not_seen',
  'status_overdue',
  'unexplained_payout',
  'compare_failed',
  'also_collected_elsewhere',
  'account_frozen',
  'account_disconnected',
  'information_required',
  'outbound_payment',
  'delivery_refused',
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

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

export function incidentId(type: IncidentType, thing: string): string {
  return derivedId('inc', type, thing);
}
