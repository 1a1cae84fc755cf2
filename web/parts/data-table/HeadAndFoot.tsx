import { words } from '../../words/en/parts';
import { Icon } from '../icon/Icon';
import { type Column, type Selection, type Sorting } from './columns';
import styles from './DataTable.module.css';
import { alignClass } from './Row';

export function Head<Item>({
  columns,
  keys,
  sorting,
  selection,
}: {
  readonly columns: readonly Column<Item>[];
  readonly keys: readonly string[];
  readonly sorting: Sorting | undefined;
  readonly selection: Selection | undefined;
}) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection !== undefined && (
          <th scope="col" role="columnheader" className={styles.select}>
            <SelectAll keys={keys} selection={selection} />
          </th>
        )}
        {columns.map((column) => (
          <Heading key={column.key} column={column} sorting={sorting} />
        ))}
      </tr>
    </thead>
  );
}

function Heading<Item>({ column, sorting }: { readonly column: Column<Item>; readonly sorting: Sorting | undefined }) {
  const { heading, sort, align, isActs = false } = column;
  const isSorted = sort !== undefined && sorting?.by === sort;
  const sorted = isSorted ? (sorting.order === 'asc' ? 'ascending' : 'descending') : undefined;
  return (
    <th scope="col" role="columnheader" className={isActs ? styles.acts : alignClass(align)} aria-sort={sorted}>
      {sort === undefined || sorting === undefined ? (
        heading
      ) : (
        <button
          type="button"
          className={styles.sort}
          title={words.sortBy(heading)}
          onClick={() => {
            sorting.onSort(sort, sorted === 'descending' ? 'asc' : 'desc');
          }}
        >
          {heading}
          {isSorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} />}
        </button>
      )}
    </th>
  );
}

function SelectAll({ keys, selection }: { readonly keys: readonly string[]; readonly selection: Selection }) {
  const chosen = keys.filter((key) => selection.chosen.has(key)).length;
  const isAll = keys.length > 0 && chosen === keys.length;
  return (
    <input
      type="checkbox"
      aria-label={words.selectAll}
      checked={isAll}
      ref={(box) => {
        if (box !== null) box.indeterminate = chosen > 0 && !isAll;
      }}
      onChange={() => {
        const others = [...selection.chosen].filter((key) => !keys.includes(key));
        selection.onChoose(new Set(isAll ? others : [...others, ...keys]));
      }}
    />
  );
}

/** Sums of the page; what sums up the whole filter stands above the table. */
export function Foot<Item>({
  columns,
  rows,
  hasSelection,
}: {
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  readonly hasSelection: boolean;
}) {
  if (rows.length === 0 || columns.every(({ foot }) => foot === undefined)) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {hasSelection && <td role="cell" data-card="hidden" />}
        {columns.map(({ key, align, isActs, foot }, index) => (
          <td
            key={key}
            role="cell"
            className={isActs === true ? styles.acts : alignClass(align)}
            data-card={footPlace(index, foot !== undefined)}
          >
            {foot === undefined ? index === 0 && words.sumOfPage : foot(rows)}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function footPlace(index: number, hasFoot: boolean): string {
  if (hasFoot) return 'aside';
  return index === 0 ? 'title' : 'hidden';
}
