import { decided, type Decider, type Decision, type Issued, never } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { streams } from '../shared/streams';
import { type DeliveryReceived, type DeliveryRefused, type GoCardlessEventIgnored } from './events';
import { type DeliveryEvent } from '../event-groups';

/** GoCardless puts 250 events into a webhook at most, and 500 into a page of a list. */
export const MAX_DELIVERY_EVENTS = 1_000;

export interface Delivery {
  readonly connectionId: string | null;
  readonly received: boolean;
  readonly refused: boolean;
  /** Ids of the events that change nothing here. */
  readonly ignored: readonly string[];
}

export type IgnoredReason = GoCardlessEventIgnored['data']['reason'];

export interface IgnoredEvent {
  readonly event: Pick<GoCardlessEvent, 'id' | 'createdAt'>;
  readonly reason: IgnoredReason;
}

/** One stream for each distinct body, so that the same body sent again is the same append. */
export interface DeliveryId {
  readonly connectionId: string;
  readonly bodySha256: string;
}

export type DeliveryCommand =
  | { readonly type: 'ReceiveDelivery'; readonly delivery: DeliveryReceived['data'] }
  | { readonly type: 'RefuseDelivery'; readonly delivery: DeliveryRefused['data'] }
  | { readonly type: 'IgnoreEvents'; readonly connectionId: string; readonly ignored: readonly IgnoredEvent[] };

/** What one webhook body, or one fetched page, brought: kept as received, and marked where it changes nothing. */
export const deliveryDecider: Decider<DeliveryId, Delivery, DeliveryCommand, DeliveryEvent> = {
  streamOf: ({ connectionId, bodySha256 }) => streams.delivery(connectionId, bodySha256),
  initial: { connectionId: null, received: false, refused: false, ignored: [] },
  evolve,
  decide,
  references: ({ connectionId }): References => (connectionId === null ? {} : { connectionId }),
};

function evolve(before: Delivery, event: Happened<DeliveryEvent>): Delivery {
  const state = { ...before, connectionId: event.data.connectionId };
  switch (event.type) {
    case 'DeliveryReceived':
      return { ...state, received: true };
    case 'DeliveryRefused':
      return { ...state, refused: true };
    case 'GoCardlessEventIgnored':
      return { ...state, ignored: [...state.ignored, event.data.eventId] };
    default:
      return never(event);
  }
}

function decide(command: Issued<DeliveryCommand>, state: Delivery): Decision<DeliveryEvent> {
  switch (command.type) {
    case 'ReceiveDelivery': {
      const { delivery } = command;
      const events = [...new Map(delivery.events.map((event) => [event.id, event])).values()];
      const data = { ...delivery, events };
      return state.received ? [] : [decided(command, { type: 'DeliveryReceived', data })];
    }
    case 'RefuseDelivery':
      return state.refused ? [] : [decided(command, { type: 'DeliveryRefused', data: command.delivery })];
    case 'IgnoreEvents':
      return ignore(command, state);
    default:
      return never(command);
  }
}

function ignore(
  { connectionId, ignored }: Extract<DeliveryCommand, { type: 'IgnoreEvents' }>,
  state: Delivery,
): readonly Decided<GoCardlessEventIgnored>[] {
  const known = new Set(state.ignored);
  return ignored.flatMap(({ event: { id, createdAt }, reason }) => {
    if (known.has(id)) return [];
    known.add(id);
    const data = { connectionId, eventId: id, reason };
    return [
      { type: 'GoCardlessEventIgnored', data, effectiveAt: createdAt, causationId: id, gocardlessEventId: id },
    ] as const;
  });
}
