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
import { decided, type Decider, type Decision, type Issued } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { streams } from '../shared/streams';
import { type GoCardlessPlanEvent } from '../event-groups';
import { type GoCardlessPlanRead } from './events';

export interface GoCardlessPlanState {
  /** Null until it was read. */
  readonly plan: GoCardlessPlanRead['data'] | null;
  readonly waiting: Waiting;
}

export interface GoCardlessPlanId {
  readonly connectionId: string;
  readonly planId: string;
}

export type GoCardlessPlanCommand =
  { readonly type: 'ReadPlan'; readonly plan: GoCardlessPlanRead['data'] } | WaitingCommand;

/** Which mandate a subscription or instalment schedule collects by. What GoCardless says of it waits here until that is known. */
export const gocardlessPlanDecider: Decider<
  GoCardlessPlanId,
  GoCardlessPlanState,
  GoCardlessPlanCommand,
  GoCardlessPlanEvent
> = {
  streamOf: ({ connectionId, planId }) => streams.gocardlessPlan(connectionId, planId),
  initial: { plan: null, waiting: NOTHING_WAITS },
  evolve,
  decide,
  references,
};

function evolve(state: GoCardlessPlanState, event: Happened<GoCardlessPlanEvent>): GoCardlessPlanState {
  if (isWaitingEvent(event)) return { ...state, waiting: evolveWaiting(state.waiting, event) };
  return { ...state, plan: state.plan ?? event.data };
}

function decide(command: Issued<GoCardlessPlanCommand>, state: GoCardlessPlanState): Decision<GoCardlessPlanEvent> {
  if (isWaitingCommand(command)) return decideWaiting(command, state.waiting, []);
  return state.plan === null ? [decided(command, { type: 'GoCardlessPlanRead', data: command.plan })] : [];
}

/** All that was parked: what its mandate has recorded already changes nothing there. */
export function planEventsParked({ waiting }: GoCardlessPlanState): readonly ParkedEvent[] {
  return stillWaiting(waiting, []);
}

function references({ plan }: GoCardlessPlanState, { connectionId }: GoCardlessPlanId): References {
  return plan === null ? { connectionId } : { connectionId, mandateId: plan.mandateId };
}
