import { type ReactNode } from 'react';
import { type ItemOf, type ListPath, type ParamsOf, type SummaryPath } from '../../api/addresses';
import { useReading } from '../../api/reading';
import { words } from '../../words/en/parts';
import { type Column, type Selection, shownColumns } from '../data-table/columns';
import { DataTable } from '../data-table/DataTable';
import { type Filter } from '../filters/filter';
import { FilterBar } from '../filters/FilterBar';
import {
  filterQuery,
  listQuery,
  type ListSearch,
  PAGE_SIZES,
  valueOf,
  without,
  withoutFilters,
} from '../filters/list-search';
import { Button } from '../forms/Button';
import { Empty, Shown } from '../page-state/PageState';
import { readTexts, usePreference } from '../preferences/preferences';
import { useShortcuts } from '../shortcuts/shortcuts';
import { ColumnChooser } from './ColumnChooser';
import styles from './List.module.css';
import { Pager } from './Pager';
import { Sums } from './Sums';
import { Spreadsheet } from './Spreadsheet';
import { type Preset, Views } from './Views';

/** The rows that are chosen, by their keys. */
export interface Choice<Row> {
  readonly chosen: ReadonlyMap<string, Row>;
  readonly onChoose: (chosen: ReadonlyMap<string, Row>) => void;
}

export interface ListProps<Path extends ListPath> {
  readonly path: Path;
  /** Names the list where the reader's choices are kept. */
  readonly name: string;
  /** `payments`. */
  readonly what: string;
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  readonly filters: readonly Filter[];
  /** Always set, whatever the reader filters by: the list of one customer. */
  readonly fixed?: Readonly<Record<string, string>>;
  readonly hasText?: boolean;
  readonly columns: readonly Column<ItemOf<Path>>[];
  readonly rowKey: (row: ItemOf<Path>) => string;
  readonly below?: (row: ItemOf<Path>) => ReactNode;
  /** Said when there is nothing at all: why, and the next step. */
  readonly empty: ReactNode;
  readonly presets?: readonly Preset[];
  /** Rows can be chosen, also on several pages. */
  readonly choice?: Choice<ItemOf<Path>> | undefined;
  readonly asCards?: boolean;
  /** Where the sums of the whole filter are answered. */
  readonly summary: SummaryPath;
  /** Other files that are made of the whole filter. */
  readonly files?: ReactNode;
  /** What can be done with what is chosen, or with the list. */
  readonly actions?: ReactNode;
}

/** A list as every screen has it: filters and page in its address, sums of the filter, columns to choose, newest first. */
export function List<Path extends ListPath>(props: ListProps<Path>) {
  const { path, name, what, search, onSearch, filters, hasText = false, fixed = {} } = props;
  const [pageSize, setPageSize] = usePreference('page-size', readPageSize);
  const [chosen, setChosen] = usePreference(`columns.${name}`, readTexts);
  const query = { ...listQuery(search, pageSize), ...fixed };
  const reading = useReading(path, { query } as unknown as ParamsOf<Path>);
  useShortcuts(LIST_SHORTCUTS);
  const isFiltered = Object.keys(filterQuery(search)).length > 0;
  const clear = () => {
    onSearch(withoutFilters(search));
  };
  return (
    <div className={styles.list}>
      <FilterBar what={what} search={search} onSearch={onSearch} filters={filters} hasText={hasText}>
        <Views name={name} search={search} onSearch={onSearch} presets={props.presets ?? []} />
        <Sums path={props.summary} query={{ ...filterQuery(search), ...fixed }} />
        <ColumnChooser columns={props.columns} chosen={chosen} onChoose={setChosen} />
        <Spreadsheet path={path} search={search} fixed={fixed} />
        {props.files}
      </FilterBar>
      {props.actions}
      <Shown of={reading}>
        {(body) => {
          // The address answers a list: that is what its type says.
          const { items, ...cursors } = body as {
            readonly items: readonly ItemOf<Path>[];
            readonly nextCursor: string | null;
          };
          if (items.length === 0 && valueOf(search, 'cursor') === undefined) {
            return isFiltered ? <NothingFits onClear={clear} /> : <Empty>{props.empty}</Empty>;
          }
          return (
            <>
              <DataTable
                label={what}
                columns={shownColumns(props.columns, chosen)}
                rows={items}
                rowKey={props.rowKey}
                below={props.below}
                selection={props.choice === undefined ? undefined : selectionOf(props.choice, items, props.rowKey)}
                sorting={{
                  by: valueOf(search, 'sort'),
                  order: valueOf(search, 'order') === 'asc' ? 'asc' : 'desc',
                  onSort: (sort, order) => {
                    onSearch({ ...without(search, ['cursor']), sort, order });
                  },
                }}
                fills
                asCards={props.asCards ?? false}
              />
              <Pager
                count={items.length}
                cursors={cursors}
                search={search}
                onSearch={onSearch}
                pageSize={pageSize}
                onPageSize={setPageSize}
              />
            </>
          );
        }}
      </Shown>
    </div>
  );
}

/** Choosing among the rows of a page leaves what was chosen on others. */
function selectionOf<Row>(
  { chosen, onChoose }: Choice<Row>,
  items: readonly Row[],
  rowKey: (row: Row) => string,
): Selection {
  const onPage = new Map(items.map((row) => [rowKey(row), row]));
  return {
    chosen: new Set(chosen.keys()),
    onChoose: (keys) => {
      const next = [...keys].flatMap((key): [string, Row][] => {
        const row = onPage.get(key) ?? chosen.get(key);
        return row === undefined ? [] : [[key, row]];
      });
      onChoose(new Map(next));
    },
  };
}

/** The first row gets the focus by `J`; from there on the table itself goes from row to row. */
const LIST_SHORTCUTS = [
  {
    keys: 'f',
    does: words.openFilter,
    run: () => document.querySelector<HTMLElement>('[data-add-filter]')?.click(),
  },
  {
    keys: 'j',
    does: words.firstRow,
    run: () => document.querySelector<HTMLElement>('tbody tr[data-row]')?.focus(),
  },
];

function NothingFits({ onClear }: { readonly onClear: () => void }) {
  return <Empty action={<Button onClick={onClear}>{words.clearFilters}</Button>}>{words.nothingFits}</Empty>;
}

function readPageSize(kept: unknown): number {
  return PAGE_SIZES.find((size) => size === kept) ?? 100;
}
