import { INCIDENT_TYPES, type IncidentType } from '../../../read-models/incidents/incident';
import { Flag, Id, Instant, OneOf, Text } from '../fields/fields';

export class IncidentFilters {
  @OneOf(INCIDENT_TYPES, { optional: true })
  type?: IncidentType;

  @Flag({ optional: true, description: 'false: only those that are open.' })
  resolved?: boolean;

  @Id({ optional: true })
  paymentId?: string;

  @Id({ optional: true })
  customerId?: string;
}

export class IncidentFields {
  @Id()
  id!: string;

  @OneOf(INCIDENT_TYPES)
  type!: IncidentType;

  @Id({ nullable: true })
  paymentId!: string | null;

  @Id({ nullable: true, description: 'The row of a balance export.' })
  row!: string | null;

  @Instant({ description: 'From when on it counts.' })
  since!: string;

  @Instant({ nullable: true })
  resolvedAt!: string | null;

  @OneOf(['facts', 'staff'], { nullable: true, description: 'facts: what has happened since has cleared it.' })
  resolvedBy!: 'facts' | 'staff' | null;

  @Text({ nullable: true, description: 'A reason, the other payment, amounts or statuses, by type.' })
  detail!: string | null;

  @Text({ nullable: true, max: 2000, description: 'What staff wrote when they resolved it.' })
  note!: string | null;

  @Id({ nullable: true })
  customerId!: string | null;

  @Id({ nullable: true })
  mandateId!: string | null;

  @Id({ nullable: true })
  scheduledPaymentId!: string | null;

  @Id({ nullable: true })
  payoutId!: string | null;

  @Id({ nullable: true, description: 'GoCardless’s event.' })
  eventId!: string | null;

  @Id()
  connectionId!: string;
}

export class ResolutionBody {
  @Text({ max: 2000, description: 'What came of it; kept as personal data.' })
  note!: string;
}

export class IncidentResolved {
  @Id()
  id!: string;
}
