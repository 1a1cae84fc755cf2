import { RECEIPT_KINDS } from '../../domain/accounting/document';
import { dateInZone } from '../../domain/shared/calendar';
import { fields, nullable } from '../../fields/field';
import { amount, currency, day, decimal, id, instant, listOf, oneOf, text } from '../../fields/kinds';
import { connectionsReadModel } from '../connections/table';
import { timeZones } from '../connections/time-zones';
import { RowReader } from '../engine/reader';
import { anyOf } from '../lists/filters';
import { type ReadSource } from '../lists/list';
import { pick } from '../lists/pick';
import { type ListSql } from '../lists/list-sql';
import { isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { customersOf } from '../people/people-of';
import { peopleReadModel, type PersonRow } from '../people/table';
import { found } from '../people/whose';
import { type CallerView, seen } from '../view';
import { numbersOf } from './payment-receipts';
import { type DocumentRow, documents, type ReceiptNumberRow, receiptNumbers, receiptsReadModel } from './table';

export class ReceiptLineFields extends fields({
  description: nullable(text({ description: 'Null when the customer was forgotten.' })),
  taxRate: nullable(decimal({ description: 'Percentage such as "20"; null on account, of which no tax is known.' })),
  net: amount({ min: 0 }),
  tax: amount({ min: 0 }),
  amount: amount({ min: 0 }),
}) {}

/** Amounts are positive: `kind` tells the direction. */
export class ReceiptFields extends fields({
  id: id(),
  number: nullable(text({ description: 'Null for the moment until it is given.' })),
  kind: oneOf([...RECEIPT_KINDS, 'correction']),
  reversesId: nullable(id()),
  correctsId: nullable(id()),
  paymentId: nullable(id({ description: 'Null for a refund against a mandate.' })),
  refundId: nullable(id({ description: 'Of a refund and what takes it back: GoCardless’s.' })),
  customerId: nullable(id()),
  amount: amount(),
  currency: currency(),
  chargeDate: nullable(day()),
  paidOutAt: nullable(instant()),
  taxDate: day({ description: 'The day in the connection’s time zone on which it took effect.' }),
  postedAt: instant(),
  effectiveAt: instant(),
  lines: listOf(ReceiptLineFields, { heading: 'Line' }),
  cause: nullable(text({ description: 'Of a reversal: why the money was lost.' })),
  gocardlessEventId: nullable(id()),
  connectionId: id(),
  customerName: nullable(text()),
  customerCompany: nullable(text()),
  salesOrderId: nullable(id()),
}) {}

export const receiptsList = tableList<DocumentRow, ReceiptFields>({
  name: 'receipts',
  item: ReceiptFields,
  table: documents,
  readModels: [receiptsReadModel, paymentsReadModel, peopleReadModel, connectionsReadModel],
  columns: ['kind', 'paymentId', 'refundId', 'customerId', 'salesOrderId', 'reversesId', 'correctsId', 'currency'],
  ranges: ['effectiveAt', 'postedAt'],
  filters: {
    number: anyOf(text(), numbered),
  },
  effective: 'effectiveAt',
  sorts: ['effectiveAt', 'amount'],
  search: async (word, sql) => [
    await found('t.customer_id', word, sql),
    numbered([word, word.toUpperCase()], sql),
    isId('t.id', word, sql),
    isId('t.payment_id', word, sql),
    isId('t.customer_id', word, sql),
  ],
  money: { amount: 'amount', currency: 'currency' },
  groups: ['kind', 'cause'],
  items: async (rows, view, { database }) => {
    const reader = new RowReader(database);
    const paymentIds = [...new Set(rows.flatMap(({ paymentId }) => paymentId ?? []))];
    const ids = rows.map((row) => row.id);
    const [numbers, people, zones, payments] = await Promise.all([
      numbersOf(database, view, ids),
      customersOf(database, rows),
      timeZones(database),
      reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), ids: paymentIds }),
    ]);
    const paymentById = new Map<string | null, VisiblePayment>(payments.map(({ row }) => [row.id, row]));
    return rows.map((row) => {
      const person = people.get(row.customerId);
      const payment = paymentById.get(row.paymentId);
      return pick(ReceiptFields, row, {
        number: numbers.get(row.id) ?? null,
        chargeDate: payment?.chargeDate ?? null,
        paidOutAt: payment?.paidOutAt ?? null,
        taxDate: dateInZone(row.effectiveAt, zones.get(row.connectionId) ?? 'UTC'),
        lines: linesOf(row, person),
        customerName: person?.name ?? null,
        customerCompany: person?.company ?? null,
      });
    });
  },
});

function numbered(numbers: readonly string[], sql: ListSql): string {
  return `t.id in (select n.id from ${sql.source(receiptNumbers)} n where n.number = any(${sql.values(numbers)}))`;
}

/** What a line without an order line is called. */
const ON_ACCOUNT = 'on account';

function linesOf({ salesOrderId, lines }: DocumentRow, person: PersonRow | undefined): readonly ReceiptLineFields[] {
  const items = salesOrderId === null ? undefined : person?.orders[salesOrderId];
  return lines.map((line) => {
    const { orderLine } = line;
    return pick(ReceiptLineFields, line, {
      description: orderLine === null ? ON_ACCOUNT : (items?.[orderLine] ?? null),
    });
  });
}

/** By number, or by id as long as it has none; null when there is none in view. */
export async function findReceipt(
  source: ReadSource,
  view: CallerView,
  numberOrId: string,
): Promise<ReceiptFields | null> {
  const query = { ...seen(view), where: { number: { equals: numberOrId } } };
  const numbers = await new RowReader(source.database).readRows<ReceiptNumberRow>(receiptNumbers, query);
  return receiptsList.find(source, view, [numberOrId, ...numbers.map(({ row }) => row.id)]);
}
