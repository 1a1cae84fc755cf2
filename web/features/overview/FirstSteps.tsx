import { Link } from '@tanstack/react-router';
import { Icon } from '../../parts/icon/Icon';
import { Card } from '../../parts/page/Page';
import { SET_UP_STEP } from '../../words/codes/states';
import { words } from '../../words/en/overview';
import { type Body } from './body';
import styles from './Overview.module.css';

type Step = Body['setUp'][number];

/** Where each step is taken; null where no screen does it. */
const PLACES: Readonly<Record<Step['step'], string | null>> = {
  connection: '/setup',
  delivery: null,
  company: '/settings',
  customer: '/customers/new',
  mandate: '/customers',
  payment: '/orders/new',
};

/** What is left to do in a new installation; the next step is a link. */
export function FirstSteps({ steps }: { readonly steps: readonly Step[] }) {
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <Card title={words.firstSteps}>
      <p>{words.firstStepsText}</p>
      <ol className={styles.steps}>
        {steps.map(({ step, done }, index) => {
          const place = step === next ? PLACES[step] : null;
          return (
            <li key={step} data-done={done ? '' : undefined}>
              <span className={styles.mark}>
                {done ? (
                  <>
                    <Icon name="tick" />
                    <span className="spoken">{words.done}</span>
                  </>
                ) : (
                  index + 1
                )}
              </span>
              {place === null ? SET_UP_STEP[step] : <Link to={place}>{SET_UP_STEP[step]}</Link>}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
