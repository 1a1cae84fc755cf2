import { type ReceiptKind } from '../../domain/accounting/document';
import { type PayoutItem } from '../../domain/payouts/events';
import { compareDates } from '../../domain/shared/calendar';
import { groupBy } from '../../domain/shared/grouping';
import { fields, nullable } from '../../fields/field';
import { flag, id, oneOf, text } from '../../fields/kinds';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader, type RowQuery } from '../engine/reader';
import { memoryList } from '../lists/memory-list';
import { pick } from '../lists/pick';
import { paymentsReadModel } from '../payments/table';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { numbersOf } from '../receipts/payment-receipts';
import { type DocumentRow, documents, receiptsReadModel } from '../receipts/table';
import { refundsReadModel } from '../refunds/table';
import { equalTo, seen, type View, withinConnections } from '../view';
import { type MatchedItem, matchedItems, WHY_UNMATCHED } from './matching';
import { payouts, payoutsReadModel, type VisiblePayout } from './table';

export class PayoutItemFields extends fields({
  type: text(),
  amount: text({ description: 'Decimal string of minor units, as GoCardless gives it.', heading: 'Minor units' }),
  paymentId: nullable(id()),
  matched: flag({ description: 'Whether a document explains it, or it is a fee, which its payout books.' }),
  gocardlessPaymentId: nullable(id()),
  refundId: nullable(id()),
  why: nullable(oneOf(WHY_UNMATCHED, { description: 'Why it does not match; null when it does.' })),
  customerId: nullable(id()),
  customerName: nullable(text()),
  documentId: nullable(id({ description: 'The document that explains it; null of fees, which the booking explains.' })),
  receiptNumber: nullable(text({ description: 'The number of that document.' })),
}) {}

/** The items of one payout, in GoCardless's order. */
export const payoutItemsList = memoryList<PayoutItemFields>({
  name: 'payout-items',
  item: PayoutItemFields,
  readModels: [payoutsReadModel, paymentsReadModel, refundsReadModel, receiptsReadModel, peopleReadModel],
  filters: ['matched', 'type', 'why', 'paymentId'],
  searched: ['customerName', 'gocardlessPaymentId', 'paymentId', 'refundId', 'receiptNumber'],
  groups: ['type', 'why', 'matched'],
  exists: async ({ database }, query) => (await readPayout(database, query, query.within ?? '')) !== null,
  all: async ({ database }, query) => {
    const payout = await readPayout(database, query, query.within ?? '');
    return payout === null ? [] : payoutItemsOf(database, query, payout);
  },
});

async function readPayout(database: ReadModelDatabase, view: View, payoutId: string): Promise<VisiblePayout | null> {
  const where = { ...withinConnections(view), amount: { from: 0 }, ...equalTo<VisiblePayout>({ payoutId }) };
  const [found] = await new RowReader(database).readRows<VisiblePayout>(payouts, { ...seen(view), where, limit: 1 });
  return found?.row ?? null;
}

/** The items of a payout, each with the payment, the customer and the document that it concerns. */
export async function payoutItemsOf(
  database: ReadModelDatabase,
  view: View,
  { id: payout, items }: VisiblePayout,
): Promise<readonly PayoutItemFields[]> {
  const matches = await matchedItems(database, view, payout);
  const [people, documentOf] = await Promise.all([
    peopleOf(
      database,
      matches.map(({ customerId }) => customerId),
    ),
    documentsOf(database, view, matches, items),
  ]);
  return matches.flatMap((match) => {
    const item = items[match.place];
    if (item === undefined) return [];
    const document = documentOf(match, item);
    const { customerId, why } = match;
    return pick(
      PayoutItemFields,
      { ...item, ...match },
      {
        matched: why === null,
        customerName: people.get(customerId)?.name ?? null,
        documentId: document?.id ?? null,
        receiptNumber: document?.number ?? null,
      },
    );
  });
}

/** Kinds of documents that explain an item of a type; what lies before the books begin has kinds of its own. */
const EXPLAINED_BY: Readonly<Record<string, readonly ReceiptKind[]>> = {
  payment_paid_out: ['receipt'],
  payment_failed: ['reversal', 'prior_loss'],
  payment_charged_back: ['reversal', 'prior_loss'],
  payment_refunded: ['refund', 'prior_loss'],
  refund: ['refund', 'prior_loss'],
  refund_funds_returned: ['refund_returned', 'prior_restored'],
};

interface Explaining {
  readonly id: string;
  readonly number: string | null;
}

/** Tells the document of a payment that explains an item: of money that came several times, the one of that time; of losses and refunds, the one of that amount. */
async function documentsOf(
  database: ReadModelDatabase,
  view: View,
  matches: readonly MatchedItem[],
  items: readonly PayoutItem[],
): Promise<(match: MatchedItem, item: PayoutItem) => Explaining | null> {
  const paymentIds = [...new Set(matches.flatMap(({ paymentId }) => paymentId ?? []))];
  const refundIds = [...new Set(items.flatMap(({ refundId }) => refundId ?? []))];
  const reader = new RowReader(database);
  const read = (where: RowQuery<DocumentRow>['where']) =>
    reader.readRows<DocumentRow>(documents, { ...seen(view), ...(where === undefined ? {} : { where }) });
  const rows = [
    ...(paymentIds.length === 0 ? [] : await read({ paymentId: { in: paymentIds } })),
    // Those of a refund without a payment stand by themselves.
    ...(refundIds.length === 0 ? [] : await read({ refundId: { in: refundIds }, paymentId: { equals: null } })),
  ];
  const corrected = new Set(rows.map(({ row }) => row.correctsId));
  const standing = rows.map(({ row }) => row).filter((row) => row.kind !== 'correction' && !corrected.has(row.id));
  const numbers = await numbersOf(
    database,
    view,
    standing.map((row) => row.id),
  );
  const byPayment = groupBy(
    standing.sort((a, b) => compareDates(a.effectiveAt, b.effectiveAt)),
    ({ paymentId, refundId }) => paymentId ?? refundId ?? '',
  );
  return ({ paymentId, run }, { type, amount, refundId }) => {
    const kinds: readonly string[] = EXPLAINED_BY[type] ?? [];
    const own = (byPayment.get(paymentId ?? refundId ?? '') ?? []).filter(({ kind }) => kinds.includes(kind));
    const units = Math.abs(Number(amount));
    const found =
      type === 'payment_paid_out' ? own[Math.min(run, own.length - 1)] : own.find((row) => row.amount === units);
    return found === undefined ? null : { id: found.id, number: numbers.get(found.id) ?? null };
  };
}
