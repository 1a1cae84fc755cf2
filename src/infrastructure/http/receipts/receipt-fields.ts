import { Amount, CurrencyCode, Day, Id, Instant, NestedList, OneOf, Text } from '../fields/fields';

const KINDS = [
  'receipt',
  'reversal',
  'refund',
  'refund_returned',
  'prior_loss',
  'prior_restored',
  'correction',
] as const;

export class ReceiptFilters {
  @Text({ optional: true })
  number?: string;

  @OneOf(KINDS, { optional: true })
  kind?: (typeof KINDS)[number];

  @Id({ optional: true })
  paymentId?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  salesOrderId?: string;

  @Id({ optional: true })
  reversesId?: string;

  @Id({ optional: true })
  correctsId?: string;

  @CurrencyCode({ optional: true })
  currency?: string;

  @Instant({ optional: true })
  effectiveAtFrom?: string;

  @Instant({ optional: true })
  effectiveAtTo?: string;

  @Instant({ optional: true })
  postedAtFrom?: string;

  @Instant({ optional: true })
  postedAtTo?: string;
}

export class ReceiptLineFields {
  @Text({ nullable: true, description: 'Null when the customer was forgotten.' })
  description!: string | null;

  @Amount({ min: 0 })
  net!: number;

  @Amount({ min: 0 })
  tax!: number;

  @Amount({ min: 0 })
  amount!: number;
}

/** Amounts are positive: `kind` tells the direction. */
export class ReceiptFields {
  @Id()
  id!: string;

  @Text({ nullable: true, description: 'Null for the moment until it is given.' })
  number!: string | null;

  @OneOf(KINDS)
  kind!: string;

  @Id({ nullable: true })
  reversesId!: string | null;

  @Id({ nullable: true })
  correctsId!: string | null;

  @Id()
  paymentId!: string;

  @Id({ nullable: true })
  customerId!: string | null;

  @Amount()
  amount!: number;

  @CurrencyCode()
  currency!: string;

  @Day({ nullable: true })
  chargeDate!: string | null;

  @Instant({ nullable: true })
  paidOutAt!: string | null;

  @Day()
  taxDate!: string;

  @Instant()
  postedAt!: string;

  @Instant()
  effectiveAt!: string;

  @NestedList(() => ReceiptLineFields)
  lines!: readonly ReceiptLineFields[];

  @Text({ nullable: true, description: 'Of a reversal: why the money was lost.' })
  cause!: string | null;

  @Id({ nullable: true })
  gocardlessEventId!: string | null;

  @Id()
  connectionId!: string;

  @Text({ nullable: true })
  customerName!: string | null;

  @Id({ nullable: true })
  salesOrderId!: string | null;
}
