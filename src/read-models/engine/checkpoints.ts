import { comparePositions, type EventStore, type Position, tagOf } from '../../application/ports/event-store';
import { type ReadModelDatabase } from './database';
import { qualified, type Sql, textRows } from '../../postgres/sql';
import { type ReadModel } from './read-model';
import { formOf } from './table-sql';

/** The event that a read model could not take in, and why. Absent event: it was not an event's fault. */
export interface Failure {
  readonly reason: string;
  readonly event?: { readonly id: string; readonly type: string; readonly position: Position };
}

/** How far a generation of a read model is. One that is `building` is not served yet. */
export interface Checkpoint {
  readonly readModel: string;
  readonly generation: number;
  readonly version: number;
  readonly form: string;
  readonly position: Position;
  readonly state: 'active' | 'building';
  /** Set while it stands still. */
  readonly failure: Failure | null;
}

export function checkpointsTable(schema: string): string {
  return qualified(schema, 'checkpoints');
}

export function createCheckpointsSql(schema: string): string {
  return `create table if not exists ${checkpointsTable(schema)} (
    generation integer not null, read_model text collate "C" not null, version integer not null, form text not null,
    position text not null, state text not null check (state in ('active', 'building')), failure jsonb,
    primary key (generation, read_model))`;
}

export async function readCheckpoints(
  sql: Sql,
  schema: string,
  state: Checkpoint['state'],
  lock: '' | 'for update' = '',
): Promise<ReadonlyMap<string, Checkpoint>> {
  const rows = await textRows(
    sql,
    `select read_model, generation, version, form, position, failure from ${checkpointsTable(schema)}
     where state = $1 order by read_model, generation ${lock}`,
    [state],
  );
  return new Map(rows.map((row) => checkpointOf(row, state)).map((checkpoint) => [checkpoint.readModel, checkpoint]));
}

function checkpointOf(row: readonly (string | null)[], state: Checkpoint['state']): Checkpoint {
  const [readModel = null, generation, version, form = null, position = null, failure = null] = row;
  if (readModel === null || form === null || position === null) throw new Error('A checkpoint lacks a column.');
  return {
    readModel,
    generation: Number(generation),
    version: Number(version),
    form,
    position,
    state,
    // Written by `recordFailure` and by nothing else.
    failure: failure === null ? null : (JSON.parse(failure) as Failure),
  };
}

export async function addCheckpoint(sql: Sql, schema: string, checkpoint: Omit<Checkpoint, 'failure'>): Promise<void> {
  const { generation, readModel, version, form, position, state } = checkpoint;
  await sql.query(
    `insert into ${checkpointsTable(schema)} (generation, read_model, version, form, position, state)
     values ($1, $2, $3, $4, $5, $6)`,
    [generation, readModel, version, form, position, state],
  );
}

/** From where to where a generation of a read model moves. */
export interface Step {
  readonly readModel: string;
  readonly generation: number;
  readonly from: Position;
  readonly to: Position;
}

/**
 * Moves checkpoints by compare-and-set and answers the names of the read models that moved. One that is missing stands elsewhere:
 * another process was faster, or the generation was replaced. The work that depends on the move must be rolled back then.
 */
export async function moveCheckpoints(sql: Sql, schema: string, steps: readonly Step[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ read_model: string }>(
    `update ${checkpointsTable(schema)} c set position = step.new, failure = null
     from unnest($1::text[], $2::integer[], $3::text[], $4::text[]) as step (read_model, generation, old, new)
     where c.read_model = step.read_model and c.generation = step.generation and c.position = step.old
     returning c.read_model`,
    [
      steps.map(({ readModel }) => readModel),
      steps.map(({ generation }) => generation),
      steps.map(({ from }) => from),
      steps.map(({ to }) => to),
    ],
  );
  return new Set(rows.map((row) => row.read_model));
}

export async function recordFailure(
  { pool, schema }: ReadModelDatabase,
  at: Omit<Step, 'to'>,
  failure: Failure,
): Promise<void> {
  await pool.query(
    `update ${checkpointsTable(schema)} set failure = $1 where read_model = $2 and generation = $3 and position = $4`,
    [JSON.stringify(failure), at.readModel, at.generation, at.from],
  );
}

/** Whether the stored generation is what this code would build. */
export function isOfForm(checkpoint: Checkpoint, readModel: ReadModel): boolean {
  return checkpoint.version === readModel.version && checkpoint.form === formOf(readModel);
}

/** The smallest of some positions, or null of none. */
export function lowest(positions: readonly Position[]): Position | null {
  return positions.reduce<Position | null>(
    (least, position) => (least === null || comparePositions(position, least) < 0 ? position : least),
    null,
  );
}

/** A checkpoint that does not belong to this log: going on from it would skip events in silence. */
export class ForeignCheckpoint extends Error {
  constructor(checkpoint: Checkpoint, why: string) {
    super(`Read model ${checkpoint.readModel} is at position ${checkpoint.position}, ${why}`);
    this.name = 'ForeignCheckpoint';
  }
}

/** Throws `ForeignCheckpoint` for a position of another store, or one that this store has not reached. */
export async function requireOwnCheckpoints(store: EventStore, checkpoints: Iterable<Checkpoint>): Promise<void> {
  const tag = tagOf(store.start());
  const head = await store.head();
  for (const checkpoint of checkpoints) {
    if (tagOf(checkpoint.position) !== tag) {
      throw new ForeignCheckpoint(
        checkpoint,
        `but the event store is ${tag}. Connect the database that belongs to this event store. If the log was copied from one store to the ` +
          `other: npm run admin -- events checkpoints --from ${storeNamed(checkpoint.position)} --to ${storeNamed(tag)}`,
      );
    }
    if (comparePositions(checkpoint.position, head) > 0) {
      throw new ForeignCheckpoint(
        checkpoint,
        `but the event store ends at ${head}: it was set back to an older state. Connect the event store that belongs to this ` +
          'database. If it was restored from a backup: npm run admin -- events checkpoints --restored',
      );
    }
  }
}

/** The value of EVENT_STORE for the store that a tag or position is of. */
function storeNamed(tag: string): string {
  return tag.startsWith('es') ? 'eventstoredb' : 'postgres';
}
