import { List } from '../../parts/list/List';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { words } from '../../words/en/receipts';
import { columns, filters } from './columns';

export function Receipts() {
  const [search, onSearch] = useListSearch();
  return (
    <Page title={words.title} fills>
      <List
        path="/api/receipts"
        summary="/api/receipts/summary"
        name="receipts"
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
