import { RECEIPT_KINDS } from '../../../domain/accounting/document';
import { fields, nullable, optional } from '../../../fields/field';
import { amount, currency, day, id, instant, listOf, oneOf, text } from '../../../fields/kinds';
const KINDS = [...RECEIPT_KINDS, 'correction'] as const;

export class ReceiptFilters extends fields({
  number: optional(text()),
  kind: optional(oneOf(KINDS)),
  paymentId: optional(id()),
  customerId: optional(id()),
  salesOrderId: optional(id()),
  reversesId: optional(id()),
  correctsId: optional(id()),
  currency: optional(currency()),
  effectiveAtFrom: optional(instant()),
  effectiveAtTo: optional(instant()),
  postedAtFrom: optional(instant()),
  postedAtTo: optional(instant()),
}) {}

export class ReceiptLineFields extends fields({
  description: nullable(text({ description: 'Null when the customer was forgotten.' })),
  net: amount({ min: 0 }),
  tax: amount({ min: 0 }),
  amount: amount({ min: 0 }),
}) {}

/** Amounts are positive: `kind` tells the direction. */
export class ReceiptFields extends fields({
  id: id(),
  number: nullable(text({ description: 'Null for the moment until it is given.' })),
  kind: oneOf(KINDS),
  reversesId: nullable(id()),
  correctsId: nullable(id()),
  paymentId: id(),
  customerId: nullable(id()),
  amount: amount(),
  currency: currency(),
  chargeDate: nullable(day()),
  paidOutAt: nullable(instant()),
  taxDate: day(),
  postedAt: instant(),
  effectiveAt: instant(),
  lines: listOf(ReceiptLineFields),
  cause: nullable(text({ description: 'Of a reversal: why the money was lost.' })),
  gocardlessEventId: nullable(id()),
  connectionId: id(),
  customerName: nullable(text()),
  customerCompany: nullable(text()),
  salesOrderId: nullable(id()),
}) {}
