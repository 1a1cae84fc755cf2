import { List } from '../../parts/list/List';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { words } from '../../words/en/payments';
import { columns, filters } from './columns';

const PRESETS = [
  { name: words.views.errors, search: { hasErrors: 'true' } },
  { name: words.views.onTheWay, search: { inFlight: 'true' } },
  { name: words.views.confirmed, search: { status: 'confirmed' } },
  { name: words.views.paidOut, search: { paidOut: 'true' } },
];

export function Payments() {
  const [search, onSearch] = useListSearch();
  return (
    <Page title={words.title} fills>
      <List
        path="/api/payments"
        summary="/api/payments/summary"
        name="payments"
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
