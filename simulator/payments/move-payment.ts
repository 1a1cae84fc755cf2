import { invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { followInstalments } from '../instalment-schedules/follow-instalments';
import { nextPaymentStatus, type PaymentAction } from '../machines/payment';
import { type EventResource, type Links, type Metadata } from '../resources/shapes';
import { type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';

export interface PaymentMove {
  readonly details: { readonly origin: string; readonly cause: string } & Readonly<Record<string, unknown>>;
  readonly links?: Links;
  readonly metadata?: Metadata;
  readonly createdAt?: string;
}

/** Moves a payment along its machine and tells it. */
export function movePayment(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  action: PaymentAction,
  move: PaymentMove,
): EventResource {
  const next = nextPaymentStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState('impossible_transition', `A payment that is ${record.resource.status} can not become ${action}`);
  }
  record.resource = { ...record.resource, status: next };
  const event = tellPayment(world, organisation, record, action, move);
  followInstalments(world, organisation, record, action);
  return event;
}

/** An event of a payment that leaves its status as it is. */
export function tellPayment(
  world: World,
  organisation: Organisation,
  record: PaymentRecord,
  action: string,
  move: PaymentMove,
): EventResource {
  return recordEvent(world, organisation, {
    resourceType: 'payments',
    action,
    links: { payment: record.resource.id, ...move.links },
    details: move.details,
    ...(move.metadata && { metadata: move.metadata }),
    resourceMetadata: record.resource.metadata,
    ...(move.createdAt !== undefined && { createdAt: move.createdAt }),
  });
}
