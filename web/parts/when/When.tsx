import { createContext, use } from 'react';
import styles from './When.module.css';
import { formatAge, formatDay, formatTime, placeOf, readersZone } from './when';

/** The time zone of the connection that is looked at. */
export const ZoneContext = createContext('UTC');

export function useZone(): string {
  return use(ZoneContext);
}

export function Day({ day }: { readonly day: string | null | undefined }) {
  if (day === null || day === undefined) return null;
  return (
    <time className={styles.when} dateTime={day}>
      {formatDay(day)}
    </time>
  );
}

/** An instant in the connection's zone, with the zone's name when it is not the reader's, and exact UTC in the title. */
export function Time({ at }: { readonly at: string | null | undefined }) {
  const zone = useZone();
  if (at === null || at === undefined) return null;
  const place = zone === readersZone() ? '' : ` ${placeOf(zone)}`;
  return (
    <time className={styles.when} dateTime={at} title={at}>
      {formatTime(at, zone)}
      {place !== '' && <span className={styles.place}>{place}</span>}
    </time>
  );
}

/** How long ago, beside the exact time. */
export function Since({ at, now }: { readonly at: string; readonly now: number }) {
  return (
    <span className={styles.since}>
      <Time at={at} /> <span className={styles.age}>{formatAge(at, now)}</span>
    </span>
  );
}
