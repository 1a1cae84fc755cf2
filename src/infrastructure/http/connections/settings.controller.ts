import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeConnectionSettings } from '../../../application/connections/change-connection-settings';
import { Connections } from '../../../application/connections/connections';
import { type Position } from '../../../application/ports/event-store';
import {
  COMPANY,
  AccountFields,
  ChosenLeadTimes,
  findSettings,
  Settings,
} from '../../../read-models/connections/settings';
import { connectionsReadModel } from '../../../read-models/connections/table';
import { fields, nullable, optional } from '../../../fields/field';
import { day, nested, picture, text } from '../../../fields/kinds';
import { isRefusal } from '../../../domain/shared/decider';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { invalid, notFound } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { TakesPicture } from '../requests/bodies';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';

/** What is left out stays as it is. */
class SettingsBody extends fields({
  companyName: optional(text(COMPANY)),
  address: optional(text(COMPANY)),
  vatNumber: optional(text(COMPANY)),
  logo: optional(
    nullable(picture({ description: 'A PNG or JPEG in base64 for the head of receipts; null takes it away.' })),
  ),
  accounts: optional(nested(AccountFields, { description: 'All of them; they hold from tomorrow at the earliest.' })),
  leadTimes: optional(nested(ChosenLeadTimes, { description: 'Of schemes that are left out it stays.' })),
  accountsFrom: optional(
    day({ description: 'From which day on the accounts hold, in the time zone; tomorrow if left out.' }),
  ),
}) {}

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
  ) {}

  @Get()
  @Operation('readSettings', 'Get the settings of a connection')
  @Roles(...MAY.readBooks)
  @Reads(Settings)
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Promise<Answer<Settings>> {
    return this.views.one(
      reading,
      access,
      [connectionsReadModel],
      ({ database }, view) => findSettings(database, view, id, view.now),
      NO_CONNECTION,
    );
  }

  @Put()
  @Operation('changeSettings', 'Change settings of a connection')
  @Refuses('accounts_too_early')
  @TakesPicture()
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
    const { accounts, accountsFrom, leadTimes, logo, ...company } = body;
    if (accountsFrom !== undefined && accounts === undefined) {
      throw invalid([{ field: 'accounts', code: 'required', message: 'is missing: accountsFrom says when they hold' }]);
    }
    const settings = {
      ...(accounts === undefined ? {} : { accounts }),
      ...(accountsFrom === undefined ? {} : { accountsFrom }),
      ...(leadTimes === undefined ? {} : { leadTimes }),
      ...(logo === undefined ? {} : { logo }),
      ...(Object.keys(company).length === 0 ? {} : { company: { ...NO_COMPANY, ...connection.company, ...company } }),
    };
    const changed = await this.commands.execute(new ChangeConnectionSettings(id, settings, context));
    return unlessRefused(
      isRefusal(changed) && changed.field === 'from' ? { ...changed, field: 'accountsFrom' } : changed,
    );
  }
}
