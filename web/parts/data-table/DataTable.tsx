import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { type Column, rangeOf, type Selection, type Sorting } from './columns';
import styles from './DataTable.module.css';
import { Foot, Head } from './HeadAndFoot';
import { Row } from './Row';

interface DataTableProps<Item> {
  /** What the table lists, for who hears it. */
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  readonly rowKey: (row: Item) => string;
  /** What a row says more, below it. */
  readonly below?: ((row: Item) => ReactNode) | undefined;
  readonly sorting?: Sorting | undefined;
  readonly selection?: Selection | undefined;
  /** Fills the height of its screen and scrolls inside, with its heading in view. */
  readonly fills?: boolean;
  /** Rows become two-line cards on a phone. */
  readonly asCards?: boolean;
  readonly marked?: ((row: Item) => boolean) | undefined;
}

/**
 * A table of real rows, so that finding in the page, printing and reading aloud work. `J` and `K` go from row to row. The roles stand
 * there because a row that a phone shows as a card would lose its own.
 */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { label, columns, rows, rowKey, sorting, selection, fills = false, asCards = false } = props;
  const keys = rows.map(rowKey);
  const choose = useChoice(keys, selection);
  const classes = [styles.scroll, fills ? styles.fills : null, asCards ? styles.cards : null].filter(Boolean).join(' ');
  return (
    <div className={classes} role="region" aria-label={label} tabIndex={0} onKeyDown={goThroughRows}>
      <table className={styles.table} role="table">
        <caption className="spoken">{label}</caption>
        <Head columns={columns} keys={keys} sorting={sorting} selection={selection} />
        <tbody role="rowgroup">
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <Row
                key={key}
                id={key}
                row={row}
                columns={columns}
                isChosen={selection?.chosen.has(key)}
                onChoose={choose}
                isMarked={props.marked?.(row) === true}
                below={props.below?.(row)}
              />
            );
          })}
        </tbody>
        <Foot columns={columns} rows={rows} hasSelection={selection !== undefined} />
      </table>
    </div>
  );
}

/** Chooses one row, or with Shift all from the one that was touched last. */
function useChoice(keys: readonly string[], selection: Selection | undefined) {
  const lastTouched = useRef<string | null>(null);
  return (key: string, withRange: boolean) => {
    if (selection === undefined) return;
    const range = withRange ? rangeOf(keys, lastTouched.current, key) : [key];
    const isOn = !selection.chosen.has(key);
    lastTouched.current = key;
    const others = [...selection.chosen].filter((one) => !range.includes(one));
    selection.onChoose(new Set(isOn ? [...others, ...range] : others));
  };
}

const FORWARD = ['j', 'ArrowDown'];
const BACKWARD = ['k', 'ArrowUp'];

/** From row to row; the first key press goes to the first row. */
function goThroughRows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = FORWARD.includes(event.key) ? 1 : BACKWARD.includes(event.key) ? -1 : 0;
  if (step === 0 || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody tr[data-row]')];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + step));
  rows[next]?.focus();
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]), select, textarea, dialog, [popover]') !== null
  );
}
