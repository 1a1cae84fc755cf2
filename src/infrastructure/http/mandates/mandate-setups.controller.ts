import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { SetUpMandate } from '../../../application/mandates/set-up-mandate';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { CustomersInScope } from '../customers/customers-in-scope';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { MandateSetup, MandateSetupBody } from './mandate-setup-fields';

@ApiTags('Mandates')
@Controller('api/mandate-setups')
export class MandateSetupsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly customersInScope: CustomersInScope,
  ) {}

  /**
   * A page on which the payer sets up a mandate; the mandate is then linked to the customer by itself. GoCardless is called here and not
   * by a worker, since nothing is charged: a page that nobody opens ends after 7 days.
   */
  @Post()
  @Operation('setUpMandate', 'Make a page on which a payer sets up a mandate')
  @Refuses('not_found', 'unknown_scheme', 'wrong_currency', 'read_only_access_token')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(201, MandateSetup)
  async setUp(
    @Body() { customerId, scheme, currency }: MandateSetupBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<MandateSetup> {
    await this.customersInScope.require(customerId, access);
    const wish = { scheme: scheme ?? null, currency: currency ?? null };
    return unlessRefused(await this.commands.execute(new SetUpMandate(customerId, wish, context)));
  }
}
