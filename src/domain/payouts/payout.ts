import { createHash } from 'node:crypto';
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
import { canonicalJson } from '../shared/canonical-json';
import { decided, type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { isProcessed, type Processed, withCause } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { payoutDocumentsFor } from './required-documents';
import { type PayoutDetails, type PayoutItem, type PayoutItemsSealed, type PayoutKey } from './events';
import { type PayoutEvent } from '../event-groups';
import { payoutFactFrom } from './gocardless-facts';
import { totalTenths } from './payout-booking';
import { evolvePayoutFacts, type PayoutFacts } from './payout-facts';

export interface PayoutState extends Processed {
  /** Null before anything but a parked event is known. */
  readonly facts: PayoutFacts | null;
  readonly posted: readonly PostedDocument[];
  readonly waiting: Waiting;
}

/** At most this many items stand in one event. */
export const ITEMS_PER_EVENT = 500;

export type PayoutCommand =
  | (PayoutKey & {
      /**
       * Items in GoCardless's order. A payout of thousands is listed by several commands, each with its own cause: one append
       * holds no more than about 4,000 items.
       */
      readonly type: 'ListItems';
      /** How many items earlier commands have listed; 0 begins anew what was broken off. */
      readonly from: number;
      readonly items: readonly PayoutItem[];
      /** `gone`: GoCardless has forgotten the items, and `items` is empty. */
      readonly end: 'more_to_come' | 'complete' | 'gone';
      readonly rules: BookRules;
    })
  | (PayoutKey & {
      readonly type: 'ObservePayoutEvents';
      readonly events: readonly GoCardlessEvent[];
      /** The payout as it was read after the events. */
      readonly details: PayoutDetails;
      readonly rules: BookRules;
    })
  | WaitingCommand;

/**
 * GoCardless's transfer to the bank. Its items are kept, because GoCardless forgets them after 6 months; once they are sealed, its
 * facts bring the documents that they ask for in the same append.
 */
export const payoutDecider: Decider<PayoutKey, PayoutState, PayoutCommand, PayoutEvent> = {
  streamOf: ({ connectionId, payoutId }) => streams.payout(connectionId, payoutId),
  initial: { facts: null, posted: [], waiting: NOTHING_WAITS, processedCauseIds: [] },
  evolve,
  decide,
  references,
};

function evolve(before: PayoutState, event: Happened<PayoutEvent>): PayoutState {
  // A parked event is not processed: its fact is still to come.
  if (isWaitingEvent(event)) return { ...before, waiting: evolveWaiting(before.waiting, event) };
  const state = { ...before, processedCauseIds: withCause(before.processedCauseIds, event.causationId) };
  return event.type === 'DocumentPosted' || event.type === 'CorrectionPosted'
    ? { ...state, posted: evolvePosted(state.posted, event) }
    : { ...state, facts: evolvePayoutFacts(state.facts, event) };
}

function decide(command: Issued<PayoutCommand>, state: PayoutState): Decision<PayoutEvent> {
  if (isWaitingCommand(command)) return decideWaiting(command, state.waiting, state.processedCauseIds);
  switch (command.type) {
    case 'ListItems':
      return listItems(command, state);
    case 'ObservePayoutEvents':
      return observe(command, state);
    default:
      return never(command);
  }
}

/** The first listing that is sealed counts: nothing is listed after it. */
function listItems(
  command: Issued<Extract<PayoutCommand, { type: 'ListItems' }>>,
  state: PayoutState,
): Decision<PayoutEvent> {
  const { causationId, connectionId, payoutId, from, end } = command;
  if (isProcessed(state, command) || (state.facts !== null && state.facts.listing !== null)) return [];
  const before = state.facts?.unsealed.slice(0, from) ?? [];
  if (before.length < from) {
    return refuse('listing_broken_off', `Of payout ${payoutId} only ${before.length} items are listed, not ${from}.`);
  }
  const listed = chunksOf(command.items).map((items, index) => {
    const data = { connectionId, payoutId, from: from + index * ITEMS_PER_EVENT, items };
    return decided<PayoutEvent>(command, { type: 'PayoutItemsListed', data });
  });
  if (end === 'more_to_come') return listed;
  const gone = end === 'gone';
  const seal = sealOf(gone ? [] : [...before, ...command.items]);
  const sealed = decided<PayoutItemsSealed>(command, {
    type: 'PayoutItemsSealed',
    data: { connectionId, payoutId, gone, ...seal },
  });
  return withDocuments(gone ? [sealed] : [...listed, sealed], state, command.rules, { causationId });
}

function chunksOf(items: readonly PayoutItem[]): readonly (readonly PayoutItem[])[] {
  return Array.from({ length: Math.ceil(items.length / ITEMS_PER_EVENT) }, (_, index) =>
    items.slice(index * ITEMS_PER_EVENT, (index + 1) * ITEMS_PER_EVENT),
  );
}

function sealOf(
  items: readonly PayoutItem[],
): Pick<PayoutItemsSealed['data'], 'count' | 'totalTenths' | 'itemsSha256'> {
  const canonical = canonicalJson(items);
  return {
    count: items.length,
    totalTenths: Number(totalTenths(items)),
    itemsSha256: createHash('sha256').update(canonical, 'utf8').digest('hex'),
  };
}

/** Facts of GoCardless are never refused: a repeat gives no event, and every order is accepted. */
function observe(
  { events, connectionId, payoutId, details, rules }: Extract<PayoutCommand, { type: 'ObservePayoutEvents' }>,
  state: PayoutState,
): readonly Decided<PayoutEvent>[] {
  let known = state;
  return events.flatMap((event) => {
    const fact = payoutFactFrom(event, { connectionId, payoutId }, details);
    const arrival = { causationId: event.id, gocardlessEventId: event.id };
    if (fact === null || isProcessed(known, arrival)) return [];
    const recorded = withDocuments([{ ...fact, effectiveAt: event.createdAt, ...arrival }], known, rules, arrival);
    known = fold(known, recorded);
    return recorded;
  });
}

/** Decided facts, and the documents that they ask for. */
function withDocuments(
  events: readonly Decided<PayoutEvent>[],
  state: PayoutState,
  rules: BookRules,
  arrival: { readonly causationId: string; readonly gocardlessEventId?: string },
): readonly Decided<PayoutEvent>[] {
  const { facts, posted } = fold(state, events);
  return facts === null ? events : [...events, ...payoutDocumentsFor(facts, posted, rules, arrival)];
}

/** Folded as if recorded: `recordedAt` plays no part in deciding. */
function fold(state: PayoutState, events: readonly Decided<PayoutEvent>[]): PayoutState {
  return events.reduce((next, one) => evolve(next, { ...one, recordedAt: one.effectiveAt }), state);
}

/** The parked events whose facts are not recorded yet. */
export function payoutEventsWaiting({ waiting, processedCauseIds }: PayoutState): readonly ParkedEvent[] {
  return stillWaiting(waiting, processedCauseIds);
}

function references({ facts, waiting }: PayoutState): References {
  const parked = waiting.parked[0];
  const connectionId = facts?.connectionId ?? parked?.connectionId;
  const payoutId = facts?.payoutId ?? parked?.event.links['payout'];
  return {
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(payoutId === undefined ? {} : { payoutId }),
  };
}
