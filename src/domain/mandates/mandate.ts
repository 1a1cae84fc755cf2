import { type Decider, type Decision, never, refuse } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type MandateKey, type MandateLinked } from './events';
import { type GoCardlessMandateFact, type MandateEvent } from '../event-groups';
import { mandateFactFrom } from './gocardless-facts';
import { isUsable, type MandateFacts, mandateView } from './mandate-status';

/** Whose the mandate is; its personal data stay in the event. */
export type MandateLink = Pick<
  MandateLinked['data'],
  'customerId' | 'gocardlessCustomerId' | 'scheme' | 'nextPossibleChargeDate' | 'createdAt' | 'foundBy'
>;

/** Plain JSON, so that a read model can keep it. */
export interface MandateState extends MandateFacts {
  readonly connectionId: string | null;
  readonly mandateId: string | null;
  /** Null while nobody has linked it, and after it was unlinked. */
  readonly link: MandateLink | null;
  /** The customer whose it is, or was last: its history stays theirs. */
  readonly customerId: string | null;
  /** Causes that were processed: deciding the same again changes nothing. */
  readonly processedCauseIds: readonly string[];
}

interface Caused {
  readonly causationId: string;
  readonly at: string;
}

export type MandateCommand =
  | (Caused & { readonly type: 'LinkMandate'; readonly link: MandateLinked['data'] })
  | (Caused & { readonly type: 'UnlinkMandate'; readonly customerId: string; readonly reason: string | null })
  /** A refusal named the mandate that took this one's place, before its event did. */
  | (Caused & MandateKey & { readonly type: 'LearnReplacement'; readonly newMandateId: string })
  | (MandateKey & { readonly type: 'ObserveGoCardlessEvents'; readonly events: readonly GoCardlessEvent[] });

/**
 * A mandate of GoCardless, linked to a customer or not yet. What GoCardless says of it is recorded whether or not anybody has
 * linked it, so that a later link finds its history.
 */
export const mandateDecider: Decider<MandateState, MandateCommand, MandateEvent> = {
  initial: {
    connectionId: null,
    mandateId: null,
    link: null,
    customerId: null,
    snapshot: null,
    observed: [],
    processedCauseIds: [],
  },
  evolve,
  decide,
  references,
};

function evolve(before: MandateState, event: Happened<MandateEvent>): MandateState {
  const known = before.processedCauseIds.includes(event.causationId);
  const state = known ? before : { ...before, processedCauseIds: [...before.processedCauseIds, event.causationId] };
  switch (event.type) {
    case 'MandateLinked': {
      const { connectionId, mandateId, status, customerId, gocardlessCustomerId, scheme } = event.data;
      const { nextPossibleChargeDate, createdAt, foundBy } = event.data;
      const link = { customerId, gocardlessCustomerId, scheme, nextPossibleChargeDate, createdAt, foundBy };
      return { ...state, connectionId, mandateId, link, customerId, snapshot: status };
    }
    case 'MandateUnlinked':
      return { ...state, link: null };
    case 'MandateStatusChanged':
    case 'MandateReplaced':
    case 'MandateTransferred':
    case 'MandateResubmissionRequested': {
      const { connectionId, mandateId } = event.data;
      return known ? state : { ...state, connectionId, mandateId, observed: [...state.observed, event] };
    }
    default:
      return never(event);
  }
}

function decide(command: MandateCommand, state: MandateState): Decision<MandateEvent> {
  if ('causationId' in command && state.processedCauseIds.includes(command.causationId)) return [];
  switch (command.type) {
    case 'LinkMandate':
      return link(command, state);
    case 'UnlinkMandate':
      return unlink(command, state);
    case 'LearnReplacement':
      return learnReplacement(command, state);
    case 'ObserveGoCardlessEvents':
      return observe(command, state);
    default:
      return never(command);
  }
}

function link(command: Extract<MandateCommand, { type: 'LinkMandate' }>, state: MandateState): Decision<MandateLinked> {
  const { mandateId, customerId, status, foundBy } = command.link;
  // What staff took off a customer does not come back by itself.
  if (state.link === null && state.customerId !== null && foundBy === 'itself') return [];
  if (state.link !== null) {
    return state.link.customerId === customerId
      ? []
      : refuse('mandate_linked_elsewhere', `The mandate ${mandateId} is linked to another customer.`);
  }
  const { status: afterwards } = mandateView({ observed: state.observed, snapshot: status });
  const unusable = [status, afterwards].find((one) => !isUsable(one));
  if (unusable !== undefined) {
    return refuse('no_usable_mandate', `The mandate ${mandateId} is ${unusable}: nothing can be collected with it.`);
  }
  return [{ type: 'MandateLinked', data: command.link, effectiveAt: command.at, causationId: command.causationId }];
}

function unlink(
  { customerId, reason, at, causationId }: Extract<MandateCommand, { type: 'UnlinkMandate' }>,
  state: MandateState,
): Decision<MandateEvent> {
  if (state.link === null && state.customerId === customerId) return [];
  if (state.link?.customerId !== customerId) {
    return refuse('not_linked', 'The mandate is not linked to this customer.');
  }
  return [{ type: 'MandateUnlinked', data: { customerId, reason }, effectiveAt: at, causationId }];
}

function learnReplacement(
  { connectionId, mandateId, newMandateId, at, causationId }: Extract<MandateCommand, { type: 'LearnReplacement' }>,
  state: MandateState,
): readonly Decided<GoCardlessMandateFact>[] {
  if (mandateView(state).newMandateId === newMandateId) return [];
  const reason = { origin: 'api', cause: 'mandate_replaced', description: '' };
  const data = { connectionId, mandateId, newMandateId, ...reason };
  return [{ type: 'MandateReplaced', data, effectiveAt: at, causationId }];
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
  { events, connectionId, mandateId }: Extract<MandateCommand, { type: 'ObserveGoCardlessEvents' }>,
  state: MandateState,
): readonly Decided<GoCardlessMandateFact>[] {
  const processedCauseIds = new Set(state.processedCauseIds);
  return events.flatMap((event) => {
    const fact = processedCauseIds.has(event.id) ? null : mandateFactFrom(event, { connectionId, mandateId });
    if (fact === null) return [];
    processedCauseIds.add(event.id);
    return [{ ...fact, effectiveAt: event.createdAt, causationId: event.id, gocardlessEventId: event.id }];
  });
}

function references({ connectionId, mandateId, customerId }: MandateState): References {
  return {
    ...(connectionId === null ? {} : { connectionId }),
    ...(mandateId === null ? {} : { mandateId }),
    ...(customerId === null ? {} : { customerId }),
  };
}
