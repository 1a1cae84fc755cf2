import { type ParkedEvent } from '../../domain/payment-claims/waiting';
import { type CommandContext } from '../aggregates';

/** The context of facts that were parked: brought by the deliveries that brought them then. */
export function broughtByParked(context: CommandContext, parked: readonly ParkedEvent[]): CommandContext {
  return {
    ...context,
    broughtBy: new Map(parked.map(({ event, deliveryStream, webhookId }) => [event.id, { deliveryStream, webhookId }])),
  };
}
