import { type Happened } from '../shared/event';
import { type StateMachine } from '../shared/fact-order';
import { type MandateStatus, type MandateStatusAction } from './events';
import { type GoCardlessMandateFact } from '../event-groups';

/** Facts that have a place in the order; a request to ask the bank again stands outside it. */
export type MandateStatusFact = Exclude<Happened<GoCardlessMandateFact>, { type: 'MandateResubmissionRequested' }>;

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

const LIVE: readonly MandateStatus[] = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
];

interface Step {
  /** Statuses from which GoCardless itself takes the step. */
  readonly from: readonly MandateStatus[];
  /** Null leaves the status as it was. */
  readonly to: MandateStatus | null;
}

/** GoCardless's table of a mandate's transitions, in the order of their ranks. */
const STEPS: Readonly<Record<MandateStep, Step>> = {
  // Either of two statuses; the event does not say which.
  created: { from: ['pending_customer_approval', 'pending_submission'], to: null },
  customer_approval_granted: { from: ['pending_customer_approval'], to: 'pending_submission' },
  customer_approval_skipped: { from: ['pending_customer_approval'], to: 'pending_submission' },
  // Again after a transfer, and after a resubmission of one that had ended.
  submitted: { from: ['pending_submission', 'active', 'cancelled', 'expired'], to: 'submitted' },
  active: { from: ['submitted'], to: 'active' },
  reinstated: { from: ['submitted', 'cancelled'], to: 'active' },
  transferred: { from: ['active'], to: null },
  suspended_by_payer: { from: ['active'], to: 'suspended_by_payer' },
  blocked: { from: LIVE, to: 'blocked' },
  failed: { from: ['pending_submission', 'submitted'], to: 'failed' },
  expired: { from: ['active'], to: 'expired' },
  consumed: { from: ['active'], to: 'consumed' },
  cancelled: { from: LIVE, to: 'cancelled' },
  replaced: { from: ['active'], to: 'cancelled' },
};
const RANKS = Object.keys(STEPS);

/** The status that a fact by itself leads to, or null where it leaves the status as it was. */
export function statusAfter(fact: MandateStatusFact): MandateStatus | null {
  return STEPS[stepOf(fact)].to;
}

/** Used to order facts of one instant. */
export function mandateMachine(
  start: 'pending_submission' | 'pending_customer_approval',
): StateMachine<MandateStatus, MandateStatusFact> {
  return {
    start,
    rank: (fact) => RANKS.indexOf(stepOf(fact)),
    allows: (status, fact) => STEPS[stepOf(fact)].from.includes(status),
    next: (status, fact) => statusAfter(fact) ?? status,
  };
}
