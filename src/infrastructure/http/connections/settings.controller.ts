import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeConnectionSettings } from '../../../application/connections/change-connection-settings';
import { Connections } from '../../../application/connections/connections';
import { type Clock, CLOCK } from '../../../application/ports/clock';
import { type Position } from '../../../application/ports/event-store';
import { findSettings } from '../../../read-models/connections/reader';
import { connectionsReadModel } from '../../../read-models/connections/table';
import { isRefusal } from '../../../domain/shared/decider';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { invalid, notFound } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { type CallerView, Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { Settings, SettingsBody } from './settings-fields';

const NO_CONNECTION = 'There is no such connection.';
const NO_COMPANY = { companyName: '', address: '', vatNumber: '' };

/** What stands on a connection's receipts, and the accounts that its documents use. */
@ApiTags('Connections')
@Controller('api/connections/:id/settings')
export class SettingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly connections: Connections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles(...MAY.readBooks)
  @Reads(Settings)
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Promise<Answer<Settings>> {
    const { asOf } = reading;
    const at = asOf !== undefined && 'time' in asOf ? asOf.time : this.clock.now();
    const find = async (database: Views['database'], view: CallerView): Promise<Settings | null> => {
      const settings = await findSettings(database, view, id, at);
      if (settings === null) return null;
      const { accountsFrom, ...others } = settings;
      return { ...others, accountsChosen: accountsFrom.map(({ from, accounts }) => ({ from, accounts })) };
    };
    return this.views.one(reading, access, [connectionsReadModel], find, NO_CONNECTION);
  }

  @Put()
  @Roles(...MAY.administer)
  @Answers(200)
  async change(
    @Param('id') id: string,
    @Body() body: SettingsBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<{ readonly position: Position }> {
    const connection = access.mayConnection(id) ? await this.connections.find(id) : null;
    if (connection === null) throw notFound(NO_CONNECTION);
    const { accounts, accountsFrom, leadTimes, ...company } = body;
    if (accountsFrom !== undefined && accounts === undefined) {
      throw invalid([{ field: 'accounts', code: 'required', message: 'is missing: accountsFrom says when they hold' }]);
    }
    const settings = {
      ...(accounts === undefined ? {} : { accounts }),
      ...(accountsFrom === undefined ? {} : { accountsFrom }),
      ...(leadTimes === undefined ? {} : { leadTimes }),
      ...(Object.keys(company).length === 0 ? {} : { company: { ...NO_COMPANY, ...connection.company, ...company } }),
    };
    const changed = await this.commands.execute(new ChangeConnectionSettings(id, settings, context));
    return unlessRefused(
      isRefusal(changed) && changed.field === 'from' ? { ...changed, field: 'accountsFrom' } : changed,
    );
  }
}
