import { Amount, AnyObject, CurrencyCode, Day, Flag, Id, NestedList, OneOf, Text } from '../fields/fields';

const STATUSES = ['pending', 'paid', 'bounced'] as const;

export class PayoutFilters {
  @OneOf(STATUSES, { optional: true })
  status?: (typeof STATUSES)[number];

  @CurrencyCode({ optional: true })
  currency?: string;

  @Text({ optional: true })
  reference?: string;

  @Day({ optional: true })
  arrivalDate?: string;
}

/** What is null is not yet known from GoCardless. */
export class PayoutSummaryFields {
  @Id()
  id!: string;

  @Amount({ nullable: true, min: 0 })
  amount!: number | null;

  @Amount({ nullable: true, min: 0 })
  fees!: number | null;

  @CurrencyCode({ nullable: true })
  currency!: string | null;

  @OneOf(STATUSES)
  status!: string;

  @Text({ nullable: true })
  reference!: string | null;

  @Day({ nullable: true })
  arrivalDate!: string | null;

  @AnyObject({ nullable: true, description: 'Currency and amount at the bank, when converted.' })
  fx!: object | null;

  @Id()
  connectionId!: string;
}

export class PayoutItemFields {
  @Text()
  type!: string;

  @Text({ description: 'Decimal string of minor units, as GoCardless gives it.' })
  amount!: string;

  @Id({ nullable: true })
  paymentId!: string | null;

  @Flag({ description: 'Whether everything that it refers to is known here.' })
  matched!: boolean;

  @Id({ nullable: true })
  gocardlessPaymentId!: string | null;

  @Id({ nullable: true })
  refundId!: string | null;
}

export class PayoutFields extends PayoutSummaryFields {
  @NestedList(() => PayoutItemFields)
  items!: readonly PayoutItemFields[];

  @NestedList(() => PayoutItemFields, { description: 'The items that are not matched.' })
  unexplained!: readonly PayoutItemFields[];

  @OneOf(['not_listed', 'listed', 'gone'])
  itemsState!: string;

  @Text({ nullable: true, description: 'Items less amount where that is no rounding; decimal string of minor units.' })
  difference!: string | null;
}
