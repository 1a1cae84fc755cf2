import { PAYOUT_BOOKING_KINDS, RECEIPT_KINDS } from '../../../domain/accounting/document';
import { fields, nullable, optional } from '../../../fields/field';
import { amount, currency, day, id, instant, listOf, oneOf, text, wholeNumber } from '../../../fields/kinds';
const KINDS = [...RECEIPT_KINDS, ...PAYOUT_BOOKING_KINDS, 'correction'] as const;

export class TransactionFilters extends fields({
  id: optional(id()),
  kind: optional(oneOf(KINDS)),
  number: optional(text()),
  customerId: optional(id()),
  paymentId: optional(id()),
  payoutId: optional(id()),
  reversesId: optional(id()),
  correctsId: optional(id()),
  account: optional(text({ description: 'Transactions with an entry on it.' })),
  currency: optional(currency()),
  effectiveAtFrom: optional(instant()),
  effectiveAtTo: optional(instant()),
  postingDateFrom: optional(day()),
  postingDateTo: optional(day()),
}) {}

export class EntryFields extends fields({
  account: text(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
  currency: currency(),
}) {}

export class TransactionFields extends fields({
  id: id(),
  kind: oneOf(KINDS),
  number: nullable(text()),
  paymentId: nullable(id()),
  payoutId: nullable(id()),
  reversesId: nullable(id()),
  correctsId: nullable(id()),
  effectiveAt: instant(),
  postingDate: day({ description: 'The effective day, or the first open one where that day was closed.' }),
  recordedAt: instant(),
  entries: listOf(EntryFields),
  connectionId: id(),
  customerId: nullable(id()),
}) {}

export class LedgerAccountFields extends fields({
  connectionId: id(),
  account: text(),
  currency: currency(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
  balance: wholeNumber({ description: 'Debits less credits.' }),
}) {}

export class TrialBalanceFilters extends fields({
  currency: optional(currency({ description: 'May be left out where the books have only one.' })),
}) {}

export class AccountSumsFields extends fields({
  account: text(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
}) {}

/** Gross sums: what was ever debited and credited. */
export class TrialBalanceFields extends fields({
  connectionId: id(),
  currency: currency(),
  accounts: listOf(AccountSumsFields),
  totalDebit: amount({ min: 0 }),
  totalCredit: amount({ min: 0 }),
}) {}

export class ClosePeriodBody extends fields({
  connectionId: optional(id({ description: 'Needed when there are several connections.' })),
}) {}

export class ClosedPeriod extends fields({
  connectionId: id(),
  through: day(),
}) {}
