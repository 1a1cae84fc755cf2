import { evolvePosted, type PostedDocument } from '../accounting/settle-documents';
import { type Decided, type Happened, type References } from '../shared/event';
import { type Decider, type Decision, never, refuse } from '../shared/decider';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import {
  type AdoptionSuspicion,
  type GoCardlessPaymentFact,
  type PaymentAwaited,
  type PaymentEvent,
  type PaymentRequested,
  type PaymentRequestAnswered,
  type PaymentSubmissionRejected,
} from './events';
import { evolveFacts, isAtGoCardless, type PaymentFacts } from './facts';
import { contradicts, paymentStatus } from './flags-table';
import { paymentFactFrom } from './gocardless-facts';
import { attemptOutcome, lifecycleOf } from './lifecycle';
import { type BookRules, documentsFor } from './post-documents';
import { evolveRefundRequests, type RefundRequest, refundsUnanswered } from './refund-requests';

export interface PaymentState {
  /** Null before the payment begins. */
  readonly facts: PaymentFacts | null;
  readonly posted: readonly PostedDocument[];
  readonly refundRequests: readonly RefundRequest[];
  /** Causes that were processed: deciding the same again changes nothing. */
  readonly processedCauseIds: readonly string[];
}

/** What GoCardless says of a payment itself, in an answer or when it is fetched: these few fields become facts, nothing else. */
export interface GoCardlessPaymentReading {
  readonly gocardlessPaymentId: string;
  readonly mandateId: string;
  readonly creditorId: string;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: string;
  readonly chargeDate: string | null;
  readonly status: string;
}

interface Caused {
  /** The command's id, or the GoCardless event's. */
  readonly causationId: string;
  readonly at: string;
}

export type PaymentCommand =
  | (Caused & { readonly type: 'RequestPayment'; readonly request: PaymentRequested['data'] })
  | (Caused & { readonly type: 'AwaitPayment'; readonly awaited: PaymentAwaited['data'] })
  | (Caused & { readonly type: 'ReleaseAwaited' })
  | (Caused & { readonly type: 'MatchAwaited'; readonly matchedTo: string })
  | (Caused & {
      readonly type: 'AdoptPayment';
      readonly paymentId: string;
      readonly connectionId: string;
      readonly customerId: string | null;
      readonly reading: GoCardlessPaymentReading;
      readonly suspicion: AdoptionSuspicion | null;
    })
  | (Caused & { readonly type: 'BindPayment'; readonly reading: GoCardlessPaymentReading })
  | (Caused & { readonly type: 'ReadChargeDate'; readonly chargeDate: string })
  | (Caused & { readonly type: 'RejectSubmission'; readonly rejection: PaymentSubmissionRejected['data'] })
  | { readonly type: 'ObserveGoCardlessEvents'; readonly events: readonly GoCardlessEvent[]; readonly rules: BookRules }
  | {
      readonly type: 'ObserveRefund';
      readonly fact: Extract<GoCardlessPaymentFact, { type: 'RefundSettled' | 'RefundReturned' }>;
      readonly eventId: string;
      readonly createdAt: string;
      readonly rules: BookRules;
    }
  | (Caused & { readonly type: 'RequestCancellation' })
  | (Caused & { readonly type: 'RequestRetry' })
  | (Caused & {
      readonly type: 'RequestRefund';
      readonly amount: number;
      /** What GoCardless says has been refunded of the payment, whoever asked for it. */
      readonly refundedBefore: number;
      readonly idempotencyKey: string;
    })
  | (Caused & { readonly type: 'AnswerRequest'; readonly answer: PaymentRequestAnswered['data'] })
  | (Caused & { readonly type: 'SupersedePayment'; readonly byPaymentId: string })
  | (Caused & { readonly type: 'NoteDifference'; readonly gocardlessStatus: string })
  | (Caused & { readonly type: 'AcceptPayment'; readonly by: 'collector' | 'system' })
  | (Caused & { readonly type: 'IdentifyPayment'; readonly customerId: string; readonly rules: BookRules });

/** GoCardless retries one payment at most this often. */
export const RETRY_LIMIT = 3;

const NOTHING: readonly Decided<PaymentEvent>[] = [];

function evolve(before: PaymentState, event: Happened<PaymentEvent>): PaymentState {
  const processedCauseIds = before.processedCauseIds.includes(event.causationId)
    ? before.processedCauseIds
    : [...before.processedCauseIds, event.causationId];
  const state = { ...before, processedCauseIds };
  return event.type === 'DocumentPosted' || event.type === 'CorrectionPosted'
    ? { ...state, posted: evolvePosted(state.posted, event) }
    : {
        ...state,
        facts: evolveFacts(state.facts, event),
        refundRequests: evolveRefundRequests(state.refundRequests, event),
      };
}

function decide(command: PaymentCommand, state: PaymentState): Decision<PaymentEvent> {
  const { facts } = state;
  if ('causationId' in command && state.processedCauseIds.includes(command.causationId)) return NOTHING;
  if (facts === null) return decideBeginning(command);
  switch (command.type) {
    case 'RequestPayment':
      return isAwaited(facts) ? [decided(command, { type: 'PaymentRequested', data: command.request })] : NOTHING;
    case 'AwaitPayment':
    case 'AdoptPayment':
      return NOTHING;
    case 'ReleaseAwaited':
      return isAwaited(facts) ? [decided(command, { type: 'AwaitedPaymentReleased', data: {} })] : NOTHING;
    case 'MatchAwaited':
      return matchAwaited(command, facts);
    case 'BindPayment':
      return bind(command, facts);
    case 'ReadChargeDate':
      return command.chargeDate === facts.chargeDate
        ? NOTHING
        : [decided(command, { type: 'PaymentChargeDateRead', data: { chargeDate: command.chargeDate } })];
    case 'RejectSubmission':
      // Any fact of GoCardless outranks a rejection.
      return isAtGoCardless(facts)
        ? NOTHING
        : [decided(command, { type: 'PaymentSubmissionRejected', data: command.rejection })];
    case 'ObserveGoCardlessEvents':
      return observe(command.events, command.rules, state);
    case 'ObserveRefund': {
      const { fact, eventId, createdAt } = command;
      return recordFact(fact, { id: eventId, createdAt }, command.rules, state);
    }
    case 'RequestCancellation':
      return requestCancellation(command, facts);
    case 'RequestRetry':
      return requestRetry(command, facts);
    case 'RequestRefund':
      return requestRefund(command, state, facts);
    case 'AnswerRequest':
      return [decided(command, { type: 'PaymentRequestAnswered', data: command.answer })];
    case 'SupersedePayment':
      return supersede(command, facts);
    case 'NoteDifference':
      return noteDifference(command, facts);
    case 'AcceptPayment':
      return facts.accepted === null
        ? [decided(command, { type: 'PaymentAccepted', data: { by: command.by } })]
        : NOTHING;
    case 'IdentifyPayment':
      return identify(command, state, facts);
    default:
      return never(command);
  }
}

function decideBeginning(command: PaymentCommand): Decision<PaymentEvent> {
  switch (command.type) {
    case 'RequestPayment':
      return [decided(command, { type: 'PaymentRequested', data: command.request })];
    case 'AwaitPayment':
      return [decided(command, { type: 'PaymentAwaited', data: command.awaited })];
    case 'AdoptPayment': {
      const { paymentId, connectionId, customerId, reading, suspicion } = command;
      const { mandateId, amount, currency } = reading;
      const adopted = { paymentId, connectionId, customerId, mandateId, amount, currency, suspicion };
      return [
        decided({ ...command, at: reading.createdAt }, { type: 'PaymentAdopted', data: adopted }),
        ...submitted(command, reading),
      ];
    }
    default:
      return refuse('not_found', 'There is no such payment.');
  }
}

/** A row of a file that GoCardless has not shown yet and that nobody gave up. */
export function isAwaited(facts: PaymentFacts): boolean {
  const { beginning, released, matchedTo } = facts;
  return beginning === 'awaited' && !isAtGoCardless(facts) && !released && matchedTo === null;
}

function matchAwaited(
  command: Extract<PaymentCommand, { type: 'MatchAwaited' }>,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  if (facts.matchedTo === command.matchedTo) return NOTHING;
  return isAwaited(facts)
    ? [decided(command, { type: 'AwaitedPaymentMatched', data: { matchedTo: command.matchedTo } })]
    : refuse('not_awaited', 'This row is not waiting for GoCardless any more.');
}

/** Ties the payment to one at GoCardless; the first stays. */
function bind(command: Extract<PaymentCommand, { type: 'BindPayment' }>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { reading } = command;
  if (facts.gocardlessPaymentId === reading.gocardlessPaymentId) return NOTHING;
  if (facts.gocardlessPaymentId !== null) {
    return refuse('bound_to_another', `The payment is ${facts.gocardlessPaymentId} at GoCardless already.`);
  }
  if (facts.matchedTo !== null) {
    return refuse('bound_to_another', `Staff have taken ${facts.matchedTo} for what this payment was to be.`);
  }
  // GoCardless's amount wins for a row of a file; what we asked for ourselves has shares that must add up to it.
  const takesAmount = facts.origin.kind === 'balance_export' || reading.amount === facts.amount;
  if (!takesAmount || reading.currency !== facts.currency) {
    return refuse(
      'differs_from_request',
      `${reading.gocardlessPaymentId} has another amount or currency than was asked for.`,
    );
  }
  return submitted(command, reading);
}

function submitted(cause: Caused, reading: GoCardlessPaymentReading): readonly Decided<PaymentEvent>[] {
  const { gocardlessPaymentId, mandateId, creditorId, amount, currency, createdAt, chargeDate, status } = reading;
  const atCreation = { ...cause, at: createdAt };
  return [
    decided(atCreation, {
      type: 'PaymentSubmitted',
      data: { gocardlessPaymentId, mandateId, creditorId, amount, currency },
    }),
    ...(status === 'pending_customer_approval'
      ? [decided(atCreation, { type: 'PaymentApprovalPending', data: {} })]
      : []),
    ...(chargeDate === null ? [] : [decided(cause, { type: 'PaymentChargeDateRead', data: { chargeDate } })]),
  ];
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
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
    known = recorded.reduce((next, one) => evolve(next, { ...one, recordedAt: one.effectiveAt }), known);
    return recorded;
  });
}

function recordFact(
  fact: GoCardlessPaymentFact,
  { id, createdAt }: Pick<GoCardlessEvent, 'id' | 'createdAt'>,
  rules: BookRules,
  state: PaymentState,
): readonly Decided<PaymentEvent>[] {
  if (state.processedCauseIds.includes(id)) return [];
  const arrival = { causationId: id, gocardlessEventId: id };
  const event: Decided<GoCardlessPaymentFact> = { ...fact, effectiveAt: createdAt, ...arrival };
  const facts = state.facts && evolveFacts(state.facts, { ...event, recordedAt: createdAt });
  return facts === null ? [event] : [event, ...documentsFor(facts, state.posted, rules, arrival)];
}

function requestCancellation(command: Caused, facts: PaymentFacts): Decision<PaymentEvent> {
  const { phase } = lifecycleOf(facts);
  if (phase.kind !== 'pending_submission' && phase.kind !== 'pending_customer_approval') {
    return refuse(
      'cancellation_too_late',
      `GoCardless cancels a payment only before it is submitted; this one is ${phase.kind}.`,
    );
  }
  if (facts.cancellationRequested && facts.cancellationAnswer !== 'refused') return NOTHING;
  return [decided(command, { type: 'PaymentCancellationRequested', data: {} })];
}

function requestRetry(command: Caused, facts: PaymentFacts): Decision<PaymentEvent> {
  const { phase } = lifecycleOf(facts);
  if (facts.retryOf !== null) return NOTHING;
  if (phase.kind !== 'failed' || phase.willRetry || facts.supersededBy !== null) {
    return refuse('retry_not_allowed', 'Only a failed payment that nothing else replaces or retries can be retried.');
  }
  if (facts.retriesRequested >= RETRY_LIMIT) {
    return refuse('retry_limit_reached', `GoCardless retries a payment at most ${RETRY_LIMIT} times.`);
  }
  return [decided(command, { type: 'PaymentRetryRequested', data: { retry: facts.retriesRequested + 1 } })];
}

/** Never more than was collected: what is on its way to GoCardless counts as refunded until it is refused. */
function requestRefund(
  command: Extract<PaymentCommand, { type: 'RequestRefund' }>,
  { refundRequests }: PaymentState,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  const { phase, moneyStands } = lifecycleOf(facts);
  if (!moneyStands && phase.kind !== 'confirmed') {
    return refuse('refund_not_allowed', `Only what was collected can be refunded; this payment is ${phase.kind}.`);
  }
  const { amount, refundedBefore, idempotencyKey } = command;
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    return refuse('validation_failed', 'A refund is a whole number of minor units above zero.', 'amount');
  }
  const totalAmountConfirmation = refundedBefore + refundsUnanswered(refundRequests) + amount;
  if (totalAmountConfirmation > facts.amount) {
    const left = facts.amount - totalAmountConfirmation + amount;
    return refuse('refund_too_large', `At most ${left} of this payment can still be refunded.`, 'amount');
  }
  const data = { amount, totalAmountConfirmation, idempotencyKey };
  return [decided(command, { type: 'RefundRequested', data })];
}

function supersede(
  command: Extract<PaymentCommand, { type: 'SupersedePayment' }>,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  if (facts.supersededBy !== null) return NOTHING;
  if (attemptOutcome(facts, lifecycleOf(facts)) === 'open') {
    return refuse('already_submitted', 'The payment may still be collected; another attempt would charge twice.');
  }
  return [decided(command, { type: 'PaymentSuperseded', data: { byPaymentId: command.byPaymentId } })];
}

function noteDifference(
  command: Extract<PaymentCommand, { type: 'NoteDifference' }>,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  const { gocardlessStatus } = command;
  if (!contradicts(facts, gocardlessStatus)) return NOTHING;
  const status = paymentStatus(lifecycleOf(facts).phase);
  return [decided(command, { type: 'PaymentStatusDiffered', data: { gocardlessStatus, status } })];
}

/** The first who is named counts; documents that were nobody's are corrected and posted anew as the customer's. */
function identify(
  command: Extract<PaymentCommand, { type: 'IdentifyPayment' }>,
  state: PaymentState,
  facts: PaymentFacts,
): Decision<PaymentEvent> {
  if (facts.customerId !== null) {
    return facts.customerId === command.customerId
      ? NOTHING
      : refuse('already_identified', `The payment belongs to customer ${facts.customerId}.`);
  }
  const event = decided(command, { type: 'PaymentIdentified', data: { customerId: command.customerId } });
  const identified: PaymentFacts = { ...facts, identified: true, customerId: command.customerId };
  return [event, ...documentsFor(identified, state.posted, command.rules, { causationId: command.causationId })];
}

function decided<F extends PaymentEvent>({ causationId, at }: Caused, fact: F): Decided<F> {
  return { ...fact, effectiveAt: at, causationId };
}

function references({ facts }: PaymentState): References {
  if (facts === null) return {};
  const { connectionId, customerId, mandateId, paymentId, origin } = facts;
  return {
    connectionId,
    ...(customerId === null ? {} : { customerId }),
    mandateId,
    paymentId,
    ...(origin.kind === 'scheduled_payment'
      ? { salesOrderId: origin.salesOrderId, scheduledPaymentId: origin.scheduledPaymentId }
      : {}),
  };
}

/**
 * One attempt to move money at GoCardless. Intents may be refused; what GoCardless observed never is, and brings the documents that
 * it asks for in the same append.
 */
export const paymentDecider: Decider<PaymentState, PaymentCommand, PaymentEvent> = {
  initial: { facts: null, posted: [], refundRequests: [], processedCauseIds: [] },
  evolve,
  decide,
  references,
};
