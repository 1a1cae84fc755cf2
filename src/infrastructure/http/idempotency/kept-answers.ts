import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type Sealer } from '../../../application/ports/sealer';
import { type Migration } from '../../../postgres/migrations';

export const keptAnswerMigrations: readonly Migration[] = [
  {
    name: 'kept-answers-001-idempotency-keys',
    sql: `
      create table idempotency_keys (
        api_key_id text not null,
        method text not null,
        path text not null,
        idempotency_key text not null,
        request_sha256 text not null,
        -- whoever works on it: a slow attempt whose mark was taken over must not end the other one
        attempt uuid not null,
        started_at timestamptz not null default now(),
        sealed_answer text,
        primary key (api_key_id, method, path, idempotency_key)
      );
      create index idempotency_keys_by_age on idempotency_keys (started_at)`,
  },
];

/** A request that may be sent again. */
export interface KeyedRequest {
  readonly apiKeyId: string;
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string;
  /** Hash of the body and of the query string. */
  readonly sha256: string;
}

export interface KeptAnswer {
  readonly status: number;
  /** Undefined for an answer without a body. */
  readonly body?: unknown;
}

export type Begun =
  | { readonly outcome: 'begun'; readonly attempt: string }
  | { readonly outcome: 'answered'; readonly answer: KeptAnswer }
  | { readonly outcome: 'in_progress' }
  | { readonly outcome: 'reused' };

/**
 * First answers by `Idempotency-Key`, sealed, for 30 days. Ages are measured by the database's clock, which all processes share. What
 * this table holds makes a repeat comfortable; that it does no harm comes from ids derived from the command's id.
 */
export class KeptAnswers {
  constructor(
    private readonly pool: Pool,
    private readonly sealer: Sealer,
  ) {}

  /** Marks the request as being worked on, or says why not. A mark older than 60 s was left by a process that died. */
  async begin(request: KeyedRequest): Promise<Begun> {
    await this.pool.query(`delete from idempotency_keys where started_at < now() - interval '30 days'`);
    const attempt = randomUUID();
    const { rowCount } = await this.pool.query(
      `insert into idempotency_keys as kept (api_key_id, method, path, idempotency_key, request_sha256, attempt)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (api_key_id, method, path, idempotency_key) do update set attempt = excluded.attempt, started_at = now()
         where kept.sealed_answer is null and kept.request_sha256 = excluded.request_sha256
           and kept.started_at < now() - interval '60 seconds'`,
      [...placeOf(request), request.sha256, attempt],
    );
    return rowCount === 1 ? { outcome: 'begun', attempt } : this.standing(request);
  }

  /** Keeps the answer of an attempt, unless another attempt has taken over. */
  async keep(request: KeyedRequest, attempt: string, answer: KeptAnswer): Promise<void> {
    await this.pool.query('update idempotency_keys set sealed_answer = $2 where attempt = $1', [
      attempt,
      this.sealer.seal(JSON.stringify(answer), contextOf(request)),
    ]);
  }

  /** Forgets an attempt that came to nothing, so that the next one may begin at once. */
  async abandon(attempt: string): Promise<void> {
    await this.pool.query('delete from idempotency_keys where attempt = $1 and sealed_answer is null', [attempt]);
  }

  private async standing(request: KeyedRequest): Promise<Begun> {
    const { rows } = await this.pool.query<{ request_sha256: string; sealed_answer: string | null }>(
      `select request_sha256, sealed_answer from idempotency_keys
       where api_key_id = $1 and method = $2 and path = $3 and idempotency_key = $4`,
      [...placeOf(request)],
    );
    const [row] = rows;
    if (row === undefined) return { outcome: 'in_progress' };
    if (row.request_sha256 !== request.sha256) return { outcome: 'reused' };
    return row.sealed_answer === null
      ? { outcome: 'in_progress' }
      : { outcome: 'answered', answer: this.open(row.sealed_answer, request) };
  }

  private open(sealed: string, request: KeyedRequest): KeptAnswer {
    const text = this.sealer.open(sealed, contextOf(request));
    if (text === null) throw new Error('A kept answer can not be opened: it was sealed with another master key.');
    // Written by `keep` and authenticated by the seal.
    return JSON.parse(text) as KeptAnswer;
  }
}

function placeOf({ apiKeyId, method, path, idempotencyKey }: KeyedRequest): readonly string[] {
  return [apiKeyId, method, path, idempotencyKey];
}

function contextOf(request: KeyedRequest): string {
  return JSON.stringify(placeOf(request));
}
