import { type Happened } from '../shared/event';
import { orderFacts } from '../shared/fact-order';
import { type MandateStatus } from './events';
import { type MandateObstacle } from './obstacle';
import { type GoCardlessMandateFact } from '../event-groups';
import { isMandateStatusFact, mandateMachine, type MandateStatusFact, statusAfter, stepOf } from './state-machine';

/** What a mandate's status is computed from. */
export interface MandateFacts {
  /** The status that GoCardless showed when the mandate was last linked, or null. */
  readonly snapshot: MandateStatus | null;
  readonly observed: readonly Happened<GoCardlessMandateFact>[];
  /** Why it can not be used here though it lives, or null. */
  readonly obstacle: MandateObstacle | null;
}

export interface MandateView {
  /** `unknown` while GoCardless has said nothing that a status follows from. */
  readonly status: MandateStatus | 'unknown';
  /** Whether payments may be made on it; `pending_customer_approval` is, and is shown as "awaiting approval". */
  readonly usable: boolean;
  /** GoCardless's cause of that status, for example `bank_account_closed`; null for a snapshot's. */
  readonly cause: string | null;
  /** The mandate that took its place, or null. */
  readonly newMandateId: string | null;
  /** Why it can not be used here though it lives, or null. */
  readonly obstacle: MandateObstacle | null;
}

/** What each status means for payments; `unknown` while GoCardless has said nothing. */
const MEANS: Readonly<Record<MandateStatus | 'unknown', 'usable' | 'dead' | 'not_known'>> = {
  pending_customer_approval: 'usable',
  pending_submission: 'usable',
  submitted: 'usable',
  active: 'usable',
  suspended_by_payer: 'dead',
  failed: 'dead',
  cancelled: 'dead',
  expired: 'dead',
  consumed: 'dead',
  blocked: 'dead',
  unknown: 'not_known',
};

/** A status that GoCardless has added since is not usable. */
export function isUsable(status: MandateStatus | 'unknown'): boolean {
  return MEANS[status] === 'usable';
}

/** Where a mandate stands, from the set of its facts alone: arrival plays no part. */
export function mandateView({ snapshot, observed, obstacle }: MandateFacts): MandateView {
  const facts = observed.filter(isMandateStatusFact);
  const ordered = orderFacts(
    facts,
    mandateMachine(needsApproval(facts) ? 'pending_customer_approval' : 'pending_submission'),
  );
  const last = ordered.findLast((fact) => statusAfter(fact) !== null);
  const status = (last && statusAfter(last)) ?? snapshot ?? statusWhenNew(ordered);
  const replaced = ordered.findLast((fact) => fact.type === 'MandateReplaced');
  return {
    status,
    usable: isUsable(status) && obstacle === null,
    cause: last?.data.cause ?? null,
    newMandateId: replaced?.data.newMandateId ?? null,
    obstacle,
  };
}

/** No event says that a second signature is waited for, only that it came or was not needed. */
function needsApproval(facts: readonly MandateStatusFact[]): boolean {
  return facts.some((fact) => ['customer_approval_granted', 'customer_approval_skipped'].includes(stepOf(fact)));
}

function statusWhenNew(facts: readonly MandateStatusFact[]): MandateStatus | 'unknown' {
  return facts.some((fact) => stepOf(fact) === 'created') ? 'pending_submission' : 'unknown';
}

/** The mark of open scheduled payments whose mandate has ended, for example `mandate_cancelled`, or can not be used here; else null. */
export function deadMark({ status, obstacle }: Pick<MandateView, 'status' | 'obstacle'>): string | null {
  if (obstacle !== null) return obstacle;
  return MEANS[status] === 'dead' ? `mandate_${status}` : null;
}

/**
 * The mandate at the end of the replacement chain. Resolved whenever it is read or sent; nothing is ever moved from one mandate to
 * another. A chain that runs in a circle ends before the first mandate that would come twice.
 *
 * @param lookup the view of a mandate, or undefined for one that nothing is known of: the chain ends with it
 */
export function effectiveMandate(
  mandateId: string,
  lookup: (mandateId: string) => Pick<MandateView, 'newMandateId'> | undefined,
): string {
  const seen = new Set<string>();
  let current = mandateId;
  for (;;) {
    seen.add(current);
    const next = lookup(current)?.newMandateId ?? null;
    if (next === null || seen.has(next)) return current;
    current = next;
  }
}
