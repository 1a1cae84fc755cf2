import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { balanceExportDecider, openRows } from '../../domain/balance-exports/balance-export';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExports, type KnownBalanceExport } from './balance-exports';
import { BatchOutcomes } from './batch-outcomes';
import { ExportRowStates } from './export-row-states';
import { type AccessScope } from '../access-scope';
import { type Position } from '../ports/event-store';

export interface AddedBalances {
  /** Payments that are there because of this. */
  readonly created: number;
  /** Payments that were there before: somebody else had added them, or GoCardless had shown them. */
  readonly alreadyAdded: number;
  readonly position: Position;
}

/** Makes each row of a batch an e-payment that waits for GoCardless. Twice is harmless, and says so. */
export class AddBalancesAsPayments extends Command<AddedBalances | Refusal> {
  constructor(
    readonly balanceExportId: string,
    readonly scope: AccessScope,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AddBalancesAsPayments)
export class AddBalancesAsPaymentsHandler implements ICommandHandler<AddBalancesAsPayments> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly exports: BalanceExports,
    private readonly rowStates: ExportRowStates,
    private readonly outcomes: BatchOutcomes,
  ) {}

  async execute({ balanceExportId, scope, context }: AddBalancesAsPayments): Promise<AddedBalances | Refusal> {
    const batch = await this.exports.within(scope, balanceExportId);
    if (batch === null) return refuse('not_found', 'There is no such balance export.');
    const shownBefore = await this.shownBefore(balanceExportId, batch.state);
    const added = await this.aggregates.execute(
      balanceExportDecider,
      balanceExportId,
      { type: 'AddBalancesAsPayments' },
      context,
    );
    if (isRefusal(added)) return added;
    const rows = added.state.status === 'exported' ? openRows(added.state) : 0;
    const alreadyAdded = added.events.length === 0 ? rows : shownBefore;
    const position = await this.outcomes.carriedOut(balanceExportId, added.position);
    return { created: rows - alreadyAdded, alreadyAdded, position };
  }

  /** Rows that GoCardless has shown although nobody had added them. */
  private async shownBefore(balanceExportId: string, batch: KnownBalanceExport): Promise<number> {
    if (batch.status !== 'exported' || batch.added) return 0;
    let shown = 0;
    for await (const rows of this.rowStates.of(balanceExportId)) {
      shown += rows.filter(({ released, payment }) => !released && payment !== 'none').length;
    }
    return shown;
  }
}
