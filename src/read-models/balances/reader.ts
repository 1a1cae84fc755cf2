import { type CustomerRow, customers } from '../customers/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { peopleOf } from '../people/reader';
import {
  equalTo,
  filteredBy,
  type ListPage,
  type Paging,
  readPage,
  seen,
  type View,
  withinConnections,
} from '../paging';
import { type BalanceFigures, figuresOf } from './figures';
import { statedBalances, type StatedBalanceRow } from './table';

export interface BalanceFilters {
  readonly customerId?: string;
  readonly currency?: string;
  /** The round of its customer. */
  readonly round?: string;
}

export type BalanceItem = Pick<StatedBalanceRow, 'customerId' | 'currency' | 'stated' | 'asOf' | 'connectionId'> &
  BalanceFigures & {
    readonly customerName: string | null;
  };

/** Stated balances with what has become of them since. */
export async function listBalances(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: BalanceFilters },
): Promise<ListPage<BalanceItem>> {
  const { customerId, currency, round } = query.filters;
  const onRound = round === undefined ? undefined : { in: await customersOnRound(database, query, round) };
  const where = {
    ...withinConnections(query),
    ...equalTo<StatedBalanceRow>({ currency }),
    ...filteredBy('customerId', customerId === undefined ? onRound : { in: [customerId].filter(among(onRound?.in)) }),
  };
  const { rows, next } = await readPage<StatedBalanceRow>(database, statedBalances, { ...seen(query), where }, query);
  const balances = rows.map(({ row }) => row);
  const figures = await figuresOf(database, query, balances);
  const people = await peopleOf(
    database,
    balances.map((balance) => balance.customerId),
  );
  return {
    items: balances.map(({ id, connectionId, stated, asOf, ...whose }) => ({
      customerId: whose.customerId,
      currency: whose.currency,
      stated,
      asOf,
      ...(figures.get(id) ?? NO_FIGURES),
      customerName: people.get(whose.customerId)?.name ?? null,
      connectionId,
    })),
    next,
  };
}

const NO_FIGURES: BalanceFigures = { inFlight: 0, paidSince: 0, reversedSince: 0, collectable: 0 };

function among(ids: readonly string[] | undefined): (id: string) => boolean {
  return (id) => ids === undefined || ids.includes(id);
}

async function customersOnRound(database: ReadModelDatabase, view: View, round: string): Promise<readonly string[]> {
  const query = { ...seen(view), where: { round: { equals: round } } };
  return (await new RowReader(database).readRows<CustomerRow>(customers, query)).map(({ row }) => row.id);
}
