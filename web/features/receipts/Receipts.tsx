import { hrefOf } from '../../api/href';
import { useViewpoint } from '../../api/moment';
import { filterQuery, type ListSearch, valueOf } from '../../parts/filters/list-search';
import { buttonClass } from '../../parts/forms/Button';
import { Icon } from '../../parts/icon/Icon';
import { List } from '../../parts/list/List';
import { useListSearch } from '../../parts/list/use-list-search';
import { Page } from '../../parts/page/Page';
import { words } from '../../words/en/receipts';
import { columns, filters } from './columns';

/** The PDFs of all receipts that the filter wants. */
function Zip({ search }: { readonly search: ListSearch }) {
  const viewpoint = useViewpoint();
  const order = valueOf(search, 'order') ?? 'asc';
  return (
    <a
      className={buttonClass()}
      href={hrefOf('/api/receipts/documents.zip', { ...filterQuery(search), order }, viewpoint)}
      download
    >
      <Icon name="sheet" />
      {words.zip}
    </a>
  );
}

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
        files={<Zip search={search} />}
        hasText
        asCards
      />
    </Page>
  );
}
