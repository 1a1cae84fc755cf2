import { Children, type ReactNode, useEffect, useRef } from 'react';
import styles from './Page.module.css';

/** A screen: its title, which gets the focus when it opens, what can be done, and what it shows. */
export function Page({
  title,
  lead,
  actions,
  fills = false,
  children,
}: {
  readonly title: string;
  /** Beside the title: what is most to be seen. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The screen is as high as the window, and its table scrolls inside. */
  readonly fills?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Direct Debit Ledger`;
  }, [title]);
  useEffect(() => {
    // A dialog that lies over the page keeps the focus that it has.
    if (document.querySelector('dialog[open]') === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={fills ? `${styles.page ?? ''} ${styles.fills ?? ''}` : styles.page}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead}
        <div className={styles.actions}>{actions}</div>
      </header>
      {children}
    </div>
  );
}

export function Card({
  title,
  aside,
  children,
}: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.card}>
      {(title !== undefined || aside !== undefined) && (
        <div className={styles.cardHead}>
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** Columns beside each other where there is room: the first is the wider one. */
export function Beside({ children }: { readonly children: ReactNode }) {
  return <div className={styles.beside}>{children}</div>;
}

export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}

/** One large figure with its name above and what belongs to it below. */
export function Figure({
  label,
  note,
  isBad = false,
  children,
}: {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.figure}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={isBad ? `${styles.figureValue ?? ''} ${styles.bad ?? ''}` : styles.figureValue}>{children}</span>
      <span className={styles.figureNote}>{note}</span>
    </div>
  );
}

/** What is known of a thing in one line below its title; what is not known is left out. */
export function Line({ children }: { readonly children: ReactNode }) {
  return (
    <ul className={styles.line}>
      {Children.toArray(children).map((one, index) => (
        // The parts have no other name than their place.
        <li key={index}>{one}</li>
      ))}
    </ul>
  );
}

export type Fact = readonly [label: string, value: ReactNode];

/** What is known of a thing, line by line; what is not known is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
