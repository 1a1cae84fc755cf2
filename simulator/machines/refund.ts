/** Statuses of a refund and what moves it. Settlement (`refund_settled`) is outside the status: it may come before or after a failure. */
export type RefundStatus =
  'created' | 'pending_submission' | 'submitted' | 'paid' | 'cancelled' | 'bounced' | 'funds_returned';

export type RefundAction = 'submitted' | 'paid' | 'failed' | 'funds_returned';

export const REFUND_TRANSITIONS: readonly (readonly [RefundStatus, RefundAction, RefundStatus])[] = [
  ['created', 'submitted', 'submitted'],
  ['pending_submission', 'submitted', 'submitted'],
  ['submitted', 'paid', 'paid'],
  ['submitted', 'failed', 'bounced'],
  ['paid', 'failed', 'bounced'],
  ['bounced', 'funds_returned', 'funds_returned'],
];

/** The status after the action, or nothing when the action is impossible there. */
export function nextRefundStatus(from: RefundStatus, action: RefundAction): RefundStatus | undefined {
  return REFUND_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
