import { fields, nullable, optional } from '../../../fields/field';
import { id, oneOf } from '../../../fields/kinds';
const REASONS = ['same_email', 'same_name', 'same_company', 'no_mandate', 'unknown_payer'] as const;

export class SuggestionItem extends fields({
  customerId: nullable(id({ description: 'Null for a mandate that looks like nobody.' })),
  mandateId: nullable(id({ description: 'Null for a customer without a usable mandate, and without one that fits.' })),
  reason: oneOf(REASONS),
}) {}

export class SuggestionFilters extends fields({
  reason: optional(oneOf(REASONS)),
  customerId: optional(id()),
  mandateId: optional(id()),
}) {}
