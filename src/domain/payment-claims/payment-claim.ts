import { decided, type Decider, type Decision, type Issued, type Refusal, refuse } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { type PaymentClaimed } from './events';
import { type PaymentClaimEvent } from '../event-groups';
import { streams } from '../shared/streams';
import {
  decideWaiting,
  evolveWaiting,
  NOTHING_WAITS,
  type ParkedEvent,
  stillWaiting,
  type Waiting,
  type WaitingCommand,
} from './waiting';

export interface PaymentClaim {
  readonly connectionId: string | null;
  /** Which of our payments it is; null while nobody has claimed it. */
  readonly paymentId: string | null;
  readonly waiting: Waiting;
}

export type PaymentClaimId = Pick<PaymentClaimed['data'], 'connectionId' | 'gocardlessPaymentId'>;

export type PaymentClaimCommand =
  { readonly type: 'ClaimPayment'; readonly claim: PaymentClaimed['data'] } | WaitingCommand;

/** Refused because the GoCardless payment is claimed; who loses reads here which payment has it, and follows. */
export interface ClaimedRefusal extends Refusal {
  readonly code: 'claimed';
  readonly paymentId: string;
}

export function isClaimedRefusal(refusal: Refusal): refusal is ClaimedRefusal {
  return refusal.code === 'claimed';
}

/**
 * Which of our payments a GoCardless payment is. The first claim in the stream counts, and nothing is parked beside it: an append with
 * the revision just read makes the two shut each other out.
 */
export const paymentClaimDecider: Decider<PaymentClaimId, PaymentClaim, PaymentClaimCommand, PaymentClaimEvent> = {
  streamOf: ({ connectionId, gocardlessPaymentId }) => streams.paymentClaim(connectionId, gocardlessPaymentId),
  initial: { connectionId: null, paymentId: null, waiting: NOTHING_WAITS },
  evolve,
  decide,
  references,
};

function evolve(state: PaymentClaim, event: Happened<PaymentClaimEvent>): PaymentClaim {
  const { connectionId } = event.data;
  if (event.type !== 'PaymentClaimed') return { ...state, connectionId, waiting: evolveWaiting(state.waiting, event) };
  return { ...state, connectionId, paymentId: state.paymentId ?? event.data.paymentId };
}

function decide(command: Issued<PaymentClaimCommand>, state: PaymentClaim): Decision<PaymentClaimEvent> {
  if (command.type !== 'ClaimPayment') {
    return state.paymentId === null ? decideWaiting(command, state.waiting, []) : claimed(state.paymentId);
  }
  const { claim } = command;
  if (state.paymentId === null) return [decided(command, { type: 'PaymentClaimed', data: claim })];
  return state.paymentId === claim.paymentId ? [] : claimed(state.paymentId);
}

function claimed(paymentId: string): ClaimedRefusal {
  return { ...refuse('claimed', `The GoCardless payment is ${paymentId} here.`), code: 'claimed', paymentId };
}

/** The parked events: waiting for a claim, or, once there is one, what the claimed payment is owed. */
export function parkedEvents({ waiting }: PaymentClaim): readonly ParkedEvent[] {
  return stillWaiting(waiting, []);
}

function references({ connectionId, paymentId }: PaymentClaim): References {
  return {
    ...(connectionId === null ? {} : { connectionId }),
    ...(paymentId === null ? {} : { paymentId }),
  };
}
