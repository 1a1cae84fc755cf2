import { fields, nullable, optional } from '../../../fields/field';
import { id, instant, oneOf, text } from '../../../fields/kinds';
const DELIVERY_STATUSES = ['received', 'applied', 'ignored', 'parked', 'duplicate', 'foreign'] as const;

export class DeliveryItem extends fields({
  eventId: id(),
  webhookId: nullable(id({ description: 'Null when we fetched it.' })),
  resourceType: text(),
  action: text(),
  status: oneOf(DELIVERY_STATUSES, { description: 'duplicate: another delivery had brought the event before.' }),
  reason: nullable(text()),
  receivedAt: instant(),
  connectionId: id(),
}) {}

export class DeliveryFilters extends fields({
  eventId: optional(id()),
  webhookId: optional(id()),
  resourceType: optional(text()),
  action: optional(text()),
  status: optional(oneOf(DELIVERY_STATUSES)),
  reason: optional(text()),
  receivedAtFrom: optional(instant()),
  receivedAtTo: optional(instant()),
}) {}

export class Redriven extends fields({
  eventId: id(),
}) {}
