import { createHmac } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { type ConnectionSecrets, type SecretStore } from '../../application/ports/secret-store';
import { type Migration } from '../../postgres/migrations';
import { isUniqueViolation } from '../../postgres/errors';
import { inTransaction } from '../../postgres/transaction';
import { seal, unseal } from './authenticated-encryption';
import { type MasterKey } from './master-key';

export const connectionSecretMigrations: readonly Migration[] = [
  {
    name: 'connection-secrets',
    sql: `
create table connection_access_tokens (
  connection_id text collate "C" primary key,
  sealed bytea not null
);
create table connection_webhook_secrets (
  connection_id text collate "C" not null,
  place integer not null,
  sealed bytea not null,
  secret_hash bytea not null,
  primary key (connection_id, place),
  constraint connection_webhook_secrets_hash unique (secret_hash)
);
comment on column connection_webhook_secrets.secret_hash is
  'Keyed hash: two connections may not share a secret, since it tells whose a webhook is.';
`,
  },
];

type Field = 'access-token' | 'webhook-secret';

interface SealedSecret {
  readonly connection_id: string;
  readonly sealed: Buffer;
}

/** Secrets of connections in PostgreSQL, each sealed for its connection and its use. */
export class PostgresSecretStore implements SecretStore {
  private readonly sealingKey: Buffer;
  private readonly hashKey: Buffer;

  constructor(
    private readonly pool: Pool,
    masterKey: MasterKey,
  ) {
    this.sealingKey = masterKey.keyFor('connection-secrets');
    this.hashKey = masterKey.keyFor('webhook-secret-hash');
  }

  async save(
    connectionId: string,
    { accessToken, webhookSecrets }: ConnectionSecrets,
  ): Promise<'saved' | 'secret_in_use'> {
    try {
      await inTransaction(this.pool, async (client) => {
        if (accessToken !== undefined) await this.saveAccessToken(client, connectionId, accessToken);
        if (webhookSecrets !== undefined) await this.saveWebhookSecrets(client, connectionId, webhookSecrets);
      });
      return 'saved';
    } catch (error) {
      if (isUniqueViolation(error, 'connection_webhook_secrets_hash')) return 'secret_in_use';
      throw error;
    }
  }

  async accessToken(connectionId: string): Promise<string | null> {
    const { rows } = await this.pool.query<SealedSecret>(
      'select connection_id, sealed from connection_access_tokens where connection_id = $1',
      [connectionId],
    );
    return rows[0] === undefined ? null : this.open(rows[0], 'access-token');
  }

  async webhookSecrets(connectionId: string): Promise<readonly string[]> {
    const { rows } = await this.pool.query<SealedSecret>(
      'select connection_id, sealed from connection_webhook_secrets where connection_id = $1 order by place',
      [connectionId],
    );
    return rows.map((row) => this.open(row, 'webhook-secret'));
  }

  async all(): Promise<readonly { readonly connectionId: string; readonly webhookSecrets: readonly string[] }[]> {
    const { rows } = await this.pool.query<SealedSecret>(
      'select connection_id, sealed from connection_webhook_secrets order by connection_id, place',
    );
    const byConnection = new Map<string, string[]>();
    for (const row of rows) {
      const secrets = byConnection.get(row.connection_id) ?? [];
      byConnection.set(row.connection_id, [...secrets, this.open(row, 'webhook-secret')]);
    }
    return [...byConnection].map(([connectionId, webhookSecrets]) => ({ connectionId, webhookSecrets }));
  }

  private async saveAccessToken(client: PoolClient, connectionId: string, accessToken: string): Promise<void> {
    await client.query(
      `insert into connection_access_tokens (connection_id, sealed) values ($1, $2)
       on conflict (connection_id) do update set sealed = excluded.sealed`,
      [connectionId, this.seal(connectionId, 'access-token', accessToken)],
    );
  }

  private async saveWebhookSecrets(
    client: PoolClient,
    connectionId: string,
    secrets: readonly string[],
  ): Promise<void> {
    const distinct = [...new Set(secrets)];
    // Two savings for one connection would each delete what the other has not yet written.
    await client.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', ['webhook-secrets', connectionId]);
    await client.query('delete from connection_webhook_secrets where connection_id = $1', [connectionId]);
    await client.query(
      `insert into connection_webhook_secrets (connection_id, place, sealed, secret_hash)
       select $1, place, sealed, secret_hash
         from unnest($2::bytea[], $3::bytea[]) with ordinality secret(sealed, secret_hash, place)`,
      [
        connectionId,
        distinct.map((secret) => this.seal(connectionId, 'webhook-secret', secret)),
        distinct.map((secret) => createHmac('sha256', this.hashKey).update(secret).digest()),
      ],
    );
  }

  private seal(connectionId: string, field: Field, secret: string): Buffer {
    return seal(this.sealingKey, Buffer.from(secret, 'utf8'), contextOf(connectionId, field));
  }

  private open({ connection_id: connectionId, sealed }: SealedSecret, field: Field): string {
    const secret = unseal(this.sealingKey, sealed, contextOf(connectionId, field));
    if (secret === null) {
      throw new Error(
        `The master key does not open the ${field} of connection ${connectionId}. ` +
          'Start with the MASTER_KEY that this database was made with, or enter the secret again.',
      );
    }
    return secret.toString('utf8');
  }
}

function contextOf(connectionId: string, field: Field): string {
  return `${connectionId}|${field}`;
}
