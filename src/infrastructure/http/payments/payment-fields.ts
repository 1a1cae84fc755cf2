import { fields } from '../../../fields/field';
import { amount, id, texts, wholeNumber } from '../../../fields/kinds';
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
