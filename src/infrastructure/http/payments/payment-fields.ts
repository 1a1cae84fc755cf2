import { fields, nullable, optional } from '../../../fields/field';
import {
  amount,
  anyObject,
  currency,
  day,
  flag,
  id,
  instant,
  nested,
  oneOf,
  text,
  texts,
  wholeNumber,
} from '../../../fields/kinds';
const ORIGINS = ['scheduled_payment', 'balance_export', 'manual', 'adopted'] as const;

export class PaymentFilters extends fields({
  customerId: optional(id()),
  mandateId: optional(id()),
  gocardlessPaymentId: optional(id()),
  origin: optional(oneOf(ORIGINS)),
  salesOrderId: optional(id()),
  scheduledPaymentId: optional(id()),
  balanceExportId: optional(id()),
  amount: optional(wholeNumber()),
  currency: optional(currency()),
  chargeDate: optional(day()),
  chargeDateFrom: optional(day()),
  chargeDateTo: optional(day()),
  status: optional(text()),
  payoutId: optional(id()),
  round: optional(text({ description: 'The round of its customer.' })),
  accepted: optional(flag()),
  scheduled: optional(flag()),
  pending: optional(flag()),
  submitted: optional(flag()),
  succeeded: optional(flag()),
  confirmed: optional(flag()),
  paidOut: optional(flag()),
  cancelled: optional(flag()),
  hasErrors: optional(flag()),
  lateFailure: optional(flag()),
  chargedBack: optional(flag()),
  retryScheduled: optional(flag()),
}) {}

export class PaymentFlags extends fields({
  scheduled: flag(),
  pending: flag(),
  submitted: flag(),
  succeeded: flag(),
  confirmed: flag(),
  paidOut: flag(),
  cancelled: flag(),
  hasErrors: flag(),
  lateFailure: flag(),
  chargedBack: flag(),
  retryScheduled: flag(),
}) {}

export class PaymentItem extends fields({
  id: id(),
  gocardlessPaymentId: nullable(id()),
  customerId: nullable(id({ description: 'Null while nobody knows whose it is.' })),
  mandateId: id(),
  origin: oneOf(ORIGINS),
  amount: amount(),
  currency: currency(),
  chargeDate: nullable(day()),
  status: text({ description: 'GoCardless’s, or before it `requested` or `rejected`.' }),
  flags: nested(PaymentFlags),
  message: text(),
  amountRefunded: amount({ min: 0 }),
  receiptNumber: nullable(text({ description: 'Of the receipt that stands.' })),
  receipts: texts({ description: 'All documents of the payment; the id of one that has no number yet.' }),
  payoutId: nullable(id()),
  accepted: flag(),
  acceptedBy: nullable(oneOf(['collector', 'system'])),
  paidOutAt: nullable(instant()),
  connectionId: id(),
  customerName: nullable(text()),
  salesOrderId: nullable(id()),
  scheduledPaymentId: nullable(id()),
  balanceExportId: nullable(id()),
  exportRowId: nullable(id()),
  suspicion: nullable(anyObject<object>({ description: 'Why an adopted payment needs a look.' })),
}) {}

export class AcceptPaymentsBody extends fields({
  paymentIds: texts({ min: 1, max: 500 }),
}) {}

export class AcceptedPayments extends fields({
  accepted: wholeNumber({ min: 0 }),
  alreadyAccepted: wholeNumber({ min: 0 }),
}) {}

export class RefundBody extends fields({
  amount: amount(),
}) {}

export class IdentifyPaymentBody extends fields({
  customerId: id(),
}) {}

export class IdentifiedPayment extends fields({
  paymentId: id(),
  customerId: id(),
}) {}

/** GoCardless was asked to do something with a payment. */
export class RequestedPayment extends fields({
  paymentId: id(),
}) {}
