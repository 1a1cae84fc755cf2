import { fields, nullable, optional } from '../../../fields/field';
import { amount, currency, day, flag, id, listOf, nested, text, wholeNumber } from '../../../fields/kinds';
export class ScheduledPaymentFilters extends fields({
  salesOrderId: optional(id()),
  customerId: optional(id()),
  mandateId: optional(id()),
  currency: optional(currency()),
  dueDate: optional(day()),
  dueDateFrom: optional(day()),
  dueDateTo: optional(day()),
  paymentId: optional(id()),
  paymentCreated: optional(flag()),
  isProcessed: optional(flag()),
  succeeded: optional(flag()),
  isPaymentProcessed: optional(flag()),
  hasErrors: optional(flag()),
  isCancelled: optional(flag()),
}) {}

export class ScheduledPaymentFlags extends fields({
  isDirectDebit: flag(),
  paymentCreated: flag(),
  isProcessed: flag(),
  succeeded: flag(),
  isPaymentProcessed: flag(),
  hasErrors: flag(),
  isCancelled: flag(),
}) {}

export class ScheduledPaymentItem extends fields({
  id: id(),
  salesOrderId: id(),
  mandateId: nullable(id({ description: 'Null = the customer’s default when it is sent.' })),
  dueDate: day(),
  amount: amount(),
  currency: currency(),
  paymentId: nullable(id({ description: 'Of the newest attempt.' })),
  flags: nested(ScheduledPaymentFlags),
  message: nullable(text()),
  connectionId: id(),
  customerId: id(),
  customerName: nullable(text()),
  attempt: wholeNumber({ min: 0, description: 'How often it was sent.' }),
  chargeDate: nullable(day({ description: 'As GoCardless set it for the newest attempt.' })),
}) {}

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

export class ChangedScheduledPayment extends fields({
  id: id(),
}) {}
