import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type PaymentAwaited } from './events';
import { type PaymentEvent } from '../event-groups';
import { isAtGoCardless, type PaymentFacts } from './facts';
import { NOTHING } from './payment-state';

/** A row of a file becomes a payment that GoCardless is to show. */
export interface AwaitPayment {
  readonly type: 'AwaitPayment';
  readonly awaited: PaymentAwaited['data'];
}

/** The row was given up. */
export interface ReleaseAwaited {
  readonly type: 'ReleaseAwaited';
}

/** Staff take an adopted payment for what the row was to be. */
export interface MatchAwaited {
  readonly type: 'MatchAwaited';
  readonly matchedTo: string;
}

/** A row of a file that GoCardless has not shown yet and that nobody gave up. */
export function isAwaited(facts: PaymentFacts): boolean {
  const { beginning, released, matchedTo } = facts;
  return beginning === 'awaited' && !isAtGoCardless(facts) && !released && matchedTo === null;
}

export function releaseAwaited(command: Issued<ReleaseAwaited>, facts: PaymentFacts): Decision<PaymentEvent> {
  return isAwaited(facts) ? [decided(command, { type: 'AwaitedPaymentReleased', data: {} })] : NOTHING;
}

export function matchAwaited(command: Issued<MatchAwaited>, facts: PaymentFacts): Decision<PaymentEvent> {
  if (facts.matchedTo === command.matchedTo) return NOTHING;
  return isAwaited(facts)
    ? [decided(command, { type: 'AwaitedPaymentMatched', data: { matchedTo: command.matchedTo } })]
    : refuse('not_awaited', 'This row is not waiting for GoCardless any more.');
}
