import { type Pool, type PoolClient } from 'pg';
import { type EventStore, type Position, tagOf } from '../../application/ports/event-store';
import { type ProcessCheckpoint, type ProcessCheckpoints } from '../../application/ports/process-checkpoints';
import { RESTORED, type Restored } from '../../application/payments/restored';
import { type Migration } from '../../postgres/migrations';
import { tellOutages } from '../outages';

export const processCheckpointMigrations: readonly Migration[] = [
  {
    name: 'process-checkpoints',
    sql: `
create table process_checkpoints (
  process text collate "C" primary key,
  position text not null,
  state text not null
);
`,
  },
];

/** How far each process has read, in PostgreSQL. */
export class PostgresProcessCheckpoints implements ProcessCheckpoints {
  constructor(
    private readonly pool: Pool,
    private readonly store: Pick<EventStore, 'start'>,
  ) {}

  async load(process: string): Promise<ProcessCheckpoint | null> {
    const { rows } = await this.query<ProcessCheckpoint>(
      'select position, state from process_checkpoints where process = $1',
      [process],
    );
    const [checkpoint] = rows;
    if (checkpoint === undefined) return null;
    if (tagOf(checkpoint.position) !== tagOf(this.store.start())) {
      throw new Error(
        `The process ${process} stopped at ${checkpoint.position}, which is a position of another event store. ` +
          'Connect the database that belongs to this event store, or move the checkpoints to it with: npm run admin -- events checkpoints',
      );
    }
    return checkpoint;
  }

  async save(process: string, previous: ProcessCheckpoint | null, next: ProcessCheckpoint): Promise<boolean> {
    const { rowCount } =
      previous === null
        ? await this.query(
            'insert into process_checkpoints (process, position, state) values ($1, $2, $3) on conflict do nothing',
            [process, next.position, next.state],
          )
        : await this.query(
            `update process_checkpoints set position = $2, state = $3
             where process = $1 and position = $4 and state = $5`,
            [process, next.position, next.state, previous.position, previous.state],
          );
    return rowCount === 1;
  }

  /** The log and these checkpoints are of no use without each other: a process that waits for the one waits for the other. */
  private query<R extends object>(text: string, values: readonly string[]) {
    return tellOutages(this.pool.query<R>(text, [...values]));
  }
}

/** Where each process stands, whatever log it is a position of. */
export async function checkpointsOfProcesses(
  pool: Pool,
): Promise<readonly { readonly process: string; readonly position: Position }[]> {
  const { rows } = await pool.query<{ process: string; position: Position }>(
    'select process, position from process_checkpoints order by process',
  );
  return rows;
}

/** Moves every checkpoint to its place in another log; answers how many there were. Throws when one has none there. */
export async function goOnAt(client: PoolClient, places: ReadonlyMap<Position, Position>): Promise<number> {
  const { rows } = await client.query<{ process: string; position: Position }>(
    'select process, position from process_checkpoints for update',
  );
  for (const { process, position } of rows) {
    const place = places.get(position);
    if (place === undefined) {
      throw new Error(`The process ${process} stands at ${position}, which is no position of the log that was copied.`);
    }
    await client.query('update process_checkpoints set position = $2 where process = $1', [process, place]);
  }
  return rows.length;
}

/** Every process will begin at the beginning of the log, and knows that the log was set back. */
export async function beginAnew(client: PoolClient, start: Position, restored: Restored): Promise<void> {
  await client.query('delete from process_checkpoints');
  await client.query('insert into process_checkpoints (process, position, state) values ($1, $2, $3)', [
    RESTORED,
    start,
    JSON.stringify(restored),
  ]);
}
