import { Day, Id, NestedList, OneOf, Text, WholeNumber } from '../fields/fields';

export class RunSchedulerBody {
  @Day({ optional: true, description: 'Act as if it were this day; refused while a connection is live.' })
  today?: string;
}

export class SchedulerRunItem {
  @Id()
  scheduledPaymentId!: string;

  @OneOf(['sent', 'moved', 'refused', 'blocked'])
  outcome!: string;

  @Text({ optional: true, description: 'Why it was refused by GoCardless, or blocked here.' })
  reason?: string;

  @Day({ optional: true })
  chargeDate?: string;
}

export class SchedulerRunFields {
  @WholeNumber({ min: 0, description: 'Moved ones included.' })
  sent!: number;

  @WholeNumber({ min: 0, description: 'Due earlier than the mandate allows.' })
  moved!: number;

  @WholeNumber({ min: 0 })
  refused!: number;

  @WholeNumber({ min: 0 })
  blocked!: number;

  @NestedList(() => SchedulerRunItem)
  items!: readonly SchedulerRunItem[];
}
