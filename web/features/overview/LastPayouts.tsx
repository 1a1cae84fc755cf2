import { Link } from '@tanstack/react-router';
import { type Column } from '../../parts/data-table/columns';
import { DataTable } from '../../parts/data-table/DataTable';
import { Opens } from '../../parts/list/Opens';
import { formatMoney } from '../../parts/money/money';
import { Card } from '../../parts/page/Page';
import { itemsMatchView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/overview';
import { type Body } from './body';
import styles from './Overview.module.css';

type Payout = Body['payouts'][number];

const columns: readonly Column<Payout>[] = [
  {
    key: 'reference',
    heading: words.reference,
    cell: ({ id, reference }) => <Opens to={`/payouts/${id}`}>{reference ?? id}</Opens>,
  },
  { key: 'arrival', heading: words.arrival, cell: ({ arrivalDate }) => <Day day={arrivalDate} /> },
  {
    key: 'match',
    heading: words.match,
    cell: ({ items, unmatched }) => <Status {...itemsMatchView(items, unmatched)} />,
  },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    cell: ({ amount, currency }) => (amount === null || currency === null ? null : formatMoney(amount, currency)),
  },
];

export function LastPayouts({ payouts }: { readonly payouts: readonly Payout[] }) {
  return (
    <Card title={words.lastPayouts} aside={<Link to="/payouts">{words.allPayouts}</Link>}>
      {payouts.length === 0 ? (
        <p className={styles.quiet}>{words.noPayouts}</p>
      ) : (
        <DataTable label={words.lastPayouts} columns={columns} rows={payouts} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}
