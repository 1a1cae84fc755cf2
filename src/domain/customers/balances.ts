import { isDate, startOfDayInZone } from '../shared/calendar';
import { never, type Refusal, refuse } from '../shared/decider';
import { isCurrency } from '../shared/money';
import { type BalanceReserved, type BalanceStated } from './events';
import { type BalanceEvent } from '../event-groups';

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

export interface Statement {
  readonly amount: number;
  readonly currency: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly asOf: string;
}

/** Clocks differ by this much without anybody being wrong. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * What somebody says a customer owes, or why it can not be meant so. `asOf` is an instant, or a day, which begins at midnight in the
 * connection's time zone: money paid out on that day is then not in the balance.
 */
export function statementOf(
  { amount, currency, asOf }: Statement,
  { timeZone, now }: { readonly timeZone: string; readonly now: string },
): Statement | Refusal {
  if (!isCurrency(currency)) {
    return refuse('unknown_currency', 'GoCardless does not collect in this currency.', 'currency');
  }
  // A day that does not exist is not read as the next one that does.
  const wellFormed = isDate(asOf.slice(0, 10)) && /^.{10}(T.+(Z|[+-]\d{2}:\d{2}))?$/.test(asOf);
  const time = wellFormed ? Date.parse(isDate(asOf) ? startOfDayInZone(asOf, timeZone) : asOf) : NaN;
  if (Number.isNaN(time)) {
    return refuse('validation_failed', 'Write a day as 2026-03-31, or a time as 2026-03-31T12:00:00Z.', 'asOf');
  }
  if (time > Date.parse(now) + CLOCKS_DIFFER_MS) {
    return refuse('as_of_in_future', 'A balance can not be stated as of a time that is still to come.', 'asOf');
  }
  return { amount, currency, asOf: new Date(time).toISOString() };
}

export type BalanceCommand =
  /** `older`: also when the standing statement is of a later time. */
  | ({ readonly type: 'StateBalance'; readonly older?: boolean } & Omit<BalanceStated['data'], 'customerId'>)
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

/** Whether a statement would take the place of one that is of a later time, and so says less of how things are. */
export function isOlder(asOf: string, standing: string | null): boolean {
  return standing !== null && asOf < standing;
}

export function olderBalance(): Refusal {
  const detail = 'The balance that stands is of a later time. Say "older=true" if this one is to take its place.';
  return refuse('older_balance', detail, 'asOf');
}

/** A row is reserved or released once. */
export function decideBalance(
  command: BalanceCommand,
  customerId: string,
  balances: Balances,
): readonly BalanceEvent[] | Refusal {
  const { stated, reserved } = balanceIn(balances, command.currency);
  switch (command.type) {
    case 'StateBalance': {
      const { amount, currency, asOf, balanceImportId, older = false } = command;
      if (!older && isOlder(asOf, stated?.asOf ?? null)) return olderBalance();
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
