import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/postgres';
import { createPool } from '../../postgres/pool';
import { MasterKey } from '../security/master-key';
import { KeptFiles } from './kept-files';

let database: TestDatabase;
let pool: Pool;
let files: KeptFiles;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 4 });
  files = new KeptFiles(pool, new MasterKey(Buffer.alloc(32, 7)));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Three chunks when it comes in pieces of 70,000 bytes, with a text in it that can be looked for. */
const content = Buffer.concat([Buffer.from('Ada Lovelace'), randomBytes(800_000)]);

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(id: string): Promise<Buffer | null> {
  const kept = await files.read(id);
  if (kept === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of kept) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('A kept file', () => {
  it.each([1000, 70_000, 2_000_000])('is given back as it came in pieces of %d bytes', async (size) => {
    await files.keep('file', inPieces(content, size));

    expect((await read('file'))?.equals(content)).toBe(true);
  });

  it('may be empty, replaces an earlier one, and is gone when it is removed', async () => {
    await files.keep('file', inPieces(content, 70_000));
    await files.keep('file', inPieces(Buffer.alloc(0), 1));

    expect(await read('file')).toEqual(Buffer.alloc(0));
    await files.remove('file');
    expect(await read('file')).toBeNull();
  });

  it('is not there while it is written, nor when that failed', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield* inPieces(content, 70_000);
      expect(await read('file')).toBeNull();
      throw new Error('no more');
    }

    await expect(files.keep('file', broken())).rejects.toThrow('no more');
    expect(await read('file')).toBeNull();
  });

  it('lies encrypted under a key of its own', async () => {
    await files.keep('one', inPieces(content, 70_000));
    await files.keep('two', inPieces(content, 70_000));

    const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from kept_file_chunks');
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.some(({ sealed }) => sealed.includes('Lovelace'))).toBe(false);
    await pool.query(
      `update kept_file_chunks set sealed = (select sealed from kept_file_chunks other
         where other.file_id = 'two' and other.number = 1) where file_id = 'one' and number = 1`,
    );
    await expect(read('one')).rejects.toThrow('Part 1 of the kept file one was changed or is gone.');
  });

  it.each([
    [
      'a bit of it',
      `update kept_file_chunks set sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) where number = 2`,
      'Part 2',
    ],
    [
      'the order',
      `update kept_file_chunks set number = -number where number < 3;
                   update kept_file_chunks set number = 3 + number where number < 0`,
      'Part 1',
    ],
    ['its end', `update kept_files set chunks = chunks - 1`, 'Part 2'],
    ['its length', `update kept_files set chunks = chunks + 1`, 'Part 3'],
    ['a gap', `delete from kept_file_chunks where number = 2`, 'Part 2'],
    [
      'its key',
      `update kept_files set wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)`,
      'The master key does not open',
    ],
    ['its name', `update kept_file_chunks set file_id = 'other' from kept_files`, 'was changed or is gone'],
  ])('tells of a change to %s', async (what, damage, told) => {
    await pool.query('truncate kept_files cascade');
    await files.keep('file', inPieces(content, 70_000));
    if (what === 'its name') await files.keep('other', inPieces(Buffer.alloc(0), 1));
    await pool.query(damage);

    await expect(read('file')).rejects.toThrow(told);
  });
});
