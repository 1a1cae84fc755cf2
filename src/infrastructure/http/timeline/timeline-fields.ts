import { fields, nullable, optional } from '../../../fields/field';
import { anyObject, id, instant, text, wholeNumber } from '../../../fields/kinds';
/** Whose history is asked for: exactly one of these. */
export class TimelineFilters extends fields({
  paymentId: optional(id()),
  mandateId: optional(id()),
  customerId: optional(id()),
  salesOrderId: optional(id()),
  scheduledPaymentId: optional(id()),
  receiptId: optional(id({ description: 'Id or number of a receipt or one of its kin, or id of a payout booking.' })),
  payoutId: optional(id()),
  stream: optional(text({ description: 'A stream of the log, such as payment-pay_….' })),
}) {}

export class TimelineFields extends fields({
  position: text(),
  type: text(),
  effectiveAt: instant({ description: 'When it was true.' }),
  recordedAt: instant({ description: 'When we recorded it.' }),
  actor: text(),
  causationId: text(),
  gocardlessEventId: nullable(id()),
  data: anyObject({ description: 'What the event says; what was personal of who was forgotten is null.' }),
  eventId: id(),
  stream: text(),
  revision: wholeNumber({ min: 0 }),
  correlationId: text(),
  webhookId: nullable(text({ description: 'The webhook that brought it; null for what we fetched or decided.' })),
  deliveryStream: nullable(text({ description: 'The delivery that brought it, named after the hash of its body.' })),
}) {}
