/** When something that failed is tried again. */
export interface RetrySchedule {
  /** Milliseconds to wait before each further attempt. */
  readonly waits: readonly number[];
  /** After the last wait: give up, or keep to it. */
  readonly afterwards: 'give_up' | 'repeat';
  /** Each wait is multiplied by a random factor in this range, so that those who failed together do not come again together. */
  readonly jitter?: { readonly from: number; readonly to: number };
}

export interface RetryOptions {
  readonly schedule: RetrySchedule;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Whether the error may pass; asked before each wait. `attempt` counts from 1. */
  readonly isTransient: (error: unknown, attempt: number) => boolean;
  /** Told of each error that is waited for. */
  readonly onRetry?: (error: unknown, waitMilliseconds: number) => void;
  /** Asked before each wait and after it: no further attempt is made then. */
  readonly isStopped?: () => boolean;
  /** From 0 to below 1; needed only for jitter. */
  readonly random?: () => number;
}

/**
 * Tries until an attempt succeeds. Throws the error of the last attempt when that is not transient, when the schedule is at its end, or when
 * it was stopped.
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { schedule, wait, isTransient, onRetry, isStopped = () => false, random = () => 0.5 } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const milliseconds = waitAfter(schedule, attempt, random);
      if (milliseconds === null || !isTransient(error, attempt) || isStopped()) throw error;
      onRetry?.(error, milliseconds);
      await wait(milliseconds);
      if (isStopped()) throw error;
    }
  }
}

/** Null when the schedule gives up after this attempt. */
function waitAfter({ waits, afterwards, jitter }: RetrySchedule, attempt: number, random: () => number): number | null {
  const wait = waits[attempt - 1] ?? (afterwards === 'repeat' ? waits.at(-1) : undefined);
  if (wait === undefined) return null;
  return jitter === undefined ? wait : wait * (jitter.from + (jitter.to - jitter.from) * random());
}

/** So many waits, each twice as long as the one before, up to a limit. */
export function doubling(first: number, count: number, limit = Infinity): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.min(first * 2 ** index, limit));
}
