import { randomBytes } from 'node:crypto';
import { type Pool } from 'pg';
import { type Migration } from '../../postgres/migrations';
import { seal, unseal } from '../security/authenticated-encryption';
import { type MasterKey } from '../security/master-key';

export const keptFileMigrations: readonly Migration[] = [
  {
    name: 'kept-files',
    sql: `
create table kept_files (
  id text collate "C" primary key,
  wrapped bytea not null,
  chunks integer,
  begun_at timestamptz not null default now()
);
create table kept_file_chunks (
  file_id text collate "C" not null references kept_files (id) on delete cascade,
  number integer not null,
  sealed bytea not null,
  primary key (file_id, number)
);
comment on table kept_files is
  'Files that can not be made again, each under a key of its own, which the master key wraps. While "chunks" is null it is being written.';
`,
  },
];

const CHUNK = 256 * 1024;

/**
 * Files in PostgreSQL, encrypted chunk by chunk while they are written: never in clear on a disk, never whole in memory. Each chunk is
 * sealed for its file, its number and whether it is the last one, so that none can be changed, moved or left out unnoticed.
 */
export class KeptFiles {
  private readonly wrappingKey: Buffer;

  constructor(
    private readonly pool: Pool,
    masterKey: MasterKey,
  ) {
    this.wrappingKey = masterKey.keyFor('kept-files');
  }

  /** Keeps what comes, as fast as it can be kept; what there was under this id is gone. Before the end nobody can read it. */
  async keep(id: string, content: AsyncIterable<Buffer>): Promise<void> {
    await this.remove(id);
    const key = randomBytes(32);
    await this.pool.query('insert into kept_files (id, wrapped) values ($1, $2)', [
      id,
      seal(this.wrappingKey, key, keyContext(id)),
    ]);
    let number = 0;
    const write = async (chunk: Buffer, isLast: boolean): Promise<void> => {
      number += 1;
      await this.pool.query('insert into kept_file_chunks (file_id, number, sealed) values ($1, $2, $3)', [
        id,
        number,
        seal(key, chunk, chunkContext(id, number, isLast)),
      ]);
    };
    for await (const last of lookingAhead(chunksOf(content))) await write(last.chunk, last.isLast);
    await this.pool.query('update kept_files set chunks = $2 where id = $1', [id, number]);
  }

  /** Null when there is no such file, or none yet. Throws midway when a part of it was changed or is gone. */
  async read(id: string): Promise<AsyncIterable<Buffer> | null> {
    const { rows } = await this.pool.query<{ wrapped: Buffer; chunks: number }>(
      'select wrapped, chunks from kept_files where id = $1 and chunks is not null',
      [id],
    );
    const [file] = rows;
    if (file === undefined) return null;
    const key = unseal(this.wrappingKey, file.wrapped, keyContext(id));
    if (key === null) {
      throw new Error(
        `The master key does not open the kept file ${id}. Start with the MASTER_KEY that this database was made with.`,
      );
    }
    return this.chunks(id, key, file.chunks);
  }

  async remove(id: string): Promise<void> {
    await this.pool.query('delete from kept_files where id = $1', [id]);
  }

  private async *chunks(id: string, key: Buffer, count: number): AsyncGenerator<Buffer> {
    for (let number = 1; number <= count; number += 1) {
      const { rows } = await this.pool.query<{ sealed: Buffer }>(
        'select sealed from kept_file_chunks where file_id = $1 and number = $2',
        [id, number],
      );
      const sealed = rows[0]?.sealed;
      const chunk = sealed === undefined ? null : unseal(key, sealed, chunkContext(id, number, number === count));
      if (chunk === null) throw new Error(`Part ${number} of the kept file ${id} was changed or is gone.`);
      yield chunk;
    }
  }
}

function keyContext(id: string): string {
  return `kept-file-key|${id}`;
}

function chunkContext(id: string, number: number, isLast: boolean): string {
  return `kept-file|${id}|${number}|${isLast ? 'end' : 'more'}`;
}

/** The bytes anew in chunks of one size; the last one may be smaller. */
async function* chunksOf(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let batched: Buffer[] = [];
  let size = 0;
  for await (const bytes of content) {
    batched.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(batched);
    batched = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(batched);
}

async function* lookingAhead(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }> {
  let before: Buffer | null = null;
  for await (const chunk of chunks) {
    if (before !== null) yield { chunk: before, isLast: false };
    before = chunk;
  }
  if (before !== null) yield { chunk: before, isLast: true };
}
