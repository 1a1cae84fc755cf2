import { fields, nullable } from '../../../fields/field';
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
