import { type DeliveredEvent } from '../../domain/deliveries/delivered-event';
import { type BroughtBy, type CommandContext } from '../aggregates';
import { type LogEventOf } from '../ports/log-event';

/** What a delivery brought, each event with its place. */
export function deliveredEvents({ stream, data }: LogEventOf<'DeliveryReceived'>): readonly DeliveredEvent[] {
  const { connectionId, webhookId, events } = data;
  return events.map((event, deliveryIndex) => ({
    connectionId,
    event,
    webhookId,
    deliveryStream: stream,
    deliveryIndex,
  }));
}

/** The same context for facts that these events become: each of them names the delivery that brought it. */
export function broughtByDeliveries(context: CommandContext, events: readonly DeliveredEvent[]): CommandContext {
  return { ...context, broughtBy: new Map(events.map((one): [string, BroughtBy] => [one.event.id, one])) };
}
