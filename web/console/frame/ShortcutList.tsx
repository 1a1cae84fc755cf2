import { Dialog } from '../../parts/dialog/Dialog';
import { useKnownShortcuts } from '../../parts/shortcuts/shortcuts';
import { words } from '../../words/en/frame';
import styles from './Frame.module.css';

/** Keys of every table, which are no shortcuts of the page: they work on the row that has the focus. */
const ROW_KEYS = [
  { keys: 'j k', does: words.rowKeys },
  { keys: 'Enter', does: words.rowOpen },
  { keys: 'x', does: words.rowSelect },
  { keys: 'Esc', does: words.closes },
];

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const known = useKnownShortcuts();
  return (
    <Dialog title={words.shortcuts} onClose={onClose}>
      <dl className={styles.keys}>
        {[...known, ...ROW_KEYS].map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
