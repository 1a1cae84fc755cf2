import { type Pool, type PoolClient } from 'pg';
import { withClient } from './pool';

/** Runs `work` in one transaction on a connection of its own: commits what it did, or rolls back and throws on what it threw. */
export function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withClient(pool, (client) => transact(client, 'begin', () => work(client)));
}

/**
 * Runs `work` in one transaction on this connection: commits what it did, or rolls back and throws on what it threw.
 *
 * @param begin the statement that begins it, with the isolation level and limits that it needs
 */
export async function transact<T>(client: PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    const { command } = await client.query('commit');
    // A statement that failed and whose error was swallowed turns "commit" into a silent rollback.
    if (command === 'ROLLBACK')
      throw new Error('The transaction was rolled back because a statement in it had failed.');
    return result;
  } catch (error) {
    // A rollback that fails means that the connection is gone, and the transaction with it: the first error is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
