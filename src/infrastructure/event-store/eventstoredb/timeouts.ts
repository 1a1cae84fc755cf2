import { setTimeout as pause } from 'node:timers/promises';

/** How long the journal waits for the server, in milliseconds, and how it waits between two tries. */
export interface Timeouts {
  /** An append without an answer for so long has an unknown outcome. */
  readonly appendMs: number;
  /** A read, or a subscription that must have more, that says nothing for so long is given up. */
  readonly responseDeadlineMs: number;
  /** How often a reader that waits compares with the end of the log, in case its subscription is dead. */
  readonly lookMs: number;
  /** A subscription that nobody reads from for so long is closed. */
  readonly idleMs: number;
  readonly delay: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export const TIMEOUTS: Timeouts = {
  appendMs: 10_000,
  responseDeadlineMs: 10_000,
  lookMs: 5_000,
  idleMs: 30_000,
  delay: pause,
  random: Math.random,
};
