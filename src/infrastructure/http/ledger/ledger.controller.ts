import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { ClosePeriod } from '../../../application/connections/close-period';
import { accountsList, currenciesOf, trialBalance, TrialBalanceFields } from '../../../read-models/ledger/accounts';
import { type CallerView } from '../../../read-models/view';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { invalid } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { ClosedPeriod, ClosePeriodBody, TrialBalanceFilters } from './ledger-fields';

/** A connection that is named and not there for this key is as absent as any other thing. */
const AS_ABSENT = { unknown_connection: 404 } as const;

/** The double-entry transactions that documents carry. */
@ApiTags('Ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(
    private readonly commands: CommandBus,
    private readonly connections: ChosenConnection,
    private readonly views: Views,
  ) {}

  @Get('trial-balance')
  @Operation('readTrialBalance', 'Get the trial balance')
  @Refuses('connection_needed', AS_ABSENT)
  @Roles(...MAY.readBooks)
  @Reads(TrialBalanceFields, { filters: TrialBalanceFilters, effectiveAt: true, table: true })
  async trialBalance(@Reading() reading: Reading, @Caller() access: Access): Promise<Answer<TrialBalanceFields>> {
    const connectionId = await this.chosen(reading.connectionId, access);
    const { view, ...seen } = await this.views.of({ ...reading, connectionId }, access, accountsList.readModels);
    const [named] = reading.filters['currency'] ?? [];
    const currency = typeof named === 'string' ? named : await this.onlyCurrency(view);
    const balance = await trialBalance(this.views.source.database, view, connectionId, currency);
    return answered(balance, { ...seen, table: { item: TrialBalanceFields, format: reading.format } });
  }

  @Post('periods/:date/closing')
  @Operation('closePeriod', 'Close the books through a day')
  @Refuses('connection_needed', AS_ABSENT, 'period_not_over', 'period_already_closed')
  @Roles(...MAY.keepBooks)
  @Answers(200, ClosedPeriod)
  async close(
    @Param('date') date: string,
    @Body() body: ClosePeriodBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<ClosedPeriod> {
    const connectionId = await this.chosen(body.connectionId, access);
    return unlessRefused(await this.commands.execute(new ClosePeriod(connectionId, date, context)));
  }

  private async chosen(named: string | undefined, { connectionIds }: Access): Promise<string> {
    const chosen = await this.connections.of(named ?? null, connectionIds);
    return unlessRefused(chosen, AS_ABSENT).connectionId;
  }

  private async onlyCurrency(view: CallerView): Promise<string> {
    const [only, another] = await currenciesOf(this.views.source.database, view);
    if (only !== undefined && another === undefined) return only;
    throw invalid([{ field: 'currency', code: 'required', message: 'is missing' }]);
  }
}
