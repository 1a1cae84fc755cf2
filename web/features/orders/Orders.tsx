import { Link } from '@tanstack/react-router';
import { type ItemOf } from '../../api/addresses';
import { useKeepsBooks } from '../../api/session';
import { type Column, sumsByCurrency } from '../../parts/data-table/columns';
import { type Filter } from '../../parts/filters/filter';
import { buttonClass } from '../../parts/forms/Button';
import { List } from '../../parts/list/List';
import { Opens } from '../../parts/list/Opens';
import { useListSearch } from '../../parts/list/use-list-search';
import { formatMoney } from '../../parts/money/money';
import { Money } from '../../parts/money/Money';
import { Page } from '../../parts/page/Page';
import { Status } from '../../parts/status/Status';
import { Day, Time } from '../../parts/when/When';
import { words } from '../../words/en/orders';

type Order = ItemOf<'/api/sales-orders'>;
type Sum = 'planTotal' | 'total' | 'receiptedTotal';

const columns: readonly Column<Order>[] = [
  {
    key: 'customer',
    heading: words.customer,
    cell: ({ id, customerName }) => (
      <Opens to={`/orders/${id}`}>
        <bdi>{customerName ?? words.forgotten}</bdi>
      </Opens>
    ),
  },
  { key: 'reference', heading: words.reference, cell: ({ reference }) => reference },
  { key: 'createdAt', heading: words.createdAt, sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} /> },
  {
    key: 'nextDue',
    heading: words.nextDue,
    sort: 'nextDueDate',
    cell: ({ nextDueDate }) => <Day day={nextDueDate} />,
  },
  {
    key: 'trouble',
    heading: words.trouble,
    cell: ({ hasErrors }) => hasErrors && <Status shape="warning" tone="bad" words={words.hasErrors} />,
  },
  sumColumn('planTotal', words.plan),
  sumColumn('total', words.total),
  sumColumn('receiptedTotal', words.receipted),
  { key: 'currency', heading: words.currency, cell: ({ currency }) => currency },
  { key: 'id', heading: words.id, isExtra: true, cell: ({ id }) => id },
];

function sumColumn(sum: Sum, heading: string): Column<Order> {
  return {
    key: sum,
    heading,
    align: 'end',
    cell: (order) => <Money amount={order[sum]} currency={order.currency} />,
    foot: (rows) =>
      sumsByCurrency(rows, (order) => ({ amount: order[sum], currency: order.currency }))
        .map(({ amount, currency }) => formatMoney(amount, currency))
        .join(', '),
  };
}

const filters: readonly Filter[] = [
  { kind: 'flag', name: 'hasErrors', label: words.hasErrors },
  { kind: 'days', name: 'nextDueDate', label: words.nextDue },
  { kind: 'days', name: 'createdAt', label: words.createdAt },
  { kind: 'text', name: 'reference', label: words.reference },
];

const PRESETS = [{ name: words.views.errors, search: { hasErrors: 'true' } }];

export function Orders() {
  const [search, onSearch] = useListSearch();
  const keepsBooks = useKeepsBooks();
  return (
    <Page
      title={words.title}
      fills
      actions={
        keepsBooks && (
          <Link to="/orders/new" className={buttonClass({ look: 'main' })}>
            {words.newOrder}
          </Link>
        )
      }
    >
      <List
        path="/api/sales-orders"
        summary="/api/sales-orders/summary"
        name="orders"
        what={words.what}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={words.empty}
        presets={PRESETS}
        hasText
      />
    </Page>
  );
}
