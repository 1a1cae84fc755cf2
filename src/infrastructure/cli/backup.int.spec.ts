import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { commandContext, type RecordedCommand } from '../../../test/support/command-context';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { DamagedDump } from '../../postgres/dump';
import { createPool } from '../../postgres/pool';
import { tryLock } from '../../postgres/session-lock';
import { readModelLock } from '../../read-models/engine/database';
import { PostgresJournal } from '../event-store/postgres/postgres-journal';
import { KeptFiles } from '../files/kept-files';
import { ApiKeys } from '../http/access/api-keys';
import { parseMasterKey } from '../security/master-key';
import { PostgresKeyVault } from '../security/postgres-key-vault';
import { backup, restore } from './backup-commands';
import { ServiceRuns } from './events-checkpoints';

const KEY = 'ab'.repeat(32);
/** All that COPY writes in another way. */
const ODD = 'a\tb\nc\\d\r\\N\\.\u2028é“𝔸';
const RECORDED_AT = '2026-11-01T00:00:00.000Z';

let folder: string;
let file: string;
let databases: (TestDatabase & { readonly pool: Pool })[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'ledger.backup');
  databases = [];
});

afterEach(async () => {
  for (const database of databases) {
    await database.pool.end();
    await database.drop();
  }
  await rm(folder, { recursive: true });
});

async function newDatabase(): Promise<TestDatabase & { readonly pool: Pool }> {
  const database = await testDatabase();
  const made = { ...database, pool: createPool({ ...database, max: 3 }) };
  databases.push(made);
  return made;
}

function contextOf({ url, schema }: TestDatabase, key = KEY): RecordedCommand {
  return commandContext({ DATABASE_URL: url, DATABASE_SCHEMA: schema, MASTER_KEY: key });
}

async function append(pool: Pool, stream: string): Promise<void> {
  const journal = await PostgresJournal.open(pool);
  const event = {
    id: randomUUID(),
    type: 'Happened',
    data: ODD,
    metadata: JSON.stringify({ recordedAt: RECORDED_AT }),
  };
  await journal.append(stream, 'no_stream', [event]);
  await journal.close();
}

async function newKey(pool: Pool, name: string): Promise<string> {
  const about = { role: 'admin', connectionIds: ['con_1', 'con_2'], rounds: 'all', createdBy: 'system' } as const;
  return new ApiKeys(pool).create({ id: `key_${name}`, name, createdAt: RECORDED_AT, ...about });
}

/** A database with something in most of its tables. */
async function filled(): Promise<TestDatabase & { readonly pool: Pool }> {
  const made = await newDatabase();
  const masterKey = parseMasterKey(KEY);
  for (const stream of ['payment-1', 'payment-2', 'customer-1']) await append(made.pool, stream);
  await newKey(made.pool, 'ada');
  await new PostgresKeyVault(made.pool, masterKey).obtain('cus_1');
  await new KeptFiles(made.pool, masterKey).keep('file_1', filePieces());
  return made;
}

async function* filePieces(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from('kept for good'));
}

/** Every row of every table but of where each process stands, which is another thing after a restore. */
async function contentOf({ pool, schema }: { readonly pool: Pool; readonly schema: string }): Promise<unknown> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = $1 and table_name not in ('process_checkpoints', 'schema_migrations') order by 1`,
    [schema],
  );
  const content = new Map<string, unknown>();
  for (const { name } of tables) content.set(name, (await pool.query(`select * from ${name} order by 1, 2`)).rows);
  return Object.fromEntries(content);
}

describe('A backup', () => {
  it('brings back everything, byte for byte, and the service begins anew on it', async () => {
    const source = await filled();
    await backup.run([file], contextOf(source));
    const target = await newDatabase();

    const context = contextOf(target);
    await restore.run([file], context);

    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(context.said).toContain('events: 3 rows');
    const { rows } = await target.pool.query('select process, state from process_checkpoints');
    expect(rows).toEqual([
      { process: 'restored', state: JSON.stringify({ at: context.now(), logEndsAt: RECORDED_AT }) },
    ]);
    await append(target.pool, 'payment-3');
    const { rows: events } = await target.pool.query('select position, stream from events order by position');
    expect(events).toHaveLength(4);
    await newKey(target.pool, 'grace');
    const { rows: keys } = await target.pool.query('select ordinal, id from api_keys order by ordinal');
    expect(keys).toEqual([
      { ordinal: '1', id: 'key_ada' },
      { ordinal: '2', id: 'key_grace' },
    ]);
  });

  it('is of one moment, also while the service writes', async () => {
    const source = await filled();
    const writing = Promise.all(Array.from({ length: 20 }, (_, index) => append(source.pool, `order-${index}`)));
    await backup.run([file], contextOf(source));
    await writing;
    const target = await newDatabase();
    await restore.run([file], contextOf(target));
    const { rows } = await target.pool.query<{ position: string }>('select position from events order by position');
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, index) => index + 1));
  });

  it('does not take the place of a file, and leaves nothing behind when it fails', async () => {
    const source = await filled();
    await writeFile(file, 'mine');
    await expect(backup.run([file], contextOf(source))).rejects.toThrow('is there already');
    expect(await readFile(file, 'utf8')).toBe('mine');
    await expect(backup.run([join(folder, 'none', 'x')], contextOf(source))).rejects.toThrow('ENOENT');
  });

  it('has neither the master key nor anything in clear that is sealed', async () => {
    await backup.run([file], contextOf(await filled()));
    const text = gunzipSync(await readFile(file)).toString('latin1');
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('kept for good');
  });
});

describe('A restore is refused', () => {
  let target: TestDatabase & { readonly pool: Pool };

  beforeEach(async () => {
    await backup.run([file], contextOf(await filled()));
    target = await newDatabase();
  });

  async function refused(context = contextOf(target)): Promise<unknown> {
    const before = await contentOf(target);
    const error: unknown = await restore.run([file], context).catch((reason: unknown) => reason);
    expect(await contentOf(target)).toEqual(before);
    return error;
  }

  it('with another master key', async () => {
    expect(await refused(contextOf(target, 'cd'.repeat(32)))).toMatchObject({
      message: expect.stringContaining('master key is not the one') as string,
    });
  });

  it('where there are events or keys already', async () => {
    await newKey(target.pool, 'grace');
    expect(await refused()).toMatchObject({ message: expect.stringContaining('here already') as string });
  });

  it('while the service runs', async () => {
    const lock = await tryLock(target.pool, readModelLock(target, 'runner'));
    expect(await refused()).toBeInstanceOf(ServiceRuns);
    await lock?.release();
  });

  it('when the backup is of another version of the service', async () => {
    await rewrite((text) => text.replace('"event-store":"', '"event-store":"0'));
    expect(await refused()).toMatchObject({ message: expect.stringContaining('another version') as string });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['is no backup', () => gzipSync('something else\n')],
    ['is not packed', () => Buffer.from('something else\n')],
    ['is empty', () => Buffer.alloc(0)],
    ['was cut off', (bytes) => bytes.subarray(0, bytes.length - 30)],
    ['has a changed byte', (bytes) => changed(bytes, (text) => text.replace('payment-1', 'payment-9'))],
    ['has lost a row', (bytes) => changed(bytes, (text) => text.replace(/^.*payment-1.*\n/m, ''))],
    ['has lost its end', (bytes) => changed(bytes, (text) => text.slice(0, text.lastIndexOf('-- sha256')))],
    ['has lost a table', (bytes) => changed(bytes, (text) => text.replace(/copy "api_keys"[^]*?\n\\\.\n/, ''))],
    [
      'has a statement in it',
      (bytes) => changed(bytes, (text) => text.replace('copy "events"', 'drop table events;\n$&')),
    ],
  ])('when the file %s', async (_, damaged) => {
    await writeFile(file, damaged(await readFile(file)));
    expect(await refused()).toBeInstanceOf(DamagedDump);
  });

  /** Changes the text and, unlike damage, what its last line says of it. */
  async function rewrite(change: (text: string) => string): Promise<void> {
    await writeFile(file, changed(await readFile(file), change));
  }

  function changed(bytes: Buffer, change: (text: string) => string): Buffer {
    return gzipSync(Buffer.from(change(gunzipSync(bytes).toString('latin1')), 'latin1'));
  }
});
