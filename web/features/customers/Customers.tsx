import { Link } from '@tanstack/react-router';
import { type ItemOf } from '../../api/addresses';
import { useKeepsBooks } from '../../api/session';
import { type Column } from '../../parts/data-table/columns';
import { type Filter } from '../../parts/filters/filter';
import { buttonClass } from '../../parts/forms/Button';
import { List } from '../../parts/list/List';
import { Opens } from '../../parts/list/Opens';
import { useListSearch } from '../../parts/list/use-list-search';
import { formatMoney } from '../../parts/money/money';
import { Page } from '../../parts/page/Page';
import { Status } from '../../parts/status/Status';
import { Day } from '../../parts/when/When';
import { words } from '../../words/en/customers';

type Customer = ItemOf<'/api/customers'>;

const columns: readonly Column<Customer>[] = [
  {
    key: 'name',
    heading: words.name,
    card: 'title',
    cell: ({ id, name, forgotten }) => (
      <Opens to={`/customers/${id}`}>{forgotten ? words.forgotten : <bdi>{name}</bdi>}</Opens>
    ),
  },
  { key: 'company', heading: words.company, cell: ({ company }) => <bdi>{company}</bdi> },
  { key: 'reference', heading: words.reference, cell: ({ reference }) => reference },
  { key: 'round', heading: words.round, cell: ({ round }) => round },
  {
    key: 'mandate',
    heading: words.mandate,
    card: 'detail',
    cell: ({ hasUsableMandate }) =>
      hasUsableMandate ? (
        <Status shape="full" tone="good" words={words.usable} />
      ) : (
        <Status shape="dash" tone="faint" words={words.notUsable} />
      ),
  },
  { key: 'stated', heading: words.stated, align: 'end', cell: ({ balances }) => sums(balances, 'stated') },
  {
    key: 'collectable',
    heading: words.collectable,
    align: 'end',
    card: 'aside',
    cell: ({ balances }) => sums(balances, 'collectable'),
  },
  {
    key: 'nextDue',
    heading: words.nextDue,
    card: 'detail',
    cell: ({ nextDueDate }) => <Day day={nextDueDate} />,
  },
  {
    key: 'trouble',
    heading: words.trouble,
    cell: ({ hasErrors }) => hasErrors && <Status shape="warning" tone="bad" words={words.hasErrors} />,
  },
  { key: 'email', heading: words.email, isExtra: true, cell: ({ email }) => <bdi>{email}</bdi> },
  { key: 'id', heading: words.id, isExtra: true, cell: ({ id }) => id },
];

/** One amount for each currency. */
function sums(balances: Customer['balances'], name: 'stated' | 'collectable'): string {
  return balances.map((balance) => formatMoney(balance[name], balance.currency)).join(', ');
}

const filters: readonly Filter[] = [
  { kind: 'flag', name: 'hasUsableMandate', label: words.hasUsableMandate },
  { kind: 'flag', name: 'hasErrors', label: words.hasErrors },
  { kind: 'text', name: 'round', label: words.round },
  { kind: 'text', name: 'reference', label: words.reference },
  { kind: 'flag', name: 'forgotten', label: words.isForgotten },
];

const PRESETS = [
  { name: words.views.noMandate, search: { hasUsableMandate: 'false' } },
  { name: words.views.errors, search: { hasErrors: 'true' } },
];

export function Customers() {
  const [search, onSearch] = useListSearch();
  const keepsBooks = useKeepsBooks();
  return (
    <Page
      title={words.title}
      fills
      actions={
        keepsBooks && (
          <Link to="/customers/new" className={buttonClass({ look: 'main' })}>
            {words.newCustomer}
          </Link>
        )
      }
    >
      <List
        path="/api/customers"
        summary="/api/customers/summary"
        name="customers"
        what={words.what}
        search={search}
        onSearch={onSearch}
        filters={filters}
        columns={columns}
        rowKey={({ id }) => id}
        empty={words.empty}
        presets={PRESETS}
        hasText
        asCards
      />
    </Page>
  );
}
