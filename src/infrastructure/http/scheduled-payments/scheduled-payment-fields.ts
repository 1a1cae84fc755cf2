import { Amount, CurrencyCode, Day, Flag, Id, Nested, NestedList, Text, WholeNumber } from '../fields/fields';

export class ScheduledPaymentFilters {
  @Id({ optional: true })
  salesOrderId?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  mandateId?: string;

  @CurrencyCode({ optional: true })
  currency?: string;

  @Day({ optional: true })
  dueDate?: string;

  @Day({ optional: true })
  dueDateFrom?: string;

  @Day({ optional: true })
  dueDateTo?: string;

  @Id({ optional: true })
  paymentId?: string;

  @Flag({ optional: true })
  paymentCreated?: boolean;

  @Flag({ optional: true })
  isProcessed?: boolean;

  @Flag({ optional: true })
  succeeded?: boolean;

  @Flag({ optional: true })
  isPaymentProcessed?: boolean;

  @Flag({ optional: true })
  hasErrors?: boolean;

  @Flag({ optional: true })
  isCancelled?: boolean;
}

export class ScheduledPaymentFlags {
  @Flag()
  isDirectDebit!: boolean;

  @Flag()
  paymentCreated!: boolean;

  @Flag()
  isProcessed!: boolean;

  @Flag()
  succeeded!: boolean;

  @Flag()
  isPaymentProcessed!: boolean;

  @Flag()
  hasErrors!: boolean;

  @Flag()
  isCancelled!: boolean;
}

export class ScheduledPaymentItem {
  @Id()
  id!: string;

  @Id()
  salesOrderId!: string;

  @Id({ nullable: true, description: 'Null = the customer’s default when it is sent.' })
  mandateId!: string | null;

  @Day()
  dueDate!: string;

  @Amount()
  amount!: number;

  @CurrencyCode()
  currency!: string;

  @Id({ nullable: true, description: 'Of the newest attempt.' })
  paymentId!: string | null;

  @Nested(() => ScheduledPaymentFlags)
  flags!: ScheduledPaymentFlags;

  @Text({ nullable: true })
  message!: string | null;

  @Id()
  connectionId!: string;

  @Id()
  customerId!: string;

  @Text({ nullable: true })
  customerName!: string | null;

  @WholeNumber({ min: 0, description: 'How often it was sent.' })
  attempt!: number;

  @Day({ nullable: true, description: 'As GoCardless set it for the newest attempt.' })
  chargeDate!: string | null;
}

export class ChangeScheduledPaymentBody {
  @Day({ optional: true })
  dueDate?: string;

  @Amount({ optional: true, description: 'The last unsent instalment takes the difference.' })
  amount?: number;

  @Id({ optional: true, nullable: true, description: 'Null = the customer’s default again.' })
  mandateId?: string | null;
}

export class RefusedField {
  @Text({ nullable: true })
  field!: string | null;

  @Text()
  message!: string;
}

export class RejectedSubmission {
  @Text()
  type!: string;

  @Text()
  reason!: string;

  @NestedList(() => RefusedField)
  errors!: readonly RefusedField[];
}

export class Submitted {
  @Id()
  paymentId!: string;

  @Nested(() => RejectedSubmission, { optional: true, description: 'Only when GoCardless refused it.' })
  rejected?: RejectedSubmission;
}

export class ChangedScheduledPayment {
  @Id()
  id!: string;
}
