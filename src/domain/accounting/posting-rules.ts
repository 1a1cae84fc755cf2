import { groupBy } from '../shared/grouping';
import { sum } from '../shared/money';
import { type Accounts } from './accounts';
import { type DocumentLine, type Entry, type Party } from './document';

/** Version of these rules. A document carries the one that made it, and is never made again by another. */
export const POSTING_RULES = 1;

/** A line with the account that its income goes to; null = the default that holds when the document takes effect. */
export interface IncomeLine extends DocumentLine {
  readonly incomeAccount: string | null;
}

/**
 * Money paid out: clearing against whoever it belongs to. An order's lines go to sales net, one entry each, their tax to output tax, one
 * entry for each rate.
 */
export function moneyIn(
  party: Party,
  amount: number,
  currency: string,
  lines: readonly IncomeLine[],
  accounts: Accounts,
): readonly Entry[] {
  return [debit(accounts.clearing, amount, currency), ...earned(party, amount, currency, lines, accounts)].filter(
    ({ debit: left, credit: right }) => left !== right,
  );
}

function earned(
  party: Party,
  amount: number,
  currency: string,
  lines: readonly IncomeLine[],
  accounts: Accounts,
): readonly Entry[] {
  switch (party) {
    case 'order':
      return [
        ...lines.map(({ net, incomeAccount, taxRate }) =>
          atRate(credit(incomeAccount ?? accounts.sales, net, currency), taxRate),
        ),
        ...[...groupBy(lines, ({ taxRate }) => taxRate)].map(([taxRate, taxed]) =>
          atRate(credit(accounts.outputTax, sum(taxed.map(({ tax }) => tax)), currency), taxRate),
        ),
      ];
    case 'customer':
      return [credit(accounts.customers, amount, currency)];
    case 'nobody':
      return [credit(accounts.unidentifiedReceipts, amount, currency)];
    case 'prior_period':
      return [credit(accounts.priorPeriod, amount, currency)];
  }
}

function atRate(entry: Entry, taxRate: string | null): Entry {
  return taxRate === null ? entry : { ...entry, taxRate };
}

/** The same entries with sides swapped. */
export function opposite(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => ({ ...entry, debit: entry.credit, credit: entry.debit }));
}

/** An entry of a signed amount: a negative one stands on the other side. */
export function debit(account: string, amount: number, currency: string): Entry {
  return { account, debit: Math.max(amount, 0), credit: Math.max(-amount, 0), currency };
}

export function credit(account: string, amount: number, currency: string): Entry {
  return debit(account, -amount, currency);
}
