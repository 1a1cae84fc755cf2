import { Amount, CurrencyCode, Id, Instant, NestedList, Text, WholeNumber } from '../fields/fields';

const NEGATIVE_TOO = { min: Number.MIN_SAFE_INTEGER };

export class StateBalanceBody {
  @Amount({
    ...NEGATIVE_TOO,
    description: 'Minor units; below zero the customer is in credit, and nothing is collected.',
  })
  amount!: number;

  @CurrencyCode()
  currency!: string;

  @Text({
    max: 40,
    description: 'A time such as 2026-03-31T12:00:00Z, or a day, which begins at midnight. Not in the future.',
  })
  asOf!: string;
}

export class StatedBalance {
  @Id()
  customerId!: string;

  @CurrencyCode()
  currency!: string;

  @Amount(NEGATIVE_TOO)
  amount!: number;

  @Instant()
  asOf!: string;
}

export class BalanceFilters {
  @Id({ optional: true })
  customerId?: string;

  @CurrencyCode({ optional: true })
  currency?: string;

  @Text({ optional: true, description: 'The round of its customer.' })
  round?: string;
}

export class BalanceItem {
  @Id()
  customerId!: string;

  @CurrencyCode()
  currency!: string;

  @Amount({ ...NEGATIVE_TOO, nullable: true, description: 'What the customer owed at `asOf`.' })
  stated!: number | null;

  @Instant({ nullable: true })
  asOf!: string | null;

  @Amount({ min: 0, description: 'In rows of exports, and in payments that may still bring money.' })
  inFlight!: number;

  @Amount({ min: 0, description: 'Paid out since `asOf`.' })
  paidSince!: number;

  @Amount({ min: 0, description: 'Lost again since `asOf`.' })
  reversedSince!: number;

  @Amount({ min: 0, description: 'stated − inFlight − paidSince + reversedSince, never below zero.' })
  collectable!: number;

  @Text({ nullable: true })
  customerName!: string | null;

  @Id()
  connectionId!: string;
}

export class ImportedTotal {
  @CurrencyCode()
  currency!: string;

  @WholeNumber({ min: 0 })
  balances!: number;

  @Amount(NEGATIVE_TOO)
  amount!: number;
}

export class ImportedBalances {
  @Id({ nullable: true, description: 'Null for a dry run.' })
  id!: string | null;

  @WholeNumber({ min: 0 })
  balances!: number;

  @NestedList(() => ImportedTotal)
  totals!: readonly ImportedTotal[];
}
