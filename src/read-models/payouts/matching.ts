import { type ReceiptKind } from '../../domain/accounting/document';
import { textRows } from '../../postgres/sql';
import { type ReadModelDatabase } from '../engine/database';
import { asOfSource } from '../engine/reader';
import { paymentsTable } from '../payments/table';
import { type View } from '../view';
import { PAYOUT_ITEM_TYPES } from '../../domain/payouts/events';
import { documents } from '../receipts/table';
import { refunds } from '../refunds/table';
import { payouts } from './table';

/** Why an item of a payout is not explained by what is known here. */
export const WHY_UNMATCHED = [
  'unknown_payment',
  'not_paid_out_here',
  'another_payout',
  'refund_unknown',
  'no_document',
  'unknown_type',
] as const;
export type WhyUnmatched = (typeof WHY_UNMATCHED)[number];

export interface MatchedItem {
  /** Its place among the items, from 0. */
  readonly place: number;
  readonly paymentId: string | null;
  readonly customerId: string | null;
  readonly gocardlessPaymentId: string | null;
  readonly why: WhyUnmatched | null;
  /** How many times its payment had been paid out before. */
  readonly run: number;
}

interface ExplainingDocument {
  /** Kinds of documents that explain an item of a type; what lies before the books begin has kinds of its own. */
  readonly kinds: readonly ReceiptKind[];
  /** What such a document is of. */
  readonly of: 'payment' | 'refund';
}

/** Which document takes, or gives back, what an item does; that of a payment's first arrival is told by the payment. */
const DOCUMENTS: Readonly<Record<string, ExplainingDocument>> = {
  payment_failed: { kinds: ['reversal', 'prior_loss'], of: 'payment' },
  payment_charged_back: { kinds: ['reversal', 'prior_loss'], of: 'payment' },
  payment_refunded: { kinds: ['refund', 'prior_loss'], of: 'refund' },
  refund: { kinds: ['refund', 'prior_loss'], of: 'refund' },
  refund_funds_returned: { kinds: ['refund_returned', 'prior_restored'], of: 'refund' },
};

/** SQL of whether such a document stands for the item `i`. */
function standing(source: string, { kinds, of }: ExplainingDocument): string {
  const concerns = (alias: string) =>
    of === 'payment'
      ? `${alias}.payment_id = p.id`
      : `${alias}.refund_id = i.refund and ${alias}.connection_id = t.connection_id`;
  return `exists (select 1 from ${source} d where ${concerns('d')} and d.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
          and not exists (select 1 from ${source} c where ${concerns('c')} and c.corrects_id = d.id))`;
}

/**
 * SQL of all items of payouts, each with the payment that it concerns and why it does not match it. What concerns no payment, as a fee of
 * the account itself, matches, and so does what lies before the books; a refund leads to its payment, if it has one.
 */
function itemsSql({ schema }: ReadModelDatabase, { asOf }: View): string {
  const source = (table: Parameters<typeof asOfSource>[1]) => asOfSource(schema, table, asOf ?? null);
  return `select t.id, i.place, p.id as payment_id, p.customer_id, coalesce(i.payment, r.gocardless_payment_id) as gocardless_payment_id,
      case
        when i.prior then null
        when i.type <> all(array[${PAYOUT_ITEM_TYPES.map((type) => `'${type}'`).join(', ')}]) then 'unknown_type'
        when i.refund is not null and r.id is null then 'refund_unknown'
        when coalesce(i.payment, r.gocardless_payment_id) is not null and p.id is null then 'unknown_payment'
        ${Object.entries(DOCUMENTS)
          .map(
            ([type, document]) =>
              `when i.type = '${type}' and not ${standing(source(documents), document)} then 'no_document'`,
          )
          .join('\n        ')}
        when i.type <> 'payment_paid_out' or p.payout_id = t.payout_id or p.earlier_payout_ids ? t.payout_id then null
        when p.payout_id is null then 'not_paid_out_here'
        else 'another_payout'
      end as why,
      t.payout_id, p.earlier_payout_ids
    from ${source(payouts)} t
    cross join lateral (
      select place - 1 as place, item ->> 'type' as type, item ->> 'gocardlessPaymentId' as payment, item ->> 'refundId' as refund,
        (item ->> 'priorPeriod')::boolean as prior
      from jsonb_array_elements(t.items) with ordinality as items (item, place)) i
    left join ${source(refunds)} r on r.id = t.connection_id || '.' || i.refund
    left join ${source(paymentsTable)} p
      on p.gocardless_payment_id = coalesce(i.payment, r.gocardless_payment_id) and p.connection_id = t.connection_id
    where t.id = any($1::text[])`;
}

/** The items of a payout, by `<connection>.<payout>`, in their order. */
export async function matchedItems(
  database: ReadModelDatabase,
  view: View,
  payout: string,
): Promise<readonly MatchedItem[]> {
  const rows = await textRows(database.pool, `${itemsSql(database, view)} order by place`, [[payout]]);
  return rows.map(
    ([, place, paymentId = null, customerId = null, gocardlessPaymentId = null, why = null, payoutId, earlier]) => ({
      place: Number(place),
      paymentId,
      customerId,
      gocardlessPaymentId,
      why: WHY_UNMATCHED.find((one) => one === why) ?? null,
      run: runOf(payoutId ?? '', earlier ?? null),
    }),
  );
}

/** @param earlier the payouts with which its payment was paid out before its last one, in their order, as JSON */
function runOf(payoutId: string, earlier: string | null): number {
  if (earlier === null) return 0;
  const payoutIds: unknown = JSON.parse(earlier);
  if (!Array.isArray(payoutIds)) return 0;
  const place = payoutIds.indexOf(payoutId);
  return place < 0 ? payoutIds.length : place;
}

/** How many items of payouts do not match, by `<connection>.<payout>`; payouts without any are left out. */
export async function countUnmatched(
  database: ReadModelDatabase,
  view: View,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const sql = `select id, count(*) from (${itemsSql(database, view)}) item where why is not null group by id`;
  const rows = await textRows(database.pool, sql, [ids]);
  return new Map(rows.map(([id, count]) => [id ?? '', Number(count)]));
}
