import { type EventResource, type Links, type Metadata } from '../resources/shapes';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { describe } from './descriptions';

export interface EventToRecord {
  readonly resourceType: string;
  readonly action: string;
  readonly details: { readonly origin: string; readonly cause: string } & Readonly<Record<string, unknown>>;
  readonly links: Links;
  /** What the API call that caused it carried. */
  readonly metadata?: Metadata;
  readonly resourceMetadata?: Metadata;
  /** Given where several events belong to one moment; else a time of its own. */
  readonly createdAt?: string;
}

/** Keeps an event and tells the webhooks. */
export function recordEvent(world: World, organisation: Organisation, event: EventToRecord): EventResource {
  const kept: EventResource = {
    id: world.ids.next('EV'),
    created_at: event.createdAt ?? world.clock.stamp(),
    resource_type: event.resourceType,
    action: event.action,
    links: event.links,
    details: { description: describe(event.details.cause), ...event.details },
    metadata: event.metadata ?? {},
    resource_metadata: event.resourceMetadata ?? {},
  };
  organisation.events.add(kept);
  world.announce(organisation, kept);
  return kept;
}
