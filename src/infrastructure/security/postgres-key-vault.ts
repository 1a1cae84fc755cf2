import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type KeyVault } from '../../application/ports/key-vault';
import { Batcher, type Batching, together, upTo } from '../../domain/shared/batcher';
import { type Migration } from '../../postgres/migrations';
import { seal, unseal } from './authenticated-encryption';
import { type MasterKey } from './master-key';

export const personKeyMigrations: readonly Migration[] = [
  {
    name: 'person-keys',
    sql: `
create table person_keys (
  person_id text collate "C" primary key,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
comment on table person_keys is
  'The key of each person, wrapped by the master key. A destroyed one stays as a row without key: what it sealed can never be read '
  'again. Backups of this table must be kept apart from those of the events, and no longer than the law allows.';
`,
  },
];

/** Look-ups of keys at the same time. */
const LOOKING_UP: Batching<readonly string[]> = { concurrency: 2, choose: upTo(256) };
const KEPT = 20_000;
/** How long another process may go on reading a person whose key was destroyed here. */
const KEPT_FOR_MS = 30_000;

interface Kept {
  readonly key: Buffer | null;
  readonly until: number;
}

export interface KeyVaultOptions {
  /** Milliseconds of a clock that never goes back. */
  readonly monotonicNow?: () => number;
}

/** Keys of persons in the table `person_keys`; those used lately are kept in memory for half a minute. */
export class PostgresKeyVault implements KeyVault {
  private readonly kept = new Map<string, Kept>();
  private readonly lookUps = new Batcher<readonly string[], ReadonlyMap<string, Buffer | null>>(
    together((asked) => this.lookUp(asked)),
    LOOKING_UP,
  );
  private readonly wrappingKey: Buffer;
  private readonly now: () => number;

  constructor(
    private readonly pool: Pool,
    masterKey: MasterKey,
    options: KeyVaultOptions = {},
  ) {
    this.wrappingKey = masterKey.keyFor('person-keys');
    this.now = options.monotonicNow ?? (() => performance.now());
  }

  async obtain(personId: string): Promise<Buffer | null> {
    const known = (await this.find([personId])).get(personId);
    if (known !== undefined) return known;
    const wrapped = seal(this.wrappingKey, randomBytes(32), contextOf(personId));
    await this.pool.query('insert into person_keys (person_id, wrapped) values ($1, $2) on conflict do nothing', [
      personId,
      wrapped,
    ]);
    // Read back: another process may have been faster, and its key counts.
    const made = (await this.find([personId])).get(personId);
    if (made === undefined) throw new Error(`The key of person ${personId} was not kept.`);
    return made;
  }

  async find(personIds: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const found = new Map<string, Buffer | null>();
    const missing: string[] = [];
    for (const personId of new Set(personIds)) {
      const kept = this.kept.get(personId);
      if (kept !== undefined && kept.until > this.now()) found.set(personId, kept.key);
      else missing.push(personId);
    }
    if (missing.length === 0) return found;
    const known = await this.lookUps.ask(missing);
    for (const personId of missing) {
      const key = known.get(personId);
      if (key !== undefined) found.set(personId, key);
    }
    return found;
  }

  /** A question about some persons is answered with the keys of all persons that are asked for at the same time. */
  private async lookUp(asked: readonly (readonly string[])[]) {
    const { rows } = await this.pool.query<{ person_id: string; wrapped: Buffer | null }>(
      'select person_id, wrapped from person_keys where person_id = any ($1)',
      [[...new Set(asked.flat())]],
    );
    const known = new Map<string, Buffer | null>();
    for (const { person_id: personId, wrapped } of rows) {
      const key = wrapped === null ? null : this.unwrap(personId, wrapped);
      known.set(personId, key);
      this.keep(personId, key);
    }
    return asked.map(() => known);
  }

  /** For ever: what the key sealed reads as null from now on, here at once and in other processes within half a minute. */
  async destroy(personId: string): Promise<void> {
    await this.pool.query(
      `insert into person_keys (person_id, wrapped, destroyed_at) values ($1, null, now())
       on conflict (person_id) do update set wrapped = null, destroyed_at = coalesce(person_keys.destroyed_at, now())`,
      [personId],
    );
    this.keep(personId, null);
  }

  private keep(personId: string, key: Buffer | null): void {
    this.kept.delete(personId);
    this.kept.set(personId, { key, until: this.now() + KEPT_FOR_MS });
    if (this.kept.size <= KEPT) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }

  private unwrap(personId: string, wrapped: Buffer): Buffer {
    const key = unseal(this.wrappingKey, wrapped, contextOf(personId));
    if (key === null) {
      throw new Error(
        `The master key does not open the key of person ${personId}. Start with the MASTER_KEY that this database was made with.`,
      );
    }
    return key;
  }
}

function contextOf(personId: string): string {
  return `person-key|${personId}`;
}
