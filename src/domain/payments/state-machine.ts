import { type Happened } from '../shared/event';
import { type StateMachine } from '../shared/fact-order';
import { type GoCardlessPaymentFact } from './events';

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

/** Facts that change the status; settled, surcharge and refund facts stand outside it. */
export type StatusFact = Extract<Happened<GoCardlessPaymentFact>, { type: (typeof STATUS_FACT_TYPES)[number] }>;

/** In the order of their ranks. */
const STATUS_FACT_TYPES = [
  'PaymentCreated',
  'PaymentApprovalGranted',
  'PaymentApprovalDenied',
  'PaymentSubmittedToBank',
  'PaymentConfirmed',
  'PaymentPaidOut',
  'PaymentFailed',
  'PaymentChargedBack',
  'ChargebackCancelled',
  'PaymentResubmissionRequested',
  'PaymentCancelled',
] as const satisfies readonly GoCardlessPaymentFact['type'][];

export function isStatusFact(fact: Happened<GoCardlessPaymentFact>): fact is StatusFact {
  return STATUS_FACT_TYPES.some((type) => type === fact.type);
}

/** Statuses from which GoCardless itself takes each step. */
const ALLOWED_FROM: Readonly<Record<StatusFact['type'], readonly GoCardlessPaymentStatus[]>> = {
  PaymentCreated: ['pending_submission', 'pending_customer_approval'],
  PaymentApprovalGranted: ['pending_customer_approval'],
  PaymentApprovalDenied: ['pending_customer_approval'],
  PaymentSubmittedToBank: ['pending_submission'],
  PaymentConfirmed: ['submitted'],
  PaymentPaidOut: ['confirmed'],
  PaymentFailed: ['submitted', 'confirmed', 'paid_out'],
  PaymentChargedBack: ['confirmed', 'paid_out'],
  ChargebackCancelled: ['charged_back'],
  PaymentResubmissionRequested: ['failed'],
  PaymentCancelled: ['pending_submission', 'submitted'],
};

const LEADS_TO: Readonly<Record<StatusFact['type'], GoCardlessPaymentStatus | null>> = {
  PaymentCreated: null,
  PaymentApprovalGranted: 'pending_submission',
  PaymentApprovalDenied: 'customer_approval_denied',
  PaymentSubmittedToBank: 'submitted',
  PaymentConfirmed: 'confirmed',
  PaymentPaidOut: 'paid_out',
  PaymentFailed: 'failed',
  PaymentChargedBack: 'charged_back',
  ChargebackCancelled: 'confirmed',
  PaymentResubmissionRequested: 'pending_submission',
  PaymentCancelled: 'cancelled',
};

/** GoCardless's table of a payment's transitions, used to order facts of one instant. */
export function paymentMachine(
  start: 'pending_submission' | 'pending_customer_approval',
): StateMachine<GoCardlessPaymentStatus, StatusFact> {
  return {
    start,
    rank: (fact) => STATUS_FACT_TYPES.indexOf(fact.type),
    allows: (status, fact) => ALLOWED_FROM[fact.type].includes(status),
    next: (status, fact) => LEADS_TO[fact.type] ?? status,
  };
}
