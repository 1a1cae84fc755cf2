import { useState } from 'react';
import { words } from '../../words/en/parts';
import { Icon } from '../icon/Icon';
import styles from './Id.module.css';
import { shortened } from './shortened';

/** An id or a hash: cut in the middle, whole in its title, copied by a press. */
export function Id({ id, what = 'id' }: { readonly id: string | null | undefined; readonly what?: string }) {
  const [isCopied, setCopied] = useState(false);
  if (id === null || id === undefined) return null;
  const copy = () => {
    void navigator.clipboard.writeText(id).then(() => {
      setCopied(true);
    });
  };
  return (
    <span className={styles.id}>
      <code title={id}>{shortened(id)}</code>
      <button
        type="button"
        className={styles.copy}
        aria-label={words.copy(what)}
        onClick={copy}
        onBlur={() => {
          setCopied(false);
        }}
      >
        <Icon name={isCopied ? 'tick' : 'copy'} />
      </button>
      <span role="status" className="spoken">
        {isCopied ? words.copied : ''}
      </span>
    </span>
  );
}
