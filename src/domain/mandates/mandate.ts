import { decided, type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { type GoCardlessPlanChanged, type PlanKey } from '../gocardless-plans/events';
import { planFactFrom } from '../gocardless-plans/gocardless-facts';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { isProcessed, type Processed, withCause } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { type MandateKey, type MandateLinked } from './events';
import { type GoCardlessMandateFact, type MandateEvent } from '../event-groups';
import { mandateFactFrom } from './gocardless-facts';
import { type MandateObstacle } from './obstacle';
import { isUsable, type MandateFacts, mandateView } from './mandate-status';

/** Whose the mandate is; its personal data stay in the event. */
export type MandateLink = Pick<
  MandateLinked['data'],
  'customerId' | 'gocardlessCustomerId' | 'scheme' | 'nextPossibleChargeDate' | 'createdAt' | 'foundBy'
>;

/** Plain JSON, so that a read model can keep it. */
export interface MandateState extends MandateFacts, Processed {
  readonly connectionId: string | null;
  readonly mandateId: string | null;
  /** Null while nobody has linked it, and after it was unlinked. */
  readonly link: MandateLink | null;
  /** The customer whose it is, or was last: its history stays theirs. */
  readonly customerId: string | null;
  /** To whom it was linked first, and when that was recorded. */
  readonly firstLink: { readonly customerId: string; readonly at: string } | null;
}

export type MandateCommand =
  | { readonly type: 'LinkMandate'; readonly link: MandateLinked['data'] }
  | { readonly type: 'UnlinkMandate'; readonly customerId: string; readonly reason: string | null }
  /** A refusal named the mandate that took this one's place, before its event did. */
  | (MandateKey & { readonly type: 'LearnReplacement'; readonly newMandateId: string })
  /** It was looked at to take a linked one's place. */
  | (MandateKey & { readonly type: 'BarMandate'; readonly obstacle: MandateObstacle })
  | (MandateKey & {
      readonly type: 'ObservePlanEvents';
      readonly plan: PlanKey;
      readonly events: readonly GoCardlessEvent[];
    })
  | (MandateKey & { readonly type: 'ObserveGoCardlessEvents'; readonly events: readonly GoCardlessEvent[] });

type IssuedOf<Type extends MandateCommand['type']> = Issued<Extract<MandateCommand, { readonly type: Type }>>;

/**
 * A mandate of GoCardless, linked to a customer or not yet. What GoCardless says of it is recorded whether or not anybody has
 * linked it, so that a later link finds its history.
 */
export const mandateDecider: Decider<MandateKey, MandateState, MandateCommand, MandateEvent> = {
  streamOf: ({ connectionId, mandateId }) => streams.mandate(connectionId, mandateId),
  initial: {
    connectionId: null,
    mandateId: null,
    link: null,
    customerId: null,
    firstLink: null,
    snapshot: null,
    observed: [],
    obstacle: null,
    processedCauseIds: [],
  },
  evolve,
  decide,
  references,
};

function evolve(before: MandateState, event: Happened<MandateEvent>): MandateState {
  const known = isProcessed(before, event);
  const state = { ...before, processedCauseIds: withCause(before.processedCauseIds, event.causationId) };
  switch (event.type) {
    case 'MandateLinked': {
      const { connectionId, mandateId, status, customerId, gocardlessCustomerId, scheme } = event.data;
      const { nextPossibleChargeDate, createdAt, foundBy } = event.data;
      const link = { customerId, gocardlessCustomerId, scheme, nextPossibleChargeDate, createdAt, foundBy };
      const firstLink = state.firstLink ?? { customerId, at: event.recordedAt };
      return { ...state, connectionId, mandateId, link, customerId, firstLink, snapshot: status, obstacle: null };
    }
    case 'MandateUnlinked':
      return { ...state, link: null };
    case 'MandateBarred': {
      const { connectionId, mandateId, obstacle } = event.data;
      return { ...state, connectionId, mandateId, obstacle };
    }
    case 'GoCardlessPlanChanged': {
      const { connectionId, mandateId } = event.data;
      return { ...state, connectionId, mandateId };
    }
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

function decide(command: Issued<MandateCommand>, state: MandateState): Decision<MandateEvent> {
  // Of what GoCardless observed, each event is a cause of its own.
  if (command.type === 'ObserveGoCardlessEvents') return observe(command, state);
  if (command.type === 'ObservePlanEvents') return observePlan(command, state);
  if (isProcessed(state, command)) return [];
  switch (command.type) {
    case 'LinkMandate':
      return link(command, state);
    case 'UnlinkMandate':
      return unlink(command, state);
    case 'LearnReplacement':
      return learnReplacement(command, state);
    case 'BarMandate': {
      const { connectionId, mandateId, obstacle } = command;
      if (state.link !== null || state.obstacle === obstacle) return [];
      return [decided(command, { type: 'MandateBarred', data: { connectionId, mandateId, obstacle } })];
    }
    default:
      return never(command);
  }
}

function link(command: IssuedOf<'LinkMandate'>, state: MandateState): Decision<MandateLinked> {
  const { mandateId, customerId, status, foundBy } = command.link;
  // What staff took off a customer does not come back by itself.
  if (state.link === null && state.customerId !== null && foundBy === 'itself') return [];
  if (state.link !== null) {
    return state.link.customerId === customerId
      ? []
      : refuse('mandate_linked_elsewhere', `The mandate ${mandateId} is linked to another customer.`);
  }
  const { status: afterwards } = mandateView({ observed: state.observed, snapshot: status, obstacle: null });
  const unusable = [status, afterwards].find((one) => !isUsable(one));
  if (unusable !== undefined) {
    return refuse('no_usable_mandate', `The mandate ${mandateId} is ${unusable}: nothing can be collected with it.`);
  }
  return [decided(command, { type: 'MandateLinked', data: command.link })];
}

function unlink(command: IssuedOf<'UnlinkMandate'>, state: MandateState): Decision<MandateEvent> {
  const { customerId, reason } = command;
  if (state.link === null && state.customerId === customerId) return [];
  if (state.link?.customerId !== customerId) {
    return refuse('not_linked', 'The mandate is not linked to this customer.');
  }
  return [decided(command, { type: 'MandateUnlinked', data: { customerId, reason } })];
}

function learnReplacement(
  command: IssuedOf<'LearnReplacement'>,
  state: MandateState,
): readonly Decided<GoCardlessMandateFact>[] {
  const { connectionId, mandateId, newMandateId } = command;
  if (mandateView(state).newMandateId === newMandateId) return [];
  const reason = { origin: 'api', cause: 'mandate_replaced', description: '' };
  const data = { connectionId, mandateId, newMandateId, ...reason };
  return [decided(command, { type: 'MandateReplaced', data })];
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
  { events, connectionId, mandateId }: IssuedOf<'ObserveGoCardlessEvents'>,
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

/** What GoCardless says of a plan that collects by the mandate. */
function observePlan(
  { events, plan, connectionId, mandateId }: IssuedOf<'ObservePlanEvents'>,
  state: MandateState,
): readonly Decided<GoCardlessPlanChanged>[] {
  const processedCauseIds = new Set(state.processedCauseIds);
  return events.flatMap((event) => {
    const fact = processedCauseIds.has(event.id) ? null : planFactFrom(event, plan, { connectionId, mandateId });
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
