import { fields, nullable, optional } from '../../../fields/field';
import { amount, currency, day, id, listOf, nested, text, wholeNumber } from '../../../fields/kinds';
export class ChangeScheduledPaymentBody extends fields({
  dueDate: optional(day()),
  amount: optional(amount({ description: 'The last unsent instalment takes the difference.' })),
  mandateId: optional(nullable(id({ description: 'Null = the customer’s default again.' }))),
}) {}

export class RefusedField extends fields({
  field: nullable(text()),
  message: text(),
}) {}

export class RejectedSubmission extends fields({
  type: text(),
  reason: text(),
  errors: listOf(RefusedField),
}) {}

export class Submitted extends fields({
  paymentId: id(),
  rejected: optional(nested(RejectedSubmission, { description: 'Only when GoCardless refused it.' })),
}) {}

/** An instalment of which the amount, the date or the mandate would move. */
export class PreviewedChange extends fields({
  id: id(),
  dueDate: day(),
  amountFrom: amount(),
  amountTo: amount(),
  currency: currency(),
}) {}

export class ChangedScheduledPayment extends fields({
  id: id(),
  changed: optional(listOf(PreviewedChange, { description: 'Of a dry run only: all that would move.' })),
}) {}

export class RefusedOrder extends fields({
  salesOrderId: id(),
  code: text(),
  detail: text(),
}) {}

export class ImportedChanges extends fields({
  lines: wholeNumber({ min: 1 }),
  changed: listOf(PreviewedChange, {
    description: 'All that moves, also what no line names: the last unsent instalment of an order takes a difference.',
  }),
  notChanged: listOf(RefusedOrder, { description: 'Orders that changed between the check and the change.' }),
}) {}

export class CancelledScheduledPayment extends fields({
  id: id(),
}) {}
