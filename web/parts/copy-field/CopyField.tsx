import { useState } from 'react';
import { words } from '../../words/en/parts';
import { Button } from '../forms/Button';
import { controlClass } from '../forms/Field';
import styles from './CopyField.module.css';

/** A key, link or address that is taken elsewhere: chosen by a press, copied by a button. */
export function CopyField({
  label,
  value,
  note,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(value).then(() => {
      setCopied(true);
    });
  };
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <input
          className={`${controlClass} ${styles.value ?? ''}`}
          readOnly
          aria-label={label}
          value={value}
          onFocus={({ target }) => {
            target.select();
          }}
        />
        <Button icon={isCopied ? 'tick' : 'copy'} onClick={copy}>
          {isCopied ? words.copied : words.copy('')}
        </Button>
      </div>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}
