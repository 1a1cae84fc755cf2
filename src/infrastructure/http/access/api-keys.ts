import { createHash, randomBytes } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { type Migration } from '../../../postgres/migrations';
import { inTransaction } from '../../../postgres/transaction';
import { Access, type Scope } from './access';
import { isRole, type Role } from './roles';

export const accessMigrations: readonly Migration[] = [
  {
    name: 'access-001-api-keys',
    sql: `
      create table api_keys (
        ordinal bigint generated always as identity primary key,
        id text not null unique,
        name text not null,
        role text not null,
        -- null = all
        connection_ids text[],
        rounds text[],
        key_sha256 text not null unique,
        created_at timestamptz not null,
        created_by text not null,
        revoked_at timestamptz,
        revoked_by text
      );
      create table bootstrap_token (
        only_row boolean primary key default true check (only_row),
        token_sha256 text not null
      )`,
  },
  { name: 'access-002-last-use', sql: 'alter table api_keys add column last_used_at timestamptz' },
];

/** A key's last use is written down no more often than this. */
const NOTED_EVERY = '1 minute';

/** What is known of a key: never the key itself, of which only a hash is kept. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly connectionIds: Scope;
  readonly rounds: Scope;
  readonly createdAt: string;
  readonly createdBy: string;
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface NewApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly connectionIds: Scope;
  readonly rounds: Scope;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface KeyHolder {
  readonly access: Access;
  readonly name: string;
}

export const BOOTSTRAP_ID = 'bootstrap';
const KEY_BYTES = 32;

/** API keys and the bootstrap token, as hashes in PostgreSQL. Nothing is cached: a revoked key ends with the next request. */
export class ApiKeys {
  constructor(private readonly pool: Pool) {}

  /** Who holds this key; null when nobody does, or no longer. */
  async authenticate(key: string): Promise<Access | null> {
    return (await this.holderOf(secretSha256(key)))?.access ?? null;
  }

  /** Who holds the key with this hash: what a session remembers of the key that it was made with. */
  async holderOf(keySha256: string): Promise<KeyHolder | null> {
    const { rows } = await this.pool.query<KeyRow>(
      `select *, last_used_at > now() - interval '${NOTED_EVERY}' as is_noted
       from api_keys where key_sha256 = $1 and revoked_at is null`,
      [keySha256],
    );
    const [row] = rows;
    if (row === undefined) {
      const access = new Access(BOOTSTRAP_ID, 'admin', 'all', 'all');
      return (await this.isBootstrapToken(keySha256)) ? { access, name: 'First admin' } : null;
    }
    const { id, name, role, connectionIds, rounds } = toApiKey(row);
    if (row.is_noted !== true) await this.pool.query('update api_keys set last_used_at = now() where id = $1', [id]);
    return { access: new Access(id, role, connectionIds, rounds), name };
  }

  /** The hash of a key that works now; null when there is none. */
  async hashOf(id: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ readonly key_sha256: string }>(
      `select key_sha256 from api_keys where id = $1 and revoked_at is null
       union all select token_sha256 from bootstrap_token where $1 = '${BOOTSTRAP_ID}'`,
      [id],
    );
    return rows[0]?.key_sha256 ?? null;
  }

  /**
   * Keeps a new key and answers it, the only time that it is seen; null when its maker's own key is void by now. Maker and new key are looked
   * at under one lock with revocation, so that no key comes from one that has ended.
   */
  createFor(makerId: string, key: NewApiKey): Promise<string | null> {
    return inTransaction(this.pool, async (client) =>
      (await lives(client, makerId)) ? this.create(key, client) : null,
    );
  }

  /** Keeps a new key for whoever may make any, and answers it. */
  async create(key: NewApiKey, client: Pool | PoolClient = this.pool): Promise<string> {
    const secret = newSecret();
    await client.query(
      `insert into api_keys (id, name, role, connection_ids, rounds, key_sha256, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        key.id,
        key.name,
        key.role,
        toColumn(key.connectionIds),
        toColumn(key.rounds),
        secretSha256(secret),
        key.createdAt,
        key.createdBy,
      ],
    );
    return secret;
  }

  /** A key within the scope; null when there is none. */
  async find(id: string, within: Scope): Promise<ApiKey | null> {
    const { rows } = await this.pool.query<KeyRow>(
      `select * from api_keys where id = $1 and ($2::text[] is null or connection_ids <@ $2)`,
      [id, toColumn(within)],
    );
    return rows[0] === undefined ? null : toApiKey(rows[0]);
  }

  /** Ends a key within the scope. The first time counts; null when there is none. */
  async revoke(id: string, within: Scope, at: string, by: string): Promise<ApiKey | null> {
    await this.pool.query(
      `update api_keys set revoked_at = $2, revoked_by = $3
       where id = $1 and revoked_at is null and ($4::text[] is null or connection_ids <@ $4)`,
      [id, at, by, toColumn(within)],
    );
    return this.find(id, within);
  }

  /** Keys whose scope lies within `within`, oldest first, revoked ones included; as they were at a time, ISO 8601 UTC, or are. */
  async list(within: Scope, asOf: string | null): Promise<readonly ApiKey[]> {
    const { rows } = await this.pool.query<KeyRow>(
      `select *, case when revoked_at <= coalesce($2::timestamptz, 'infinity') then revoked_at end as revoked_at
       from api_keys where ($1::text[] is null or connection_ids <@ $1) and ($2::timestamptz is null or created_at <= $2)
       order by ordinal`,
      [toColumn(within), asOf],
    );
    return rows.map(toApiKey);
  }

  /**
   * Makes `token` the bootstrap token; another one that was kept is void. Without one, a token is made when none is kept yet, and
   * answered; null means that nobody needs to be told anything. Of processes that start together only one makes it.
   */
  async establishBootstrapToken(token: string | null): Promise<string | null> {
    if (token !== null) {
      await this.pool.query(
        `insert into bootstrap_token (token_sha256) values ($1)
         on conflict (only_row) do update set token_sha256 = excluded.token_sha256`,
        [secretSha256(token)],
      );
      return null;
    }
    const made = newSecret();
    const { rowCount } = await this.pool.query(
      'insert into bootstrap_token (token_sha256) values ($1) on conflict (only_row) do nothing',
      [secretSha256(made)],
    );
    return rowCount === 1 ? made : null;
  }

  /** Whether the bootstrap token opens nothing, since there is an admin key that reaches everything. */
  async ignoresBootstrapToken(): Promise<boolean> {
    return (await this.pool.query(`${UNLIMITED_ADMINS} limit 1`)).rowCount === 1;
  }

  private async isBootstrapToken(tokenSha256: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select 1 from bootstrap_token where token_sha256 = $1
         and not exists (${UNLIMITED_ADMINS})`,
      [tokenSha256],
    );
    return rowCount === 1;
  }
}

/** One that is limited to connections can not make a key for all: it locks nobody out. */
const UNLIMITED_ADMINS = `select 1 from api_keys where role = 'admin' and connection_ids is null and revoked_at is null`;

/** Whether the key, or the bootstrap token, may still make others; it stays so until the transaction ends. */
async function lives(client: PoolClient, id: string): Promise<boolean> {
  if (id !== BOOTSTRAP_ID) {
    const { rowCount } = await client.query('select 1 from api_keys where id = $1 and revoked_at is null for share', [
      id,
    ]);
    return rowCount === 1;
  }
  // First the lock, then the question: a statement sees what was committed before it began.
  await client.query('select 1 from bootstrap_token for update');
  const { rowCount } = await client.query(UNLIMITED_ADMINS);
  return rowCount === 0;
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly connection_ids: readonly string[] | null;
  readonly rounds: readonly string[] | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly last_used_at: Date | null;
  /** Only of the row by which somebody comes in; null when it was never used. */
  readonly is_noted?: boolean | null;
  readonly revoked_at: Date | null;
}

function toApiKey(row: KeyRow): ApiKey {
  if (!isRole(row.role)) throw new Error(`Key ${row.id} has the unknown role ${row.role}.`);
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    connectionIds: row.connection_ids ?? 'all',
    rounds: row.rounds ?? 'all',
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

function toColumn(scope: Scope): readonly string[] | null {
  return scope === 'all' ? null : scope;
}

/** 256 random bits need no slow hash: there is nothing to guess. */
export function secretSha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The prefix lets secret scanners and our own log recognise a key. */
function newSecret(): string {
  return `ddl_${randomBytes(KEY_BYTES).toString('base64url')}`;
}
