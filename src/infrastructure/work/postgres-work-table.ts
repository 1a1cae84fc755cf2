import { type Pool } from 'pg';
import {
  type NewWork,
  type OrphanedWork,
  type Work,
  type WorkEnd,
  type WorkError,
  type WorkKind,
  type WorkState,
  type WorkTable,
} from '../../application/ports/work-table';
import { type Migration } from '../../postgres/migrations';
import { tellOutages } from '../outages';

/** Whoever works says so much more often than this; the database's clock counts, which all processes share. */
const ALONE_AFTER = `interval '15 seconds'`;
const KEPT_FOR = `interval '30 days'`;
/** Ended work that is kept. */
const MAX_KEPT = 1_000;
/** Work that has ended so many processes will end the next one too. */
const MAX_ATTEMPTS = 5;

export const workMigrations: readonly Migration[] = [
  {
    name: 'work-001',
    sql: `
      create table work (
        ordinal bigint generated always as identity primary key,
        id text not null unique,
        kind text not null,
        state text not null default 'running',
        done bigint not null default 0,
        steps bigint,
        result jsonb,
        errors jsonb not null default '[]',
        -- null = all
        connection_ids text[],
        started_by text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        -- what is needed to go on: who asked for it, and what is left
        context jsonb not null,
        rest jsonb not null,
        alive_at timestamptz not null default now(),
        attempts int not null default 1
      );
      create index work_running on work (alive_at) where state = 'running'`,
  },
];

/** Work in PostgreSQL. */
export class PostgresWorkTable implements WorkTable {
  constructor(private readonly pool: Pool) {}

  async begin({ id, kind, of, connectionIds, startedBy, startedAt }: NewWork, context: object, rest: object) {
    await this.query(
      `delete from work where state <> 'running' and (alive_at < now() - ${KEPT_FOR} or ordinal <=
         (select ordinal from work where state <> 'running' order by ordinal desc offset ${MAX_KEPT} limit 1))`,
    );
    const { rowCount } = await this.query(
      `insert into work (id, kind, steps, connection_ids, started_by, started_at, context, rest)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [
        id,
        kind,
        of,
        connectionIds === 'all' ? null : connectionIds,
        startedBy,
        startedAt,
        JSON.stringify(context),
        JSON.stringify(rest),
      ],
    );
    return rowCount === 1;
  }

  async alive(id: string, done: number): Promise<void> {
    await this.query(
      `update work set alive_at = now(), done = greatest(done, $2) where id = $1 and state = 'running'`,
      [id, done],
    );
  }

  async letGo(id: string, when: 'at_once' | 'later'): Promise<void> {
    await this.query(`update work set alive_at = $2, attempts = attempts - 1 where id = $1 and state = 'running'`, [
      id,
      when === 'at_once' ? '-infinity' : 'now',
    ]);
  }

  async end(id: string, end: WorkEnd, endedAt: string): Promise<void> {
    const result = end.state === 'done' ? JSON.stringify(end.result) : null;
    const errors = end.state === 'failed' ? end.errors : [];
    await this.query(
      `update work set state = $2, result = $3, errors = $4, ended_at = $5, alive_at = now(),
         done = case when $2 = 'done' then coalesce(steps, done) else done end, context = '{}', rest = '{}'
       where id = $1 and state = 'running'`,
      [id, end.state, result, JSON.stringify(errors), endedAt],
    );
  }

  async forget(id: string): Promise<void> {
    await this.query('delete from work where id = $1', [id]);
  }

  async takeOver(at: string): Promise<OrphanedWork | null> {
    const message = 'The work ended the process that did it, again and again. The log of the service says why.';
    const errors: readonly WorkError[] = [{ code: 'unexpected', message }];
    await this.query(
      `update work set state = 'failed', errors = $1, ended_at = $2
       where state = 'running' and attempts >= ${MAX_ATTEMPTS} and alive_at < now() - ${ALONE_AFTER}`,
      [JSON.stringify(errors), at],
    );
    const { rows } = await this.query<WorkRow>(
      `update work set alive_at = now(), attempts = attempts + 1
       where id = (select id from work where state = 'running' and alive_at < now() - ${ALONE_AFTER}
                   order by ordinal limit 1 for update skip locked)
       returning *`,
    );
    const [row] = rows;
    return row === undefined ? null : { work: workOf(row), context: row.context, rest: row.rest };
  }

  async find(id: string): Promise<Work | null> {
    const { rows } = await this.query<WorkRow>('select * from work where id = $1', [id]);
    return rows[0] === undefined ? null : workOf(rows[0]);
  }

  async list(): Promise<readonly Work[]> {
    return (await this.query<WorkRow>('select * from work order by ordinal')).rows.map(workOf);
  }

  private query<R extends object>(text: string, values: readonly unknown[] = []) {
    return tellOutages(this.pool.query<R>(text, [...values]));
  }
}

interface WorkRow {
  readonly id: string;
  readonly kind: WorkKind;
  readonly state: WorkState;
  /** Big integers come as text. */
  readonly done: string;
  readonly steps: string | null;
  readonly result: object | null;
  readonly errors: readonly WorkError[];
  readonly connection_ids: readonly string[] | null;
  readonly started_by: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly context: object;
  readonly rest: object;
}

function workOf(row: WorkRow): Work {
  const { id, kind, state, result, errors } = row;
  return {
    id,
    kind,
    state,
    result,
    errors,
    done: Number(row.done),
    of: row.steps === null ? null : Number(row.steps),
    connectionIds: row.connection_ids ?? 'all',
    startedBy: row.started_by,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
