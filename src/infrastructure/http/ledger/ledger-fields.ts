import { fields, optional } from '../../../fields/field';
import { currency, day, id } from '../../../fields/kinds';
export class TrialBalanceFilters extends fields({
  currency: optional(currency({ description: 'May be left out where the books have only one.' })),
}) {}

export class ClosePeriodBody extends fields({
  connectionId: optional(id({ description: 'Needed when there are several connections.' })),
}) {}

export class ClosedPeriod extends fields({
  connectionId: id(),
  through: day(),
}) {}
