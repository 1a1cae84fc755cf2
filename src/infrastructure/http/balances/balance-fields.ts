import { fields, nullable, optional } from '../../../fields/field';
import { amount, currency, id, instant, listOf, text, wholeNumber } from '../../../fields/kinds';
const NEGATIVE_TOO = { min: Number.MIN_SAFE_INTEGER };

export class StateBalanceBody extends fields({
  amount: amount({
    ...NEGATIVE_TOO,
    description: 'Minor units; below zero the customer is in credit, and nothing is collected.',
  }),
  currency: currency(),
  asOf: text({
    max: 40,
    description: 'A time such as 2026-03-31T12:00:00Z, or a day, which begins at midnight. Not in the future.',
  }),
}) {}

export class StatedBalance extends fields({
  customerId: id(),
  currency: currency(),
  amount: amount(NEGATIVE_TOO),
  asOf: instant(),
}) {}

export class BalanceFilters extends fields({
  customerId: optional(id()),
  currency: optional(currency()),
  round: optional(text({ description: 'The round of its customer.' })),
}) {}

export class BalanceItem extends fields({
  customerId: id(),
  currency: currency(),
  stated: nullable(amount({ ...NEGATIVE_TOO, description: 'What the customer owed at `asOf`.' })),
  asOf: nullable(instant()),
  inFlight: amount({ min: 0, description: 'In rows of exports, and in payments that may still bring money.' }),
  paidSince: amount({ min: 0, description: 'Paid out since `asOf`.' }),
  reversedSince: amount({ min: 0, description: 'Lost again since `asOf`.' }),
  collectable: amount({ min: 0, description: 'stated − inFlight − paidSince + reversedSince, never below zero.' }),
  customerName: nullable(text()),
  connectionId: id(),
}) {}

export class ImportedTotal extends fields({
  currency: currency(),
  balances: wholeNumber({ min: 0 }),
  amount: amount(NEGATIVE_TOO),
}) {}

export class ImportedBalances extends fields({
  id: nullable(id({ description: 'Null for a dry run.' })),
  balances: wholeNumber({ min: 0 }),
  totals: listOf(ImportedTotal),
}) {}
