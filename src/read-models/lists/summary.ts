import { type Group, type Summary } from './list';

/** The summary of groups that are told apart by currency also where nobody asked for groups. */
export function summaryOf(groups: readonly Group[], groupBy: string | null): Summary {
  const sums = new Map<string, number>();
  for (const { currency, amount } of groups) {
    if (currency !== null && amount !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return {
    count: groups.reduce((total, { count }) => total + count, 0),
    sums: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount })),
    groups: groupBy === null ? [] : groups,
  };
}

/** PostgreSQL adds up without a limit; a number here has one. */
export function exactNumber(sum: string | null | undefined): number {
  const number = Number(sum);
  if (!Number.isSafeInteger(number)) throw new Error('A sum is larger than an exact number can hold.');
  return number;
}
