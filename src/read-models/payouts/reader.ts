import { type PayoutItem } from '../../domain/payouts/events';
import { paymentsTable, type VisiblePayment } from '../payments/table';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { equalTo, type ListPage, type Paging, readPage, seen, type View, withinConnections } from '../paging';
import { payouts, type RefundRow, refunds, type VisiblePayout } from './table';

export const PAYOUT_FILTERS = ['status', 'currency', 'reference', 'arrivalDate'] as const;

export interface PayoutFilters {
  readonly status?: VisiblePayout['status'];
  readonly currency?: string;
  readonly reference?: string;
  readonly arrivalDate?: string;
}

export interface PayoutItemLine {
  readonly type: string;
  /** Decimal string of minor units, as GoCardless gives it. */
  readonly amount: string;
  /** Our payment behind it, or null. */
  readonly paymentId: string | null;
  /** Whether everything that the item refers to is known here. */
  readonly matched: boolean;
  readonly gocardlessPaymentId: string | null;
  readonly refundId: string | null;
}

export interface PayoutSummary {
  /** GoCardless's. */
  readonly id: string;
  readonly amount: number | null;
  readonly fees: number | null;
  readonly currency: string | null;
  readonly status: VisiblePayout['status'];
  readonly reference: string | null;
  readonly arrivalDate: string | null;
  readonly fx: VisiblePayout['fx'];
  readonly connectionId: string;
}

export interface PayoutAnswer extends PayoutSummary {
  readonly items: readonly PayoutItemLine[];
  /** The items that are not matched. */
  readonly unexplained: readonly PayoutItemLine[];
  /** `gone`: GoCardless has forgotten them. */
  readonly itemsState: VisiblePayout['itemsState'];
  readonly difference: string | null;
}

/** Items may be listed before GoCardless has described the payout that they are of: until then it is not shown. */
const DESCRIBED = { amount: { from: 0 } };

export async function listPayouts(
  database: ReadModelDatabase,
  query: View & Paging & { readonly filters: PayoutFilters },
): Promise<ListPage<PayoutSummary>> {
  const where = { ...withinConnections(query), ...DESCRIBED, ...equalTo<VisiblePayout>(query.filters) };
  const { rows, next } = await readPage<VisiblePayout>(database, payouts, { ...seen(query), where }, query);
  return { items: rows.map(({ row }) => summaryOf(row)), next };
}

/** By GoCardless's id; null when there is none in view. */
export async function findPayout(
  database: ReadModelDatabase,
  view: View,
  payoutId: string,
): Promise<PayoutAnswer | null> {
  const where = { ...withinConnections(view), ...DESCRIBED, ...equalTo<VisiblePayout>({ payoutId }) };
  const [found] = await new RowReader(database).readRows<VisiblePayout>(payouts, { ...seen(view), where, limit: 1 });
  if (found === undefined) return null;
  const { row } = found;
  const items = await matchedItems(database, view, row);
  const unexplained = items.filter(({ matched }) => !matched);
  return { ...summaryOf(row), items, unexplained, itemsState: row.itemsState, difference: row.difference };
}

function summaryOf({
  payoutId,
  amount,
  fees,
  currency,
  status,
  reference,
  arrivalDate,
  fx,
  connectionId,
}: VisiblePayout): PayoutSummary {
  return { id: payoutId, amount, fees, currency, status, reference, arrivalDate, fx, connectionId };
}

async function matchedItems(
  database: ReadModelDatabase,
  view: View,
  { connectionId, items }: VisiblePayout,
): Promise<readonly PayoutItemLine[]> {
  const reader = new RowReader(database);
  const refundIds = items.flatMap(({ refundId }) => (refundId === null ? [] : [`${connectionId}.${refundId}`]));
  const known =
    refundIds.length === 0 ? [] : await reader.readRows<RefundRow>(refunds, { ...seen(view), ids: refundIds });
  const paymentOfRefund = new Map(known.map(({ row }) => [row.id, row.gocardlessPaymentId]));
  const paymentOf = ({ gocardlessPaymentId, refundId }: PayoutItem): string | null =>
    gocardlessPaymentId ?? (refundId === null ? null : (paymentOfRefund.get(`${connectionId}.${refundId}`) ?? null));
  const gocardlessIds = [...new Set(items.map(paymentOf).filter((id) => id !== null))];
  const where = { connectionId: { equals: connectionId }, gocardlessPaymentId: { in: gocardlessIds } };
  const payments = await reader.readRows<VisiblePayment>(paymentsTable, { ...seen(view), where });
  const ours = new Map(payments.map(({ row }) => [row.gocardlessPaymentId, row.id]));
  return items.map((item) => {
    const { type, amount, refundId } = item;
    const gocardlessPaymentId = paymentOf(item);
    const paymentId = ours.get(gocardlessPaymentId) ?? null;
    // A fee of the account itself concerns no payment; a refund against a mandate has none of ours behind it.
    const matched = paymentId !== null || (gocardlessPaymentId === null && refundId === null);
    return { type, amount, paymentId, matched, gocardlessPaymentId, refundId };
  });
}
