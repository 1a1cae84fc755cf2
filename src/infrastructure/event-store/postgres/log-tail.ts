import { setMaxListeners } from 'node:events';
import { type Pool, type PoolClient } from 'pg';

interface Waiter {
  readonly after: bigint;
  /** Undefined = all. */
  readonly types: readonly string[] | undefined;
  readonly wake: () => void;
}

const NOTIFY_EVERY_MS = 50;
/** So long are readers not woken for events of types that they did not ask for; a burst of appends then costs each reader ten looks a second, not hundreds. */
const PASS_BY_MS = 100;
const LOOK_EVERY_MS = 1_000;

/**
 * Knows how far the log goes, and wakes who waits for more. Appends of this process are known at once. Other processes are told
 * by NOTIFY, at most once in 50 ms and never inside an append (it would make all appends of the server queue twice). Whatever
 * message is lost on the way, a look at the head once a second finds what it was about.
 */
export class LogTail {
  private known = 0n;
  /** How far it goes with events of each type that this process appended, and with events of unknown types. */
  private readonly knownOf = new Map<string, bigint>();
  private knownOfAny = 0n;
  private readonly waiters = new Set<Waiter>();
  private listening: Promise<void> | null = null;
  private listener: PoolClient | null = null;
  private looking: NodeJS.Timeout | null = null;
  private quiet: NodeJS.Timeout | null = null;
  private passingBy: NodeJS.Timeout | null = null;
  private untold: bigint | null = null;
  private closed = false;

  constructor(
    private readonly pool: Pool,
    private readonly channel: string,
    private readonly readHead: () => Promise<bigint>,
  ) {}

  /** This process appended events of these types up to `head`: wakes its own readers and tells the other processes. */
  appended(head: bigint, types: Iterable<string>): void {
    for (const type of types) this.knownOf.set(type, head);
    if (head > this.known) {
      this.known = head;
      this.wakeWho((waiter) => this.hasMoreFor(waiter));
    }
    if (this.quiet !== null) this.untold = head;
    else this.tell(head);
  }

  async waitBeyond(after: bigint, signal: AbortSignal, types?: readonly string[]): Promise<void> {
    if (signal.aborted || this.closed || this.hasMoreFor({ after, types })) return;
    await new Promise<void>((settle) => {
      const waiter: Waiter = {
        after,
        types,
        wake: () => {
          this.waiters.delete(waiter);
          signal.removeEventListener('abort', waiter.wake);
          settle();
        },
      };
      this.waiters.add(waiter);
      // Many readers wait with the one signal of the process; Node.js would take more than ten for a leak.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', waiter.wake);
      if (this.known > after) this.passBy();
      this.looking ??= this.keepLooking();
      void this.listen();
    });
  }

  /** Wakes everybody and gives its connection back. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.looking !== null) clearInterval(this.looking);
    if (this.quiet !== null) clearTimeout(this.quiet);
    if (this.passingBy !== null) clearTimeout(this.passingBy);
    for (const waiter of [...this.waiters]) waiter.wake();
    await this.listening;
    this.listener?.release(true);
  }

  private advance(head: bigint): void {
    if (head <= this.known) return;
    this.known = head;
    this.knownOfAny = head;
    this.wakeWho(({ after }) => after < head);
  }

  private hasMoreFor({ after, types }: Pick<Waiter, 'after' | 'types'>): boolean {
    if (types === undefined) return this.known > after;
    return this.knownOfAny > after || types.some((type) => (this.knownOf.get(type) ?? 0n) > after);
  }

  private wakeWho(hasMore: (waiter: Waiter) => boolean): void {
    for (const waiter of [...this.waiters]) {
      if (hasMore(waiter)) waiter.wake();
      else if (waiter.after < this.known) this.passBy();
    }
  }

  /** Readers that were not woken move on a moment later. */
  private passBy(): void {
    this.passingBy ??= setTimeout(() => {
      this.passingBy = null;
      for (const waiter of [...this.waiters]) if (waiter.after < this.known) waiter.wake();
    }, PASS_BY_MS);
    this.passingBy.unref();
  }

  private keepLooking(): NodeJS.Timeout {
    const look = setInterval(() => {
      if (this.waiters.size === 0) return;
      void this.listen();
      void this.look();
    }, LOOK_EVERY_MS);
    look.unref();
    return look;
  }

  private async look(): Promise<void> {
    try {
      this.advance(await this.readHead());
    } catch {
      // The store is away: the next read of each reader gets the error, and the next look is in a second.
    }
  }

  private listen(): Promise<void> {
    this.listening ??= this.openListener();
    return this.listening;
  }

  private async openListener(): Promise<void> {
    const client = await this.pool.connect().catch(() => null);
    if (client === null) {
      this.listening = null;
      return;
    }
    this.listener = client;
    client.on('notification', ({ payload }) => {
      this.advance(BigInt(payload ?? '0'));
    });
    client.once('error', () => {
      this.dropListener(client);
    });
    try {
      await client.query(`listen ${this.channel}`);
    } catch {
      this.dropListener(client);
    }
    // Events may have been appended before the server knew of our interest.
    await this.look();
  }

  private dropListener(client: PoolClient): void {
    if (this.listener !== client) return;
    this.listener = null;
    this.listening = null;
    client.release(true);
  }

  private tell(head: bigint): void {
    if (this.closed) return;
    this.quiet = setTimeout(() => {
      this.quiet = null;
      if (this.untold === null) return;
      this.tell(this.untold);
    }, NOTIFY_EVERY_MS);
    this.quiet.unref();
    this.untold = null;
    // A message needs no disk: without waiting for it the commit does not get into the way of appends.
    this.pool
      .query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [this.channel, String(head)])
      .catch(() => undefined);
  }
}
