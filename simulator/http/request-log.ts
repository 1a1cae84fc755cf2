export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | null;
  /** Null when the connection was cut instead of answered. */
  readonly status: number | null;
}

const MAX_KEPT = 50_000;

/** What came in through the API, oldest first. Tokens and bodies are not kept. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.entries.push(entry);
    if (this.entries.length > MAX_KEPT) this.entries = this.entries.slice(-MAX_KEPT / 2);
  }

  list(): readonly LoggedRequest[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
