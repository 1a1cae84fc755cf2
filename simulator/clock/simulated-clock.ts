import { dateOf, type LocalDate } from '../calendar/local-date';

/** Time that stands still until somebody moves it; every stamp moves it by one millisecond, so stamps never repeat. */
export class SimulatedClock {
  constructor(private current: number) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.current;
  }

  today(): LocalDate {
    return dateOf(this.current);
  }

  /** An ISO time that no other stamp has. */
  stamp(): string {
    const stamp = new Date(this.current).toISOString();
    this.current += 1;
    return stamp;
  }

  /** Never goes back: a target in the past leaves the time as it is. */
  moveTo(instant: number): void {
    this.current = Math.max(this.current, instant);
  }

  toJSON(): number {
    return this.current;
  }
}
