import { type Entry } from '../../domain/accounting/document';
import { postingDate } from '../../domain/connections/periods';
import { addDays, dateInZone, startOfDayInZone } from '../../domain/shared/calendar';
import { sum } from '../../domain/shared/money';
import { timeZones } from '../connections/reader';
import { type ReadModelDatabase } from '../engine/database';
import { textRows } from '../../postgres/sql';
import { asOfSource, type ReadRow, RowReader, UnknownCursor } from '../engine/reader';
import { type EffectiveView, type ListPage, type Paging, readIds, seen, SqlValues, type View } from '../paging';
import { numbersOf } from '../receipts/payment-receipts';
import { receiptNumbers } from '../receipts/table';
import { type ClosingRow, closings, entries, type TransactionRow, transactions } from './table';

const COLUMN_FILTERS = {
  id: 'id',
  kind: 'kind',
  customerId: 'customer_id',
  paymentId: 'payment_id',
  payoutId: 'payout_id',
  reversesId: 'reverses_id',
  correctsId: 'corrects_id',
} as const;

export const TRANSACTION_FILTERS = [
  'id',
  'kind',
  'number',
  'customerId',
  'paymentId',
  'payoutId',
  'reversesId',
  'correctsId',
  'account',
  'currency',
  'effectiveAtFrom',
  'effectiveAtTo',
  'postingDateFrom',
  'postingDateTo',
] as const;

export type TransactionFilters = {
  readonly [Field in keyof typeof COLUMN_FILTERS]?: string;
} & {
  readonly number?: string;
  /** Transactions with an entry on it. */
  readonly account?: string;
  readonly currency?: string;
  readonly effectiveAtFrom?: string;
  readonly effectiveAtTo?: string;
  readonly postingDateFrom?: string;
  readonly postingDateTo?: string;
};

export interface TransactionItem {
  readonly id: string;
  readonly kind: TransactionRow['kind'];
  readonly number: string | null;
  readonly paymentId: string | null;
  readonly payoutId: string | null;
  readonly reversesId: string | null;
  readonly correctsId: string | null;
  readonly effectiveAt: string;
  readonly postingDate: string;
  readonly recordedAt: string;
  readonly entries: readonly Entry[];
  readonly connectionId: string;
  readonly customerId: string | null;
}

export async function listTransactions(
  database: ReadModelDatabase,
  query: EffectiveView & Paging & { readonly filters: TransactionFilters },
): Promise<ListPage<TransactionItem>> {
  const zones = await timeZones(database);
  const values = new SqlValues();
  const conditions = conditionsOf(database, query, zones, values);
  const { ids, next } = await readIds(database, { table: transactions, ...seen(query), conditions, values }, query);
  if (ids.length === 0) return { items: [], next };
  const reader = new RowReader(database);
  const [rows, closed, numbers] = await Promise.all([
    reader.readRows<TransactionRow>(transactions, { ...seen(query), ids }),
    reader.readRows<ClosingRow>(closings, seen(query)),
    numbersOf(database, query, ids),
  ]);
  const items = rows.map((read) => {
    const { connectionId } = read.row;
    return itemOf(read, numbers.get(read.row.id) ?? null, closedBefore(closed, read), zones.get(connectionId) ?? 'UTC');
  });
  return { items, next };
}

/** The last day that was closed for its books when the transaction was posted. */
function closedBefore(closed: readonly ReadRow<ClosingRow>[], { row, first }: ReadRow<TransactionRow>): string | null {
  return closed.findLast((one) => one.row.connectionId === row.connectionId && one.first < first)?.row.through ?? null;
}

function itemOf(
  { row }: ReadRow<TransactionRow>,
  number: string | null,
  closed: string | null,
  timeZone: string,
): TransactionItem {
  const { id, kind, paymentId, payoutId, reversesId, correctsId, effectiveAt, recordedAt, connectionId, customerId } =
    row;
  const posted = { effectiveAt, postingDate: postingDate(dateInZone(effectiveAt, timeZone), closed), recordedAt };
  const lines = row.entries.map(({ account, debit, credit, currency }) => ({ account, debit, credit, currency }));
  const refers = { paymentId, payoutId, reversesId, correctsId };
  return { id, kind, number, ...refers, ...posted, entries: lines, connectionId, customerId };
}

function conditionsOf(
  { schema }: ReadModelDatabase,
  { connectionIds, asOf, effectiveAt, filters }: EffectiveView & { readonly filters: TransactionFilters },
  zones: ReadonlyMap<string, string>,
  values: SqlValues,
): string[] {
  const conditions: string[] = [];
  const when = (value: string | undefined, condition: (parameter: string) => string) => {
    if (value !== undefined) conditions.push(condition(values.add(value)));
  };
  if (connectionIds !== 'all') conditions.push(`t.connection_id = any(${values.add(connectionIds)}::text[])`);
  for (const [field, column] of Object.entries(COLUMN_FILTERS)) {
    // The entries of the table have its keys.
    when(filters[field as keyof typeof COLUMN_FILTERS], (value) => `t.${column} = ${value}`);
  }
  const numbers = asOfSource(schema, receiptNumbers, asOf);
  when(filters.number, (value) => `t.id in (select n.id from ${numbers} n where n.number = ${value})`);
  when(filters.account, (value) => `t.entries @> jsonb_build_array(jsonb_build_object('account', ${value}::text))`);
  when(filters.currency, (value) => `t.entries @> jsonb_build_array(jsonb_build_object('currency', ${value}::text))`);
  when(filters.effectiveAtFrom, (value) => `t.effective_at >= ${value}`);
  when(filters.effectiveAtTo, (value) => `t.effective_at <= ${value}`);
  when(effectiveAt, (value) => `t.effective_at <= ${value}`);
  conditions.push(...postingDateConditions(schema, filters, zones, values));
  return conditions;
}

/**
 * The posting date is the effective day in the connection's zone, or the day after the last one that was closed before the
 * transaction: so each end of the range is a condition on both.
 */
function postingDateConditions(
  schema: string,
  { postingDateFrom: from, postingDateTo: to }: TransactionFilters,
  zones: ReadonlyMap<string, string>,
  values: SqlValues,
): readonly string[] {
  const closed = `(select max(c.through) from ${asOfSource(schema, closings)} c
    where c.connection_id = t.connection_id and c.first_position < t.first_position)`;
  /** When a day begins where the transaction's books are kept. */
  const beginning = (day: string) => {
    const starts = [...zones].map(([id, zone]): [string, string] => [id, startOfDayInZone(day, zone)]);
    return `(${values.add(JSON.stringify(Object.fromEntries(starts)))}::jsonb ->> t.connection_id)`;
  };
  return [
    ...(from === undefined
      ? []
      : [`(t.effective_at >= ${beginning(from)} or ${closed} >= ${values.add(addDays(from, -1))})`]),
    ...(to === undefined
      ? []
      : [`(t.effective_at < ${beginning(addDays(to, 1))} and coalesce(${closed} < ${values.add(to)}, true))`]),
  ];
}

export interface AccountSums {
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
}

export interface TrialBalance {
  readonly connectionId: string;
  readonly currency: string;
  readonly accounts: readonly AccountSums[];
  readonly totalDebit: number;
  readonly totalCredit: number;
}

/** Gross sums of debits and credits by account. A connection that is not in view has none. */
export async function trialBalance(
  database: ReadModelDatabase,
  view: EffectiveView,
  connectionId: string,
  currency: string,
): Promise<TrialBalance> {
  const sums = await accountSums(database, view, connectionId, currency);
  const accounts = sums.map(({ account, debit, credit }) => ({ account, debit, credit }));
  const totalDebit = sum(accounts.map(({ debit }) => debit));
  const totalCredit = sum(accounts.map(({ credit }) => credit));
  return { connectionId, currency, accounts, totalDebit, totalCredit };
}

export interface AccountItem extends AccountSums {
  readonly connectionId: string;
  readonly currency: string;
  /** Debits less credits. */
  readonly balance: number;
}

/** The currencies in which anything was posted. */
export async function currenciesOf(database: ReadModelDatabase, view: EffectiveView): Promise<readonly string[]> {
  const sums = await accountSums(database, view, null, null);
  return [...new Set(sums.map(({ currency }) => currency))];
}

/** Every account that was posted to, by connection, account and currency. */
export async function listAccounts(
  database: ReadModelDatabase,
  query: EffectiveView & Paging,
): Promise<ListPage<AccountItem>> {
  const sums = await accountSums(database, query, null, null);
  const keyed = sums.map((item) => ({ item, key: [item.connectionId, item.account, item.currency].join('.') }));
  const { cursor } = query;
  const last = keyed.findIndex(({ key }) => key === cursor);
  if (cursor !== undefined && last === -1) throw new UnknownCursor(entries.name, cursor);
  const rest = keyed.slice(last + 1);
  const page = rest.slice(0, query.limit);
  return { items: page.map(({ item }) => item), next: rest.length > page.length ? (page.at(-1)?.key ?? null) : null };
}

async function accountSums(
  { pool, schema }: ReadModelDatabase,
  { connectionIds, asOf, effectiveAt }: View & EffectiveView,
  connectionId: string | null,
  currency: string | null,
): Promise<readonly AccountItem[]> {
  const rows = await textRows(
    pool,
    `select connection_id, account, currency, sum(debit), sum(credit) from ${asOfSource(schema, entries, asOf)} entry
     where ($1::text[] is null or connection_id = any($1)) and ($2::text is null or connection_id = $2)
       and ($3::text is null or currency = $3) and ($4::text is null or effective_at <= $4)
     group by connection_id, account, currency order by connection_id, account, currency`,
    [connectionIds === 'all' ? null : connectionIds, connectionId, currency, effectiveAt ?? null],
  );
  return rows.map(([connection = null, account = null, of = null, left = null, right = null]) => {
    const debit = wholeNumber(left);
    const credit = wholeNumber(right);
    return {
      connectionId: connection ?? '',
      account: account ?? '',
      currency: of ?? '',
      debit,
      credit,
      balance: debit - credit,
    };
  });
}

/** PostgreSQL adds up without a limit; a number here has one. */
function wholeNumber(text: string | null): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error('A sum of the ledger is larger than an exact number can hold.');
  return number;
}
