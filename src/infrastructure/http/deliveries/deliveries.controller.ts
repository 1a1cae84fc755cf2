import { Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RedriveEvent } from '../../../application/gocardless-events/redrive-event';
import { type Position } from '../../../application/ports/event-store';
import { listDeliveries } from '../../../read-models/deliveries/reader';
import { deliveriesReadModel } from '../../../read-models/deliveries/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers, ListOf } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { ListQuery } from '../requests/query-parameters';
import { DeliveryFilters, DeliveryItem, Redriven } from './delivery-fields';

/** What GoCardless sent, and what became of it: a row for each event of each webhook. */
@ApiTags('Deliveries')
@Controller('api/deliveries')
export class DeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
  ) {}

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(DeliveryItem, { filters: DeliveryFilters })
  list(
    @ListQuery() query: ListQuery<DeliveryFilters>,
    @Caller() access: Access,
  ): Listed<DeliveryItem, DeliveryFilters> {
    return listed(query, (page) => this.views.page(page, access, [deliveriesReadModel], listDeliveries));
  }

  /** Takes a parked event up again. */
  @Post(':eventId/redrive')
  @Roles(...MAY.keepBooks)
  @Answers(200, Redriven)
  async redrive(
    @Param('eventId') eventId: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Redriven & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new RedriveEvent(eventId, access.connectionIds, context)));
  }
}
