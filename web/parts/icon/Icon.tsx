import sprite from '../../style/icons.svg';
import styles from './Icon.module.css';

export type IconName =
  | 'ring'
  | 'dotted'
  | 'quarter'
  | 'half'
  | 'most'
  | 'full'
  | 'cross'
  | 'back'
  | 'dash'
  | 'barred'
  | 'pencil'
  | 'tick'
  | 'warning'
  | 'search'
  | 'clock'
  | 'menu'
  | 'down'
  | 'up'
  | 'left'
  | 'right'
  | 'plus'
  | 'person'
  | 'columns'
  | 'sheet'
  | 'printer'
  | 'copy'
  | 'link';

/** A drawing beside a word, never instead of it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
