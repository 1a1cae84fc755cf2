import { type Pool } from 'pg';
import { type EventStore, StoreUnavailable } from '../../application/ports/event-store';
import { type ProcessCheckpoint, type ProcessCheckpoints } from '../../application/ports/process-checkpoints';
import { type Migration } from '../postgres/migrations';
import { describe, isUnavailable } from '../postgres/sql-error';

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
          'Connect the database that belongs to this event store.',
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

  private async query<R extends object>(text: string, values: readonly string[]) {
    try {
      return await this.pool.query<R>(text, [...values]);
    } catch (error) {
      // The log and these checkpoints are of no use without each other: what waits for the one waits for the other.
      if (isUnavailable(error)) throw new StoreUnavailable(describe(error));
      throw error;
    }
  }
}

function tagOf(position: string): string {
  return position.slice(0, position.lastIndexOf('.'));
}
