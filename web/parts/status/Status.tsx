import { Icon } from '../icon/Icon';
import styles from './Status.module.css';
import { type StatusView, type Tone } from './status';

const TONES: Readonly<Record<Tone, string | undefined>> = {
  good: styles.good,
  bad: styles.bad,
  warn: styles.warn,
  info: styles.info,
  faint: styles.faint,
};

/** Shape, word and colour of a state. */
export function Status({ shape, tone, words }: StatusView) {
  return (
    <span className={`${styles.status ?? ''} ${TONES[tone] ?? ''}`}>
      <Icon name={shape} />
      {words}
    </span>
  );
}

/** Yes and no in a matrix: a tick or a blank, with the word for who hears it. */
export function Tick({ on, isBad = false }: { readonly on: boolean; readonly isBad?: boolean }) {
  return (
    <span className={on && isBad ? styles.bad : styles.tick}>
      {on && <Icon name="tick" />}
      <span className="spoken">{on ? 'yes' : 'no'}</span>
    </span>
  );
}
