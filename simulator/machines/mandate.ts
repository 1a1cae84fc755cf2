/** Statuses of a mandate and the event actions that move it; every move that is not listed is impossible. */
export const MANDATE_STATUSES = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
  'failed',
  'cancelled',
  'expired',
  'consumed',
  'blocked',
] as const;

export type MandateStatus = (typeof MANDATE_STATUSES)[number];

export const MANDATE_ACTIONS = [
  'customer_approval_granted',
  'customer_approval_skipped',
  'submitted',
  'active',
  'failed',
  'cancelled',
  'expired',
  'transferred',
  'replaced',
  'consumed',
  'blocked',
  'suspended_by_payer',
  'resubmission_requested',
  'reinstated',
] as const;

export type MandateAction = (typeof MANDATE_ACTIONS)[number];

const LIVE_MANDATE_STATUSES = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
] as const satisfies readonly MandateStatus[];

const fromLive = (action: MandateAction, to: MandateStatus) =>
  LIVE_MANDATE_STATUSES.map((from) => [from, action, to] as const);

export const MANDATE_TRANSITIONS: readonly (readonly [MandateStatus, MandateAction, MandateStatus])[] = [
  ['pending_customer_approval', 'customer_approval_granted', 'pending_submission'],
  ['pending_customer_approval', 'customer_approval_skipped', 'pending_submission'],
  ['pending_submission', 'submitted', 'submitted'],
  ['submitted', 'active', 'active'],
  ['pending_submission', 'failed', 'failed'],
  ['submitted', 'failed', 'failed'],
  ...fromLive('cancelled', 'cancelled'),
  ...fromLive('blocked', 'blocked'),
  ['active', 'expired', 'expired'],
  ['active', 'transferred', 'active'],
  ['active', 'replaced', 'cancelled'],
  ['active', 'consumed', 'consumed'],
  ['active', 'suspended_by_payer', 'suspended_by_payer'],
  ['suspended_by_payer', 'reinstated', 'active'],
  // A transfer may send the mandate to the banks again.
  ['active', 'resubmission_requested', 'pending_submission'],
  ['cancelled', 'resubmission_requested', 'pending_submission'],
  ['expired', 'resubmission_requested', 'pending_submission'],
  ['submitted', 'reinstated', 'active'],
  ['cancelled', 'reinstated', 'active'],
];

export function isMandateAction(text: string): text is MandateAction {
  const actions: readonly string[] = MANDATE_ACTIONS;
  return actions.includes(text);
}

export function isLiveMandateStatus(status: MandateStatus): boolean {
  const live: readonly MandateStatus[] = LIVE_MANDATE_STATUSES;
  return live.includes(status);
}

/** The status after the action, or nothing when the action is impossible there. */
export function nextMandateStatus(from: MandateStatus, action: MandateAction): MandateStatus | undefined {
  return MANDATE_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
