import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useReading } from '../../api/reading';
import { useSession } from '../../api/session';
import { words } from '../../words/en/playground';
import { buttonClass } from '../forms/Button';
import { Card } from '../page/Page';
import { Shown } from '../page-state/PageState';
import { PlayMonth } from '../playground/PlayMonth';
import { useSimulator } from '../playground/simulator';
import styles from './FirstSteps.module.css';

/** What it shows, once something is connected; until then the ways to begin. */
export function UnlessNew({ children }: { readonly children: ReactNode }) {
  const reading = useReading('/api/connections', { query: { limit: 1 } });
  const simulator = useSimulator();
  const isPlaying = simulator?.month.state === 'playing';
  return <Shown of={reading}>{({ items }) => (items.length > 0 && !isPlaying ? children : <FirstSteps />)}</Shown>;
}

function FirstSteps() {
  const simulator = useSimulator();
  const isAdmin = useSession().role === 'admin';
  const hasSimulator = simulator !== null;
  return (
    <div className={styles.first}>
      <p className={styles.lead}>{words.newLead}</p>
      <div className={styles.ways}>
        {hasSimulator && (
          <Card title={words.lookTitle}>
            <p>{words.lookText}</p>
            <PlayMonth simulator={simulator} />
          </Card>
        )}
        {simulator?.month.state !== 'playing' && (
          <Card title={words.setUpTitle}>
            <p>{hasSimulator ? words.setUpTextSimulated : words.setUpText}</p>
            <ol className={styles.steps}>
              {words.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {isAdmin ? (
              <p>
                <Link to="/setup" className={buttonClass({ look: hasSimulator ? 'plain' : 'main' })}>
                  {words.setUp}
                </Link>
              </p>
            ) : (
              <p>{words.askAdmin}</p>
            )}
          </Card>
        )}
      </div>
    </div>
  );
}
