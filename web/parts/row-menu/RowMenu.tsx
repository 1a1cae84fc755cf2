import { useId, useRef } from 'react';
import { words } from '../../words/en/parts';
import { Button } from '../forms/Button';
import styles from './RowMenu.module.css';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** What can be done with a row, behind one small button, so that a table keeps its room for figures. */
export function RowMenu({ items }: { readonly items: readonly MenuItem[] }) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  if (items.length === 0) return null;
  return (
    <>
      <Button isSmall icon="down" popoverTarget={id}>
        {words.actions}
      </Button>
      <div ref={panel} id={id} popover="auto" className={styles.menu}>
        {items.map(({ key, label, run }) => (
          <button
            key={key}
            type="button"
            onClick={() => {
              panel.current?.hidePopover();
              run();
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
