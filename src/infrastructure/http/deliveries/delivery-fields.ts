import { Id, Instant, OneOf, Text } from '../fields/fields';

const DELIVERY_STATUSES = ['received', 'applied', 'ignored', 'parked', 'duplicate', 'foreign'] as const;
type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export class DeliveryItem {
  @Id()
  eventId!: string;

  @Id({ nullable: true, description: 'Null when we fetched it.' })
  webhookId!: string | null;

  @Text()
  resourceType!: string;

  @Text()
  action!: string;

  @OneOf(DELIVERY_STATUSES, { description: 'duplicate: another delivery had brought the event before.' })
  status!: DeliveryStatus;

  @Text({ nullable: true })
  reason!: string | null;

  @Instant()
  receivedAt!: string;

  @Id()
  connectionId!: string;
}

export class DeliveryFilters {
  @Id({ optional: true })
  eventId?: string;

  @Id({ optional: true })
  webhookId?: string;

  @Text({ optional: true })
  resourceType?: string;

  @Text({ optional: true })
  action?: string;

  @OneOf(DELIVERY_STATUSES, { optional: true })
  status?: DeliveryStatus;

  @Text({ optional: true })
  reason?: string;

  @Instant({ optional: true })
  receivedAtFrom?: string;

  @Instant({ optional: true })
  receivedAtTo?: string;
}

export class Redriven {
  @Id()
  eventId!: string;
}
