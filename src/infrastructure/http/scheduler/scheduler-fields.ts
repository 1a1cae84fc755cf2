import { fields, optional } from '../../../fields/field';
import { day, id, listOf, oneOf, text, wholeNumber } from '../../../fields/kinds';
export class RunSchedulerBody extends fields({
  today: optional(day({ description: 'Act as if it were this day; refused while a connection is live.' })),
}) {}

export class SchedulerRunItem extends fields({
  scheduledPaymentId: id(),
  outcome: oneOf(['sent', 'moved', 'refused', 'blocked']),
  reason: optional(text({ description: 'Why it was refused by GoCardless, or blocked here.' })),
  chargeDate: optional(day()),
}) {}

export class SchedulerRunFields extends fields({
  sent: wholeNumber({ min: 0, description: 'Moved ones included.' }),
  moved: wholeNumber({ min: 0, description: 'Due earlier than the mandate allows.' }),
  refused: wholeNumber({ min: 0 }),
  blocked: wholeNumber({ min: 0 }),
  items: listOf(SchedulerRunItem),
}) {}
