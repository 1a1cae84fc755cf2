import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PlaceSalesOrder, type PlacedAnswer } from '../../../application/sales-orders/place-sales-order';
import {
  type OrderPreview,
  type OrderWarning,
  PreviewSalesOrder,
} from '../../../application/sales-orders/preview-sales-order';
import { type OrderedLine, type Plan } from '../../../domain/sales-orders/place-sales-order';
import { SalesOrderItem, salesOrdersList } from '../../../read-models/sales-orders/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { invalid } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import {
  type LineBody,
  PlacedSalesOrder,
  PlaceSalesOrderBody,
  type PlanBody,
  SalesOrderPreview,
} from './sales-order-fields';

/** Cash-basis orders with their instalment plans. */
@ApiTags('Sales orders')
@Controller('api/sales-orders')
export class SalesOrdersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
  ) {}

  /** 201 with the order; a dry run is 200 with its plan as it would be, and leaves nothing behind. */
  @Post()
  @Operation('placeSalesOrder', 'Place a sales order', 'With `dryRun` the plan as it would be, with 200.')
  @Refuses(
    'unknown_customer',
    'unknown_mandate',
    'mandate_not_usable',
    'plan_does_not_add_up',
    'due_date_too_early',
    'reference_taken',
  )
  @Roles(...MAY.keepBooks)
  @Answers(201, PlacedSalesOrder, { or: { 200: SalesOrderPreview } })
  async place(
    @Body() { plan, lines, dryRun = false, ...fields }: PlaceSalesOrderBody,
    @Caller() { connectionIds }: Access,
    @CommandContext() context: CommandContext,
  ): Promise<PlacedAnswer | Answer<SalesOrderPreview>> {
    const order = { ...fields, lines: lines.map(orderedLine), plan: planOf(plan) };
    if (!dryRun) return unlessRefused(await this.commands.execute(new PlaceSalesOrder(order, connectionIds, context)));
    const preview = unlessRefused(await this.commands.execute(new PreviewSalesOrder(order, connectionIds, context)));
    return answered(shownPreview(preview), { status: 200 });
  }

  @Get(':id')
  @Operation('readSalesOrder', 'Get a sales order')
  @Roles(...MAY.readBooks)
  @Reads(SalesOrderItem)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<SalesOrderItem>> {
    return this.views.one(
      reading,
      access,
      salesOrdersList.readModels,
      (source, view) => salesOrdersList.find(source, view, [id]),
      'There is no such sales order.',
    );
  }
}

const WARNINGS: Readonly<Record<OrderWarning, string>> = {
  no_mandate: 'The customer has no usable mandate: the instalments wait until there is one.',
  charge_date_moved: 'Some instalments are due before the mandate can be charged.',
  charge_dates_unknown: 'GoCardless could not be asked from when on the mandate can be charged.',
};

function shownPreview({ scheduledPayments, planTotal, warnings }: OrderPreview): SalesOrderPreview {
  return {
    scheduledPayments: scheduledPayments.map(({ movedTo, ...instalment }) => ({
      ...instalment,
      ...(movedTo === null ? {} : { movedTo }),
    })),
    planTotal,
    warnings: warnings.map((code) => ({ code, detail: WARNINGS[code] })),
  };
}

function orderedLine({ discount, ...line }: LineBody, index: number): OrderedLine {
  if (discount === undefined) return line;
  const { amount, percentage } = discount;
  if (amount !== undefined && percentage === undefined) return { ...line, discount: { amount } };
  if (amount === undefined && percentage !== undefined) return { ...line, discount: { percentage } };
  const message = 'must be either an amount or a percentage';
  throw invalid([{ field: `lines.${index}.discount`, code: 'not_a_discount', message }]);
}

function planOf({ instalments, count, firstDueDate, interval }: PlanBody): Plan {
  const parts = [count, firstDueDate, interval];
  if (instalments !== undefined && parts.every((part) => part === undefined)) return { instalments };
  if (instalments === undefined && count !== undefined && firstDueDate !== undefined && interval !== undefined) {
    return { count, firstDueDate, interval };
  }
  const message = 'must be either instalments, or count, firstDueDate and interval';
  throw invalid([{ field: 'plan', code: 'not_a_plan', message }]);
}
