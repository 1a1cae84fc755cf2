import { CollectionProgress } from '../../../read-models/balance-exports/list';
import { RowMatchFields } from '../../../read-models/balance-exports/row-matches';
import { fields, optional } from '../../../fields/field';
import {
  amount,
  currency,
  day,
  flag,
  id,
  listOf,
  nested,
  oneOf,
  text,
  texts,
  wholeNumber,
} from '../../../fields/kinds';
const REASONS = ['no_usable_mandate', 'nothing_collectable', 'wrong_currency', 'changed_meanwhile'] as const;

export class ExportBalancesBody extends fields({
  currency: currency(),
  customerIds: optional(texts({ min: 1, description: 'All with a stated balance when left out.' })),
  chargeDate: optional(day({ description: 'As soon as possible when left out.' })),
  description: optional(
    text({ max: 100, description: 'Stands on the payers’ bank statements where the scheme shows one.' }),
  ),
  dryRun: optional(flag({ description: 'Only say what would be exported.' })),
  connectionId: optional(id({ description: 'Where there are several connections.' })),
}) {}

export class LeftOutCustomer extends fields({
  customerId: id(),
  reason: oneOf(REASONS),
}) {}

export class PreviewedRow extends fields({
  customerId: id(),
  mandateId: id(),
  amount: amount(),
}) {}

export class ExportedBalances extends fields({
  id: optional(id({ description: 'Not in a dry run.' })),
  currency: currency(),
  rows: wholeNumber({ min: 0 }),
  totalAmount: amount({ min: 0 }),
  leftOut: listOf(LeftOutCustomer),
  csvSha256: optional(text({ description: 'Not in a dry run.' })),
  xlsxSha256: optional(text({ description: 'Not in a dry run.' })),
  preview: optional(listOf(PreviewedRow, { description: 'The first rows, in a dry run only.' })),
}) {}

export class AddedBalances extends fields({
  created: wholeNumber({ min: 0 }),
  alreadyAdded: wholeNumber({ min: 0 }),
}) {}

export class CollectedBalances extends fields({
  progress: nested(CollectionProgress),
}) {}

export class CancelBalanceExportBody extends fields({
  rows: optional(texts({ min: 1, description: 'Ids of rows; all that GoCardless has not shown when left out.' })),
}) {}

export class CancelledRows extends fields({
  released: wholeNumber({ min: 0 }),
  kept: wholeNumber({ min: 0, description: 'Rows whose payment GoCardless has, or may have.' }),
}) {}

export class ConfirmMatchesBody extends fields({
  matches: optional(listOf(RowMatchFields, { min: 1, description: 'All that are suggested when left out.' })),
}) {}

export class ConfirmedMatches extends fields({
  confirmed: wholeNumber({ min: 0 }),
}) {}
