import { type EventResource } from '../resources/shapes';
import { type RandomSource, shuffled } from '../state/random';
import { type DeliverySettings, MAX_EVENTS } from './delivery-settings';
import { sign } from './signature';

/** Cuts events into deliveries, in the order and the size that the settings ask for. */
export function batch(
  events: readonly EventResource[],
  settings: DeliverySettings,
  random: RandomSource,
): EventResource[][] {
  const ordered = settings.shuffle ? shuffled(events, random) : settings.reverse ? [...events].reverse() : events;
  const size = Math.max(1, Math.min(settings.split, MAX_EVENTS));
  const batches: EventResource[][] = [];
  for (let start = 0; start < ordered.length; start += size) batches.push(ordered.slice(start, start + size));
  return batches;
}

export interface ComposedDelivery {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** The exact bytes and headers of one delivery. */
export function compose(
  webhookId: string,
  events: readonly EventResource[],
  secret: string,
  settings: DeliverySettings,
): ComposedDelivery {
  const omits = (part: DeliverySettings['omit'][number]) => settings.omit.includes(part);
  const told = events.map(({ metadata, resource_metadata, ...event }) => ({
    ...event,
    ...(!omits('metadata') && { metadata }),
    ...(!omits('resource_metadata') && { resource_metadata }),
  }));
  const content = { events: told, ...(!omits('meta') && { meta: { webhook_id: webhookId } }) };
  const body = Buffer.from(JSON.stringify(content), 'utf8');
  const key = settings.wrongSecret ? `${secret}-wrong` : secret;
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'gocardless-webhook-service/1.1',
      ...(settings.origin !== null && !omits('origin') && { Origin: settings.origin }),
      ...(!omits('signature') && { 'Webhook-Signature': sign(body, key) }),
    },
  };
}
