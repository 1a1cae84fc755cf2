import { type Pool } from 'pg';
import { type Delay } from '../../application/ports/delay';
import { type WorkerLocks } from '../../application/ports/worker-locks';
import { tryLock } from '../../postgres/session-lock';
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

  async whileHeld(name: string, stop: AbortSignal, work: (held: AbortSignal) => Promise<void>): Promise<void> {
    while (!stop.aborted) {
      const lock = await tellOutages(tryLock(this.pool, { space: `${this.schema} workers`, name }));
      if (lock !== null) {
        await work(AbortSignal.any([stop, lock.lost])).finally(lock.release);
        return;
      }
      await this.delay(ASK_EVERY_MS, stop);
    }
  }
}
