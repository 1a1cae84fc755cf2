import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type PoolClient } from 'pg';
import { DamagedDump, dump, linesOf, load, type RowsPassed, tablesOf } from '../../postgres/dump';
import { withClient } from '../../postgres/pool';
import { quoted, textRows } from '../../postgres/sql';
import { transact } from '../../postgres/transaction';
import { isObject } from '../../fields/is-object';
import { appliedMigrations } from '../../postgres/migrations';
import { type Database } from './events-checkpoints';

/** The first line of a backup. */
export interface BackupHeader {
  readonly form: 1;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** By which it is seen whether the master key of a restore is the right one. */
  readonly masterKey: string;
  /** The steps of the schema that its rows fit, with the hashes of their texts. */
  readonly migrations: Readonly<Record<string, string>>;
}

/** Beside them everything is kept: the read models are made from the log, and the steps of the schema are in the header. */
const NOT_KEPT: readonly string[] = ['checkpoints', 'schema_migrations'];

const FIRST_WORDS = '-- direct-debit-ledger backup ';
const LAST_WORDS = '-- sha256 ';
const SNAPSHOT = 'begin isolation level repeatable read, read only';

/**
 * Writes all that can not be made again into a file: the log, keys, secrets, kept files and checkpoints, as they are at one moment. The
 * service may run meanwhile. The file appears whole or not at all.
 */
export async function writeBackup(
  { pool, schema }: Database,
  file: string,
  about: Pick<BackupHeader, 'at' | 'masterKey'>,
  passed: RowsPassed,
): Promise<void> {
  const draft = `${file}.part`;
  try {
    await withClient(pool, (client) =>
      transact(client, SNAPSHOT, async () => {
        const pieces = backupOf(client, schema, about, passed);
        await pipeline(Readable.from(pieces), createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }));
      }),
    );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function* backupOf(
  client: PoolClient,
  schema: string,
  about: Pick<BackupHeader, 'at' | 'masterKey'>,
  passed: RowsPassed,
): AsyncGenerator<Buffer> {
  const migrations = Object.fromEntries(await appliedMigrations(client));
  const header: BackupHeader = { form: 1, ...about, migrations };
  const hash = createHash('sha256');
  const hashed = (piece: Buffer): Buffer => {
    hash.update(piece);
    return piece;
  };
  yield hashed(Buffer.from(`${FIRST_WORDS}${JSON.stringify(header)}\n`));
  const tables = (await tablesOf(client, schema)).filter(({ name }) => !NOT_KEPT.includes(name));
  for await (const piece of dump(client, tables, passed)) yield hashed(piece);
  yield Buffer.from(`${LAST_WORDS}${hash.digest('hex')}\n`);
}

/** A backup whose first line was read; the lines are those of its tables. */
export interface OpenBackup {
  readonly header: BackupHeader;
  readonly lines: AsyncIterator<Buffer>;
  readonly close: () => void;
}

/** Throws `DamagedDump` for a file that is no backup. */
export async function openBackup(file: string): Promise<OpenBackup> {
  const source = createReadStream(file);
  const content = createGunzip();
  // An error of the file is thrown where its content is read.
  source.on('error', (error) => content.destroy(error));
  const lines = verified(linesOf(source.pipe(content)));
  const close = () => {
    source.destroy();
    content.destroy();
  };
  try {
    const first = await lines.next();
    return { header: readHeader(first.done === true ? '' : first.value.toString()), lines, close };
  } catch (error) {
    close();
    throw readingFailure(error);
  }
}

function readHeader(line: string): BackupHeader {
  const header: unknown = line.startsWith(FIRST_WORDS) ? parseJson(line.slice(FIRST_WORDS.length)) : null;
  if (!isObject(header)) throw new DamagedDump('its first line does not say what it is');
  const { form, at, masterKey, migrations } = header;
  if (form !== 1) throw new DamagedDump('this version of the service does not know its form');
  if (typeof at !== 'string' || typeof masterKey !== 'string' || !isObject(migrations)) {
    throw new DamagedDump('its first line is not whole');
  }
  // Compared with the names and hashes that are known here, and used for nothing else.
  return { form, at, masterKey, migrations: migrations as BackupHeader['migrations'] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Ends without its last line, which must be the hash of all before it. */
async function* verified(lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let last: Buffer | null = null;
  for await (const line of lines) {
    if (last !== null) yield last;
    if (last !== null) hash.update(last).update('\n');
    last = line;
  }
  if (last?.toString() !== `${LAST_WORDS}${hash.digest('hex')}`) throw new DamagedDump('it is not as it was written');
}

/** Puts everything back that a backup has. The database must have no events and no keys yet; then nothing is changed. */
export async function loadBackup(
  { pool, schema }: Database,
  { header, lines }: OpenBackup,
  passed: RowsPassed,
): Promise<void> {
  await withClient(pool, (client) =>
    transact(client, 'begin', async () => {
      await requireSameVersion(client, header);
      await requireEmpty(client);
      const tables = (await tablesOf(client, schema)).filter(({ name }) => !NOT_KEPT.includes(name));
      for (const { name } of tables.toReversed()) await deleteFrom(client, name);
      // The log takes events from its own function only; this says that it is meant.
      await client.query(`set local direct_debit_ledger.appending = 'on'`);
      await load(client, tables, lines, passed).catch((error: unknown) => {
        throw readingFailure(error);
      });
    }),
  );
}

async function requireSameVersion(client: PoolClient, { migrations }: BackupHeader): Promise<void> {
  const applied = await appliedMigrations(client);
  const same =
    applied.size === Object.keys(migrations).length &&
    [...applied].every(([name, sha256]) => migrations[name] === sha256);
  if (same) return;
  throw new Error(
    'This backup was made by another version of the service. Restore it with that version; then start this one, which brings it up to date.',
  );
}

async function requireEmpty(client: PoolClient): Promise<void> {
  const [[used = null] = []] = await textRows(
    client,
    'select exists (select from events) or exists (select from api_keys)',
    [],
  );
  if (used === 't') {
    throw new Error(
      'There are events or keys here already, which a restore would destroy. Name an empty DATA_DIR, DATABASE_URL or DATABASE_SCHEMA.',
    );
  }
}

/** Rows that a first start or the schema itself has put there. The log is empty, and nothing can be deleted from it. */
async function deleteFrom(client: PoolClient, table: string): Promise<void> {
  if (table !== 'events') await client.query(`delete from ${quoted(table)}`);
}

function readingFailure(error: unknown): unknown {
  const code = isObject(error) ? error['code'] : null;
  return typeof code === 'string' && /^Z_/.test(code) ? new DamagedDump('it can not be unpacked') : error;
}
