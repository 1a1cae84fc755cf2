import { type Decision, refuse } from '../shared/decider';
import { type PaymentAwaited } from './events';
import { type PaymentEvent } from '../event-groups';
import { isAtGoCardless, type PaymentFacts } from './facts';
import { type Caused, decided, NOTHING } from './payment-state';

/** A row of a file becomes a payment that GoCardless is to show. */
export type AwaitPayment = Caused & { readonly type: 'AwaitPayment'; readonly awaited: PaymentAwaited['data'] };

/** The row was given up. */
export type ReleaseAwaited = Caused & { readonly type: 'ReleaseAwaited' };

/** Staff take an adopted payment for what the row was to be. */
export type MatchAwaited = Caused & { readonly type: 'MatchAwaited'; readonly matchedTo: string };

/** A row of a file that GoCardless has not shown yet and that nobody gave up. */
export function isAwaited(facts: PaymentFacts): boolean {
  const { beginning, released, matchedTo } = facts;
  return beginning === 'awaited' && !isAtGoCardless(facts) && !released && matchedTo === null;
}

export function releaseAwaited(command: ReleaseAwaited, facts: PaymentFacts): Decision<PaymentEvent> {
  return isAwaited(facts) ? [decided(command, { type: 'AwaitedPaymentReleased', data: {} })] : NOTHING;
}

export function matchAwaited(command: MatchAwaited, facts: PaymentFacts): Decision<PaymentEvent> {
  if (facts.matchedTo === command.matchedTo) return NOTHING;
  return isAwaited(facts)
    ? [decided(command, { type: 'AwaitedPaymentMatched', data: { matchedTo: command.matchedTo } })]
    : refuse('not_awaited', 'This row is not waiting for GoCardless any more.');
}
