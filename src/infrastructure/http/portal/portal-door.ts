import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type Clock } from '../../../application/ports/clock';
import { type Migration } from '../../../postgres/migrations';
import { secretSha256 } from '../access/api-keys';

export const portalDoorMigrations: readonly Migration[] = [
  {
    name: 'portal-door-001',
    sql: `
      create table portal_link_tokens (
        token_sha256 text primary key,
        portal_link_id text not null
      );
      create table portal_sessions (
        ordinal bigint generated always as identity primary key,
        token_sha256 text not null unique,
        -- With which it ends.
        portal_link_id text not null,
        expires_at timestamptz not null
      );
      create index portal_sessions_by_link on portal_sessions (portal_link_id, ordinal)`,
  },
];

export const PORTAL_SESSION_MS = 12 * 3_600_000;
/** At one time by one link; whoever opens it once more ends the oldest. */
const MAX_SESSIONS = 10;

/**
 * What opens links and keeps payers in: 256 random bits each, of which only hashes are kept. Whether a link is good at all stands in the log.
 * Sessions go by the wall's clock, as those of the screens do.
 */
export class PortalDoor {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Answers what opens the link, the only time that it is seen. */
  async tokenFor(portalLinkId: string): Promise<string> {
    const token = newToken();
    await this.pool.query('insert into portal_link_tokens (token_sha256, portal_link_id) values ($1, $2)', [
      secretSha256(token),
      portalLinkId,
    ]);
    return token;
  }

  /** Null when nothing was ever opened by this. */
  async linkOf(token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ readonly portal_link_id: string }>(
      'select portal_link_id from portal_link_tokens where token_sha256 = $1',
      [secretSha256(token)],
    );
    return rows[0]?.portal_link_id ?? null;
  }

  /** Somebody stays in by the link. */
  async open(portalLinkId: string): Promise<{ readonly token: string; readonly expiresAt: string }> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(Date.parse(now) + PORTAL_SESSION_MS).toISOString();
    await this.pool.query(
      `with opened as (
         insert into portal_sessions (token_sha256, portal_link_id, expires_at) values ($1, $2, $3) returning ordinal
       )
       delete from portal_sessions where expires_at <= $4 or ordinal in (
         select ordinal from portal_sessions where portal_link_id = $2 order by ordinal desc offset $5
       )`,
      [secretSha256(token), portalLinkId, expiresAt, now, MAX_SESSIONS - 1],
    );
    return { token, expiresAt };
  }

  /** The link by which somebody is in; null when the session has ended. */
  async sessionOf(token: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ readonly portal_link_id: string }>(
      'select portal_link_id from portal_sessions where token_sha256 = $1 and expires_at > $2',
      [secretSha256(token), this.clock.now()],
    );
    return rows[0]?.portal_link_id ?? null;
  }

  async end(token: string): Promise<void> {
    await this.pool.query('delete from portal_sessions where token_sha256 = $1', [secretSha256(token)]);
  }
}

/** 256 random bits. */
function newToken(): string {
  return randomBytes(32).toString('base64url');
}
