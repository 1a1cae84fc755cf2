import { type Happened } from '../shared/event';
import { type StateMachine } from '../shared/fact-order';
import { type GoCardlessMandateFact, type MandateStatus, type MandateStatusAction } from './events';

/** Facts that have a place in the order; a request to ask the bank again stands outside it. */
export type MandateStatusFact = Extract<
  Happened<GoCardlessMandateFact>,
  { type: 'MandateStatusChanged' | 'MandateReplaced' | 'MandateTransferred' }
>;

export function isMandateStatusFact(fact: Happened<GoCardlessMandateFact>): fact is MandateStatusFact {
  return fact.type !== 'MandateResubmissionRequested';
}

export type MandateStep = MandateStatusAction | 'replaced' | 'transferred';

/** What GoCardless calls the fact. */
export function stepOf(fact: MandateStatusFact): MandateStep {
  switch (fact.type) {
    case 'MandateStatusChanged':
      return fact.data.action;
    case 'MandateReplaced':
      return 'replaced';
    case 'MandateTransferred':
      return 'transferred';
  }
}

/** In the order of their ranks. */
const STEPS: readonly MandateStep[] = [
  'created',
  'customer_approval_granted',
  'customer_approval_skipped',
  'submitted',
  'active',
  'reinstated',
  'transferred',
  'suspended_by_payer',
  'blocked',
  'failed',
  'expired',
  'consumed',
  'cancelled',
  'replaced',
];

const LIVE: readonly MandateStatus[] = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
];

/** Statuses from which GoCardless itself takes each step. */
const ALLOWED_FROM: Readonly<Record<MandateStep, readonly MandateStatus[]>> = {
  created: ['pending_customer_approval', 'pending_submission'],
  customer_approval_granted: ['pending_customer_approval'],
  customer_approval_skipped: ['pending_customer_approval'],
  // Again after a transfer, and after a resubmission of one that had ended.
  submitted: ['pending_submission', 'active', 'cancelled', 'expired'],
  active: ['submitted'],
  reinstated: ['submitted', 'cancelled'],
  transferred: ['active'],
  suspended_by_payer: ['active'],
  blocked: LIVE,
  failed: ['pending_submission', 'submitted'],
  expired: ['active'],
  consumed: ['active'],
  cancelled: LIVE,
  replaced: ['active'],
};

const LEADS_TO: Readonly<Record<MandateStep, MandateStatus | null>> = {
  // Either of two statuses; the event does not say which.
  created: null,
  customer_approval_granted: 'pending_submission',
  customer_approval_skipped: 'pending_submission',
  submitted: 'submitted',
  active: 'active',
  reinstated: 'active',
  transferred: null,
  suspended_by_payer: 'suspended_by_payer',
  blocked: 'blocked',
  failed: 'failed',
  expired: 'expired',
  consumed: 'consumed',
  cancelled: 'cancelled',
  replaced: 'cancelled',
};

/** The status that a fact by itself leads to, or null where it leaves the status as it was. */
export function statusAfter(fact: MandateStatusFact): MandateStatus | null {
  return LEADS_TO[stepOf(fact)];
}

/** GoCardless's table of a mandate's transitions, used to order facts of one instant. */
export function mandateMachine(
  start: 'pending_submission' | 'pending_customer_approval',
): StateMachine<MandateStatus, MandateStatusFact> {
  return {
    start,
    rank: (fact) => STEPS.indexOf(stepOf(fact)),
    allows: (status, fact) => ALLOWED_FROM[stepOf(fact)].includes(status),
    next: (status, fact) => statusAfter(fact) ?? status,
  };
}
