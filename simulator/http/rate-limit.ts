export interface Budget {
  readonly limit: number;
  readonly windowMs: number;
}

/** A budget of requests per token and window, in real time: a stepped clock would never give it back. */
export class RateLimit {
  private readonly windows = new Map<string, { endsAt: number; used: number }>();
  private limit: number;
  private windowMs: number;

  constructor(
    private readonly now: () => number,
    budget: Budget = { limit: 1000, windowMs: 60_000 },
  ) {
    this.limit = budget.limit;
    this.windowMs = budget.windowMs;
  }

  configure(limit: number, windowMs: number): void {
    this.limit = limit;
    this.windowMs = windowMs;
    this.windows.clear();
  }

  /** Counts one request. The headers tell what is left and when the window ends, as an HTTP date. */
  count(token: string): { allowed: boolean; headers: Record<string, string> } {
    const now = this.now();
    let window = this.windows.get(token);
    if (window === undefined || window.endsAt <= now) {
      window = { endsAt: now + this.windowMs, used: 0 };
      this.windows.set(token, window);
    }
    const allowed = window.used < this.limit;
    if (allowed) window.used += 1;
    return { allowed, headers: this.headers(window) };
  }

  /** Headers for an answer that belongs to no token. */
  untouched(): Record<string, string> {
    return this.headers({ endsAt: this.now() + this.windowMs, used: 0 });
  }

  get budget(): Budget {
    return { limit: this.limit, windowMs: this.windowMs };
  }

  private headers(window: { endsAt: number; used: number }): Record<string, string> {
    // HTTP dates have no fractions: rounded up, so that who waits until then finds a new window.
    const reset = Math.ceil(window.endsAt / 1000) * 1000;
    return {
      'RateLimit-Limit': String(this.limit),
      'RateLimit-Remaining': String(this.limit - window.used),
      'RateLimit-Reset': new Date(reset).toUTCString(),
    };
  }
}
