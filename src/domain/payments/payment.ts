import { type References } from '../shared/event';
import { decided, type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { isProcessed } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import {
  type AwaitPayment,
  isAwaited,
  type MatchAwaited,
  matchAwaited,
  type ReleaseAwaited,
  releaseAwaited,
} from './awaited-payment';
import {
  adopt,
  type AdoptPayment,
  bind,
  type BindPayment,
  type ReadChargeDate,
  readChargeDate,
  type RejectSubmission,
  rejectSubmission,
} from './bind-payment';
import { type PaymentRequestAnswered, type PaymentRequested } from './events';
import { type PaymentEvent } from '../event-groups';
import { type PaymentFacts, isAtGoCardless } from './facts';
import { contradicts, paymentStatus } from './flags-table';
import { identify, type IdentifyPayment } from './identify-payment';
import { lifecycleOf } from './lifecycle';
import { observe, type ObserveGoCardlessEvents, type ObserveRefund, observeRefund } from './observe-payment';
import { evolvePayment, NOTHING, type PaymentState } from './payment-state';
import {
  type RequestCancellation,
  requestCancellation,
  type RequestRefund,
  requestRefund,
  type RequestRetry,
  requestRetry,
  supersede,
  type SupersedePayment,
} from './request-of-gocardless';

export type { GoCardlessPaymentReading } from './bind-payment';
export type { PaymentState } from './payment-state';

export type PaymentCommand =
  | { readonly type: 'RequestPayment'; readonly request: PaymentRequested['data'] }
  | AwaitPayment
  | ReleaseAwaited
  | MatchAwaited
  | AdoptPayment
  | BindPayment
  | ReadChargeDate
  | RejectSubmission
  | { readonly type: 'NoteConflict'; readonly gocardlessPaymentId: string }
  | ObserveGoCardlessEvents
  | ObserveRefund
  | RequestCancellation
  | RequestRetry
  | RequestRefund
  | { readonly type: 'AnswerRequest'; readonly answer: PaymentRequestAnswered['data'] }
  | SupersedePayment
  | NoteDifference
  | { readonly type: 'AcceptPayment'; readonly by: 'collector' | 'system' }
  | IdentifyPayment;

interface NoteDifference {
  readonly type: 'NoteDifference';
  readonly gocardlessStatus: string;
}

/** Of what GoCardless observed, each event is a cause of its own. */
const OBSERVED: readonly PaymentCommand['type'][] = ['ObserveGoCardlessEvents', 'ObserveRefund'];

function decide(command: Issued<PaymentCommand>, state: PaymentState): Decision<PaymentEvent> {
  const { facts } = state;
  if (!OBSERVED.includes(command.type) && isProcessed(state, command)) return NOTHING;
  if (facts === null) return decideBeginning(command);
  switch (command.type) {
    case 'RequestPayment':
      return isAwaited(facts) ? [decided(command, { type: 'PaymentRequested', data: command.request })] : NOTHING;
    case 'AwaitPayment':
    case 'AdoptPayment':
      return NOTHING;
    case 'ReleaseAwaited':
      return releaseAwaited(command, facts);
    case 'MatchAwaited':
      return matchAwaited(command, facts);
    case 'BindPayment':
      return bind(command, facts);
    case 'ReadChargeDate':
      return readChargeDate(command, facts);
    case 'RejectSubmission':
      return rejectSubmission(command, facts);
    case 'NoteConflict':
      return isAtGoCardless(facts) || facts.rejection !== null
        ? []
        : [
            decided(command, {
              type: 'PaymentSubmissionConflicted',
              data: { gocardlessPaymentId: command.gocardlessPaymentId },
            }),
          ];
    case 'ObserveGoCardlessEvents':
      return observe(command.events, command.rules, state);
    case 'ObserveRefund':
      return observeRefund(command, state);
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

function decideBeginning(command: Issued<PaymentCommand>): Decision<PaymentEvent> {
  switch (command.type) {
    case 'RequestPayment':
      return [decided(command, { type: 'PaymentRequested', data: command.request })];
    case 'AwaitPayment':
      return [decided(command, { type: 'PaymentAwaited', data: command.awaited })];
    case 'AdoptPayment':
      return adopt(command);
    default:
      return refuse('not_found', 'There is no such payment.');
  }
}

function noteDifference(command: Issued<NoteDifference>, facts: PaymentFacts): Decision<PaymentEvent> {
  const { gocardlessStatus } = command;
  if (!contradicts(facts, gocardlessStatus)) return NOTHING;
  const status = paymentStatus(lifecycleOf(facts).phase);
  return [decided(command, { type: 'PaymentStatusDiffered', data: { gocardlessStatus, status } })];
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
 * it requires in the same append.
 */
export const paymentDecider: Decider<string, PaymentState, PaymentCommand, PaymentEvent> = {
  streamOf: streams.payment,
  initial: { facts: null, posted: [], refundRequests: [], processedCauseIds: [] },
  evolve: evolvePayment,
  decide,
  references,
};
