export type BillingRequestStatus = 'pending' | 'ready_to_fulfil' | 'fulfilling' | 'fulfilled' | 'cancelled';

export type BillingRequestAction = 'ready' | 'fulfil_started' | 'fulfilled' | 'cancelled';

export const BILLING_REQUEST_TRANSITIONS: readonly (readonly [
  BillingRequestStatus,
  BillingRequestAction,
  BillingRequestStatus,
])[] = [
  ['pending', 'ready', 'ready_to_fulfil'],
  ['ready_to_fulfil', 'fulfil_started', 'fulfilling'],
  ['fulfilling', 'fulfilled', 'fulfilled'],
  ['pending', 'cancelled', 'cancelled'],
  ['ready_to_fulfil', 'cancelled', 'cancelled'],
];

/** The status after the action, or nothing when the action is impossible there. */
export function nextBillingRequestStatus(
  from: BillingRequestStatus,
  action: BillingRequestAction,
): BillingRequestStatus | undefined {
  return BILLING_REQUEST_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
