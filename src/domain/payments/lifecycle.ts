import { never } from '../shared/decider';
import { orderFacts } from '../shared/fact-order';
import { type Reason } from '../mandates/events';
import { isAtGoCardless, type PaymentFacts, settlesDirectly } from './facts';
import { isLate, moneyMovements, postedRun, type MoneyMovement } from './lateness';
import { isStatusFact, paymentMachine, type StatusFact, statusAfter } from './state-machine';

/** Where a payment stands, with what the flags and the message need to know of how it came there. */
export type Phase =
  | { readonly kind: 'awaiting_gocardless' }
  | { readonly kind: 'requested' }
  | { readonly kind: 'rejected'; readonly message: string }
  | { readonly kind: 'pending_customer_approval' }
  | { readonly kind: 'customer_approval_denied' }
  | { readonly kind: 'pending_submission' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'paid_out' }
  | { readonly kind: 'failed'; readonly late: boolean; readonly willRetry: boolean; readonly reason: Reason }
  | { readonly kind: 'charged_back'; readonly reason: Reason }
  | { readonly kind: 'cancelled'; readonly afterError: boolean; readonly cause: string };

export interface Lifecycle {
  readonly phase: Phase;
  readonly movements: readonly MoneyMovement[];
  /** Whether its money has come and is not lost: a receipt stands, stood before the books began, or would if it were for these books. */
  readonly moneyStands: boolean;
  /** The payout of the last paid-out, or null. */
  readonly payoutId: string | null;
}

/** Computes where a payment stands from the set of its facts alone: arrival plays no part. */
export function lifecycleOf(facts: PaymentFacts): Lifecycle {
  const ordered = statusFactsOf(facts);
  const movements = moneyMovements(ordered, settlesDirectly(facts));
  const phase = isAtGoCardless(facts) ? walk(facts, ordered, movements) : phaseBeforeGoCardless(facts);
  const paidOut = ordered.findLast((fact) => fact.type === 'PaymentPaidOut');
  return { phase, movements, moneyStands: postedRun(movements) !== null, payoutId: paidOut?.data.payoutId ?? null };
}

/** The facts that change the status, in their one order. */
export function statusFactsOf(facts: PaymentFacts): readonly StatusFact[] {
  return orderFacts(facts.observed.filter(isStatusFact), paymentMachine(firstPhase(facts).kind));
}

function firstPhase(facts: PaymentFacts) {
  // An answer to the waiting implies it: whether it was read in time must change nothing.
  const answered = facts.observed.some(
    ({ type }) => type === 'PaymentApprovalGranted' || type === 'PaymentApprovalDenied',
  );
  return facts.approvalPending || answered
    ? ({ kind: 'pending_customer_approval' } as const)
    : ({ kind: 'pending_submission' } as const);
}

function phaseBeforeGoCardless(facts: PaymentFacts): Phase {
  if (facts.rejection !== null) return { kind: 'rejected', message: rejectionMessage(facts.rejection) };
  const { released, matchedTo, beginning } = facts;
  if (released || matchedTo !== null) {
    return { kind: 'cancelled', afterError: false, cause: matchedTo === null ? 'cancelled' : 'matched_to' };
  }
  return beginning === 'awaited' ? { kind: 'awaiting_gocardless' } : { kind: 'requested' };
}

function rejectionMessage(rejection: NonNullable<PaymentFacts['rejection']>): string {
  const fields = rejection.errors.map(({ field, message }) => (field === null ? message : `${field} ${message}`));
  return [rejection.reason, ...fields].join('; ');
}

function walk(facts: PaymentFacts, ordered: readonly StatusFact[], movements: readonly MoneyMovement[]): Phase {
  let phase: Phase = firstPhase(facts);
  const beforeChargebacks: Phase[] = [];
  for (const fact of ordered) {
    if (fact.type === 'PaymentChargedBack') beforeChargebacks.push(phase);
    // Flags, status and message return to just before the chargeback that is cancelled.
    phase = fact.type === 'ChargebackCancelled' ? (beforeChargebacks.pop() ?? phase) : step(phase, fact, movements);
  }
  return phase;
}

function step(
  phase: Phase,
  fact: Exclude<StatusFact, { type: 'ChargebackCancelled' }>,
  movements: readonly MoneyMovement[],
): Phase {
  switch (fact.type) {
    case 'PaymentFailed':
      return {
        kind: 'failed',
        late: isLate(fact, movements),
        willRetry: fact.data.willAttemptRetry,
        reason: fact.data,
      };
    case 'PaymentChargedBack':
      return { kind: 'charged_back', reason: fact.data };
    case 'PaymentCancelled':
      return { kind: 'cancelled', afterError: isError(phase), cause: fact.data.cause };
    default: {
      // A status of which nothing more is to be known; the compiler refuses one that needs a case of its own.
      const status = statusAfter(fact.type);
      return status === null ? phase : { kind: status };
    }
  }
}

/** Whether the phase is shown as an error. */
export function isError(phase: Phase): boolean {
  switch (phase.kind) {
    case 'rejected':
    case 'customer_approval_denied':
    case 'failed':
    case 'charged_back':
      return true;
    case 'cancelled':
      return phase.afterError;
    default:
      return false;
  }
}

/** Whether the payment's cash counts in its order's total: submitted and not lost, or its receipt stands. */
export function countsTowardsTotal(facts: PaymentFacts, lifecycle: Lifecycle): boolean {
  const lost = isError(lifecycle.phase) || lifecycle.phase.kind === 'cancelled';
  return isAtGoCardless(facts) && (!lost || lifecycle.moneyStands);
}

/** Whether it may still bring money. What is paid out is no longer under way; what was lost is, when it is tried again. */
export function mayBringMoney({ retryOf }: PaymentFacts, { phase, moneyStands }: Lifecycle): boolean {
  if (moneyStands) return false;
  switch (phase.kind) {
    case 'awaiting_gocardless':
    case 'requested':
    case 'pending_customer_approval':
    case 'pending_submission':
    case 'submitted':
    case 'confirmed':
      return true;
    case 'failed':
      return phase.willRetry || retryOf !== null;
    case 'rejected':
    case 'customer_approval_denied':
    case 'paid_out':
    case 'charged_back':
    case 'cancelled':
      return false;
    default:
      return never(phase);
  }
}

/**
 * Whether another attempt may take its place. `rejected`: GoCardless never had it; `ended`: it will not come back by itself;
 * `open`: anything else.
 */
export function attemptOutcome(facts: PaymentFacts, lifecycle: Lifecycle): 'open' | 'rejected' | 'ended' {
  const { phase } = lifecycle;
  if (phase.kind === 'rejected') return 'rejected';
  if (lifecycle.moneyStands || facts.retryOf !== null) return 'open';
  if (phase.kind === 'failed') return phase.willRetry ? 'open' : 'ended';
  return phase.kind === 'cancelled' || phase.kind === 'customer_approval_denied' ? 'ended' : 'open';
}
