/** The business clock. With the simulator it is the simulator's, so that a month can be played in a minute. */
export interface Clock {
  /** Now, ISO 8601 UTC with milliseconds. */
  now(): string;
}

export const CLOCK = Symbol('Clock');
