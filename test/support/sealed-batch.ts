import { Aggregates } from '../../src/application/aggregates';
import { type EventStore } from '../../src/application/ports/event-store';
import { type AnyEvent } from '../../src/domain/catalogue';
import { balanceExportDecider } from '../../src/domain/balance-exports/balance-export';
import { type ExportRow } from '../../src/domain/balance-exports/events';
import { exportRowsDecider } from '../../src/domain/balance-exports/export-rows';
import { exportRowId, ROWS_PER_EVENT } from '../../src/domain/balance-exports/rows';
import { customerDecider } from '../../src/domain/customers/customer';
import { type Decider, isRefusal } from '../../src/domain/shared/decider';
import { sum } from '../../src/domain/shared/money';
import { type Asked } from './decider';

const AT = '2026-03-02T09:00:00.000Z';

export interface RowWish {
  /** The next after the row before, unless there is to be a hole. */
  readonly number?: number;
  readonly customerId: string;
  readonly mandateId: string;
  readonly amount: number;
}

export interface BatchWish {
  /** `bex_` and 32 hexadecimal digits. */
  readonly balanceExportId: string;
  readonly connectionId: string;
  readonly rows: readonly RowWish[];
  readonly end?: 'sealed' | 'open' | 'abandoned';
}

/** A batch as the exporter leaves it in the log: rows listed and reserved on customers who are there. */
export async function writeBatch(
  store: EventStore,
  { balanceExportId, connectionId, rows: wishes, end = 'sealed' }: BatchWish,
): Promise<readonly ExportRow[]> {
  const execute = executor(store);
  const step = (name: string) => ({ causationId: `${balanceExportId}:${name}`, at: AT });
  const batch = { balanceExportId, connectionId, currency: 'GBP', chargeDate: null };
  await execute(balanceExportDecider, balanceExportId, { type: 'OpenBalanceExport', batch, ...step('open') });
  const rows = rowsOf(balanceExportId, wishes);
  const lastNumber = rows.at(-1)?.number ?? 0;
  for (let chunk = 0; chunk * ROWS_PER_EVENT < lastNumber; chunk += 1) {
    const listed = {
      balanceExportId,
      connectionId,
      rows: rows.filter(({ number }) => Math.floor((number - 1) / ROWS_PER_EVENT) === chunk),
    };
    const command = { type: 'ListRows', chunk, listed, ...step(`rows ${chunk}`) } as const;
    await execute(exportRowsDecider, balanceExportId, command);
  }
  for (const { rowId, customerId, amount } of rows) {
    const reserve = { type: 'ReserveBalance', balanceExportId, rowId, currency: 'GBP', amount } as const;
    await execute(customerDecider, customerId, { ...reserve, causationId: `${rowId}:reserve`, at: AT });
  }
  if (end === 'sealed') {
    const totalAmount = sum(rows.map(({ amount }) => amount));
    const hashes = { rowsSha256: '1a', csvSha256: '2b', xlsxSha256: '3c' };
    const seal = { rowCount: rows.length, lastNumber, totalAmount, ...hashes };
    await execute(balanceExportDecider, balanceExportId, { type: 'SealBalanceExport', seal, ...step('seal') });
  }
  if (end === 'abandoned')
    await execute(balanceExportDecider, balanceExportId, { type: 'AbandonBalanceExport', ...step('abandon') });
  return rows;
}

function rowsOf(balanceExportId: string, wishes: readonly RowWish[]): readonly ExportRow[] {
  let last = 0;
  return wishes.map(({ number = last + 1, customerId, mandateId, amount }) => {
    last = number;
    return {
      rowId: exportRowId(balanceExportId, number),
      number,
      customerId,
      mandateId,
      gocardlessCustomerId: 'CU1',
      name: 'Ada Payer',
      company: null,
      email: null,
      amount,
      description: 'Balance of March',
    };
  });
}

/** Executes commands that may not be refused, as an accountant. */
export function executor(store: EventStore) {
  const aggregates = new Aggregates(store, { now: () => AT });
  const context = { correlationId: 'test', actor: 'user:key_1' } as const;
  return async <Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: Asked<NoInfer<Command>>,
  ) => {
    const { causationId: commandId = 'test', at = AT } = command;
    const outcome = await aggregates.execute(decider, id, command, { ...context, commandId, at });
    if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.code}: ${outcome.detail}`);
    return outcome;
  };
}
