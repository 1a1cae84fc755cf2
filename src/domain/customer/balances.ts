import { never } from '../shared/decider';
import { type BalanceEvent, type BalanceReserved, type BalanceStated } from './events';

/** What is known of a customer's balance in one currency. */
export interface Balance {
  /** The last statement; null when nothing was ever stated. */
  readonly stated: { readonly amount: number; readonly asOf: string } | null;
  /** Goes up by one with each event of this balance: whoever saw another version saw another balance. */
  readonly version: number;
  /** Rows of exports that hold a part of it and were not released, by row id. */
  readonly reserved: ReadonlyMap<string, BalanceReserved['data']>;
}

/** By currency. */
export type Balances = ReadonlyMap<string, Balance>;

export const NO_BALANCES: Balances = new Map();
const NO_BALANCE: Balance = { stated: null, version: 0, reserved: new Map() };

export function balanceIn(balances: Balances, currency: string): Balance {
  return balances.get(currency) ?? NO_BALANCE;
}

export type BalanceCommand =
  | ({ readonly type: 'StateBalance' } & Omit<BalanceStated['data'], 'customerId'>)
  /** Decided on the version that the exporter saw: who changed meanwhile is left out, which the caller sees by the version. */
  | ({ readonly type: 'ReserveBalance' } & Omit<BalanceReserved['data'], 'customerId'>)
  | { readonly type: 'ReleaseBalance'; readonly currency: string; readonly rowId: string };

export function evolveBalances(balances: Balances, event: BalanceEvent): Balances {
  const { currency } = event.data;
  const before = balanceIn(balances, currency);
  return new Map([...balances, [currency, { ...evolveBalance(before, event), version: before.version + 1 }]]);
}

function evolveBalance(balance: Balance, event: BalanceEvent): Balance {
  switch (event.type) {
    case 'BalanceStated': {
      const { amount, asOf } = event.data;
      return { ...balance, stated: { amount, asOf } };
    }
    case 'BalanceReserved':
      return { ...balance, reserved: new Map([...balance.reserved, [event.data.rowId, event.data]]) };
    case 'BalanceReleased':
      return { ...balance, reserved: new Map([...balance.reserved].filter(([rowId]) => rowId !== event.data.rowId)) };
    default:
      return never(event);
  }
}

/** Nothing here is refused: a statement is what somebody else says, and a row is reserved or released once. */
export function decideBalance(
  command: BalanceCommand,
  customerId: string,
  balances: Balances,
): readonly BalanceEvent[] {
  const { stated, reserved } = balanceIn(balances, command.currency);
  switch (command.type) {
    case 'StateBalance': {
      const { amount, currency, asOf, balanceImportId } = command;
      if (stated !== null && stated.amount === amount && stated.asOf === asOf) return [];
      return [{ type: 'BalanceStated', data: { customerId, currency, amount, asOf, balanceImportId } }];
    }
    case 'ReserveBalance': {
      const { balanceExportId, rowId, currency, amount } = command;
      if (reserved.has(rowId)) return [];
      return [{ type: 'BalanceReserved', data: { customerId, balanceExportId, rowId, currency, amount } }];
    }
    case 'ReleaseBalance': {
      const row = reserved.get(command.rowId);
      return row === undefined ? [] : [{ type: 'BalanceReleased', data: row }];
    }
    default:
      return never(command);
  }
}
