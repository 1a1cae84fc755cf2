import { type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { words } from '../../words/en/parts';
import { type Column, type Align } from './columns';
import styles from './DataTable.module.css';

interface RowProps<Item> {
  readonly id: string;
  readonly row: Item;
  readonly columns: readonly Column<Item>[];
  /** Undefined: rows of this table can not be chosen. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (id: string, withRange: boolean) => void;
  readonly isMarked: boolean;
  readonly below: ReactNode;
}

export function Row<Item>({ id, row, columns, isChosen, onChoose, isMarked, below }: RowProps<Item>) {
  const hasMore = below !== undefined && below !== null && below !== false;
  return (
    <>
      <tr
        role="row"
        tabIndex={-1}
        data-row={id}
        data-marked={isMarked ? '' : undefined}
        aria-selected={isChosen}
        onClick={openOnClick}
        onKeyDown={(event) => {
          if (event.target === event.currentTarget)
            answerKey(event, () => {
              onChoose(id, event.shiftKey);
            });
        }}
      >
        {isChosen !== undefined && (
          <td role="cell" className={styles.select}>
            <input
              type="checkbox"
              aria-label={words.select}
              checked={isChosen}
              onChange={({ nativeEvent }) => {
                onChoose(id, nativeEvent instanceof PointerEvent && nativeEvent.shiftKey);
              }}
            />
          </td>
        )}
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            className={column.isActs === true ? styles.acts : alignClass(column.align)}
            data-card={column.isActs === true ? 'acts' : (column.card ?? 'hidden')}
          >
            {column.cell(row)}
          </td>
        ))}
      </tr>
      {hasMore && (
        <tr role="row" className={styles.below}>
          <td role="cell" colSpan={columns.length + (isChosen === undefined ? 0 : 1)}>
            {below}
          </td>
        </tr>
      )}
    </>
  );
}

export function alignClass(align: Align | undefined): string | undefined {
  if (align === undefined) return undefined;
  return align === 'end' ? styles.end : styles.center;
}

function answerKey(event: KeyboardEvent<HTMLTableRowElement>, choose: () => void): void {
  if (event.key === 'Enter') linkIn(event.currentTarget)?.click();
  else if (event.key.toLowerCase() === 'x') choose();
}

/** A press anywhere on a row opens it, but on what answers a press itself or lies over the page, or while text is being marked. */
function openOnClick(event: MouseEvent<HTMLTableRowElement>): void {
  if (
    !(event.target instanceof Element) ||
    event.target.closest('a, button, input, select, label, summary, dialog, [popover]') !== null
  )
    return;
  if ((globalThis.getSelection()?.toString() ?? '') !== '') return;
  linkIn(event.currentTarget)?.click();
}

function linkIn(row: HTMLElement): HTMLAnchorElement | null {
  return row.querySelector<HTMLAnchorElement>('a[data-opens]');
}
