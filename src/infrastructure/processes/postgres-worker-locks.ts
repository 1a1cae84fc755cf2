import { type Pool } from 'pg';
import { type Delay } from '../../application/ports/delay';
import { type WorkerLocks } from '../../application/ports/worker-locks';
import { whileLocked } from '../../postgres/session-lock';
import { tellOutages } from '../outages';

/** How often a process that stands by asks for the lock: another takes over within about this time. */
const ASK_EVERY_MS = 1_000;

/** Advisory locks of PostgreSQL, one connection each: the server frees them when their holder or its connection dies. */
export class PostgresWorkerLocks implements WorkerLocks {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly delay: Delay,
  ) {}

  whileHeld(name: string, stop: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
    const lock = { space: `${this.schema} workers`, name };
    const standBy = () => this.delay(ASK_EVERY_MS, stop);
    return tellOutages(whileLocked(this.pool, lock, { stop, standBy, work }));
  }
}
