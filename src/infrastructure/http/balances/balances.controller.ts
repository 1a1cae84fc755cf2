import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ImportBalances } from '../../../application/balances/import-balances';
import { StateBalance } from '../../../application/balances/state-balance';
import { type Position } from '../../../application/ports/event-store';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { CustomersInScope } from '../customers/customers-in-scope';
import { unlessRefused } from '../errors/refusals';
import { WorkGoesOn, Works } from '../../../application/work/works';
import { startedWork } from '../work/work-answer';
import { StartedWork } from '../work/work-fields';
import { CommandContext } from '../idempotency/command-context';
import { ImportsTable, readImportOptions } from '../requests/import-options';
import { Upload } from '../requests/upload';
import { BALANCES_FORM, MayBeOlder, readOlder } from './balance-import-form';
import { ImportedBalances, StateBalanceBody, StatedBalance } from './balance-fields';

/** What customers owe by the accounting system, and how much of it is left to collect. */
@ApiTags('Balances')
@Controller('api')
export class BalancesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly works: Works,
    private readonly customersInScope: CustomersInScope,
  ) {}

  @Put('customers/:id/balances')
  @Operation('stateBalance', 'State what a customer owes')
  @Refuses('unknown_currency', 'as_of_in_future', 'older_balance')
  @Roles(...MAY.keepBooks)
  @Answers(200, StatedBalance)
  @MayBeOlder()
  async state(
    @Param('id') id: string,
    @Body() body: StateBalanceBody,
    @Query() query: unknown,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<StatedBalance & { readonly position: Position }> {
    await this.customersInScope.require(id, access);
    const older = readOlder(query);
    return unlessRefused(await this.commands.execute(new StateBalance(id, body, older, context)));
  }

  /** All balances of the file, or none: 422 `wrong_lines` says what is wrong, by line and column. */
  @Post('balances/import')
  @Operation('importBalances', 'State all balances of a file, or none')
  @Refuses('connection_needed', 'unknown_connection')
  @Roles(...MAY.keepBooks)
  @Answers(200, ImportedBalances, { or: { 202: StartedWork } })
  @ImportsTable(BALANCES_FORM)
  @MayBeOlder()
  async import(
    @Body() upload: Upload,
    @Query() query: unknown,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<ImportedBalances | StartedWork>> {
    const { reading, connectionId, dryRun } = readImportOptions(query, BALANCES_FORM);
    const older = readOlder(query);
    const { connectionIds } = access;
    const outcome = await this.works.answer('balance_import', access, context, (working) => {
      return new ImportBalances(upload, reading, connectionId, connectionIds, dryRun, older, working, context);
    });
    if (outcome instanceof WorkGoesOn) return startedWork(outcome);
    const { position, ...imported } = unlessRefused(outcome);
    return answered(imported, position === null ? {} : { position });
  }
}
