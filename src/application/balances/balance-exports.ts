import { Inject, Injectable } from '@nestjs/common';
import { type BalanceExport, balanceExportDecider } from '../../domain/balance-exports/balance-export';
import { type BalanceExportRowsListed, type ExportRow } from '../../domain/balance-exports/events';
import { placeOfRow, type RowPlace, ROWS_PER_EVENT } from '../../domain/balance-exports/rows';
import { streams } from '../../domain/shared/streams';
import { Aggregates, happened, type Loaded } from '../aggregates';
import { type AccessScope, isInScope } from '../access-scope';
import { EVENT_STORE, type EventStore } from '../ports/event-store';

export type KnownBalanceExport = Exclude<BalanceExport, { readonly status: 'none' }>;

/** Batches and their rows, as the log itself has them. */
@Injectable()
export class BalanceExports {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** Null when there is no such batch within the scope. */
  async within(
    { connectionIds }: Pick<AccessScope, 'connectionIds'>,
    balanceExportId: string,
  ): Promise<Loaded<KnownBalanceExport> | null> {
    const loaded = await this.aggregates.load(balanceExportDecider, balanceExportId);
    const { state } = loaded;
    if (state.status === 'none') return null;
    return isInScope(connectionIds, state.opened.connectionId) ? { ...loaded, state } : null;
  }

  /** The row of a tag, also of a batch that was never sealed; null when no row has it. */
  async row(rowId: string): Promise<ExportRow | null> {
    const place = placeOfRow(rowId);
    if (place === null) return null;
    const rows = await this.chunk(place);
    return rows.find((row) => row.rowId === rowId) ?? null;
  }

  /** The rows that stand in one event of the log, 500 at most; none when there is no such event. */
  async chunk({ balanceExportId, revision }: Omit<RowPlace, 'number'>): Promise<readonly ExportRow[]> {
    const [listed] = await this.store.read(streams.balanceExportRows(balanceExportId), revision, 1);
    return listed === undefined ? [] : happened<BalanceExportRowsListed>(listed).data.rows;
  }

  /** All rows of a sealed batch, a chunk at a time. */
  async *rows(balanceExportId: string, { lastNumber }: { readonly lastNumber: number }) {
    for (let chunk = 0; chunk * ROWS_PER_EVENT < lastNumber; chunk += 1)
      yield this.chunk({ balanceExportId, revision: chunk });
  }
}
