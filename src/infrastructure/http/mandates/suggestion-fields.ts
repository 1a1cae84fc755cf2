import { Id, OneOf } from '../fields/fields';

const REASONS = ['same_email', 'same_name', 'same_company', 'no_mandate', 'unknown_payer'] as const;
type Reason = (typeof REASONS)[number];

export class SuggestionItem {
  @Id({ nullable: true, description: 'Null for a mandate that looks like nobody.' })
  customerId!: string | null;

  @Id({ nullable: true, description: 'Null for a customer without a usable mandate, and without one that fits.' })
  mandateId!: string | null;

  @OneOf(REASONS)
  reason!: Reason;
}

export class SuggestionFilters {
  @OneOf(REASONS, { optional: true })
  reason?: Reason;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  mandateId?: string;
}
