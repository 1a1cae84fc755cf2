import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RedriveEvent } from '../../../application/gocardless-events/redrive-event';
import { type Position } from '../../../application/ports/event-store';
import { fields } from '../../../fields/field';
import { id } from '../../../fields/kinds';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';

class Redriven extends fields({ eventId: id() }) {}

/** What GoCardless sent, and what became of it. */
@ApiTags('Deliveries')
@Controller('api/deliveries')
export class DeliveriesController {
  constructor(private readonly commands: CommandBus) {}

  /** Takes a parked event up again. */
  @Post(':eventId/redrive')
  @Operation('redriveEvent', 'Take a parked event up again')
  @Refuses('not_parked')
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
