import { type Decided } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type GoCardlessPaymentFact, type PaymentEvent } from '../event-groups';
import { evolveFacts } from './facts';
import { paymentFactFrom } from './gocardless-facts';
import { isProcessed } from '../shared/processed-causes';
import { evolvePayment, type PaymentState } from './payment-state';
import { type BookRules, documentsFor } from './post-documents';

/** What GoCardless observed of the payment. Each event is the cause of its own fact. */
export interface ObserveGoCardlessEvents {
  readonly type: 'ObserveGoCardlessEvents';
  readonly events: readonly GoCardlessEvent[];
  readonly rules: BookRules;
}

/** Money that a refund gave back, or that came back from one. */
export interface ObserveRefund {
  readonly type: 'ObserveRefund';
  readonly fact: Extract<GoCardlessPaymentFact, { type: 'RefundSettled' | 'RefundReturned' }>;
  readonly eventId: string;
  readonly createdAt: string;
  readonly rules: BookRules;
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
export function observe(
  events: readonly GoCardlessEvent[],
  rules: BookRules,
  state: PaymentState,
): readonly Decided<PaymentEvent>[] {
  let known = state;
  return events.flatMap((event) => {
    const fact = paymentFactFrom(event);
    if (fact === null) return [];
    const recorded = recordFact(fact, event, rules, known);
    // Folded as if recorded: `recordedAt` plays no part in deciding.
    known = recorded.reduce((next, one) => evolvePayment(next, { ...one, recordedAt: one.effectiveAt }), known);
    return recorded;
  });
}

export function observeRefund(
  { fact, eventId, createdAt, rules }: ObserveRefund,
  state: PaymentState,
): readonly Decided<PaymentEvent>[] {
  return recordFact(fact, { id: eventId, createdAt }, rules, state);
}

function recordFact(
  fact: GoCardlessPaymentFact,
  { id, createdAt }: Pick<GoCardlessEvent, 'id' | 'createdAt'>,
  rules: BookRules,
  state: PaymentState,
): readonly Decided<PaymentEvent>[] {
  const arrival = { causationId: id, gocardlessEventId: id };
  if (isProcessed(state, arrival)) return [];
  const event: Decided<GoCardlessPaymentFact> = { ...fact, effectiveAt: createdAt, ...arrival };
  const facts = state.facts && evolveFacts(state.facts, { ...event, recordedAt: createdAt });
  return facts === null ? [event] : [event, ...documentsFor(facts, state.posted, rules, arrival)];
}
