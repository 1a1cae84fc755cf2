import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { countIn, type Ranges, rangesOf } from '../../domain/balance-exports/ranges';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { sum } from '../../domain/shared/money';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { BatchOutcomes } from './batch-outcomes';
import { ExportRowStates } from './export-row-states';
import { type AccessScope } from '../access-scope';
import { type ExportRowState } from '../ports/balance-questions';
import { type Position } from '../ports/event-store';

export interface CancelledRows {
  /** Rows that were given up now. */
  readonly released: number;
  /** Rows that stay, because GoCardless has or may have their payment. */
  readonly kept: number;
  readonly position: Position;
}

/** Gives up rows that were never uploaded, so that their balances can be collected again. */
export class CancelBalanceExport extends Command<CancelledRows | Refusal> {
  constructor(
    readonly balanceExportId: string,
    /** Ids of rows; null = all. */
    readonly rows: readonly string[] | null,
    readonly scope: AccessScope,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelBalanceExport)
export class CancelBalanceExportHandler implements ICommandHandler<CancelBalanceExport> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly exports: BalanceExports,
    private readonly rowStates: ExportRowStates,
    private readonly outcomes: BatchOutcomes,
  ) {}

  async execute({ balanceExportId, rows, scope, context }: CancelBalanceExport): Promise<CancelledRows | Refusal> {
    if ((await this.exports.within(scope, balanceExportId)) === null) {
      return refuse('not_found', 'There is no such balance export.');
    }
    const looked = await this.look(balanceExportId, rows);
    if (isRefusal(looked)) return looked;
    const cancelled = await this.aggregates.execute(
      balanceExportDecider,
      balanceExportId,
      { type: 'ReleaseRows', numbers: looked.releasable },
      context,
    );
    if (isRefusal(cancelled)) return cancelled;
    const released = sum(
      cancelled.events.map(({ type, data }) => (type === 'BalanceExportRowsReleased' ? countIn(data.numbers) : 0)),
    );
    const position = await this.outcomes.carriedOut(balanceExportId, cancelled.position);
    return { released, kept: looked.open - released, position };
  }

  /** How many of the rows are not given up yet, and which of them may be. */
  private async look(
    balanceExportId: string,
    wanted: readonly string[] | null,
  ): Promise<{ readonly open: number; readonly releasable: Ranges } | Refusal> {
    const missing = new Set(wanted ?? []);
    const releasable: number[] = [];
    let open = 0;
    for await (const page of this.rowStates.of(balanceExportId)) {
      for (const row of page) {
        if (wanted !== null && !missing.delete(row.rowId)) continue;
        if (row.released) continue;
        open += 1;
        if (isReleasable(row)) releasable.push(row.number);
      }
    }
    const [unknown] = missing;
    if (unknown !== undefined) return refuse('unknown_row', `The balance export has no row ${unknown}.`, 'rows');
    return { open, releasable: rangesOf(releasable) };
  }
}

function isReleasable({ payment }: ExportRowState): boolean {
  return payment === 'none' || payment === 'awaited';
}
