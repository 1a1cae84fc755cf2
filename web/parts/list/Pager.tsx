import { words } from '../../words/en/parts';
import { type ListSearch, PAGE_SIZES, valueOf, without } from '../filters/list-search';
import { Button } from '../forms/Button';
import styles from './List.module.css';

interface Cursors {
  readonly nextCursor: string | null;
  /** Not every list can be read backwards. */
  readonly prevCursor?: string | null;
}

/** From page to page by cursor; each page is an entry of the browser's history. */
export function Pager({
  count,
  cursors: { nextCursor, prevCursor = null },
  search,
  onSearch,
  pageSize,
  onPageSize,
}: {
  readonly count: number;
  readonly cursors: Cursors;
  readonly search: ListSearch;
  readonly onSearch: (search: ListSearch) => void;
  readonly pageSize: number;
  readonly onPageSize: (size: number) => void;
}) {
  const first = without(search, ['cursor']);
  const isFirst = valueOf(search, 'cursor') === undefined;
  const goTo = (cursor: string) => {
    onSearch({ ...first, cursor });
  };
  return (
    <div className={styles.pager}>
      <span className={styles.count}>{words.rowsShown(count)}</span>
      <label className={styles.size}>
        <span className="spoken">{words.rowsOnPage}</span>
        <select
          value={pageSize}
          onChange={({ target }) => {
            onPageSize(Number(target.value));
            onSearch(first);
          }}
        >
          {PAGE_SIZES.map((size) => (
            <option key={size} value={size}>
              {words.perPage(size)}
            </option>
          ))}
        </select>
      </label>
      {!isFirst && (
        <Button
          onClick={() => {
            onSearch(first);
          }}
        >
          {words.firstPage}
        </Button>
      )}
      {prevCursor !== null && (
        <Button
          icon="left"
          onClick={() => {
            goTo(prevCursor);
          }}
        >
          {words.previous}
        </Button>
      )}
      {nextCursor !== null && (
        <Button
          onClick={() => {
            goTo(nextCursor);
          }}
        >
          {words.next}
        </Button>
      )}
    </div>
  );
}
