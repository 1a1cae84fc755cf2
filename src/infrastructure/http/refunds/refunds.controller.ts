import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdentifyRefund } from '../../../application/refunds/identify-refund';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { IdentifiedRefund, IdentifyRefundBody } from './refund-fields';

/** Money that goes back to payers. */
@ApiTags('Refunds')
@Controller('api/refunds')
export class RefundsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/identification')
  @Operation('identifyRefund', 'Say whose a refund without a payment is')
  @Refuses('not_found', 'unknown_customer', 'already_identified')
  @Roles(...MAY.keepBooks)
  @Answers(200, IdentifiedRefund)
  async identify(
    @Param('id') id: string,
    @Body() { customerId }: IdentifyRefundBody,
    @Caller() { connectionIds }: Access,
    @CommandContext() context: CommandContext,
  ): Promise<IdentifiedRefund> {
    return unlessRefused(await this.commands.execute(new IdentifyRefund(id, customerId, connectionIds, context)));
  }
}
