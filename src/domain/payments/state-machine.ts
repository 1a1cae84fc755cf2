import { type Happened } from '../shared/event';
import { type StateMachine } from '../shared/fact-order';
import { type GoCardlessPaymentFact } from '../event-groups';

/** A payment's status in GoCardless's words. */
export type GoCardlessPaymentStatus =
  | 'pending_customer_approval'
  | 'customer_approval_denied'
  | 'pending_submission'
  | 'submitted'
  | 'confirmed'
  | 'paid_out'
  | 'failed'
  | 'charged_back'
  | 'cancelled';

interface Step {
  /** Statuses from which GoCardless itself takes the step. */
  readonly from: readonly GoCardlessPaymentStatus[];
  /** Null leaves the status as it was. */
  readonly to: GoCardlessPaymentStatus | null;
  /** Whether it says how the payment went, so that GoCardless's answer is no longer waited for. */
  readonly answers: boolean;
}

/** GoCardless's table of a payment's transitions, in the order of their ranks. Null for facts that stand outside the status: they move money alone. */
const STEPS = {
  PaymentCreated: { from: ['pending_submission', 'pending_customer_approval'], to: null, answers: false },
  PaymentApprovalGranted: { from: ['pending_customer_approval'], to: 'pending_submission', answers: false },
  PaymentApprovalDenied: { from: ['pending_customer_approval'], to: 'customer_approval_denied', answers: true },
  PaymentSubmittedToBank: { from: ['pending_submission'], to: 'submitted', answers: false },
  PaymentConfirmed: { from: ['submitted'], to: 'confirmed', answers: true },
  PaymentPaidOut: { from: ['confirmed'], to: 'paid_out', answers: true },
  PaymentFailed: { from: ['submitted', 'confirmed', 'paid_out'], to: 'failed', answers: true },
  PaymentChargedBack: { from: ['confirmed', 'paid_out'], to: 'charged_back', answers: true },
  ChargebackCancelled: { from: ['charged_back'], to: 'confirmed', answers: false },
  PaymentResubmissionRequested: { from: ['failed'], to: 'pending_submission', answers: false },
  PaymentCancelled: { from: ['pending_submission', 'submitted'], to: 'cancelled', answers: true },
  LateFailureSettled: null,
  ChargebackSettled: null,
  SurchargeFeeDebited: null,
  RefundSettled: null,
  RefundReturned: null,
} as const satisfies Readonly<Record<GoCardlessPaymentFact['type'], Step | null>>;

/** Types of the facts that change the status. */
export type StatusFactType = {
  [T in keyof typeof STEPS]: (typeof STEPS)[T] extends null ? never : T;
}[keyof typeof STEPS];
export type StatusFact = Extract<Happened<GoCardlessPaymentFact>, { type: StatusFactType }>;

// The keys of the table are the types of the facts.
const FACT_TYPES = Object.keys(STEPS) as readonly GoCardlessPaymentFact['type'][];
export const STATUS_FACT_TYPES = FACT_TYPES.filter((type): type is StatusFactType => STEPS[type] !== null);

/** Types of the facts that say how a payment went. */
export const ANSWERING_TYPES = STATUS_FACT_TYPES.filter((type): type is AnsweringType => STEPS[type].answers);
type AnsweringType = {
  [T in StatusFactType]: (typeof STEPS)[T]['answers'] extends true ? T : never;
}[StatusFactType];

export function isStatusFact(fact: Happened<GoCardlessPaymentFact>): fact is StatusFact {
  return STEPS[fact.type] !== null;
}

/** The status that a fact leads to, or null where it leaves the status as it was. */
export function statusAfter<Type extends StatusFactType>(type: Type): (typeof STEPS)[Type]['to'] {
  return STEPS[type].to;
}

/** Used to order facts of one instant. */
export function paymentMachine(
  start: 'pending_submission' | 'pending_customer_approval',
): StateMachine<GoCardlessPaymentStatus, StatusFact> {
  return {
    start,
    rank: ({ type }) => STATUS_FACT_TYPES.indexOf(type),
    allows: (status, { type }) => STEPS[type].from.some((from) => from === status),
    next: (status, { type }) => STEPS[type].to ?? status,
  };
}
