import { fields, nullable, optional } from '../../../fields/field';
import {
  amount,
  currency,
  day,
  flag,
  id,
  instant,
  listOf,
  nested,
  oneOf,
  text,
  texts,
  wholeNumber,
} from '../../../fields/kinds';
const STATUSES = ['opened', 'exported', 'abandoned'] as const;
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

export class BalanceExportFilters extends fields({
  status: optional(oneOf(STATUSES)),
  currency: optional(currency()),
}) {}

export class BalanceExportItem extends fields({
  id: id(),
  connectionId: id(),
  currency: currency(),
  chargeDate: nullable(day()),
  status: oneOf(STATUSES, { description: 'Only `exported` ones are sealed and have rows.' }),
  rows: nullable(wholeNumber({ min: 0 })),
  totalAmount: nullable(amount({ min: 0 })),
  released: wholeNumber({ min: 0, description: 'Rows that were given up.' }),
  rowsSha256: nullable(text()),
  csvSha256: nullable(text()),
  xlsxSha256: nullable(text()),
  openedAt: instant(),
  sealedAt: nullable(instant()),
  added: flag({ description: 'Its rows are payments that are waited for.' }),
  addedAt: nullable(instant()),
  collected: flag({ description: 'Its rows are sent through the API.' }),
  collectedAt: nullable(instant()),
  notReproducibleSince: nullable(instant({ description: 'Since then a person of its files is forgotten.' })),
}) {}

export class CollectionProgress extends fields({
  sent: wholeNumber({ min: 0, description: 'Rows that GoCardless has.' }),
  refused: wholeNumber({ min: 0, description: 'Rows that GoCardless refused.' }),
  of: wholeNumber({ min: 0, description: 'All rows but those that were given up and never seen.' }),
}) {}

export class BalanceExportProgress extends fields({
  ...CollectionProgress.fields,
  afterCancellation: wholeNumber({ min: 0, description: 'Given up, and seen all the same.' }),
  amountDiffers: wholeNumber({ min: 0 }),
  notSeen: wholeNumber({ min: 0, description: 'GoCardless should have shown them by now.' }),
}) {}

export class BalanceExportDetails extends fields({
  ...BalanceExportItem.fields,
  progress: nested(BalanceExportProgress),
}) {}

export class ExportRowFilters extends fields({
  customerId: optional(id()),
  released: optional(flag()),
  afterCancellation: optional(flag()),
  amountDiffers: optional(flag()),
  notSeen: optional(flag()),
}) {}

export class ExportRowItem extends fields({
  id: id(),
  number: wholeNumber({ min: 1 }),
  customerId: id(),
  customerName: nullable(text()),
  mandateId: nullable(id()),
  currency: currency(),
  amount: amount({ description: 'As it stands in the file.' }),
  collectedAmount: nullable(amount({ description: 'What GoCardless collects; null until it shows the payment.' })),
  paymentId: nullable(id()),
  status: text({
    description: '`exported`, `released`, `matched`, `awaiting_gocardless`, or the status of its payment.',
  }),
  released: flag(),
  afterCancellation: flag({ description: 'Given up, and seen at GoCardless all the same.' }),
  amountDiffers: flag(),
  notSeen: flag({ description: 'GoCardless should have shown it by now.' }),
  matchedTo: nullable(id({ description: 'The payment made elsewhere that was taken for this row.' })),
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

export class RowMatchFields extends fields({
  rowId: id(),
  paymentId: id(),
}) {}

export class RowMatchItem extends fields({
  ...RowMatchFields.fields,
  number: wholeNumber({ min: 1 }),
  customerId: id(),
  mandateId: id(),
  amount: amount(),
  currency: currency(),
  gocardlessPaymentId: nullable(id()),
  submittedAt: nullable(instant()),
}) {}

export class ConfirmMatchesBody extends fields({
  matches: optional(listOf(RowMatchFields, { min: 1, description: 'All that are suggested when left out.' })),
}) {}

export class ConfirmedMatches extends fields({
  confirmed: wholeNumber({ min: 0 }),
}) {}
