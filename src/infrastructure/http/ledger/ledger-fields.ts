import { Amount, CurrencyCode, Day, Id, Instant, NestedList, OneOf, Text, WholeNumber } from '../fields/fields';

const KINDS = [
  'receipt',
  'reversal',
  'refund',
  'refund_returned',
  'prior_loss',
  'prior_restored',
  'payout',
  'payout_bounced',
  'payout_restored',
  'correction',
] as const;

export class TransactionFilters {
  @Id({ optional: true })
  id?: string;

  @OneOf(KINDS, { optional: true })
  kind?: string;

  @Text({ optional: true })
  number?: string;

  @Id({ optional: true })
  customerId?: string;

  @Id({ optional: true })
  paymentId?: string;

  @Id({ optional: true })
  payoutId?: string;

  @Id({ optional: true })
  reversesId?: string;

  @Id({ optional: true })
  correctsId?: string;

  @Text({ optional: true, description: 'Transactions with an entry on it.' })
  account?: string;

  @CurrencyCode({ optional: true })
  currency?: string;

  @Instant({ optional: true })
  effectiveAtFrom?: string;

  @Instant({ optional: true })
  effectiveAtTo?: string;

  @Day({ optional: true })
  postingDateFrom?: string;

  @Day({ optional: true })
  postingDateTo?: string;
}

export class EntryFields {
  @Text()
  account!: string;

  @Amount({ min: 0 })
  debit!: number;

  @Amount({ min: 0 })
  credit!: number;

  @CurrencyCode()
  currency!: string;
}

export class TransactionFields {
  @Id()
  id!: string;

  @OneOf(KINDS)
  kind!: string;

  @Text({ nullable: true })
  number!: string | null;

  @Id({ nullable: true })
  paymentId!: string | null;

  @Id({ nullable: true })
  payoutId!: string | null;

  @Id({ nullable: true })
  reversesId!: string | null;

  @Id({ nullable: true })
  correctsId!: string | null;

  @Instant()
  effectiveAt!: string;

  @Day({ description: 'The effective day, or the first open one where that day was closed.' })
  postingDate!: string;

  @Instant()
  recordedAt!: string;

  @NestedList(() => EntryFields)
  entries!: readonly EntryFields[];

  @Id()
  connectionId!: string;

  @Id({ nullable: true })
  customerId!: string | null;
}

export class LedgerAccountFields {
  @Id()
  connectionId!: string;

  @Text()
  account!: string;

  @CurrencyCode()
  currency!: string;

  @Amount({ min: 0 })
  debit!: number;

  @Amount({ min: 0 })
  credit!: number;

  @WholeNumber({ description: 'Debits less credits.' })
  balance!: number;
}

export class TrialBalanceFilters {
  @CurrencyCode({ optional: true, description: 'May be left out where the books have only one.' })
  currency?: string;
}

export class AccountSumsFields {
  @Text()
  account!: string;

  @Amount({ min: 0 })
  debit!: number;

  @Amount({ min: 0 })
  credit!: number;
}

/** Gross sums: what was ever debited and credited. */
export class TrialBalanceFields {
  @Id()
  connectionId!: string;

  @CurrencyCode()
  currency!: string;

  @NestedList(() => AccountSumsFields)
  accounts!: readonly AccountSumsFields[];

  @Amount({ min: 0 })
  totalDebit!: number;

  @Amount({ min: 0 })
  totalCredit!: number;
}

export class ClosePeriodBody {
  @Id({ optional: true, description: 'Needed when there are several connections.' })
  connectionId?: string;
}

export class ClosedPeriod {
  @Id()
  connectionId!: string;

  @Day()
  through!: string;
}
