import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AddBalancesAsPayments } from '../../../application/balances/add-balances-as-payments';
import { CancelBalanceExport } from '../../../application/balances/cancel-balance-export';
import { CollectBalances } from '../../../application/balances/collect-balances';
import { ConfirmRowMatches } from '../../../application/balances/confirm-row-matches';
import { ExportBalances } from '../../../application/balances/export-balances';
import { type Position } from '../../../application/ports/event-store';
import { BalanceExportDetails, findBalanceExport } from '../../../read-models/balance-exports/list';
import { exportRowsList } from '../../../read-models/balance-exports/rows';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { WorkGoesOn, Works } from '../../../application/work/works';
import { startedWork } from '../work/work-answer';
import { StartedWork } from '../work/work-fields';
import { exportedBody } from './exported-body';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import {
  AddedBalances,
  CancelBalanceExportBody,
  CancelledRows,
  CollectedBalances,
  ConfirmedMatches,
  ConfirmMatchesBody,
  ExportBalancesBody,
  ExportedBalances,
} from './balance-export-fields';

export const NO_EXPORT = 'There is no such balance export.';

/** Batches of balances: exported for GoCardless's import, added as payments, collected through the API, or given up. */
@ApiTags('Balance exports')
@Controller('api/balance-exports')
export class BalanceExportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly works: Works,
    private readonly views: Views,
  ) {}

  /** 201 with the sealed batch; a dry run is 200 and leaves nothing behind. Nobody to collect from: 422 `nothing_to_export` with `leftOut`. */
  @Post()
  @Operation('exportBalances', 'Seal a batch of balances', 'With `dryRun` only what would be in it is said, with 200.')
  @Refuses(
    'connection_needed',
    'unknown_connection',
    'unknown_currency',
    'charge_date_in_past',
    'unknown_customer',
    'nothing_to_export',
    'changed_meanwhile',
    'export_abandoned',
  )
  @Roles(...MAY.keepBooks)
  @Answers(201, ExportedBalances, { or: { 200: ExportedBalances, 202: StartedWork } })
  async export(
    @Body() body: ExportBalancesBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<ExportedBalances | StartedWork>> {
    const { currency, customerIds = null, chargeDate = null, description = null, connectionId = null } = body;
    const fields = { currency, customerIds, chargeDate, description, connectionId };
    const { connectionIds } = access;
    const outcome = await this.works.answer('balance_export', access, context, (working) => {
      return new ExportBalances(fields, body.dryRun ?? false, connectionIds, context, working);
    });
    if (outcome instanceof WorkGoesOn) return startedWork(outcome);
    const exported = exportedBody(unlessRefused(outcome));
    return answered(exported, { status: exported.id === undefined ? 200 : 201 });
  }

  @Get(':id')
  @Operation('readBalanceExport', 'Get a balance export')
  @Roles(...MAY.readBooks)
  @Reads(BalanceExportDetails)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<BalanceExportDetails>> {
    return this.views.one(
      reading,
      access,
      exportRowsList.readModels,
      ({ database }, view) => findBalanceExport(database, view, id),
      NO_EXPORT,
    );
  }

  @Post(':id/payments')
  @Operation('addBalancesAsPayments', 'Add the rows as payments')
  @Refuses('not_sealed', 'nothing_left')
  @Roles(...MAY.keepBooks)
  @Answers(200, AddedBalances)
  async addAsPayments(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<AddedBalances & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new AddBalancesAsPayments(id, access, context)));
  }

  /** Sends the rows through the API instead of the file; asked again it says how far it is. */
  @Post(':id/collection')
  @Operation('collectBalances', 'Send the rows through the API instead of the file')
  @Refuses('not_sealed', 'nothing_left', 'read_only_access_token')
  @Roles(...MAY.keepBooks)
  @Answers(202, CollectedBalances)
  async collect(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<CollectedBalances & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new CollectBalances(id, access, context)));
  }

  @Post(':id/cancellation')
  @Operation('cancelBalanceExport', 'Release rows that were never uploaded')
  @Refuses('not_sealed', 'unknown_row')
  @Roles(...MAY.keepBooks)
  @Answers(200, CancelledRows)
  async cancel(
    @Param('id') id: string,
    @Body() { rows }: CancelBalanceExportBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<CancelledRows & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new CancelBalanceExport(id, rows ?? null, access, context)));
  }

  @Post(':id/matches')
  @Operation('confirmRowMatches', 'Take payments made elsewhere for what rows were to be')
  @Refuses('match_does_not_hold')
  @Roles(...MAY.keepBooks)
  @Answers(200, ConfirmedMatches)
  async confirmMatches(
    @Param('id') id: string,
    @Body() { matches }: ConfirmMatchesBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<ConfirmedMatches & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new ConfirmRowMatches(id, matches ?? null, access, context)));
  }
}
