import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { PlaceSalesOrder, type PlacedAnswer } from '../../../application/sales-orders/place-sales-order';
import { type OrderedLine, type Plan } from '../../../domain/sales-orders/place-sales-order';
import { SalesOrderItem, salesOrdersList } from '../../../read-models/sales-orders/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { invalid } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { type LineBody, PlacedSalesOrder, PlaceSalesOrderBody, type PlanBody } from './sales-order-fields';

/** Cash-basis orders with their instalment plans. */
@ApiTags('Sales orders')
@Controller('api/sales-orders')
export class SalesOrdersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
  ) {}

  @Post()
  @Roles(...MAY.keepBooks)
  @Answers(201, PlacedSalesOrder)
  async place(
    @Body() { plan, lines, ...order }: PlaceSalesOrderBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<PlacedAnswer> {
    const command = new PlaceSalesOrder(
      { ...order, lines: lines.map(orderedLine), plan: planOf(plan) },
      access.connectionIds,
      context,
    );
    return unlessRefused(await this.commands.execute(command));
  }

  @Get(':id')
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
