import { type PoolClient } from 'pg';
import { type ReadModelDatabase, textRows } from '../read-models/engine/database';

export type LockPurpose = 'runner' | 'generations';

/** A lock that the server frees by itself when the process or its connection is gone. */
export interface SessionLock {
  /** The connection that holds it, free for the holder's own statements. */
  readonly client: PoolClient;
  /** Aborted when the connection is lost, and the lock with it. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}

/** Takes the lock, or answers null when another session has it; with `wait` it waits for that one. */
export async function takeLock(
  { pool, schema }: ReadModelDatabase,
  purpose: LockPurpose,
  wait: 'wait' | 'try' = 'try',
): Promise<SessionLock | null> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onLoss = () => {
    lost.abort();
  };
  client.on('error', onLoss);
  client.on('end', onLoss);
  const giveBack = (destroy: boolean) => {
    client.off('error', onLoss);
    client.off('end', onLoss);
    client.release(destroy);
  };
  const key = [`${schema} read models`, purpose];
  try {
    const call = wait === 'wait' ? 'pg_advisory_lock' : 'pg_try_advisory_lock';
    const rows = await textRows(client, `select ${call}(hashtext($1), hashtext($2))`, key);
    if (rows[0]?.[0] === 'f') {
      giveBack(false);
      return null;
    }
  } catch (error) {
    giveBack(true);
    throw error;
  }
  return {
    client,
    lost: lost.signal,
    release: async () => {
      const unlocked = await client
        .query('select pg_advisory_unlock(hashtext($1), hashtext($2))', key)
        .catch(() => null);
      // A connection that could not unlock is closed: that frees the lock too.
      giveBack(unlocked === null);
    },
  };
}
