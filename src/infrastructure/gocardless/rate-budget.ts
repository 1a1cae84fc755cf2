/** Headers as Node gives them. */
export type Headers = Readonly<Record<string, unknown>>;

/** When less than this part of the limit is left, the remaining requests are spread over the rest of the window. */
const RESERVE = 0.05;
/** GoCardless's window is a minute; a header that asks to wait much longer is not believed. */
const LONGEST_WAIT = 120_000;

interface Window {
  /** The header's text; all answers of one window carry the same. */
  readonly reset: string;
  readonly resetAt: number;
  readonly limit: number;
  readonly remaining: number;
}

/**
 * How many requests a token may still make in this window, as GoCardless's own answers tell it. Other processes use the same token, so
 * every answer corrects the count. Times are milliseconds of the wall clock.
 */
export class RateBudget {
  private window: Window | null = null;
  private lastSlot = 0;

  constructor(private readonly wallClock: () => number) {}

  /** Takes one request from the budget. Answers how many milliseconds to wait before it may be sent. */
  take(): number {
    const now = this.wallClock();
    const window = this.window;
    if (window === null || now >= window.resetAt) return 0;
    this.window = { ...window, remaining: Math.max(0, window.remaining - 1) };
    if (window.remaining > window.limit * RESERVE) return 0;
    if (window.remaining <= 0) return window.resetAt - now;
    const gap = (window.resetAt - now) / (window.remaining + 1);
    this.lastSlot = Math.min(window.resetAt, Math.max(this.lastSlot, now) + gap);
    return this.lastSlot - now;
  }

  /** Corrects the count by an answer's `RateLimit-…` headers; without them nothing is known and nothing changes. */
  note(headers: Headers): void {
    const reset = headers['ratelimit-reset'];
    const limit = wholeNumber(headers['ratelimit-limit']);
    const remaining = wholeNumber(headers['ratelimit-remaining']);
    if (typeof reset !== 'string' || limit === null || remaining === null) return;
    const wait = this.untilReset(reset, headers['date']);
    if (wait === null) return;
    const known = this.window;
    // Answers may arrive in another order than they were sent: within a window the smaller count is the newer one.
    if (known?.reset === reset) {
      this.window = { ...known, remaining: Math.min(known.remaining, remaining) };
    } else if (known === null || this.wallClock() + wait > known.resetAt) {
      this.window = { reset, resetAt: this.wallClock() + wait, limit, remaining };
    }
  }

  /** Milliseconds to wait after a 429. */
  afterRefusal(headers: Headers): number {
    const reset = headers['ratelimit-reset'];
    const wait = typeof reset === 'string' ? this.untilReset(reset, headers['date']) : null;
    return Math.max(1000, wait ?? 0);
  }

  /** GoCardless writes an HTTP date; a number of seconds is accepted too. The answer's own `Date` counts as now, so our clock may be wrong. */
  private untilReset(reset: string, date: unknown): number | null {
    if (/^\d{1,5}$/.test(reset)) return Math.min(LONGEST_WAIT, Number(reset) * 1000);
    const resetAt = Date.parse(reset);
    if (Number.isNaN(resetAt)) return null;
    const answeredAt = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    const now = Number.isNaN(answeredAt) ? this.wallClock() : answeredAt;
    return Math.min(LONGEST_WAIT, Math.max(0, resetAt - now));
  }
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}
