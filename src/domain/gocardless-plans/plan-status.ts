import { compareText } from '../shared/fact-order';
import { type PlanAction } from './events';

/** What each action says of whether the plan goes on collecting; null where it says nothing. In the order of their ranks. */
const GOES_ON: Readonly<Record<PlanAction, boolean | null>> = {
  created: true,
  customer_approval_granted: true,
  payment_created: null,
  amended: null,
  scheduled_pause: null,
  scheduled_pause_cancelled: null,
  scheduled_resume: null,
  // What pauses, or has met an error, may go on.
  paused: true,
  errored: true,
  resumed: true,
  customer_approval_denied: false,
  creation_failed: false,
  finished: false,
  completed: false,
  cancelled: false,
};
const RANKS = Object.keys(GOES_ON);

const ENDED: readonly string[] = ['customer_approval_denied', 'creation_failed', 'finished', 'completed', 'cancelled'];

/** What is known of a plan. Plain JSON, so that a read model can keep it. */
export interface PlanFacts {
  /** The status that GoCardless showed when the plan was read; null before. It counts while no action is known that says more. */
  readonly status: string | null;
  readonly observed: readonly PlanFact[];
}

export interface PlanFact {
  readonly action: PlanAction;
  readonly effectiveAt: string;
  readonly causationId: string;
}

/** Whether GoCardless may still collect by it, from the set of its facts alone: arrival plays no part. */
export function isLivePlan({ status, observed }: PlanFacts): boolean {
  const ordered = [...observed].sort(
    (a, b) =>
      compareText(a.effectiveAt, b.effectiveAt) ||
      RANKS.indexOf(a.action) - RANKS.indexOf(b.action) ||
      compareText(a.causationId, b.causationId),
  );
  const last = ordered.map(({ action }) => GOES_ON[action]).findLast((goesOn) => goesOn !== null);
  return last ?? (status !== null && !ENDED.includes(status));
}
