import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type PaymentEvent } from '../event-groups';
import { type PaymentFacts } from './facts';
import { NOTHING, type PaymentState } from './payment-state';
import { type BookRules, documentsFor } from './post-documents';

export interface IdentifyPayment {
  readonly type: 'IdentifyPayment';
  readonly customerId: string;
  readonly rules: BookRules;
}

/** The first who is named counts; documents that were nobody's are corrected and posted anew as the customer's. */
export function identify(
  command: Issued<IdentifyPayment>,
  state: PaymentState,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  if (facts.customerId !== null) {
    return facts.customerId === command.customerId
      ? NOTHING
      : refuse('already_identified', `The payment belongs to customer ${facts.customerId}.`);
  }
  const event = decided<PaymentEvent>(command, { type: 'PaymentIdentified', data: { customerId: command.customerId } });
  const identified: PaymentFacts = { ...facts, identified: true, customerId: command.customerId };
  return [event, ...documentsFor(identified, state.posted, command.rules, { causationId: command.causationId })];
}
