/** Statuses of a subscription and the event actions that move it; every move that is not listed is impossible. */
export type SubscriptionStatus =
  'pending_customer_approval' | 'customer_approval_denied' | 'active' | 'finished' | 'cancelled' | 'paused';

export type SubscriptionAction =
  'customer_approval_granted' | 'customer_approval_denied' | 'finished' | 'cancelled' | 'paused' | 'resumed';

export const SUBSCRIPTION_TRANSITIONS: readonly (readonly [
  SubscriptionStatus,
  SubscriptionAction,
  SubscriptionStatus,
])[] = [
  ['pending_customer_approval', 'customer_approval_granted', 'active'],
  ['pending_customer_approval', 'customer_approval_denied', 'customer_approval_denied'],
  ['pending_customer_approval', 'cancelled', 'cancelled'],
  ['active', 'paused', 'paused'],
  ['active', 'finished', 'finished'],
  ['active', 'cancelled', 'cancelled'],
  ['paused', 'resumed', 'active'],
  ['paused', 'finished', 'finished'],
  ['paused', 'cancelled', 'cancelled'],
];

/** The status after the action, or nothing when the action is impossible there. */
export function nextSubscriptionStatus(
  from: SubscriptionStatus,
  action: SubscriptionAction,
): SubscriptionStatus | undefined {
  return SUBSCRIPTION_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
