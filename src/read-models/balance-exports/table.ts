import { type LogEvent } from '../../application/ports/log-event';
import { countIn } from '../../domain/balance-exports/ranges';
import { typesOf } from '../../domain/catalogue';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

/** A batch of balances. Its rows stand in the balances' own read model. */
export interface BalanceExportRow extends Row {
  readonly connectionId: string;
  readonly currency: string;
  readonly chargeDate: string | null;
  readonly status: 'opened' | 'exported' | 'abandoned';
  readonly openedAt: string;
  /** The following are null until it is sealed. */
  readonly rows: number | null;
  readonly lastNumber: number | null;
  readonly totalAmount: number | null;
  readonly rowsSha256: string | null;
  readonly csvSha256: string | null;
  readonly xlsxSha256: string | null;
  readonly sealedAt: string | null;
  /** How many rows were given up. */
  readonly released: number;
  /** When its rows became payments that are waited for. */
  readonly addedAt: string | null;
  /** When its rows were sent through the API instead of the file. */
  readonly collectedAt: string | null;
}

export const balanceExports = tableOf<BalanceExportRow>()({
  name: 'balance_exports',
  columns: {
    connectionId: 'text',
    currency: 'text',
    chargeDate: 'date',
    status: 'text',
    openedAt: 'instant',
    rows: 'integer',
    lastNumber: 'integer',
    totalAmount: 'amount',
    rowsSha256: 'text',
    csvSha256: 'text',
    xlsxSha256: 'text',
    sealedAt: 'instant',
    released: 'integer',
    addedAt: 'instant',
    collectedAt: 'instant',
  },
  keeps: 'history',
  indexes: [['connectionId', 'status']],
  handles: typesOf('balanceExport'),
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => (row === null ? opened(event, id) : evolved(row, event)),
});

function opened(event: LogEvent, id: string): BalanceExportRow | null {
  if (event.type !== 'BalanceExportOpened') return null;
  const { connectionId, currency, chargeDate } = event.data;
  return {
    id,
    connectionId,
    currency,
    chargeDate,
    status: 'opened',
    openedAt: event.metadata.effectiveAt,
    rows: null,
    lastNumber: null,
    totalAmount: null,
    rowsSha256: null,
    csvSha256: null,
    xlsxSha256: null,
    sealedAt: null,
    released: 0,
    addedAt: null,
    collectedAt: null,
  };
}

function evolved(row: BalanceExportRow, event: LogEvent): BalanceExportRow {
  const { effectiveAt } = event.metadata;
  switch (event.type) {
    case 'BalancesExported': {
      const { rowCount, ...seal } = event.data;
      return { ...row, ...seal, rows: rowCount, status: 'exported', sealedAt: effectiveAt };
    }
    case 'BalanceExportAbandoned':
      return { ...row, status: 'abandoned' };
    case 'BalancesAddedAsPayments':
      return { ...row, addedAt: effectiveAt };
    case 'BalanceCollectionRequested':
      return { ...row, addedAt: row.addedAt ?? effectiveAt, collectedAt: effectiveAt };
    case 'BalanceExportRowsReleased':
      return { ...row, released: row.released + countIn(event.data.numbers) };
    default:
      return row;
  }
}

export const balanceExportsReadModel: ReadModel = { name: 'balance-exports', version: 1, tables: [balanceExports] };
