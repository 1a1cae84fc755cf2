import { type Pool, type PoolClient } from 'pg';
import { type Sql, textRows } from './sql';

/** Names an advisory lock; the two words may be of any length. */
export interface LockName {
  /** The set of locks that it belongs to, such as those of one schema's workers. */
  readonly space: string;
  readonly name: string;
}

/** A lock that the server frees by itself when the process or its connection is gone. */
export interface SessionLock {
  /** The connection that holds it, free for the holder's own statements. */
  readonly client: PoolClient;
  /** Aborted when the connection is lost, and the lock with it. */
  readonly lost: AbortSignal;
  /** Never throws. */
  readonly release: () => Promise<void>;
}

/** Takes the lock, or answers null when another session has it. */
export async function tryLock(pool: Pool, lock: LockName): Promise<SessionLock | null> {
  return holding(pool, lock, async (client, key) => {
    const [[taken = null] = []] = await textRows(
      client,
      'select pg_try_advisory_lock(hashtext($1), hashtext($2))',
      key,
    );
    return taken === 't';
  });
}

/** Takes the lock as soon as no other session has it. */
export async function waitForLock(pool: Pool, lock: LockName): Promise<SessionLock> {
  const held = await holding(pool, lock, async (client, key) => {
    await client.query('select pg_advisory_lock(hashtext($1), hashtext($2))', [...key]);
    return true;
  });
  if (held === null) throw new Error('A lock that is waited for was not given.');
  return held;
}

export interface LockedWork {
  /** No further work is begun once it is aborted. */
  readonly stop: AbortSignal;
  /** Returns when another session's lock is to be asked for again, and early when `stop` is aborted. */
  readonly standBy: () => Promise<void>;
  /** `held` is aborted when the lock is lost, or with `stop`. */
  readonly work: (held: AbortSignal) => Promise<void>;
}

/** Runs the work once, as soon as this session holds the lock; not at all when it is stopped before. */
export async function whileLocked(pool: Pool, lock: LockName, { stop, standBy, work }: LockedWork): Promise<void> {
  while (!stop.aborted) {
    const held = await tryLock(pool, lock);
    if (held !== null) return work(AbortSignal.any([stop, held.lost])).finally(held.release);
    await standBy();
  }
}

async function holding(
  pool: Pool,
  { space, name }: LockName,
  take: (client: Sql, key: readonly string[]) => Promise<boolean>,
): Promise<SessionLock | null> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onLoss = () => {
    lost.abort();
  };
  client.on('error', onLoss).on('end', onLoss);
  const giveBack = (destroy: boolean) => {
    client.off('error', onLoss).off('end', onLoss);
    client.release(destroy);
  };
  const key = [space, name];
  try {
    if (!(await take(client, key))) {
      giveBack(false);
      return null;
    }
  } catch (error) {
    giveBack(true);
    throw error;
  }
  const release = async () => {
    const unlocked = lost.signal.aborted
      ? null
      : await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', key).catch(() => null);
    // A connection that could not unlock is closed: that frees the lock too.
    giveBack(unlocked === null);
  };
  return { client, lost: lost.signal, release };
}
