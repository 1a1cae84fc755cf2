import { type ReactNode } from 'react';
import { type Reading } from '../../api/reading';
import { words } from '../../words/en/parts';
import { Button } from '../forms/Button';
import styles from './PageState.module.css';
import { ProblemNote } from './ProblemNote';

/** Why there is nothing, and the next step. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}

/** The strip of a list that does not show yet what was just changed. */
export function Behind() {
  return (
    <p className={styles.behind} role="status">
      {words.behind}
    </p>
  );
}

/** A reading on the screen: nothing yet, what went wrong, or the body; what belongs to the question before is dimmed, never taken away. */
export function Shown<Body>({
  of: reading,
  children,
}: {
  readonly of: Reading<Body>;
  readonly children: (body: Body) => ReactNode;
}) {
  const { body, problem, isStale, isCaughtUp, again } = reading;
  return (
    <>
      {problem !== null && (
        <div className={styles.failed}>
          <ProblemNote problem={problem} />
          <Button onClick={again}>{words.tryAgain}</Button>
        </div>
      )}
      {!isCaughtUp && <Behind />}
      {body === undefined ? (
        problem === null && <p className={styles.loading}>{words.loading}</p>
      ) : (
        <div className={isStale ? styles.stale : styles.fresh} aria-busy={isStale}>
          {children(body)}
        </div>
      )}
    </>
  );
}
