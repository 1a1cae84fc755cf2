import { fields, nullable, optional } from '../../../fields/field';
import { amount, day, id, listOf, nested, text } from '../../../fields/kinds';
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
}) {}

export class ChangedScheduledPayment extends fields({
  id: id(),
  changed: optional(listOf(PreviewedChange, { description: 'Of a dry run only: all that would move.' })),
}) {}

export class CancelledScheduledPayment extends fields({
  id: id(),
}) {}
