import { type LogEvent, type LogEventOf } from '../../application/ports/log-event';
import { type EventType } from '../../domain/catalogue';
import { type PaymentFacts } from '../../domain/payments/facts';
import { STATUS_FACT_TYPES, statusAfter, type StatusFactType } from '../../domain/payments/state-machine';
import { type IncidentType } from './incident';
import { cleared, later, newIncident, opened, type Remembering } from './rule';

/** What one type of incident about a payment follows from. */
export interface PaymentRule {
  readonly type: IncidentType;
  /** It is watched for from when the payment was awaited, not from when the first of these events came. */
  readonly ofAwaited?: true;
  readonly handles: readonly EventType[];
  /** @param facts what was known of the payment before the event */
  readonly fold: (
    incident: Remembering<unknown> | null,
    event: LogEvent,
    paymentId: string,
    facts: PaymentFacts | null,
  ) => Remembering<unknown> | null;
}

interface GivenRule<T extends EventType, Memory> extends Omit<PaymentRule, 'handles' | 'fold'> {
  readonly handles: readonly T[];
  readonly fold: (
    incident: Remembering<Memory> | null,
    event: LogEventOf<T>,
    paymentId: string,
    facts: PaymentFacts | null,
  ) => Remembering<Memory> | null;
}

function rule<T extends EventType, Memory>(given: GivenRule<T, Memory>): PaymentRule {
  // Only events of the types that it handles, and incidents that it made itself, are given to a rule.
  return given as unknown as PaymentRule;
}

/** A payment was adopted by itself although it carries the tag of another payment or row. What that means a person must say. */
const suspicions = (['duplicate_of_row', 'duplicate_of_payment', 'differs_from_request'] as const).map((type) =>
  rule({
    type,
    handles: ['PaymentAdopted'],
    fold: (incident: Remembering<null> | null, event, paymentId) => {
      const { suspicion } = event.data;
      if (incident !== null || suspicion?.kind !== type) return incident;
      const named = suspicion.kind === 'duplicate_of_row' ? { row: suspicion.rowId } : { detail: suspicion.paymentId };
      return opened({ ...newIncident(type, paymentId, event, null), ...named }, later(event, 0));
    },
  }),
);

/** GoCardless has another payment under our key. */
const idempotencyConflict = rule({
  type: 'idempotency_conflict',
  handles: ['PaymentSubmissionConflicted', 'PaymentSubmitted'],
  fold: (incident: Remembering<null> | null, event, paymentId) => {
    if (event.type === 'PaymentSubmitted') return incident === null ? null : cleared(incident, event);
    const conflict = incident ?? newIncident('idempotency_conflict', paymentId, event, null);
    const detail = `GoCardless has ${event.data.gocardlessPaymentId} under the key of this payment.`;
    return opened({ ...conflict, detail }, later(event, 0));
  },
});

/** Its row was given up, and GoCardless shows it all the same. */
const afterCancellation = rule({
  type: 'after_cancellation',
  handles: ['AwaitedPaymentReleased', 'PaymentSubmitted'],
  fold: (incident: Remembering<null> | null, event, paymentId) => {
    if (event.type === 'PaymentSubmitted') return incident === null ? null : opened(incident, later(event, 0));
    return incident ?? newIncident('after_cancellation', paymentId, event, null);
  },
});

/** GoCardless's amount wins for a row of a file; that it is another one may be a slip. */
const amountDiffers = rule({
  type: 'amount_differs',
  ofAwaited: true,
  handles: ['PaymentSubmitted'],
  fold: (incident: Remembering<null> | null, event, paymentId, facts) => {
    // The first payment that GoCardless shows under the tag stays.
    if (facts?.origin.kind !== 'balance_export' || facts.gocardlessPaymentId !== null) return incident;
    const { amount } = event.data;
    if (amount === facts.amount) return incident;
    const differing = {
      ...newIncident('amount_differs', paymentId, event, null),
      mandateId: facts.mandateId,
      row: facts.origin.rowId,
      detail: `${facts.amount} in the file, ${amount} at GoCardless`,
    };
    return opened(differing, later(event, 0));
  },
});

/** A payment of ours is at another creditor, or settles directly: it is recorded and books nothing. */
const obstacles = (['other_creditor', 'direct_settlement'] as const).map((type) =>
  rule({
    type,
    handles: ['PaymentSubmitted'],
    fold: (incident: Remembering<null> | null, event, paymentId, facts) => {
      // The first payment that GoCardless shows stays.
      if (incident !== null || event.data.obstacle !== type || isBound(facts)) return incident;
      const { gocardlessPaymentId: detail, mandateId } = event.data;
      return opened({ ...newIncident(type, paymentId, event, null), mandateId, detail }, later(event, 0));
    },
  }),
);

function isBound(facts: PaymentFacts | null): boolean {
  return facts !== null && facts.gocardlessPaymentId !== null;
}

interface Difference {
  readonly gocardlessStatus: string;
  /** When GoCardless was asked. */
  readonly notedAt: string;
}

/** GoCardless's status after a fact; a payment that was created waits to be sent. */
function statusBy(type: StatusFactType | 'PaymentApprovalPending'): string {
  if (type === 'PaymentApprovalPending') return 'pending_customer_approval';
  return statusAfter(type) ?? 'pending_submission';
}

/** GoCardless's lists say another status than its events, until the missing fact comes or a newer one makes the old word void. */
const compareFailed = rule({
  type: 'compare_failed',
  handles: ['PaymentStatusDiffered', 'PaymentApprovalPending', ...STATUS_FACT_TYPES],
  fold: (incident: Remembering<Difference> | null, event, paymentId) => {
    const { effectiveAt } = event.metadata;
    if (event.type === 'PaymentStatusDiffered') {
      const { gocardlessStatus, status } = event.data;
      const memory = { gocardlessStatus, notedAt: effectiveAt };
      const differing = incident ?? newIncident('compare_failed', paymentId, event, memory);
      return opened(
        { ...differing, memory, detail: `${gocardlessStatus} at GoCardless, ${status} here` },
        later(event, 0),
      );
    }
    if (incident === null) return null;
    const { gocardlessStatus, notedAt } = incident.memory;
    return statusBy(event.type) === gocardlessStatus || effectiveAt > notedAt ? cleared(incident, event) : incident;
  },
});

const RULES: readonly PaymentRule[] = [
  ...suspicions,
  idempotencyConflict,
  afterCancellation,
  amountDiffers,
  ...obstacles,
  compareFailed,
];

const RULES_BY_TYPE: ReadonlyMap<string, readonly PaymentRule[]> = new Map(
  RULES.flatMap(({ handles }) => handles).map((type) => [type, RULES.filter(({ handles }) => handles.includes(type))]),
);

/** What each type of incident about a payment follows from, but for overdue answers. */
export function paymentRulesFor(event: LogEvent): readonly PaymentRule[] {
  return RULES_BY_TYPE.get(event.type) ?? [];
}
