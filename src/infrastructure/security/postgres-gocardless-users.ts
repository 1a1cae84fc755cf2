import { createHmac, randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type GoCardlessUsers } from '../../application/ports/gocardless-users';
import { type Migration } from '../../postgres/migrations';
import { type MasterKey } from './master-key';

export const gocardlessUserMigrations: readonly Migration[] = [
  {
    name: 'gocardless-users',
    sql: `
create table gocardless_users (
  connection_id text collate "C" not null,
  name_hmac bytea not null,
  person_id text collate "C" not null unique,
  primary key (connection_id, name_hmac)
);
comment on table gocardless_users is
  'Who acted at GoCardless: the person that stands for a name. The row goes when the person is forgotten.';
`,
  },
];

/** Names that are kept in memory: an account has few users, and each of them acts often. */
const KEPT = 5_000;

export class PostgresGoCardlessUsers implements GoCardlessUsers {
  private readonly kept = new Map<string, string>();
  private readonly key: Buffer;

  constructor(
    private readonly pool: Pool,
    masterKey: MasterKey,
  ) {
    this.key = masterKey.keyFor('gocardless-user-names');
  }

  async idsOf(connectionId: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const distinct = [...new Set(names)];
    const missing = distinct.filter((name) => !this.kept.has(keyOf(connectionId, name)));
    if (missing.length > 0) await this.obtain(connectionId, missing);
    return new Map(distinct.map((name) => [name, this.kept.get(keyOf(connectionId, name)) ?? '']));
  }

  /** One statement makes who is new and reads who was known: of two processes that meet a name together, the first one's id counts. */
  private async obtain(connectionId: string, names: readonly string[]): Promise<void> {
    const hmacs = names.map((name) => createHmac('sha256', this.key).update(name).digest());
    const ids = names.map(() => `gcu_${randomBytes(16).toString('hex')}`);
    await this.pool.query(
      `insert into gocardless_users (connection_id, name_hmac, person_id)
       select $1, * from unnest($2::bytea[], $3::text[]) on conflict (connection_id, name_hmac) do nothing`,
      [connectionId, hmacs, ids],
    );
    const { rows } = await this.pool.query<{ readonly name_hmac: Buffer; readonly person_id: string }>(
      'select name_hmac, person_id from gocardless_users where connection_id = $1 and name_hmac = any($2::bytea[])',
      [connectionId, hmacs],
    );
    const known = new Map(rows.map(({ name_hmac, person_id }) => [name_hmac.toString('hex'), person_id]));
    if (this.kept.size + names.length > KEPT) this.kept.clear();
    names.forEach((name, index) => {
      const id = known.get(hmacs[index]?.toString('hex') ?? '');
      if (id === undefined) throw new Error('A user of GoCardless was not kept.');
      this.kept.set(keyOf(connectionId, name), id);
    });
  }
}

function keyOf(connectionId: string, name: string): string {
  return `${connectionId} ${name}`;
}
