import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { RunScheduler, type SchedulerRun } from '../../../application/sales-orders/run-scheduler';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation } from '../answers/operation';
import { invalid } from '../errors/problem';
import { CommandContext } from '../idempotency/command-context';
import { RunSchedulerBody, SchedulerRunFields } from './scheduler-fields';

/** Sends what is due, as the timer does. */
@ApiTags('Scheduled payments')
@Controller('api/scheduler')
export class SchedulerController {
  constructor(
    private readonly commands: CommandBus,
    private readonly connections: ChosenConnection,
  ) {}

  @Post('runs')
  @Operation('runScheduler', 'Send what is due')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(200, SchedulerRunFields)
  async run(
    @Body() { today }: RunSchedulerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<SchedulerRun> {
    if (today !== undefined) await this.refuseWhenLive(access);
    return this.commands.execute(new RunScheduler(today ?? null, access.connectionIds, context));
  }

  /** To play with the day is for sandboxes: with real money nothing may go out early. */
  private async refuseWhenLive({ connectionIds }: Access): Promise<void> {
    const reached = await this.connections.allOf(connectionIds);
    if (!reached.some(({ environment }) => environment === 'live')) return;
    const message = 'can not be chosen while a connection is live';
    throw invalid([{ field: 'today', code: 'live_connection', message }]);
  }
}
