import { INTERVALS } from '../../../domain/shared/calendar';
import { Amount, CurrencyCode, Day, Id, Nested, NestedList, OneOf, Text, Texts, WholeNumber } from '../fields/fields';

export class LineBody {
  @Text({ max: 500 })
  item!: string;

  @WholeNumber({ min: 1 })
  quantity!: number;

  @Amount({ min: 0, description: 'Minor units, tax included.' })
  unitAmount!: number;

  @Text({ optional: true, max: 20, description: 'Percentage such as "20" or "5.5"; "0" when left out.' })
  taxRate?: string;

  @Text({ optional: true, max: 20, description: 'The default income account when left out.' })
  incomeAccount?: string;
}

export class DueAmountBody {
  @Day()
  dueDate!: string;

  @Amount()
  amount!: number;
}

/** Either the instalments one by one, or how many, from when and how far apart. */
export class PlanBody {
  @NestedList(() => DueAmountBody, { optional: true, min: 1, max: 500 })
  instalments?: DueAmountBody[];

  @WholeNumber({ optional: true, min: 1, max: 500, description: 'Equal parts; the last takes the rest.' })
  count?: number;

  @Day({ optional: true })
  firstDueDate?: string;

  @OneOf(INTERVALS, { optional: true })
  interval?: (typeof INTERVALS)[number];
}

export class PlaceSalesOrderBody {
  @Id()
  customerId!: string;

  @CurrencyCode()
  currency!: string;

  @NestedList(() => LineBody, { min: 1, max: 100 })
  lines!: LineBody[];

  @Nested(() => PlanBody)
  plan!: PlanBody;

  @Id({ optional: true, description: 'For every instalment; the customer’s default when left out.' })
  mandateId?: string;
}

export class PlacedSalesOrder {
  @Id()
  id!: string;

  @Texts({ description: 'In the order of the plan.' })
  scheduledPayments!: readonly string[];
}

export class SalesOrderFilters {
  @Id({ optional: true })
  customerId?: string;

  @CurrencyCode({ optional: true })
  currency?: string;
}

export class SalesOrderLine {
  @Text({ nullable: true, description: 'Null when the customer was forgotten.' })
  item!: string | null;

  @WholeNumber()
  quantity!: number;

  @Amount({ min: 0, description: 'Tax included.' })
  unitAmount!: number;

  @Text()
  taxRate!: string;

  @Text({ nullable: true })
  incomeAccount!: string | null;

  @Amount({ min: 0, description: 'quantity × unitAmount.' })
  amount!: number;

  @Amount({ min: 0, description: 'Tax within the amount.' })
  tax!: number;

  @Amount({ min: 0 })
  total!: number;

  @Amount({ min: 0 })
  receiptedTotal!: number;
}

export class SalesOrderItem {
  @Id()
  id!: string;

  @Id()
  customerId!: string;

  @OneOf(['cash'])
  basis!: string;

  @Amount({ description: 'What the instalments add up to, cancelled ones included.' })
  planTotal!: number;

  @Amount({ min: 0, description: 'Cash of the e-payments that were submitted and not lost.' })
  total!: number;

  @Amount({ min: 0, description: 'Receipts less reversals.' })
  receiptedTotal!: number;

  @CurrencyCode()
  currency!: string;

  @NestedList(() => SalesOrderLine)
  lines!: readonly SalesOrderLine[];

  @Texts()
  scheduledPayments!: readonly string[];

  @Id()
  connectionId!: string;

  @Text({ nullable: true })
  customerName!: string | null;
}
