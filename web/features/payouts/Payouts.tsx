import { type ItemOf } from '../../api/addresses';
import { type Column } from '../../parts/data-table/columns';
import { type Filter, optionsOf } from '../../parts/filters/filter';
import { List } from '../../parts/list/List';
import { Opens } from '../../parts/list/Opens';
import { useListSearch } from '../../parts/list/use-list-search';
import { Money } from '../../parts/money/Money';
import { Page } from '../../parts/page/Page';
import { itemsMatchView, payoutView } from '../../parts/status/status';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { PAYOUT_STATUS } from '../../words/codes/states';
import { words } from '../../words/en/payouts';

type Payout = ItemOf<'/api/payouts'>;

const columns: readonly Column<Payout>[] = [
  {
    key: 'reference',
    heading: words.reference,
    card: 'title',
    cell: ({ id, reference }) => <Opens to={`/payouts/${id}`}>{reference ?? id}</Opens>,
  },
  {
    key: 'arrival',
    heading: words.arrival,
    sort: 'arrivalDate',
    card: 'detail',
    cell: ({ arrivalDate }) => <Day day={arrivalDate} />,
  },
  { key: 'status', heading: words.status, card: 'detail', cell: ({ status }) => <Status {...payoutView(status)} /> },
  {
    key: 'gross',
    heading: words.gross,
    align: 'end',
    cell: ({ gross, currency }) => <Money amount={gross} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'losses',
    heading: words.lossesTaken,
    align: 'end',
    cell: ({ losses, currency }) => <Money amount={losses === 0 ? null : losses} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'refunds',
    heading: words.refundsTaken,
    align: 'end',
    cell: ({ refunds, currency }) => <Money amount={refunds === 0 ? null : refunds} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'fees',
    heading: words.fees,
    align: 'end',
    cell: ({ fees, currency }) => <Money amount={fees} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'feesTax',
    heading: words.tax,
    align: 'end',
    isExtra: true,
    cell: ({ feesTax, currency }) => <Money amount={feesTax} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'amount',
    heading: words.amount,
    align: 'end',
    sort: 'amount',
    card: 'aside',
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency ?? 'GBP'} />,
  },
  {
    key: 'match',
    heading: words.match,
    card: 'detail',
    cell: ({ items, unmatched }) => <Status {...itemsMatchView(items, unmatched)} />,
  },
  {
    key: 'booked',
    heading: words.booked,
    isExtra: true,
    cell: ({ documentId }) => (documentId === null ? words.notYet : words.yes),
  },
  { key: 'currency', heading: words.currency, cell: ({ currency }) => currency },
  { key: 'id', heading: words.id, isExtra: true, cell: ({ id }) => id },
];

const filters: readonly Filter[] = [
  { kind: 'choice', name: 'status', label: words.status, options: optionsOf(PAYOUT_STATUS) },
  { kind: 'days', name: 'arrivalDate', label: words.arrival },
  { kind: 'text', name: 'reference', label: words.reference },
];

export function Payouts() {
  const [search, onSearch] = useListSearch();
  return (
    <Page title={words.title} fills>
      <List
        path="/api/payouts"
        summary="/api/payouts/summary"
        name="payouts"
        what={words.what}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={words.empty}
        hasText
        asCards
      />
    </Page>
  );
}
