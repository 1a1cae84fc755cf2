import { type EventResource } from '../resources/shapes';

export interface EventFilter {
  readonly resourceType: string | null;
  readonly action: string | null;
}

export const OMISSIONS = ['meta', 'metadata', 'resource_metadata', 'signature', 'origin'] as const;
export type Omission = (typeof OMISSIONS)[number];

/** How webhooks are sent, and how they go wrong. */
export interface DeliverySettings {
  readonly mode: 'automatic' | 'manual';
  /** Further copies of each delivery. */
  readonly duplicate: number;
  readonly shuffle: boolean;
  readonly reverse: boolean;
  /** Most events in one delivery. */
  readonly split: number;
  /** So many next deliveries, or the events that match, are never sent. */
  readonly drop: number | EventFilter | null;
  /** All events, or those that match, wait until this is lifted. */
  readonly hold: boolean | EventFilter;
  readonly omit: readonly Omission[];
  readonly wrongSecret: boolean;
  readonly origin: string | null;
  readonly deadlineMs: number;
}

export const MAX_EVENTS = 250;

export const FAITHFUL: DeliverySettings = {
  mode: 'automatic',
  duplicate: 0,
  shuffle: false,
  reverse: false,
  split: MAX_EVENTS,
  drop: null,
  hold: false,
  omit: [],
  wrongSecret: false,
  origin: 'https://api-sandbox.gocardless.com',
  deadlineMs: 10_000,
};

function fits(filter: EventFilter, event: EventResource): boolean {
  return (
    (filter.resourceType === null || filter.resourceType === event.resource_type) &&
    (filter.action === null || filter.action === event.action)
  );
}

export function isHeld(settings: DeliverySettings, event: EventResource): boolean {
  return typeof settings.hold === 'boolean' ? settings.hold : fits(settings.hold, event);
}

export function isDropped(settings: DeliverySettings, event: EventResource): boolean {
  return typeof settings.drop === 'object' && settings.drop !== null && fits(settings.drop, event);
}
