import { type Happened } from '../shared/event';
import { type MandateObstacle } from '../mandates/obstacle';
import { type LineShare } from '../sales-orders/events';
import { type PaymentOrigin, type PaymentRequestAnswered, type PaymentSubmissionRejected } from './events';
import { type GoCardlessPaymentFact, type PaymentFactEvent } from '../event-groups';

/** What is known of a payment, as a set: the same however its facts arrived. Plain JSON, so that a read model can keep it. */
export interface PaymentFacts {
  readonly paymentId: string;
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly origin: PaymentOrigin;
  readonly mandateId: string;
  readonly amount: number;
  readonly currency: string;
  readonly shares: readonly LineShare[];
  /** How it began with us. */
  readonly beginning: 'requested' | 'awaited' | 'adopted';
  /** When it began: asked for or put into a batch, or, of one made elsewhere, made at GoCardless. */
  readonly begunAt: string;
  readonly idempotencyKey: string | null;
  readonly rejection: PaymentSubmissionRejected['data'] | null;
  /** The payment that GoCardless has under our key or tag instead of ours; null while there is none. */
  readonly conflictsWith: string | null;
  /** The first GoCardless payment that was bound stays. */
  readonly gocardlessPaymentId: string | null;
  /** Why its money is not for these books; null while GoCardless does not have it. */
  readonly obstacle: MandateObstacle | null;
  /** GoCardless's `created_at`. */
  readonly submittedAt: string | null;
  readonly approvalPending: boolean;
  readonly chargeDate: string | null;
  readonly observed: readonly Happened<GoCardlessPaymentFact>[];
  readonly cancellationRequested: boolean;
  /** GoCardless's answer to the last request to cancel; null while there is none. It changes no status. */
  readonly cancellationAnswer: 'accepted' | 'refused' | null;
  readonly retriesRequested: number;
  /** Effective time of the failure that a retry was asked for, until its resubmission is seen; else null. */
  readonly retryOf: string | null;
  readonly retryAnswer: 'accepted' | 'refused' | null;
  readonly supersededBy: string | null;
  readonly accepted: 'collector' | 'system' | null;
  readonly identified: boolean;
  /** Its row was given up while nothing of it was seen at GoCardless. */
  readonly released: boolean;
  /** The adopted payment that staff took for this row, or null. */
  readonly matchedTo: string | null;
}

/** Whether GoCardless has the payment. Any of its facts implies it, also when the binding was never recorded. */
export function isAtGoCardless(facts: PaymentFacts): boolean {
  return facts.gocardlessPaymentId !== null || facts.observed.length > 0;
}

/** Whether its money goes to our bank without GoCardless's payouts: it has come when it is confirmed. */
export function settlesDirectly({ obstacle }: PaymentFacts): boolean {
  return obstacle === 'direct_settlement';
}

/** Whether nobody knows if GoCardless has it: something else stands there under its key. */
export function isInDoubt(facts: PaymentFacts): boolean {
  return facts.conflictsWith !== null && facts.rejection === null && !isAtGoCardless(facts);
}

/** The facts after one more event; null before the event that begins a payment. */
export function evolveFacts(facts: PaymentFacts | null, event: Happened<PaymentFactEvent>): PaymentFacts | null {
  switch (event.type) {
    case 'PaymentRequested':
      // A row that was waited for may be sent through the API after all: it stays the same payment, with what happened to it.
      return {
        ...(facts ?? begin('requested', event.effectiveAt, event.data)),
        beginning: 'requested',
        chargeDate: event.data.chargeDate,
        idempotencyKey: event.data.idempotencyKey,
        shares: event.data.shares,
      };
    case 'PaymentAwaited':
      return begin('awaited', event.effectiveAt, event.data);
    case 'PaymentAdopted':
      return begin('adopted', event.effectiveAt, { ...event.data, origin: { kind: 'adopted' }, chargeDate: null });
    default:
      return facts === null ? null : evolveKnown(facts, event);
  }
}

type Later = Exclude<Happened<PaymentFactEvent>, { type: 'PaymentRequested' | 'PaymentAwaited' | 'PaymentAdopted' }>;

function evolveKnown(facts: PaymentFacts, event: Later): PaymentFacts {
  switch (event.type) {
    case 'PaymentSubmitted':
      return facts.gocardlessPaymentId === null
        ? {
            ...facts,
            gocardlessPaymentId: event.data.gocardlessPaymentId,
            obstacle: event.data.obstacle,
            submittedAt: event.effectiveAt,
            mandateId: event.data.mandateId,
            amount: event.data.amount,
            currency: event.data.currency,
          }
        : facts;
    case 'PaymentApprovalPending':
      return { ...facts, approvalPending: true };
    case 'PaymentChargeDateRead':
      return { ...facts, chargeDate: event.data.chargeDate };
    case 'PaymentSubmissionRejected':
      return { ...facts, rejection: event.data };
    case 'PaymentSubmissionConflicted':
      return { ...facts, conflictsWith: event.data.gocardlessPaymentId };
    case 'PaymentCancellationRequested':
      return { ...facts, cancellationRequested: true, cancellationAnswer: null };
    case 'PaymentRetryRequested':
      return { ...facts, retriesRequested: event.data.retry, retryOf: lastFailureOf(facts), retryAnswer: null };
    case 'PaymentRequestAnswered':
      return answered(facts, event.data);
    case 'PaymentSuperseded':
      return { ...facts, supersededBy: event.data.byPaymentId };
    case 'PaymentAccepted':
      return facts.accepted === null ? { ...facts, accepted: event.data.by } : facts;
    case 'AwaitedPaymentReleased':
      return { ...facts, released: true };
    case 'AwaitedPaymentMatched':
      return { ...facts, matchedTo: event.data.matchedTo };
    case 'PaymentIdentified':
      return facts.identified ? facts : { ...facts, identified: true, customerId: event.data.customerId };
    case 'RefundRequested':
    case 'PaymentStatusDiffered':
      return facts;
    default:
      return observed(facts, event);
  }
}

function observed(facts: PaymentFacts, event: Happened<GoCardlessPaymentFact>): PaymentFacts {
  if (facts.observed.some((known) => known.causationId === event.causationId)) return facts;
  const { type, data, effectiveAt, causationId, recordedAt } = event;
  const fact = { type, data, effectiveAt, causationId, recordedAt } as Happened<GoCardlessPaymentFact>; // same type, same data
  // A resubmission from before the failure was of an earlier retry: taken for this one, it would open the way to charge twice.
  const retried = type === 'PaymentResubmissionRequested' && facts.retryOf !== null && effectiveAt >= facts.retryOf;
  return { ...facts, observed: [...facts.observed, fact], retryOf: retried ? null : facts.retryOf };
}

function lastFailureOf(facts: PaymentFacts): string | null {
  const failures = facts.observed.filter(({ type }) => type === 'PaymentFailed').map(({ effectiveAt }) => effectiveAt);
  return failures.sort().at(-1) ?? null;
}

function answered(facts: PaymentFacts, answer: PaymentRequestAnswered['data']): PaymentFacts {
  const { request, outcome } = answer;
  switch (request) {
    case 'cancellation':
      return { ...facts, cancellationAnswer: outcome };
    case 'retry':
      return outcome === 'accepted'
        ? { ...facts, retryAnswer: outcome }
        : { ...facts, retryAnswer: outcome, retryOf: null, retriesRequested: facts.retriesRequested - 1 };
    case 'refund':
      return facts;
  }
}

interface Beginning {
  readonly paymentId: string;
  readonly connectionId: string;
  readonly customerId: string | null;
  readonly origin: PaymentOrigin;
  readonly mandateId: string;
  readonly amount: number;
  readonly currency: string;
  readonly chargeDate: string | null;
}

function begin(beginning: PaymentFacts['beginning'], begunAt: string, data: Beginning): PaymentFacts {
  return {
    paymentId: data.paymentId,
    connectionId: data.connectionId,
    customerId: data.customerId,
    origin: data.origin,
    mandateId: data.mandateId,
    amount: data.amount,
    currency: data.currency,
    shares: [],
    beginning,
    begunAt,
    idempotencyKey: null,
    rejection: null,
    conflictsWith: null,
    gocardlessPaymentId: null,
    obstacle: null,
    submittedAt: null,
    approvalPending: false,
    chargeDate: data.chargeDate,
    observed: [],
    cancellationRequested: false,
    cancellationAnswer: null,
    retriesRequested: 0,
    retryOf: null,
    retryAnswer: null,
    supersededBy: null,
    accepted: null,
    identified: false,
    released: false,
    matchedTo: null,
  };
}
