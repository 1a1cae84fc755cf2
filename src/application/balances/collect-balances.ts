import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { BatchOutcomes } from './batch-outcomes';
import { Connections } from '../connections/connections';
import { ExportRowStates } from './export-row-states';
import { type AccessScope } from '../access-scope';
import { type Position } from '../ports/event-store';

export interface CollectedBalances {
  readonly progress: CollectionProgress;
  readonly position: Position;
}

export interface CollectionProgress {
  /** Rows that GoCardless has. */
  readonly sent: number;
  /** Rows that GoCardless has refused. */
  readonly refused: number;
  /** All rows that were not cancelled. */
  readonly of: number;
}

/** Sends the rows of a batch through the API instead of its file. Twice is harmless, and says how far it is. */
export class CollectBalances extends Command<CollectedBalances | Refusal> {
  constructor(
    readonly balanceExportId: string,
    readonly scope: AccessScope,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CollectBalances)
export class CollectBalancesHandler implements ICommandHandler<CollectBalances> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly exports: BalanceExports,
    private readonly rowStates: ExportRowStates,
    private readonly outcomes: BatchOutcomes,
  ) {}

  async execute({ balanceExportId, scope, context }: CollectBalances): Promise<CollectedBalances | Refusal> {
    const batch = await this.exports.within(scope, balanceExportId);
    if (batch === null) return refuse('not_found', 'There is no such balance export.');
    const readOnly = await this.connections.readOnlyRefusal(batch.state.opened.connectionId);
    if (readOnly !== null) return readOnly;
    const collected = await this.aggregates.execute(
      balanceExportDecider,
      balanceExportId,
      { type: 'CollectBalances' },
      context,
    );
    if (isRefusal(collected)) return collected;
    const position = await this.outcomes.carriedOut(balanceExportId, collected.position);
    return { progress: await this.progress(balanceExportId), position };
  }

  private async progress(balanceExportId: string): Promise<CollectionProgress> {
    const progress = { sent: 0, refused: 0, of: 0 };
    for await (const page of this.rowStates.of(balanceExportId)) {
      const rows = page.filter(({ released }) => !released);
      progress.of += rows.length;
      progress.sent += rows.filter(({ payment }) => payment === 'seen').length;
      progress.refused += rows.filter(({ rejected }) => rejected).length;
    }
    return progress;
  }
}
