import { client } from '../../api/client';
import { useCommand, type Wish } from '../../api/command';
import { words } from '../../words/en/playground';
import { Button } from '../forms/Button';
import { ProblemNote } from '../page-state/ProblemNote';
import styles from './Playground.module.css';

const STEPS = [1, 7] as const;

/** Lets days pass at the simulated GoCardless, and with them here. */
export function PassTime() {
  const { state, send } = useCommand(pass, () => {
    // What day it is stands in all that is on the screen.
    location.reload();
  });
  const isPassing = state.kind === 'sending' || state.kind === 'done';
  return (
    <div className={styles.time}>
      <p>{words.timeText}</p>
      <div className={styles.steps}>
        {STEPS.map((days) => (
          <Button key={days} disabled={isPassing} onClick={() => void send(days)}>
            {words.step[days]}
          </Button>
        ))}
      </div>
      <p role="status">{isPassing ? words.passing : ''}</p>
      {(state.kind === 'refused' || state.kind === 'unanswered') && <ProblemNote problem={state.problem} />}
    </div>
  );
}

function pass(days: number, wish: Wish) {
  return client.POST('/api/simulator/time', { params: { header: wish }, body: { days } });
}
