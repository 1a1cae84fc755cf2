import { never } from '../shared/decider';
import { type PaymentFacts } from './facts';
import { isError, lifecycleOf, type Phase, statusFactsOf } from './lifecycle';

/** What an e-payment shows. */
export interface PaymentFlags {
  readonly scheduled: boolean;
  readonly pending: boolean;
  readonly submitted: boolean;
  readonly succeeded: boolean;
  readonly confirmed: boolean;
  readonly paidOut: boolean;
  readonly cancelled: boolean;
  readonly hasErrors: boolean;
  readonly lateFailure: boolean;
  readonly chargedBack: boolean;
  readonly retryScheduled: boolean;
}

/** What a scheduled payment shows; with several attempts, those of the newest. */
export interface ScheduledPaymentFlags {
  readonly isDirectDebit: true;
  readonly paymentCreated: boolean;
  readonly isProcessed: boolean;
  readonly succeeded: boolean;
  readonly isPaymentProcessed: boolean;
  readonly hasErrors: boolean;
  readonly isCancelled: boolean;
}

const NO_PAYMENT_FLAGS: PaymentFlags = {
  scheduled: false,
  pending: false,
  submitted: false,
  succeeded: false,
  confirmed: false,
  paidOut: false,
  cancelled: false,
  hasErrors: false,
  lateFailure: false,
  chargedBack: false,
  retryScheduled: false,
};

const NO_FLAGS: ScheduledPaymentFlags = {
  isDirectDebit: true,
  paymentCreated: false,
  isProcessed: false,
  succeeded: false,
  isPaymentProcessed: false,
  hasErrors: false,
  isCancelled: false,
};

/** The right half of the flags table: an e-payment in a phase. */
export function paymentFlags(phase: Phase): PaymentFlags {
  return { ...NO_PAYMENT_FLAGS, ...raisedFlags(phase) };
}

function raisedFlags(phase: Phase): Partial<PaymentFlags> {
  switch (phase.kind) {
    case 'awaiting_gocardless':
    case 'requested':
      return { scheduled: true };
    case 'rejected':
    case 'customer_approval_denied':
      return { hasErrors: true };
    case 'pending_customer_approval':
    case 'pending_submission':
      return { scheduled: true, pending: true };
    case 'submitted':
      return { scheduled: true, submitted: true };
    case 'confirmed':
      return { submitted: true, succeeded: true, confirmed: true };
    case 'paid_out':
      return { submitted: true, succeeded: true, confirmed: true, paidOut: true };
    case 'failed':
      return { hasErrors: true, lateFailure: phase.late, retryScheduled: phase.willRetry };
    case 'charged_back':
      return { hasErrors: true, chargedBack: true };
    case 'cancelled':
      return { cancelled: true, hasErrors: phase.afterError };
    default:
      return never(phase);
  }
}

/**
 * The statuses that a payment with a flag, or one that may still bring money, can have. A status is found among millions of payments where a
 * flag is not.
 */
export const STATUSES_WITH: Readonly<Record<keyof PaymentFlags | 'inFlight', readonly string[]>> = {
  scheduled: ['requested', 'pending_customer_approval', 'pending_submission', 'submitted'],
  pending: ['pending_customer_approval', 'pending_submission'],
  submitted: ['submitted', 'confirmed', 'paid_out'],
  succeeded: ['confirmed', 'paid_out'],
  confirmed: ['confirmed', 'paid_out'],
  paidOut: ['paid_out'],
  cancelled: ['cancelled'],
  hasErrors: ['rejected', 'customer_approval_denied', 'failed', 'charged_back', 'cancelled'],
  lateFailure: ['failed'],
  chargedBack: ['charged_back'],
  retryScheduled: ['failed'],
  inFlight: ['requested', 'pending_customer_approval', 'pending_submission', 'submitted', 'confirmed', 'failed'],
};

/** The left half of the flags table: the scheduled payment whose newest attempt is in a phase. */
export function scheduledPaymentFlags(phase: Phase): ScheduledPaymentFlags {
  if (phase.kind === 'awaiting_gocardless') return NO_FLAGS;
  return attemptFlags({ status: paymentStatus(phase), hasErrors: isError(phase) });
}

/** The same of an attempt that was sent, by what its payment shows. */
export function attemptFlags({ status, hasErrors }: Attempt): ScheduledPaymentFlags {
  const paymentCreated = status !== 'requested' && status !== 'rejected';
  return {
    isDirectDebit: true,
    paymentCreated,
    isProcessed: true,
    succeeded: paymentCreated && !hasErrors,
    isPaymentProcessed: status === 'paid_out',
    hasErrors,
    isCancelled: status === 'cancelled',
  };
}

export interface Attempt {
  readonly status: string;
  readonly hasErrors: boolean;
}

/** Flags of a scheduled payment of which nothing was sent. `mark` = the sign of a dead or missing mandate, or null. */
export function unsentFlags(cancelled: boolean, mark: string | null): ScheduledPaymentFlags {
  return { ...NO_FLAGS, isCancelled: cancelled, hasErrors: !cancelled && mark !== null && mark !== 'no_mandate' };
}

/** What a person reads beside the flags. */
export function paymentMessage(phase: Phase, facts: PaymentFacts): string {
  switch (phase.kind) {
    case 'pending_customer_approval':
    case 'pending_submission':
      return facts.cancellationRequested && facts.cancellationAnswer !== 'refused'
        ? 'cancellation_requested'
        : phase.kind;
    case 'awaiting_gocardless':
    case 'requested':
    case 'customer_approval_denied':
      return phase.kind;
    case 'submitted':
    case 'confirmed':
    case 'paid_out':
      return `payment_${phase.kind}`;
    case 'rejected':
      return phase.message;
    case 'failed':
    case 'charged_back':
      return phase.reason.description === ''
        ? phase.reason.cause
        : `${phase.reason.cause}: ${phase.reason.description}`;
    case 'cancelled':
      return phase.cause;
    default:
      return never(phase);
  }
}

/** Why it failed, was taken back, cancelled or refused, in GoCardless's words and the bank's code; null while nothing is wrong with it. */
export function paymentCause(phase: Phase, facts: PaymentFacts): PaymentCause {
  switch (phase.kind) {
    case 'failed':
    case 'charged_back':
      return { cause: phase.reason.cause, reasonCode: phase.reason.reasonCode ?? null };
    case 'cancelled':
      return { cause: phase.cause, reasonCode: null };
    case 'rejected':
      return { cause: facts.rejection?.reason ?? null, reasonCode: null };
    case 'customer_approval_denied':
      return { cause: phase.kind, reasonCode: null };
    default:
      return { cause: null, reasonCode: null };
  }
}

export interface PaymentCause {
  readonly cause: string | null;
  readonly reasonCode: string | null;
}

/** A payment's status in GoCardless's words, or `requested` or `rejected` before it. */
export const PAYMENT_STATUSES = [
  'requested',
  'rejected',
  'pending_customer_approval',
  'customer_approval_denied',
  'pending_submission',
  'submitted',
  'confirmed',
  'paid_out',
  'failed',
  'charged_back',
  'cancelled',
] as const;

export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export function paymentStatus(phase: Phase): PaymentStatus {
  return phase.kind === 'awaiting_gocardless' ? 'requested' : phase.kind;
}

/**
 * Whether the status that GoCardless gives a payment contradicts its facts. A chargeback that is cancelled takes us back to just before it,
 * because its money is ours again; GoCardless has the payment confirmed then, until it is paid out once more.
 */
export function contradicts(facts: PaymentFacts, gocardlessStatus: string): boolean {
  if (paymentStatus(lifecycleOf(facts).phase) === gocardlessStatus) return false;
  return gocardlessStatus !== 'confirmed' || statusFactsOf(facts).at(-1)?.type !== 'ChargebackCancelled';
}
