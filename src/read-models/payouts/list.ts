import { type PayoutItem } from '../../domain/payouts/events';
import { fields, nullable } from '../../fields/field';
import { amount, currency, day, flag, id, listOf, nested, oneOf, text } from '../../fields/kinds';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { paymentsReadModel, paymentsTable, type VisiblePayment } from '../payments/table';
import { equalTo, seen, type View, withinConnections } from '../view';
import { payouts, payoutsReadModel, type RefundRow, refunds, type VisiblePayout } from './table';

export class PayoutFx extends fields({
  currency: currency(),
  amount: nullable(amount({ min: 0, description: 'In that currency; null until GoCardless knows it.' })),
}) {}

/** What is null is not yet known from GoCardless. */
export class PayoutSummaryFields extends fields({
  id: id(),
  amount: nullable(amount({ min: 0 })),
  fees: nullable(amount({ min: 0 })),
  currency: nullable(currency()),
  status: oneOf(['pending', 'paid', 'bounced']),
  reference: nullable(text()),
  arrivalDate: nullable(day()),
  fx: nullable(nested(PayoutFx, { heading: 'Bank', description: 'Currency and amount at the bank, when converted.' })),
  connectionId: id(),
}) {}

export class PayoutItemFields extends fields({
  type: text(),
  amount: text({ description: 'Decimal string of minor units, as GoCardless gives it.' }),
  paymentId: nullable(id()),
  matched: flag({ description: 'Whether everything that it refers to is known here.' }),
  gocardlessPaymentId: nullable(id()),
  refundId: nullable(id()),
}) {}

export class PayoutFields extends fields({
  ...PayoutSummaryFields.fields,
  items: listOf(PayoutItemFields),
  unexplained: listOf(PayoutItemFields, { description: 'The items that are not matched.' }),
  itemsState: oneOf(['not_listed', 'listed', 'gone'], { description: 'gone: GoCardless has forgotten them.' }),
  difference: nullable(
    text({ description: 'Items less amount where that is no rounding; decimal string of minor units.' }),
  ),
}) {}

export const payoutsList = tableList<VisiblePayout, PayoutSummaryFields>({
  name: 'payouts',
  item: PayoutSummaryFields,
  table: payouts,
  readModels: [payoutsReadModel, paymentsReadModel],
  columns: ['status', 'currency', 'reference', 'arrivalDate'],
  ranges: ['arrivalDate'],
  // Items may be listed before GoCardless has described the payout that they are of: until then it is not shown.
  visible: () => ['t.amount is not null'],
  sorts: ['arrivalDate', 'amount'],
  search: (word, sql) => Promise.resolve([contains('t.reference', word, sql), isId('t.payout_id', word, sql)]),
  money: { amount: 'amount', currency: 'currency' },
  groups: ['status', 'arrivalDate'],
  items: (rows) => Promise.resolve(rows.map((row) => pick(PayoutSummaryFields, row, { id: row.payoutId }))),
});

/** By GoCardless's id; null when there is none in view. */
export async function findPayout(
  database: ReadModelDatabase,
  view: View,
  payoutId: string,
): Promise<PayoutFields | null> {
  const where = { ...withinConnections(view), amount: { from: 0 }, ...equalTo<VisiblePayout>({ payoutId }) };
  const [found] = await new RowReader(database).readRows<VisiblePayout>(payouts, { ...seen(view), where, limit: 1 });
  if (found === undefined) return null;
  const items = await matchedItems(database, view, found.row);
  return pick(PayoutFields, found.row, {
    id: payoutId,
    items,
    unexplained: items.filter(({ matched }) => !matched),
  });
}

async function matchedItems(
  database: ReadModelDatabase,
  view: View,
  { connectionId, items }: VisiblePayout,
): Promise<readonly PayoutItemFields[]> {
  const reader = new RowReader(database);
  const refundIds = items.flatMap(({ refundId }) => (refundId === null ? [] : [`${connectionId}.${refundId}`]));
  const known =
    refundIds.length === 0 ? [] : await reader.readRows<RefundRow>(refunds, { ...seen(view), ids: refundIds });
  const paymentOfRefund = new Map(known.map(({ row }) => [row.id, row.gocardlessPaymentId]));
  const paymentOf = ({ gocardlessPaymentId, refundId }: PayoutItem): string | null =>
    gocardlessPaymentId ?? (refundId === null ? null : (paymentOfRefund.get(`${connectionId}.${refundId}`) ?? null));
  const gocardlessIds = [...new Set(items.map(paymentOf).filter((one) => one !== null))];
  const where = { connectionId: { equals: connectionId }, gocardlessPaymentId: { in: gocardlessIds } };
  const payments = await reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), where });
  const ours = new Map(payments.map(({ row }) => [row.gocardlessPaymentId, row.id]));
  return items.map((item) => {
    const gocardlessPaymentId = paymentOf(item);
    const paymentId = ours.get(gocardlessPaymentId) ?? null;
    // A fee of the account itself concerns no payment; a refund against a mandate has none of ours behind it.
    const matched = paymentId !== null || (gocardlessPaymentId === null && item.refundId === null);
    return pick(PayoutItemFields, item, { paymentId, matched, gocardlessPaymentId });
  });
}
