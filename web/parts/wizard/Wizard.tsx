import { type ReactNode } from 'react';
import { words } from '../../words/en/parts';
import styles from './Wizard.module.css';

/** Where somebody is in a work of several steps: all steps by name, the one that is open, and what it asks. */
export function Wizard({
  steps,
  step,
  isWide = false,
  children,
}: {
  readonly steps: readonly string[];
  /** From 0. */
  readonly step: number;
  /** It shows tables. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={isWide ? `${styles.wizard ?? ''} ${styles.wide ?? ''}` : styles.wizard}>
      <ol className={styles.steps}>
        {steps.map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} data-done={index < step ? '' : undefined}>
            <span className={styles.number}>{index + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      <section className={styles.inside} aria-label={words.step(step + 1, steps.length)}>
        {children}
      </section>
    </div>
  );
}
