/** Statuses of a payment and the event actions that move it; every move that is not listed is impossible. */
export type PaymentStatus =
  | 'pending_customer_approval'
  | 'pending_submission'
  | 'submitted'
  | 'confirmed'
  | 'paid_out'
  | 'cancelled'
  | 'customer_approval_denied'
  | 'failed'
  | 'charged_back';

export type PaymentAction =
  | 'customer_approval_granted'
  | 'customer_approval_denied'
  | 'cancelled'
  | 'submitted'
  | 'confirmed'
  | 'failed'
  | 'paid_out'
  | 'charged_back'
  | 'chargeback_cancelled'
  | 'resubmission_requested';

export const PAYMENT_TRANSITIONS: readonly (readonly [PaymentStatus, PaymentAction, PaymentStatus])[] = [
  ['pending_customer_approval', 'customer_approval_granted', 'pending_submission'],
  ['pending_customer_approval', 'customer_approval_denied', 'customer_approval_denied'],
  ['pending_customer_approval', 'cancelled', 'cancelled'],
  ['pending_submission', 'cancelled', 'cancelled'],
  ['pending_submission', 'submitted', 'submitted'],
  ['submitted', 'confirmed', 'confirmed'],
  ['submitted', 'failed', 'failed'],
  ['submitted', 'cancelled', 'cancelled'],
  ['confirmed', 'paid_out', 'paid_out'],
  ['confirmed', 'failed', 'failed'],
  ['confirmed', 'charged_back', 'charged_back'],
  ['paid_out', 'failed', 'failed'],
  ['paid_out', 'charged_back', 'charged_back'],
  ['charged_back', 'chargeback_cancelled', 'confirmed'],
  ['failed', 'resubmission_requested', 'pending_submission'],
];

/** Actions that leave the status as it is; they tell what happened to the money. */
export const PAYMENT_NOTICES = [
  'created',
  'late_failure_settled',
  'chargeback_settled',
  'surcharge_fee_debited',
  'sds_settlement_delayed',
] as const;

const PAYMENT_ACTIONS = new Set<string>(PAYMENT_TRANSITIONS.map(([, action]) => action));

export function isPaymentAction(text: string): text is PaymentAction {
  return PAYMENT_ACTIONS.has(text);
}

/** The status after the action, or nothing when the action is impossible there. */
export function nextPaymentStatus(from: PaymentStatus, action: PaymentAction): PaymentStatus | undefined {
  return PAYMENT_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
