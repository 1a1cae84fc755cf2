import { fields, nullable } from '../../fields/field';
import { amount, currency, day, id, listOf, nested, oneOf, text, wholeNumber } from '../../fields/kinds';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { pick } from '../lists/pick';
import { contains, isId } from '../lists/search';
import { tableList } from '../lists/table-list';
import { ledgerReadModel } from '../ledger/table';
import { paymentsReadModel } from '../payments/table';
import { receiptsReadModel } from '../receipts/table';
import { refundsReadModel } from '../refunds/table';
import { equalTo, seen, type View, withinConnections } from '../view';
import { bookingsOf } from './bookings';
import { PayoutItemFields, payoutItemsOf } from './items';
import { countUnmatched } from './matching';
import { payouts, payoutsReadModel, type VisiblePayout } from './table';

const taken = (description: string) => nullable(amount({ min: Number.MIN_SAFE_INTEGER, description }));

export class PayoutFx extends fields({
  currency: currency(),
  amount: nullable(amount({ min: 0, description: 'In that currency; null until GoCardless knows it.' })),
}) {}

/** What is null is not yet known from GoCardless. */
export class PayoutSummaryFields extends fields({
  id: id(),
  amount: nullable(amount({ min: 0 })),
  fees: nullable(amount({ min: 0, description: 'All that was kept for fees, tax included.' })),
  currency: nullable(currency()),
  status: oneOf(['pending', 'paid', 'bounced']),
  reference: nullable(text()),
  arrivalDate: nullable(day()),
  fx: nullable(nested(PayoutFx, { heading: 'Bank', description: 'Currency and amount at the bank, when converted.' })),
  connectionId: id(),
  gross: taken('What its payments brought. Less losses, refunds and fees it is the amount, but for rounding.'),
  losses: taken('Late failures and chargebacks that it had to bear.'),
  refunds: taken('Refunds that it had to bear, less what came back of them.'),
  feesTax: taken('The tax within the fees.'),
  items: nullable(wholeNumber({ min: 0, description: 'How many there are.' })),
  unmatched: nullable(wholeNumber({ min: 0, description: 'How many of the items are not explained here.' })),
  difference: nullable(
    text({ description: 'Items less amount where that is no rounding; decimal string of minor units.' }),
  ),
  documentId: nullable(id({ description: 'Of its booking; null while it is not booked.' })),
}) {}

export class PayoutFields extends fields({
  ...PayoutSummaryFields.fields,
  items: listOf(PayoutItemFields),
  unexplained: listOf(PayoutItemFields, { description: 'The items that are not matched.' }),
  itemsState: oneOf(['not_listed', 'listed', 'gone'], { description: 'gone: GoCardless has forgotten them.' }),
}) {}

/** What a list reads of a payout: not its items, of which there may be thousands. */
type ListedPayout = Omit<VisiblePayout, 'items'>;

export const payoutsList = tableList<ListedPayout, PayoutSummaryFields>({
  name: 'payouts',
  item: PayoutSummaryFields,
  table: payouts,
  unread: ['items'],
  readModels: [payoutsReadModel, paymentsReadModel, refundsReadModel, receiptsReadModel, ledgerReadModel],
  columns: ['status', 'currency', 'reference', 'arrivalDate'],
  ranges: ['arrivalDate'],
  // Items may be listed before GoCardless has described the payout that they are of: until then it is not shown.
  visible: () => ['t.amount is not null'],
  sorts: ['arrivalDate', 'amount'],
  search: (word, sql) => Promise.resolve([contains('t.reference', word, sql), isId('t.payout_id', word, sql)]),
  money: { amount: 'amount', currency: 'currency' },
  groups: ['status', 'arrivalDate'],
  items: async (rows, view, { database }) => {
    const listed = rows.filter(({ itemCount }) => itemCount !== null).map((row) => row.id);
    const [unmatched, bookings] = await Promise.all([
      countUnmatched(database, view, listed),
      bookingsOf(database, view, rows),
    ]);
    return rows.map((row) =>
      pick(PayoutSummaryFields, row, {
        id: row.payoutId,
        items: row.itemCount,
        unmatched: row.itemCount === null ? null : (unmatched.get(row.id) ?? 0),
        documentId: bookings.get(row.id) ?? null,
      }),
    );
  },
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
  const [items, bookings] = await Promise.all([
    payoutItemsOf(database, view, found.row),
    bookingsOf(database, view, [found.row]),
  ]);
  const unexplained = items.filter(({ matched }) => !matched);
  return pick(PayoutFields, found.row, {
    id: payoutId,
    items,
    unexplained,
    unmatched: found.row.itemCount === null ? null : unexplained.length,
    documentId: bookings.get(found.row.id) ?? null,
  });
}
