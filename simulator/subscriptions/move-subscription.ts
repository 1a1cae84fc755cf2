import { invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { nextSubscriptionStatus, type SubscriptionAction } from '../machines/subscription';
import { type Links, type Metadata } from '../resources/shapes';
import { type Organisation, type SubscriptionRecord } from '../state/organisation';
import { type World } from '../state/world';

export interface SubscriptionTold {
  readonly details: { readonly origin: string; readonly cause: string } & Readonly<Record<string, unknown>>;
  readonly links?: Links;
  readonly metadata?: Metadata;
}

/** An event of a subscription that leaves its status as it is. */
export function tellSubscription(
  world: World,
  organisation: Organisation,
  { resource }: SubscriptionRecord,
  action: string,
  told: SubscriptionTold,
): void {
  recordEvent(world, organisation, {
    resourceType: 'subscriptions',
    action,
    links: { subscription: resource.id, ...told.links },
    details: told.details,
    ...(told.metadata && { metadata: told.metadata }),
    resourceMetadata: resource.metadata,
  });
}

/** Moves a subscription along its machine and tells it. */
export function moveSubscription(
  world: World,
  organisation: Organisation,
  record: SubscriptionRecord,
  action: SubscriptionAction,
  told: SubscriptionTold,
): void {
  const next = nextSubscriptionStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState(
      'impossible_transition',
      `A subscription that is ${record.resource.status} can not become ${action}`,
    );
  }
  record.resource = { ...record.resource, status: next };
  tellSubscription(world, organisation, record, action, told);
}

export function isLiveSubscription({ resource }: SubscriptionRecord): boolean {
  return ['pending_customer_approval', 'active', 'paused'].includes(resource.status);
}
