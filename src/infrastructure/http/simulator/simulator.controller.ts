import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { CONFIGURATION, type Configuration } from '../../config/configuration';
import { Playground } from '../../simulator/playground';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { BegunMonth, PassedTime, PassTimeBody, SimulatorFields } from './simulator-fields';

/** For whoever tries the service with a simulated GoCardless: how late it is there, and what can be played. */
@ApiTags('Simulator')
@Controller('api/simulator')
@Roles(...MAY.administer)
export class SimulatorController {
  constructor(
    private readonly playground: Playground,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Operation('readSimulator', 'Get the simulated GoCardless beside the service')
  @ApiResponse({ status: 200, type: SimulatorFields })
  async read(): Promise<SimulatorFields> {
    const { isThere } = this.playground;
    const { simulatorAccessToken, simulatorWebhookSecret } = this.configuration;
    return {
      isThere,
      now: isThere ? this.clock.now() : null,
      accessToken: isThere ? simulatorAccessToken : null,
      webhookSecret: isThere ? simulatorWebhookSecret : null,
      mayPlayMonth: await this.playground.mayPlayMonth(),
      month: this.playground.played(),
    };
  }

  @Post('time')
  @Operation('passTime', 'Let days pass at the simulated GoCardless')
  @Refuses('not_found', 'not_allowed_now')
  @Answers(200, PassedTime)
  async passTime(@Body() { days }: PassTimeBody, @CommandContext() context: CommandContext): Promise<PassedTime> {
    return unlessRefused(await this.playground.passDays(days, context));
  }

  @Post('month')
  @Operation('playMonth', 'Play a month of business with the simulated GoCardless')
  @Refuses('not_allowed_now')
  @Answers(202, BegunMonth)
  async playMonth(@CommandContext() context: CommandContext): Promise<BegunMonth> {
    return unlessRefused(await this.playground.beginMonth(context));
  }
}
