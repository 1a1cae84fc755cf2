import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { ClosePeriod } from '../../../application/connections/close-period';
import { connectionsReadModel } from '../../../read-models/connections/table';
import { receiptsReadModel } from '../../../read-models/receipts/table';
import { currenciesOf, listAccounts, listTransactions, trialBalance } from '../../../read-models/ledger/reader';
import { ledgerReadModel } from '../../../read-models/ledger/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, ListOf, Reads } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { invalid } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { type CallerView, Views } from '../views/views';
import { ListQuery, Reading } from '../requests/query-parameters';
import {
  LedgerAccountFields,
  ClosedPeriod,
  ClosePeriodBody,
  TransactionFields,
  TransactionFilters,
  TrialBalanceFields,
  TrialBalanceFilters,
} from './ledger-fields';

const MODELS = [ledgerReadModel, receiptsReadModel, connectionsReadModel];

/** The double-entry transactions that documents carry. */
@ApiTags('Ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(
    private readonly commands: CommandBus,
    private readonly connections: ChosenConnection,
    private readonly views: Views,
  ) {}

  @Get('transactions')
  @Roles(...MAY.readBooks)
  @ListOf(TransactionFields, { filters: TransactionFilters, effectiveAt: true })
  transactions(
    @ListQuery() query: ListQuery<TransactionFilters>,
    @Caller() access: Access,
  ): Listed<TransactionFields, TransactionFilters> {
    return listed(query, (page) => this.views.page(page, access, MODELS, listTransactions));
  }

  @Get('accounts')
  @Roles(...MAY.readBooks)
  @ListOf(LedgerAccountFields, { effectiveAt: true })
  accounts(@ListQuery() query: ListQuery, @Caller() access: Access): Listed<LedgerAccountFields> {
    return listed(query, (page) => this.views.page(page, access, MODELS, listAccounts));
  }

  @Get('trial-balance')
  @Roles(...MAY.readBooks)
  @Reads(TrialBalanceFields, { filters: TrialBalanceFilters, effectiveAt: true })
  async trialBalance(
    @Reading() reading: Reading<TrialBalanceFilters>,
    @Caller() access: Access,
  ): Promise<Answer<TrialBalanceFields>> {
    const connectionId = await this.chosen(reading.connectionId, access);
    const { view, position } = await this.views.of({ ...reading, connectionId }, access, MODELS);
    const currency = reading.filters.currency ?? (await this.onlyCurrency(view));
    return answered(await trialBalance(this.views.database, view, connectionId, currency), { position });
  }

  @Post('periods/:date/closing')
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

  /** One that is named and not there for this key is as absent as any other thing. */
  private async chosen(named: string | undefined, { connectionIds }: Access): Promise<string> {
    const chosen = await this.connections.of(named ?? null, connectionIds);
    return unlessRefused(chosen, { unknown_connection: 404 }).connectionId;
  }

  private async onlyCurrency(view: CallerView): Promise<string> {
    const [only, another] = await currenciesOf(this.views.database, view);
    if (only !== undefined && another === undefined) return only;
    throw invalid([{ field: 'currency', code: 'required', message: 'is missing' }]);
  }
}
