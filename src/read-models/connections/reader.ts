import { type Accounts, accountsAt, type AccountsFrom } from '../../domain/accounting/accounts';
import { type LeadTimes } from '../../domain/mandates/lead-time';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { equalTo, type ListPage, type Paging, readPage, seen, type View } from '../paging';
import { type ConnectionRow, connections } from './table';

export const CONNECTION_FILTERS = ['name', 'environment', 'creditorId', 'access'] as const;

export interface ConnectionFilters {
  readonly name?: string;
  readonly environment?: ConnectionRow['environment'];
  readonly creditorId?: string;
  readonly access?: ConnectionRow['access'];
}

export type ConnectionItem = Pick<
  ConnectionRow,
  | 'id'
  | 'name'
  | 'environment'
  | 'creditorId'
  | 'creditorName'
  | 'access'
  | 'timeZone'
  | 'booksFrom'
  | 'receiptSeries'
  | 'webhookSecrets'
  | 'closedThrough'
>;

export interface ConnectionSettings {
  readonly connectionId: string;
  readonly companyName: string | null;
  readonly address: string | null;
  readonly vatNumber: string | null;
  /** Who collects by GoCardless's word: on receipts when no company is given. */
  readonly creditorName: string;
  readonly timeZone: string;
  readonly receiptSeries: string;
  /** Those that hold at the time asked for. */
  readonly accounts: Accounts;
  /** All choices, also those that hold later. */
  readonly accountsFrom: readonly AccountsFrom[];
  readonly leadTimes: LeadTimes;
}

export async function listConnections(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: ConnectionFilters },
): Promise<ListPage<ConnectionItem>> {
  const ids = query.connectionIds === 'all' ? {} : { ids: query.connectionIds };
  const where = equalTo<ConnectionRow>(query.filters);
  const { rows, next } = await readPage<ConnectionRow>(database, connections, { ...seen(query), ...ids, where }, query);
  return { items: rows.map(({ row }) => itemOf(row)), next };
}

/** Null when there is none in view. */
export async function findConnection(
  database: ReadModelDatabase,
  view: View,
  id: string,
): Promise<ConnectionItem | null> {
  const row = await readConnection(database, view, id);
  return row === null ? null : itemOf(row);
}

/** @param at the time at which `accounts` hold, ISO 8601 UTC */
export async function findSettings(
  database: ReadModelDatabase,
  view: View,
  id: string,
  at: string,
): Promise<ConnectionSettings | null> {
  const row = await readConnection(database, view, id);
  if (row === null) return null;
  const { companyName, address, vatNumber, creditorName, timeZone, receiptSeries, accounts, leadTimes } = row;
  const holding = accountsAt(accounts, at);
  return {
    connectionId: id,
    companyName,
    address,
    vatNumber,
    creditorName,
    timeZone,
    receiptSeries,
    accounts: holding,
    accountsFrom: accounts,
    leadTimes,
  };
}

/** Time zones by connection; they never change. */
export async function timeZones(database: ReadModelDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await new RowReader(database).readRows<ConnectionRow>(connections);
  return new Map(rows.map(({ row }) => [row.id, row.timeZone]));
}

async function readConnection(database: ReadModelDatabase, view: View, id: string): Promise<ConnectionRow | null> {
  if (view.connectionIds !== 'all' && !view.connectionIds.includes(id)) return null;
  const [found] = await new RowReader(database).readRows<ConnectionRow>(connections, { ...seen(view), ids: [id] });
  return found?.row ?? null;
}

function itemOf(row: ConnectionRow): ConnectionItem {
  const { id, name, environment, creditorId, creditorName, timeZone, booksFrom, receiptSeries } = row;
  const { access, webhookSecrets, closedThrough } = row;
  const opened = { id, name, environment, creditorId, creditorName, access, timeZone, booksFrom, receiptSeries };
  return { ...opened, webhookSecrets, closedThrough };
}
