import { Day, Flag, Id, OneOf, Text } from '../fields/fields';

const MANDATE_STATUSES = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
  'failed',
  'cancelled',
  'expired',
  'consumed',
  'blocked',
  'unknown',
] as const;
type MandateStatus = (typeof MANDATE_STATUSES)[number];

const FOUND_BY = ['email', 'gocardless_customer_id', 'mandate_id', 'itself'] as const;
type FoundBy = (typeof FOUND_BY)[number];

export class MandateItem {
  @Id()
  mandateId!: string;

  @Id()
  customerId!: string;

  @Text({ nullable: true })
  customerName!: string | null;

  @Id({ nullable: true })
  gocardlessCustomerId!: string | null;

  @Text({ nullable: true })
  scheme!: string | null;

  @OneOf(MANDATE_STATUSES)
  status!: MandateStatus;

  @Flag()
  usable!: boolean;

  @Text({ nullable: true })
  reference!: string | null;

  @Day({ nullable: true, description: 'As GoCardless showed it when the mandate was linked.' })
  nextPossibleChargeDate!: string | null;

  @Id()
  connectionId!: string;

  @Flag()
  linked!: boolean;

  @Text({ nullable: true, description: 'GoCardless’s cause of the status.' })
  cause!: string | null;

  @Id({ description: 'The mandate that took its place in the end; itself when there is none.' })
  effectiveMandateId!: string;

  @Text({ nullable: true })
  bankName!: string | null;

  @Text({ nullable: true })
  accountNumberEnding!: string | null;

  @Text({ nullable: true })
  company!: string | null;

  @Text({ nullable: true, description: 'For example mandate_cancelled or mandate_replaced; null while it is usable.' })
  unusableReason!: string | null;

  @OneOf(FOUND_BY, { nullable: true, description: 'What led to it; itself: nobody had to look for it.' })
  foundBy!: FoundBy | null;

  @Text({ nullable: true, description: 'Who linked it: user:<key>, or gocardless for one that linked itself.' })
  linkedBy!: string | null;

  @Day({ nullable: true, description: 'The latest charge date of a payment on it that was not cancelled.' })
  lastUsedAt!: string | null;

  @Flag({ description: 'It was chosen for its currency, or took the place of the one that was.' })
  default!: boolean;
}

export class MandateFilters {
  @Id({ optional: true })
  mandateId?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  gocardlessCustomerId?: string;

  @Text({ optional: true })
  scheme?: string;

  @OneOf(MANDATE_STATUSES, { optional: true })
  status?: MandateStatus;

  @Flag({ optional: true })
  usable?: boolean;

  @Text({ optional: true })
  unusableReason?: string;

  @Text({ optional: true, max: 500 })
  customerName?: string;

  @Text({ optional: true, max: 500 })
  company?: string;

  @OneOf(FOUND_BY, { optional: true })
  foundBy?: FoundBy;

  @Text({ optional: true })
  linkedBy?: string;

  @Flag({ optional: true })
  default?: boolean;

  @Flag({ optional: true, description: 'Also those that were taken off their customer.' })
  includeUnlinked?: boolean;
}
