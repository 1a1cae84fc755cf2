import {
  Amount,
  AnyObject,
  CurrencyCode,
  Day,
  Flag,
  Id,
  Instant,
  Nested,
  OneOf,
  Text,
  Texts,
  WholeNumber,
} from '../fields/fields';

const ORIGINS = ['scheduled_payment', 'balance_export', 'manual', 'adopted'] as const;

export class PaymentFilters {
  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  mandateId?: string;

  @Id({ optional: true })
  gocardlessPaymentId?: string;

  @OneOf(ORIGINS, { optional: true })
  origin?: (typeof ORIGINS)[number];

  @Id({ optional: true })
  salesOrderId?: string;

  @Id({ optional: true })
  scheduledPaymentId?: string;

  @Id({ optional: true })
  balanceExportId?: string;

  @WholeNumber({ optional: true })
  amount?: number;

  @CurrencyCode({ optional: true })
  currency?: string;

  @Day({ optional: true })
  chargeDate?: string;

  @Day({ optional: true })
  chargeDateFrom?: string;

  @Day({ optional: true })
  chargeDateTo?: string;

  @Text({ optional: true })
  status?: string;

  @Id({ optional: true })
  payoutId?: string;

  @Text({ optional: true, description: 'The round of its customer.' })
  round?: string;

  @Flag({ optional: true })
  accepted?: boolean;

  @Flag({ optional: true })
  scheduled?: boolean;

  @Flag({ optional: true })
  pending?: boolean;

  @Flag({ optional: true })
  submitted?: boolean;

  @Flag({ optional: true })
  succeeded?: boolean;

  @Flag({ optional: true })
  confirmed?: boolean;

  @Flag({ optional: true })
  paidOut?: boolean;

  @Flag({ optional: true })
  cancelled?: boolean;

  @Flag({ optional: true })
  hasErrors?: boolean;

  @Flag({ optional: true })
  lateFailure?: boolean;

  @Flag({ optional: true })
  chargedBack?: boolean;

  @Flag({ optional: true })
  retryScheduled?: boolean;
}

export class PaymentFlags {
  @Flag()
  scheduled!: boolean;

  @Flag()
  pending!: boolean;

  @Flag()
  submitted!: boolean;

  @Flag()
  succeeded!: boolean;

  @Flag()
  confirmed!: boolean;

  @Flag()
  paidOut!: boolean;

  @Flag()
  cancelled!: boolean;

  @Flag()
  hasErrors!: boolean;

  @Flag()
  lateFailure!: boolean;

  @Flag()
  chargedBack!: boolean;

  @Flag()
  retryScheduled!: boolean;
}

export class PaymentItem {
  @Id()
  id!: string;

  @Id({ nullable: true })
  gocardlessPaymentId!: string | null;

  @Id({ nullable: true, description: 'Null while nobody knows whose it is.' })
  customerId!: string | null;

  @Id()
  mandateId!: string;

  @OneOf(ORIGINS)
  origin!: string;

  @Amount()
  amount!: number;

  @CurrencyCode()
  currency!: string;

  @Day({ nullable: true })
  chargeDate!: string | null;

  @Text({ description: 'GoCardless’s, or before it `requested` or `rejected`.' })
  status!: string;

  @Nested(() => PaymentFlags)
  flags!: PaymentFlags;

  @Text()
  message!: string;

  @Amount({ min: 0 })
  amountRefunded!: number;

  @Text({ nullable: true, description: 'Of the receipt that stands.' })
  receiptNumber!: string | null;

  @Texts({ description: 'All documents of the payment; the id of one that has no number yet.' })
  receipts!: readonly string[];

  @Id({ nullable: true })
  payoutId!: string | null;

  @Flag()
  accepted!: boolean;

  @OneOf(['collector', 'system'], { nullable: true })
  acceptedBy!: string | null;

  @Instant({ nullable: true })
  paidOutAt!: string | null;

  @Id()
  connectionId!: string;

  @Text({ nullable: true })
  customerName!: string | null;

  @Id({ nullable: true })
  salesOrderId!: string | null;

  @Id({ nullable: true })
  scheduledPaymentId!: string | null;

  @Id({ nullable: true })
  balanceExportId!: string | null;

  @Id({ nullable: true })
  exportRowId!: string | null;

  @AnyObject({ nullable: true, description: 'Why an adopted payment needs a look.' })
  suspicion!: object | null;
}

export class AcceptPaymentsBody {
  @Texts({ min: 1, max: 500 })
  paymentIds!: string[];
}

export class AcceptedPayments {
  @WholeNumber({ min: 0 })
  accepted!: number;

  @WholeNumber({ min: 0 })
  alreadyAccepted!: number;
}

export class RefundBody {
  @Amount()
  amount!: number;
}

export class IdentifyPaymentBody {
  @Id()
  customerId!: string;
}

export class IdentifiedPayment {
  @Id()
  paymentId!: string;

  @Id()
  customerId!: string;
}

/** GoCardless was asked to do something with a payment. */
export class RequestedPayment {
  @Id()
  paymentId!: string;
}
