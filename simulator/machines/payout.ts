/** Statuses of a payout; one in a foreign currency stays pending until its rate is confirmed. */
export type PayoutStatus = 'pending' | 'paid' | 'bounced';

export type PayoutAction = 'paid' | 'fx_rate_confirmed' | 'bounced' | 'paid_again';

export const PAYOUT_TRANSITIONS: readonly (readonly [PayoutStatus, PayoutAction, PayoutStatus])[] = [
  ['pending', 'paid', 'paid'],
  ['pending', 'fx_rate_confirmed', 'paid'],
  ['paid', 'bounced', 'bounced'],
  ['bounced', 'paid_again', 'paid'],
];

/** The status after the action, or nothing when the action is impossible there. */
export function nextPayoutStatus(from: PayoutStatus, action: PayoutAction): PayoutStatus | undefined {
  return PAYOUT_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
