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
import { decided, type Decider, type Decision, type Issued, never } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { streams } from '../shared/streams';
import { type RefundRead, type RefundStatusChanged } from './events';
import { type RefundEvent } from '../event-groups';
import { refundFactFrom, type RefundKey } from './gocardless-facts';

/** Plain JSON, so that a read model can keep it. */
export interface RefundState {
  /** What it is about; null until it was read. */
  readonly refund: RefundRead['data'] | null;
  readonly observed: readonly Happened<RefundStatusChanged>[];
  readonly waiting: Waiting;
}

export type RefundCommand =
  /** Issued at GoCardless's `created_at` of the refund. */
  | { readonly type: 'ReadRefund'; readonly refund: RefundRead['data'] }
  | (RefundKey & { readonly type: 'ObserveGoCardlessEvents'; readonly events: readonly GoCardlessEvent[] })
  | WaitingCommand;

/** A refund's own life. The two facts that move money stand on the payment's stream, see `refundMovementFrom`. */
export const refundDecider: Decider<RefundKey, RefundState, RefundCommand, RefundEvent> = {
  streamOf: ({ connectionId, refundId }) => streams.refund(connectionId, refundId),
  initial: { refund: null, observed: [], waiting: NOTHING_WAITS },
  evolve,
  decide,
  references,
};

function evolve(state: RefundState, event: Happened<RefundEvent>): RefundState {
  if (isWaitingEvent(event)) return { ...state, waiting: evolveWaiting(state.waiting, event) };
  switch (event.type) {
    case 'RefundRead':
      return { ...state, refund: state.refund ?? event.data };
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
    default:
      return never(command);
  }
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
  { events, connectionId, refundId }: Extract<RefundCommand, { type: 'ObserveGoCardlessEvents' }>,
  state: RefundState,
): readonly Decided<RefundStatusChanged>[] {
  const recorded = new Set(recordedIn(state));
  return events.flatMap((event) => {
    const fact = recorded.has(event.id) ? null : refundFactFrom(event, { connectionId, refundId });
    if (fact === null) return [];
    recorded.add(event.id);
    return [{ ...fact, effectiveAt: event.createdAt, causationId: event.id, gocardlessEventId: event.id }];
  });
}

function recordedIn({ observed }: RefundState): readonly string[] {
  return observed.map(({ causationId }) => causationId);
}

/** The parked events whose facts are not recorded yet. */
export function refundEventsWaiting(state: RefundState): readonly ParkedEvent[] {
  return stillWaiting(state.waiting, recordedIn(state));
}

function references({ refund, observed, waiting }: RefundState): References {
  const known = refund ?? observed[0]?.data ?? waiting.parked[0];
  const mandateId = refund?.mandateId ?? null;
  return {
    ...(known === undefined ? {} : { connectionId: known.connectionId }),
    ...(mandateId === null ? {} : { mandateId }),
  };
}
