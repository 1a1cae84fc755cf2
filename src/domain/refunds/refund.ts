import { evolvePosted, type PostedDocument } from '../accounting/settle-documents';
import {
  decideWaiting,
  evolveWaiting,
  isWaitingCommand,
  isWaitingEvent,
  NOTHING_WAITS,
  type ParkedEvent,
  stillWaiting,
  type Waiting,
  type WaitingCommand,
} from '../payment-claims/waiting';
import { type BookRules } from '../payments/post-documents';
import { decided, type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { streams } from '../shared/streams';
import { type RefundIdentified, type RefundRead, type RefundStatusChanged } from './events';
import { type RefundEvent } from '../event-groups';
import { refundFactFrom, type RefundKey } from './gocardless-facts';
import { refundDocumentsFor } from './required-documents';

/** Plain JSON, so that a read model can keep it. */
export interface RefundState {
  /** What it is about; null until it was read. */
  readonly refund: RefundRead['data'] | null;
  /** Whose a refund without a payment is; null while nobody knows. */
  readonly customerId: string | null;
  /** Of a refund without a payment; the documents of any other stand on its payment's stream. */
  readonly posted: readonly PostedDocument[];
  readonly observed: readonly Happened<RefundStatusChanged>[];
  readonly waiting: Waiting;
}

export type RefundCommand =
  /** Issued at GoCardless's `created_at` of the refund. */
  | { readonly type: 'ReadRefund'; readonly refund: RefundRead['data'] }
  | (RefundKey & {
      readonly type: 'ObserveGoCardlessEvents';
      readonly events: readonly GoCardlessEvent[];
      readonly rules: BookRules;
    })
  | IdentifyRefund
  | WaitingCommand;

interface IdentifyRefund {
  readonly type: 'IdentifyRefund';
  readonly customerId: string;
  readonly rules: BookRules;
}

/**
 * A refund's own life. What moves the money of a payment stands on the payment's stream, see `refundMovementFrom`; a refund without one,
 * against a mandate, has its documents here.
 */
export const refundDecider: Decider<RefundKey, RefundState, RefundCommand, RefundEvent> = {
  streamOf: ({ connectionId, refundId }) => streams.refund(connectionId, refundId),
  initial: { refund: null, customerId: null, posted: [], observed: [], waiting: NOTHING_WAITS },
  evolve,
  decide,
  references,
};

function evolve(state: RefundState, event: Happened<RefundEvent>): RefundState {
  if (isWaitingEvent(event)) return { ...state, waiting: evolveWaiting(state.waiting, event) };
  switch (event.type) {
    case 'RefundRead':
      return { ...state, refund: state.refund ?? event.data };
    case 'RefundIdentified':
      return { ...state, customerId: state.customerId ?? event.data.customerId };
    case 'DocumentPosted':
    case 'CorrectionPosted':
      return { ...state, posted: evolvePosted(state.posted, event) };
    case 'RefundStatusChanged':
      return recordedIn(state).includes(event.causationId) ? state : { ...state, observed: [...state.observed, event] };
    default:
      return never(event);
  }
}

function decide(command: Issued<RefundCommand>, state: RefundState): Decision<RefundEvent> {
  if (isWaitingCommand(command)) return decideWaiting(command, state.waiting, recordedIn(state));
  switch (command.type) {
    case 'ReadRefund':
      return state.refund === null ? [decided(command, { type: 'RefundRead', data: command.refund })] : [];
    case 'ObserveGoCardlessEvents':
      return observe(command, state);
    case 'IdentifyRefund':
      return identify(command, state);
    default:
      return never(command);
  }
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
  { events, connectionId, refundId, rules }: Extract<RefundCommand, { type: 'ObserveGoCardlessEvents' }>,
  state: RefundState,
): readonly Decided<RefundEvent>[] {
  let known = state;
  return events.flatMap((event) => {
    const fact = recordedIn(known).includes(event.id) ? null : refundFactFrom(event, { connectionId, refundId });
    if (fact === null) return [];
    const arrival = { causationId: event.id, gocardlessEventId: event.id };
    const recorded = withDocuments({ ...fact, effectiveAt: event.createdAt, ...arrival }, known, rules);
    known = fold(known, recorded);
    return recorded;
  });
}

/** The first who is named counts; documents that were nobody's are corrected and posted anew as the customer's. */
function identify(command: Issued<IdentifyRefund>, state: RefundState): Decision<RefundEvent> {
  const { customerId, rules } = command;
  const { refund } = state;
  if (refund === null) return refuse('not_found', 'There is no such refund.');
  if (refund.gocardlessPaymentId !== null) {
    return refuse('already_identified', 'The refund belongs to a payment, and is whose the payment is.');
  }
  if (state.customerId !== null) {
    return state.customerId === customerId
      ? []
      : refuse('already_identified', `The refund belongs to customer ${state.customerId}.`);
  }
  const { connectionId, refundId } = refund;
  const data = { connectionId, refundId, customerId };
  return withDocuments(decided<RefundIdentified>(command, { type: 'RefundIdentified', data }), state, rules);
}

/** A decided fact, and the documents that it asks for. */
function withDocuments(
  fact: Decided<RefundStatusChanged | RefundIdentified>,
  state: RefundState,
  rules: BookRules,
): readonly Decided<RefundEvent>[] {
  const { causationId, gocardlessEventId } = fact;
  const arrival = gocardlessEventId === undefined ? { causationId } : { causationId, gocardlessEventId };
  const { posted, ...facts } = fold(state, [fact]);
  return [fact, ...refundDocumentsFor(facts, posted, rules, arrival)];
}

/** Folded as if recorded: `recordedAt` plays no part in deciding. */
function fold(state: RefundState, decided: readonly Decided<RefundEvent>[]): RefundState {
  return decided.reduce((next, one) => evolve(next, { ...one, recordedAt: one.effectiveAt }), state);
}

function recordedIn({ observed }: RefundState): readonly string[] {
  return observed.map(({ causationId }) => causationId);
}

/** The parked events whose facts are not recorded yet. */
export function refundEventsWaiting(state: RefundState): readonly ParkedEvent[] {
  return stillWaiting(state.waiting, recordedIn(state));
}

function references({ refund, customerId, observed, waiting }: RefundState): References {
  const known = refund ?? observed[0]?.data;
  const connectionId = known?.connectionId ?? waiting.parked[0]?.connectionId;
  const refundId = known?.refundId ?? waiting.parked[0]?.event.links['refund'];
  const mandateId = refund?.mandateId ?? null;
  return {
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(customerId === null ? {} : { customerId }),
    ...(mandateId === null ? {} : { mandateId }),
    ...(refundId === undefined ? {} : { refundId }),
  };
}
