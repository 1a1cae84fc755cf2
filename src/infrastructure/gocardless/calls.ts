import {
  GoCardlessAccessRefused,
  type GoCardlessFailure,
  GoCardlessNotFound,
  GoCardlessUnavailable,
} from '../../application/ports/gocardless';
import { doubling, retry, type RetrySchedule } from '../../domain/shared/retry';
import { failureFrom, headersOf, RateLimited } from './failures';
import { isObject } from '../../fields/is-object';
import { type Headers, RateBudget } from './rate-budget';

/** What calls need from outside; tests inject their own. */
export interface CallSurroundings {
  /** Milliseconds that one HTTP call may take. */
  readonly deadlineMs: number;
  /** When a write is sent again, always with the same key. */
  readonly writeSchedule: RetrySchedule;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Rejects when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ random < 1 */
  readonly random: () => number;
  /** Told of every call. */
  readonly measures?: CallMeasures;
}

/** Counts and times calls; all times are milliseconds. */
export interface CallMeasures {
  called(outcome: string, milliseconds: number): void;
  /** For the rate limit. */
  waited(milliseconds: number): void;
}

/** One HTTP call through the official client, and how its answer becomes our value. */
export interface Call<T> {
  readonly send: () => Promise<unknown>;
  readonly read: (answer: unknown) => T;
}

const MAX_RATE_LIMIT_WAITS = 5;

/** Attempts for one write. */
export function attempts(most: number): RetrySchedule {
  return { waits: doubling(500, most - 1), afterwards: 'give_up', jitter: { from: 0.5, to: 1.5 } };
}

/**
 * Calls to one GoCardless account, with what the official client lacks: a deadline, a wait at the rate limit, a closed set of failures, and
 * writes that are repeated. The client itself repeats reads, at most twice.
 */
export class Calls {
  private readonly budget: RateBudget;

  /** When `ending` is aborted, calls that wait or are under way fail with `GoCardlessUnavailable`. */
  constructor(
    private readonly accessToken: string,
    private readonly surroundings: CallSurroundings,
    private readonly ending: AbortSignal,
  ) {
    this.budget = new RateBudget(surroundings.wallClock);
  }

  /** Waits for the rate limit. Throws a `GoCardlessFailure`. */
  async read<T>(call: Call<T>): Promise<T> {
    for (let waits = 0; ; waits += 1) {
      await this.waitForRateLimit(this.budget.take());
      const begun = this.surroundings.wallClock();
      const tell = (outcome: string): void => {
        this.surroundings.measures?.called(outcome, this.surroundings.wallClock() - begun);
      };
      try {
        const value = await this.attempt(call);
        tell('ok');
        return value;
      } catch (error) {
        const failure = this.translated(error);
        tell(outcomeOf(failure));
        if (!(failure instanceof RateLimited)) throw failure;
        if (waits === MAX_RATE_LIMIT_WAITS) throw new GoCardlessUnavailable('rate_limit', 'over the rate limit');
        // All calls that waited for this reset would be sent in the same moment.
        await this.waitForRateLimit(this.budget.afterRefusal(headersOf(error)) + this.surroundings.random() * 1000);
      }
    }
  }

  /** Sends the same call until its outcome is known, or gives up with `GoCardlessUnavailable`. Throws as `read` does. */
  async write<T>(call: Call<T>): Promise<T> {
    return retry(() => this.read(call), {
      schedule: this.surroundings.writeSchedule,
      wait: (milliseconds) => this.wait(milliseconds),
      isTransient: (error) => error instanceof GoCardlessUnavailable && !this.ending.aborted,
      random: this.surroundings.random,
    });
  }

  private async attempt<T>({ send, read }: Call<T>): Promise<T> {
    // A header value that Node refuses would be reported as a broken connection, and the write repeated in vain.
    if (!/^[\x21-\x7e]+$/.test(this.accessToken))
      throw new GoCardlessAccessRefused(401, 'invalid_authorization_header', null);
    const answer = await this.withDeadline(send);
    this.budget.note(answerHeaders(answer));
    return read(answer);
  }

  private translated(error: unknown): GoCardlessFailure | RateLimited {
    this.budget.note(headersOf(error));
    return failureFrom(error, this.accessToken);
  }

  /** The client can not cancel a request: after its deadline the request goes on, and its answer is ignored. */
  private withDeadline(send: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ending.aborted) {
        reject(shuttingDown());
        return;
      }
      const { deadlineMs } = this.surroundings;
      const end = (): void => {
        settle();
        reject(shuttingDown());
      };
      const timer = setTimeout(() => {
        settle();
        reject(new GoCardlessUnavailable('deadline', `no answer within ${deadlineMs} ms`));
      }, deadlineMs);
      const settle = (): void => {
        clearTimeout(timer);
        this.ending.removeEventListener('abort', end);
      };
      this.ending.addEventListener('abort', end);
      void send().then(resolve, reject).finally(settle);
    });
  }

  private async waitForRateLimit(milliseconds: number): Promise<void> {
    if (milliseconds > 0) this.surroundings.measures?.waited(milliseconds);
    await this.wait(milliseconds);
  }

  private async wait(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    try {
      await this.surroundings.wait(milliseconds, this.ending);
    } catch {
      throw shuttingDown();
    }
  }
}

function outcomeOf(failure: GoCardlessFailure | RateLimited): string {
  if (failure instanceof RateLimited) return 'rate_limited';
  if (failure instanceof GoCardlessUnavailable) return failure.because;
  if (failure instanceof GoCardlessAccessRefused) return 'access_refused';
  return failure instanceof GoCardlessNotFound ? 'not_found' : 'refused';
}

function shuttingDown(): GoCardlessUnavailable {
  return new GoCardlessUnavailable('shutting_down', 'this process is ending');
}

function answerHeaders(answer: unknown): Headers {
  const response = isObject(answer) ? answer['__response__'] : undefined;
  return isObject(response) && isObject(response['headers']) ? response['headers'] : {};
}
