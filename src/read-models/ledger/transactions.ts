import { PAYOUT_BOOKING_KINDS, RECEIPT_KINDS } from '../../domain/accounting/document';
import { postingDate } from '../../domain/connections/periods';
import { addDays, dateInZone, endOfDayInZone, startOfDayInZone } from '../../domain/shared/calendar';
import { fields, nullable, optional } from '../../fields/field';
import { amount, currency, day, decimal, id, instant, listOf, oneOf, text } from '../../fields/kinds';
import { textRows } from '../../postgres/sql';
import { connectionsReadModel } from '../connections/table';
import { timeZones } from '../connections/time-zones';
import { asOfSource } from '../engine/reader';
import { type ReadModelDatabase } from '../engine/database';
import { anyOf, inZone, single } from '../lists/filters';
import { type ListSql } from '../lists/list-sql';
import { pick } from '../lists/pick';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { numbersOf } from '../receipts/payment-receipts';
import { receiptNumbers, receiptsReadModel } from '../receipts/table';
import { type View } from '../view';
import { closings, ledgerReadModel, type TransactionRow, transactions } from './table';

export class EntryFields extends fields({
  account: text(),
  debit: amount({ min: 0 }),
  credit: amount({ min: 0 }),
  currency: currency(),
  taxRate: optional(
    decimal({ description: 'Of entries of sales and their tax: the rate, such as "20"; "0" where no tax was due.' }),
  ),
}) {}

export class TransactionFields extends fields({
  id: id(),
  kind: oneOf([...RECEIPT_KINDS, ...PAYOUT_BOOKING_KINDS, 'correction']),
  number: nullable(text()),
  paymentId: nullable(id()),
  payoutId: nullable(id()),
  refundId: nullable(id()),
  reversesId: nullable(id()),
  correctsId: nullable(id()),
  effectiveAt: instant(),
  postingDate: day({ description: 'The effective day, or the first open one where that day was closed.' }),
  recordedAt: instant(),
  entries: listOf(EntryFields),
  connectionId: id(),
  customerId: nullable(id()),
}) {}

export const transactionsList = tableList<TransactionRow, TransactionFields>({
  name: 'transactions',
  item: TransactionFields,
  table: transactions,
  readModels: [ledgerReadModel, receiptsReadModel, connectionsReadModel],
  columns: ['id', 'kind', 'customerId', 'paymentId', 'payoutId', 'refundId', 'reversesId', 'correctsId'],
  ranges: ['effectiveAt'],
  filters: {
    number: anyOf(text(), numbered),
    account: anyOf(text({ description: 'Transactions with an entry on it.' }), (values, sql) =>
      withEntry('account', values, sql),
    ),
    currency: anyOf(currency(), (values, sql) => withEntry('currency', values, sql)),
    postingDateFrom: single(day(), postedFrom),
    postingDateTo: single(day(), postedTo),
  },
  effective: 'effectiveAt',
  sorts: ['effectiveAt', 'recordedAt'],
  search: (word, sql) =>
    Promise.resolve([
      numbered([word, word.toUpperCase()], sql),
      ...['id', 'payment_id', 'payout_id', 'refund_id', 'customer_id'].map((column) => isId(`t.${column}`, word, sql)),
    ]),
  groups: ['kind'],
  items: async (rows, view, { database }) => {
    const ids = rows.map((row) => row.id);
    const [zones, closed, numbers] = await Promise.all([
      timeZones(database),
      closedBefore(database, view, ids),
      numbersOf(database, view, ids),
    ]);
    return rows.map((row) => {
      const date = dateInZone(row.effectiveAt, zones.get(row.connectionId) ?? 'UTC');
      return pick(TransactionFields, row, {
        number: numbers.get(row.id) ?? null,
        postingDate: postingDate(date, closed.get(row.id) ?? null),
      });
    });
  },
});

function numbered(numbers: readonly string[], sql: ListSql): string {
  return `t.id in (select n.id from ${sql.source(receiptNumbers)} n where n.number = any(${sql.values(numbers)}))`;
}

function withEntry(field: 'account' | 'currency', values: readonly string[], sql: ListSql): string {
  const entries = values.map((value) => sql.value([{ [field]: value }], 'json'));
  return `t.entries @> any(array[${entries.join(', ')}])`;
}

/** SQL of the last day that was closed for its books when a transaction was posted. */
function closedSql(source: string): string {
  return `(select max(c.through) from ${source} c
    where c.connection_id = t.connection_id and c.first_position < t.first_position)`;
}

/**
 * The posting date is the effective day in the connection's zone, or the day after the last one that was closed before the
 * transaction: so each end of the range is a condition on both.
 */
async function postedFrom(date: string, sql: ListSql): Promise<string> {
  const closed = closedSql(sql.source(closings));
  return `(t.effective_at >= ${await inZone(date, startOfDayInZone, sql)} or ${closed} >= ${sql.value(addDays(date, -1))})`;
}

async function postedTo(date: string, sql: ListSql): Promise<string> {
  const closed = closedSql(sql.source(closings));
  const end = await inZone(date, endOfDayInZone, sql);
  return `(t.effective_at <= ${end} and coalesce(${closed} < ${sql.value(date)}, true))`;
}

async function closedBefore(
  { pool, schema }: ReadModelDatabase,
  { asOf }: View,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await textRows(
    pool,
    `select t.id, ${closedSql(asOfSource(schema, closings, asOf ?? null))}
     from ${asOfSource(schema, transactions)} t where t.id = any($1::text[])`,
    [ids],
  );
  return new Map(rows.map(([transaction = '', through = null]) => [transaction ?? '', through]));
}
