import { fields, optional } from '../../../fields/field';
import { amount, currency, day, id, listOf, nested, oneOf, text, texts, wholeNumber } from '../../../fields/kinds';
import { INTERVALS } from '../../../domain/shared/calendar';

export class LineBody extends fields({
  item: text({ max: 500 }),
  quantity: wholeNumber({ min: 1 }),
  unitAmount: amount({ min: 0, description: 'Minor units, tax included.' }),
  taxRate: optional(text({ max: 20, description: 'Percentage such as "20" or "5.5"; "0" when left out.' })),
  incomeAccount: optional(text({ max: 20, description: 'The default income account when left out.' })),
}) {}

export class DueAmountBody extends fields({
  dueDate: day(),
  amount: amount(),
}) {}

/** Either the instalments one by one, or how many, from when and how far apart. */
export class PlanBody extends fields({
  instalments: optional(listOf(DueAmountBody, { min: 1, max: 500 })),
  count: optional(wholeNumber({ min: 1, max: 500, description: 'Equal parts; the last takes the rest.' })),
  firstDueDate: optional(day()),
  interval: optional(oneOf(INTERVALS)),
}) {}

export class PlaceSalesOrderBody extends fields({
  customerId: id(),
  currency: currency(),
  lines: listOf(LineBody, { min: 1, max: 100 }),
  plan: nested(PlanBody),
  mandateId: optional(id({ description: 'For every instalment; the customer’s default when left out.' })),
}) {}

export class PlacedSalesOrder extends fields({
  id: id(),
  scheduledPayments: texts({ description: 'In the order of the plan.' }),
}) {}
