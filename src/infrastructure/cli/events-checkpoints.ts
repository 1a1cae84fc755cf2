import { type Pool, type PoolClient } from 'pg';
import { type Position } from '../../application/ports/event-store';
import { dropReadModels } from '../../read-models/engine/generations';
import { readModelLock } from '../../read-models/engine/database';
import { type SessionLock, tryLock } from '../../postgres/session-lock';
import { type Journal } from '../event-store/journal';
import { inTransaction } from '../../postgres/transaction';
import { beginAnew, checkpointsOfProcesses, goOnAt } from '../processes/postgres-process-checkpoints';
import { LogWalk, requireSame } from './log-walk';

export interface Database {
  readonly pool: Pool;
  readonly schema: string;
}

/** The service works on this database: what is changed under its hands would be changed back, or lost. */
export class ServiceRuns extends Error {
  constructor() {
    super('The service works on this database now. Stop all of its processes first.');
    this.name = 'ServiceRuns';
  }
}

export interface MoveReport {
  /** Processes whose checkpoint was moved. */
  readonly processes: number;
  readonly events: number;
  /** Running SHA-256 over all events in order; the same on both stores. */
  readonly hash: string;
}

/**
 * After a copy of the log: each process goes on in the new log behind the very event behind which it stood in the old one, so that nothing
 * is done twice. Rows of read models hold positions of the old log; they are dropped, and built anew when the service starts. Before that
 * both logs are read and must be the same. Throws `LogsDiffer` and `ServiceRuns`; then nothing was changed.
 */
export function goOnInCopy(
  database: Database,
  from: Journal,
  to: Journal,
  progress: (events: number) => void = () => undefined,
): Promise<MoveReport> {
  return whileStopped(database, async () => {
    const stoodAt = new Set((await checkpointsOfProcesses(database.pool)).map(({ position }) => position));
    const places = new Map<Position, Position>([[from.start(), to.start()]]);
    const walked = await requireSame(new LogWalk(from), new LogWalk(to), (original, copy, events) => {
      if (stoodAt.has(original.position)) places.set(original.position, copy.position);
      progress(events);
    });
    const processes = await change(database, (client) => goOnAt(client, places));
    return { ...walked, processes };
  });
}

/**
 * After the restore of a backup: read models are built anew from the log that there is now, and every process goes through it from its
 * beginning. Work that was done already is recognised by its id. Requests that the log has lost may have reached GoCardless all the same, so for weeks
 * every payment is looked for there before it is sent. Throws `ServiceRuns`.
 *
 * @param at the time of the restore, ISO 8601 UTC
 */
export function beginAnewAfterRestore(database: Database, log: Journal, at: string): Promise<void> {
  return whileStopped(database, async () => {
    const logEndsAt = await timeOfLastEvent(log, at);
    await change(database, (client) => beginAnew(client, log.start(), { at, logEndsAt }));
  });
}

async function change<T>({ pool, schema }: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    const result = await work(client);
    await dropReadModels(client, schema);
    return result;
  });
}

/** The locks of the read models are held meanwhile: no process of the service can begin to work. */
export async function whileStopped<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const locks: SessionLock[] = [];
  try {
    for (const purpose of ['runner', 'generations'] as const) {
      const lock = await tryLock(database.pool, readModelLock(database, purpose));
      if (lock === null) throw new ServiceRuns();
      locks.push(lock);
    }
    return await work();
  } finally {
    for (const lock of locks) await lock.release();
  }
}

async function timeOfLastEvent(log: Journal, otherwise: string): Promise<string> {
  const walk = new LogWalk(log);
  let metadata: string | null = null;
  for (let event = await walk.next(); event !== null; event = await walk.next()) ({ metadata } = event);
  const parsed: unknown = metadata === null ? null : JSON.parse(metadata);
  const known = typeof parsed === 'object' && parsed !== null && 'recordedAt' in parsed ? parsed.recordedAt : null;
  return typeof known === 'string' ? known : otherwise;
}
