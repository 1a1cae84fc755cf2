import { type Pool, type PoolClient } from 'pg';

/** Runs `work` in one transaction: commits what it did, or rolls back and throws on what it threw. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    const { command } = await client.query('commit');
    // A statement that failed and whose error was swallowed turns "commit" into a silent rollback.
    if (command === 'ROLLBACK')
      throw new Error('The transaction was rolled back because a statement in it had failed.');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => {
        client.release();
      },
      () => {
        client.release(true);
      },
    );
    throw error;
  }
}
