import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { RunScheduler, type SchedulerRun } from '../../../application/sales-orders/run-scheduler';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation } from '../answers/operation';
import { invalid } from '../errors/problem';
import { WorkGoesOn, Works } from '../../../application/work/works';
import { type Answer, answered } from '../answers/answer';
import { unlessRefused } from '../errors/refusals';
import { startedWork } from '../work/work-answer';
import { StartedWork } from '../work/work-fields';
import { CommandContext } from '../idempotency/command-context';
import { RunSchedulerBody, SchedulerRunFields } from './scheduler-fields';

/** Sends what is due, as the timer does. */
@ApiTags('Scheduled payments')
@Controller('api/scheduler')
export class SchedulerController {
  constructor(
    private readonly works: Works,
    private readonly connections: ChosenConnection,
  ) {}

  @Post('runs')
  @Operation('runScheduler', 'Send what is due', '202 when it is not done within ten seconds.')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(200, SchedulerRunFields, { or: { 202: StartedWork } })
  async run(
    @Body() { today }: RunSchedulerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<SchedulerRun | StartedWork>> {
    if (today !== undefined) await this.refuseWhenLive(access);
    const outcome = await this.works.answer('scheduler_run', access, context, (working) => {
      return new RunScheduler(today ?? null, access.connectionIds, context, { working });
    });
    return outcome instanceof WorkGoesOn ? startedWork(outcome) : answered(unlessRefused(outcome), {});
  }

  /** To play with the day is for sandboxes: with real money nothing may go out early. */
  private async refuseWhenLive({ connectionIds }: Access): Promise<void> {
    const reached = await this.connections.allOf(connectionIds);
    if (!reached.some(({ environment }) => environment === 'live')) return;
    const message = 'can not be chosen while a connection is live';
    throw invalid([{ field: 'today', code: 'live_connection', message }]);
  }
}
