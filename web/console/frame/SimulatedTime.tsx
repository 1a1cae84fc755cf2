import { Icon } from '../../parts/icon/Icon';
import { PassTime } from '../../parts/playground/PassTime';
import { useSimulator } from '../../parts/playground/simulator';
import { formatDay } from '../../parts/when/when';
import { words } from '../../words/en/playground';
import styles from './Frame.module.css';

/** With a simulated GoCardless: which day it is there, and how to let time pass. */
export function SimulatedTime() {
  const simulator = useSimulator();
  if (simulator === null || simulator.now === null) return null;
  return (
    <>
      <button type="button" className={styles.pill} popoverTarget="simulated-time">
        <Icon name="right" />
        <span className="spoken">{words.clock}</span>
        <span className={styles.pillWords}>{formatDay(simulator.now.slice(0, 10))}</span>
      </button>
      <div id="simulated-time" popover="auto" className={styles.panel} role="dialog" aria-label={words.clock}>
        <PassTime />
      </div>
    </>
  );
}
