import { AnyObject, Id, Instant, Text, WholeNumber } from '../fields/fields';

/** Whose history is asked for: exactly one of these. */
export class TimelineFilters {
  @Id({ optional: true })
  paymentId?: string;

  @Id({ optional: true })
  mandateId?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  salesOrderId?: string;

  @Id({ optional: true })
  scheduledPaymentId?: string;

  @Id({ optional: true, description: 'Id or number of a receipt or one of its kin, or id of a payout booking.' })
  receiptId?: string;

  @Id({ optional: true })
  payoutId?: string;

  @Text({ optional: true, description: 'A stream of the log, such as payment-pay_….' })
  stream?: string;
}

export class TimelineFields {
  @Text()
  position!: string;

  @Text()
  type!: string;

  @Instant({ description: 'When it was true.' })
  effectiveAt!: string;

  @Instant({ description: 'When we recorded it.' })
  recordedAt!: string;

  @Text()
  actor!: string;

  @Text()
  causationId!: string;

  @Id({ nullable: true })
  gocardlessEventId!: string | null;

  @AnyObject({ description: 'What the event says; what was personal of who was forgotten is null.' })
  data!: unknown;

  @Id()
  eventId!: string;

  @Text()
  stream!: string;

  @WholeNumber({ min: 0 })
  revision!: number;

  @Text()
  correlationId!: string;

  @Text({ nullable: true, description: 'The webhook that brought it; null for what we fetched or decided.' })
  webhookId!: string | null;

  @Text({ nullable: true, description: 'The delivery that brought it, named after the hash of its body.' })
  deliveryStream!: string | null;
}
