import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type AnswerOf, type ItemOf } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { FetchMissing } from '../../parts/backfill/FetchMissing';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Button, buttonClass } from '../../parts/forms/Button';
import { formatFraction } from '../../parts/money/money';
import { Shown } from '../../parts/page-state/PageState';
import { matchView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { said } from '../../words/codes/said';
import { PAYOUT_ITEM, WHY_UNMATCHED } from '../../words/codes/states';
import { words } from '../../words/en/payouts';
import styles from './Payout.module.css';

type Item = ItemOf<'/api/payouts/{id}/items'>;

interface OfPayout {
  readonly payout: Pick<AnswerOf<'/api/payouts/{id}'>, 'id' | 'unmatched' | 'items'>;
  readonly currency: string;
}

/** What does not match stands first, with why and its cure; what matches follows, page by page. */
export function Items({ payout, currency }: OfPayout) {
  const matched = payout.items.length - (payout.unmatched ?? 0);
  return (
    <div className={styles.items}>
      {payout.unmatched !== null && payout.unmatched > 0 && (
        <section aria-label={words.unmatched}>
          <Pages key="unmatched" payoutId={payout.id} currency={currency} matched={false} label={words.unmatched} />
        </section>
      )}
      {matched > 0 && (
        <section aria-label={words.matched}>
          <Pages key="matched" payoutId={payout.id} currency={currency} matched label={words.matched} />
        </section>
      )}
    </div>
  );
}

function Pages({
  payoutId,
  currency,
  matched,
  label,
}: {
  readonly payoutId: string;
  readonly currency: string;
  readonly matched: boolean;
  readonly label: string;
}) {
  const [cursor, setCursor] = useState<string | null>(null);
  const query = { matched: [matched], limit: 100, ...(cursor === null ? {} : { cursor }) };
  const reading = useReading('/api/payouts/{id}/items', { path: { id: payoutId }, query });
  return (
    <Shown of={reading}>
      {({ items, nextCursor, prevCursor }) => (
        <>
          <DataTable
            label={label}
            columns={columnsIn(currency)}
            rows={items}
            rowKey={(item) => String(items.indexOf(item))}
            below={(item) => (item.why === null ? null : <Cure item={item} why={item.why} />)}
          />
          {(nextCursor !== null || prevCursor !== null) && (
            <div className={styles.more}>
              {[
                { to: prevCursor, label: words.before },
                { to: nextCursor, label: words.more },
              ].map(({ to, label: name }) =>
                to === null ? null : (
                  <Button
                    key={name}
                    onClick={() => {
                      setCursor(to);
                    }}
                  >
                    {name}
                  </Button>
                ),
              )}
            </div>
          )}
        </>
      )}
    </Shown>
  );
}

function columnsIn(currency: string): readonly Column<Item>[] {
  return [
    {
      key: 'match',
      heading: words.match,
      cell: ({ why }) =>
        why === null ? <Status {...matchView(true)} /> : <Status shape="cross" tone="bad" words={WHY_UNMATCHED[why]} />,
    },
    { key: 'item', heading: words.item, cell: ({ type }) => said(PAYOUT_ITEM, type) },
    {
      key: 'customer',
      heading: words.customer,
      cell: ({ paymentId, customerName, gocardlessPaymentId }) =>
        paymentId === null ? (
          gocardlessPaymentId
        ) : (
          <Link to="/payments/$id" params={{ id: paymentId }}>
            <bdi>{customerName ?? gocardlessPaymentId ?? paymentId}</bdi>
          </Link>
        ),
    },
    {
      key: 'receipt',
      heading: words.receipt,
      cell: ({ documentId, receiptNumber }) =>
        documentId === null ? null : (
          <Link to="/receipts/$number" params={{ number: documentId }}>
            {receiptNumber ?? words.aMoment}
          </Link>
        ),
    },
    // GoCardless gives fractions of minor units for fees: they are shown as they are.
    { key: 'amount', heading: words.amount, align: 'end', cell: ({ amount }) => formatFraction(amount, currency) },
  ];
}

/** Why an item does not match, and the button that cures it. */
function Cure({ item, why }: { readonly item: Item; readonly why: NonNullable<Item['why']> }) {
  return (
    <div className={styles.cure}>
      <span>{words.why[why]}</span>
      <FetchMissing isSmall />
      {item.paymentId !== null && (
        <Link className={buttonClass({ isSmall: true })} to="/payments/$id" params={{ id: item.paymentId }}>
          {words.openPayment}
        </Link>
      )}
    </div>
  );
}
