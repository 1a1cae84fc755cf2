import { type Pool, type PoolClient } from 'pg';
import { type Delay } from '../../application/ports/delay';
import { StoreUnavailable } from '../../application/ports/event-store';
import { type WorkerLocks } from '../../application/ports/worker-locks';
import { describe } from '../../postgres/sql-error';

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
      const client = await this.connect();
      const lost = new AbortController();
      const onLoss = () => {
        lost.abort();
      };
      client.on('error', onLoss).on('end', onLoss);
      let broken = true;
      try {
        if (await this.take(client, name)) {
          await work(AbortSignal.any([stop, lost.signal]));
          await this.giveBack(client, name);
          broken = false;
          return;
        }
        broken = false;
      } finally {
        client.off('error', onLoss).off('end', onLoss);
        // A connection that is closed frees its locks too.
        client.release(broken);
      }
      await this.delay(ASK_EVERY_MS, stop);
    }
  }

  private async connect(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw new StoreUnavailable(describe(error));
    }
  }

  private async take(client: PoolClient, name: string): Promise<boolean> {
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as taken',
        [`${this.schema} workers`, name],
      );
      return rows[0]?.taken ?? false;
    } catch (error) {
      throw new StoreUnavailable(describe(error));
    }
  }

  private async giveBack(client: PoolClient, name: string): Promise<void> {
    try {
      await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', [`${this.schema} workers`, name]);
    } catch (error) {
      throw new StoreUnavailable(describe(error));
    }
  }
}
