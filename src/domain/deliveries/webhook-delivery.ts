import { type Decider, type Decision, never } from '../shared/decider';
import { type Decided, type Happened, type References } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type DeliveryReceived, type GoCardlessEventIgnored, type WebhookDeliveryEvent } from './events';

export interface WebhookDelivery {
  readonly connectionId: string | null;
  readonly received: boolean;
  /** Ids of the events that change nothing here. */
  readonly ignored: readonly string[];
}

export type IgnoredReason = GoCardlessEventIgnored['data']['reason'];

export interface IgnoredEvent {
  readonly event: Pick<GoCardlessEvent, 'id' | 'createdAt'>;
  readonly reason: IgnoredReason;
}

export type WebhookDeliveryCommand =
  | {
      readonly type: 'ReceiveDelivery';
      readonly delivery: Omit<DeliveryReceived['data'], 'count'>;
      readonly events: readonly GoCardlessEvent[];
      readonly at: string;
    }
  | { readonly type: 'IgnoreEvents'; readonly connectionId: string; readonly ignored: readonly IgnoredEvent[] };

/** What one webhook body, or one fetched page, brought: kept as received, and marked where it changes nothing. */
export const webhookDeliveryDecider: Decider<WebhookDelivery, WebhookDeliveryCommand, WebhookDeliveryEvent> = {
  initial: { connectionId: null, received: false, ignored: [] },
  evolve,
  decide,
  references: ({ connectionId }): References => (connectionId === null ? {} : { connectionId }),
};

function evolve(before: WebhookDelivery, event: Happened<WebhookDeliveryEvent>): WebhookDelivery {
  const state = { ...before, connectionId: event.data.connectionId };
  switch (event.type) {
    case 'DeliveryReceived':
      return { ...state, received: true };
    case 'GoCardlessEventReceived':
      return state;
    case 'GoCardlessEventIgnored':
      return { ...state, ignored: [...state.ignored, event.data.eventId] };
    default:
      return never(event);
  }
}

function decide(command: WebhookDeliveryCommand, state: WebhookDelivery): Decision<WebhookDeliveryEvent> {
  switch (command.type) {
    case 'ReceiveDelivery':
      return state.received ? [] : receive(command);
    case 'IgnoreEvents':
      return ignore(command, state);
    default:
      return never(command);
  }
}

/** The stream is named after the body's hash, so the same body sent again is the same append. */
function receive({
  delivery,
  events,
  at,
}: Extract<WebhookDeliveryCommand, { type: 'ReceiveDelivery' }>): readonly Decided<WebhookDeliveryEvent>[] {
  const { connectionId, webhookId, bodySha256 } = delivery;
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const data = { ...delivery, count: distinct.length };
  return [
    { type: 'DeliveryReceived', data, effectiveAt: at, causationId: bodySha256 },
    ...distinct.map((event): Decided<WebhookDeliveryEvent> => ({
      type: 'GoCardlessEventReceived',
      data: { connectionId, webhookId, event },
      effectiveAt: event.createdAt,
      causationId: event.id,
      gocardlessEventId: event.id,
    })),
  ];
}

function ignore(
  { connectionId, ignored }: Extract<WebhookDeliveryCommand, { type: 'IgnoreEvents' }>,
  state: WebhookDelivery,
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
