import { fields, nullable, optional } from '../../../fields/field';
import { amount, anyObject, currency, day, flag, id, listOf, oneOf, text } from '../../../fields/kinds';
const STATUSES = ['pending', 'paid', 'bounced'] as const;

export class PayoutFilters extends fields({
  status: optional(oneOf(STATUSES)),
  currency: optional(currency()),
  reference: optional(text()),
  arrivalDate: optional(day()),
}) {}

/** What is null is not yet known from GoCardless. */
export class PayoutSummaryFields extends fields({
  id: id(),
  amount: nullable(amount({ min: 0 })),
  fees: nullable(amount({ min: 0 })),
  currency: nullable(currency()),
  status: oneOf(STATUSES),
  reference: nullable(text()),
  arrivalDate: nullable(day()),
  fx: nullable(anyObject<object>({ description: 'Currency and amount at the bank, when converted.' })),
  connectionId: id(),
}) {}

export class PayoutItemFields extends fields({
  type: text(),
  amount: text({ description: 'Decimal string of minor units, as GoCardless gives it.' }),
  paymentId: nullable(id()),
  matched: flag({ description: 'Whether everything that it refers to is known here.' }),
  gocardlessPaymentId: nullable(id()),
  refundId: nullable(id()),
}) {}

export class PayoutFields extends fields({
  ...PayoutSummaryFields.fields,
  items: listOf(PayoutItemFields),
  unexplained: listOf(PayoutItemFields, { description: 'The items that are not matched.' }),
  itemsState: oneOf(['not_listed', 'listed', 'gone']),
  difference: nullable(
    text({ description: 'Items less amount where that is no rounding; decimal string of minor units.' }),
  ),
}) {}
