import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type Clock } from '../../../application/ports/clock';
import { type Migration } from '../../../postgres/migrations';
import { type Scope } from '../access/access';
import { type ApiKeys, type KeyHolder, secretSha256 } from '../access/api-keys';
import { isRole, type Role } from '../access/roles';

export const sessionMigrations: readonly Migration[] = [
  {
    name: 'sessions-001',
    sql: `
      create table sessions (
        ordinal bigint generated always as identity primary key,
        id text not null unique,
        token_sha256 text not null unique,
        -- Of the key that it was made with, and with which it ends.
        key_sha256 text not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null
      );
      create table sign_in_links (
        token_sha256 text primary key,
        key_sha256 text not null,
        created_at timestamptz not null,
        created_by text not null,
        expires_at timestamptz not null,
        used_at timestamptz
      )`,
  },
];

const HOUR_MS = 3_600_000;
export const MAX_SESSION_MS = 12 * HOUR_MS;
const MAX_IDLE_MS = 2 * HOUR_MS;
const MAX_LINK_MS = HOUR_MS / 4;
/** A session's last use is written down no more often than this. */
const NOTED_EVERY_MS = 60_000;

/** Somebody who is signed in. */
export interface SignedIn {
  readonly sessionId: string;
  readonly holder: KeyHolder;
  readonly expiresAt: string;
}

export interface NewSession extends SignedIn {
  /** For the cookie: the only time that it is seen. */
  readonly token: string;
}

export interface ListedSession {
  readonly id: string;
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/**
 * Sessions of people at the screens: a key is exchanged for one, which ends after twelve hours, two hours without use, or with its key.
 * Their clock is the wall's: a played month signs nobody out.
 */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly apiKeys: ApiKeys,
    private readonly clock: Clock,
  ) {}

  /** Null when nobody holds the key. */
  async openByKey(key: string): Promise<NewSession | null> {
    return this.open(secretSha256(key));
  }

  /** Null when the link was used, is too old, or its key has ended. */
  async openByLink(link: string): Promise<NewSession | null> {
    const { rows } = await this.pool.query<{ readonly key_sha256: string }>(
      `update sign_in_links set used_at = $2 where token_sha256 = $1 and used_at is null and expires_at > $2
       returning key_sha256`,
      [secretSha256(link), this.clock.now()],
    );
    return rows[0] === undefined ? null : this.open(rows[0].key_sha256);
  }

  /** Who the session's cookie belongs to; null when it has ended in any way. */
  async find(token: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const { rows } = await this.pool.query<SessionRow>(
      'select * from sessions where token_sha256 = $1 and expires_at > $2 and last_used_at > $3',
      [secretSha256(token), now, earlier(now, MAX_IDLE_MS)],
    );
    const [row] = rows;
    const holder = row === undefined ? null : await this.apiKeys.holderOf(row.key_sha256);
    if (row === undefined || holder === null) return null;
    await this.pool.query('update sessions set last_used_at = $2 where id = $1 and last_used_at < $3', [
      row.id,
      now,
      earlier(now, NOTED_EVERY_MS),
    ]);
    return { sessionId: row.id, holder, expiresAt: row.expires_at.toISOString() };
  }

  async end(sessionId: string): Promise<void> {
    await this.pool.query('delete from sessions where id = $1', [sessionId]);
  }

  async endByToken(token: string): Promise<void> {
    await this.pool.query('delete from sessions where token_sha256 = $1', [secretSha256(token)]);
  }

  /** Ends a session of a key within the scope; false when there is none. */
  async endWithin(sessionId: string, within: Scope): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `delete from sessions s using api_keys k
       where s.id = $1 and k.key_sha256 = s.key_sha256 and ($2::text[] is null or k.connection_ids <@ $2)`,
      [sessionId, within === 'all' ? null : within],
    );
    return rowCount === 1;
  }

  /** From now on the session is this key's: whoever began with the bootstrap token goes on with their first admin key. */
  async exchange(sessionId: string, key: string): Promise<void> {
    await this.pool.query('update sessions set key_sha256 = $2 where id = $1', [sessionId, secretSha256(key)]);
  }

  /** Sessions that have not ended, of keys within the scope, oldest first. */
  async list(within: Scope): Promise<readonly ListedSession[]> {
    const now = this.clock.now();
    const { rows } = await this.pool.query<ListedRow>(
      `select s.id, s.created_at, s.last_used_at, s.expires_at, k.id as key_id, k.name, k.role
       from sessions s join api_keys k on k.key_sha256 = s.key_sha256 and k.revoked_at is null
       where ($1::text[] is null or k.connection_ids <@ $1) and s.expires_at > $2 and s.last_used_at > $3
       order by s.ordinal`,
      [within === 'all' ? null : within, now, earlier(now, MAX_IDLE_MS)],
    );
    return rows.map(toListed);
  }

  /** A link that signs somebody in once; null when there is no such key. */
  async makeLink(keyId: string, by: string): Promise<{ token: string; expiresAt: string } | null> {
    const keySha256 = await this.apiKeys.hashOf(keyId);
    if (keySha256 === null) return null;
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = later(now, MAX_LINK_MS);
    await this.pool.query(
      `insert into sign_in_links (token_sha256, key_sha256, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [secretSha256(token), keySha256, now, by, expiresAt],
    );
    return { token, expiresAt };
  }

  private async open(keySha256: string): Promise<NewSession | null> {
    const holder = await this.apiKeys.holderOf(keySha256);
    if (holder === null) return null;
    const token = newToken();
    const sessionId = `ses_${randomBytes(16).toString('hex')}`;
    const now = this.clock.now();
    const expiresAt = later(now, MAX_SESSION_MS);
    await this.pool.query('delete from sessions where expires_at <= $1', [now]);
    await this.pool.query(
      `insert into sessions (id, token_sha256, key_sha256, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $4, $5)`,
      [sessionId, secretSha256(token), keySha256, now, expiresAt],
    );
    return { sessionId, holder, expiresAt, token };
  }
}

interface SessionRow {
  readonly id: string;
  readonly key_sha256: string;
  readonly expires_at: Date;
}

interface ListedRow {
  readonly id: string;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
  readonly key_id: string;
  readonly name: string;
  readonly role: string;
}

function toListed({ id, name, role, ...row }: ListedRow): ListedSession {
  if (!isRole(role)) throw new Error(`Key ${row.key_id} has the unknown role ${role}.`);
  return {
    id,
    keyId: row.key_id,
    name,
    role,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

/** 256 random bits. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function later(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

function earlier(time: string, milliseconds: number): string {
  return later(time, -milliseconds);
}
