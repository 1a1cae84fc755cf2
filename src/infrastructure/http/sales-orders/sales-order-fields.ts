import { type Field, fields, optional } from '../../../fields/field';
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
import { plainDecimal } from '../../../domain/sales-orders/line-amount';
import { ORDER_WARNINGS } from '../../../application/sales-orders/preview-sales-order';
import { INTERVALS } from '../../../domain/shared/calendar';

/** A whole number, or a decimal as text. */
const quantity: Field<number | string> = {
  kind: 'text',
  schema: {
    oneOf: [
      { type: 'integer', minimum: 1 },
      { type: 'string', pattern: String.raw`^\d{1,9}(\.\d{1,4})?$` },
    ],
  },
  code: 'not_a_quantity',
  message: 'must be a whole number above 0, or a decimal as text with at most four places such as "1.5"',
  description: 'A whole number, or a decimal as text with at most four places.',
  read: (value) => {
    if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 1 ? value : undefined;
    return typeof value === 'string' && plainDecimal(value) !== null ? value : undefined;
  },
};

export class DiscountBody extends fields({
  amount: optional(amount({ min: 0, description: 'Minor units, tax included.' })),
  percentage: optional(text({ max: 20, description: 'Of quantity × unitAmount, such as "12.5".' })),
}) {}

export class LineBody extends fields({
  item: text({ max: 500 }),
  quantity,
  unitAmount: amount({ min: 0, description: 'Minor units, tax included.' }),
  discount: optional(nested(DiscountBody, { description: 'Either an amount or a percentage.' })),
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
  reference: optional(text({ max: 100, description: 'What the order is called elsewhere. No personal data.' })),
  dryRun: optional(flag({ description: 'Only answer the plan, with 200; nothing is kept.' })),
}) {}

export class PlacedSalesOrder extends fields({
  id: id(),
  scheduledPayments: texts({ description: 'In the order of the plan.' }),
}) {}

export class PreviewedShare extends fields({
  line: wholeNumber({ min: 0, description: 'Its place in the order, from 0.' }),
  amount: amount({ min: 0 }),
  tax: amount({ min: 0, description: 'Tax within the amount.' }),
}) {}

export class PreviewedInstalment extends fields({
  dueDate: day(),
  amount: amount(),
  shares: listOf(PreviewedShare, { description: 'What it takes of each line.' }),
  movedTo: optional(day({ description: 'The first day on which the mandate can be charged, where that is later.' })),
}) {}

export class PreviewWarning extends fields({
  code: oneOf(ORDER_WARNINGS),
  detail: text({ description: 'The same as a sentence.' }),
}) {}

export class SalesOrderPreview extends fields({
  scheduledPayments: listOf(PreviewedInstalment),
  planTotal: amount({ min: 0 }),
  warnings: listOf(PreviewWarning),
}) {}
