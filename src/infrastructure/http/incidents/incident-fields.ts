import { fields, nullable, optional } from '../../../fields/field';
import { flag, id, instant, oneOf, text } from '../../../fields/kinds';
import { INCIDENT_TYPES } from '../../../read-models/incidents/incident';

export class IncidentFilters extends fields({
  type: optional(oneOf(INCIDENT_TYPES)),
  resolved: optional(flag({ description: 'false: only those that are open.' })),
  paymentId: optional(id()),
  customerId: optional(id()),
}) {}

export class IncidentFields extends fields({
  id: id(),
  type: oneOf(INCIDENT_TYPES),
  paymentId: nullable(id()),
  row: nullable(id({ description: 'The row of a balance export.' })),
  since: instant({ description: 'From when on it counts.' }),
  resolvedAt: nullable(instant()),
  resolvedBy: nullable(oneOf(['facts', 'staff'], { description: 'facts: what has happened since has cleared it.' })),
  detail: nullable(text({ description: 'A reason, the other payment, amounts or statuses, by type.' })),
  note: nullable(text({ max: 2000, description: 'What staff wrote when they resolved it.' })),
  customerId: nullable(id()),
  mandateId: nullable(id()),
  scheduledPaymentId: nullable(id()),
  payoutId: nullable(id()),
  eventId: nullable(id({ description: 'GoCardless’s event.' })),
  connectionId: id(),
}) {}

export class ResolutionBody extends fields({
  note: text({ max: 2000, description: 'What came of it; kept as personal data.' }),
}) {}

export class IncidentResolved extends fields({
  id: id(),
}) {}
