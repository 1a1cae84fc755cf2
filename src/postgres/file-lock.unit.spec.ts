import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from './file-lock';

let folder: string;
const lock = (): string => join(folder, 'lock');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ddl-lock-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('A file lock', () => {
  it('lets one in at a time and leaves nothing behind, also after an error', async () => {
    let inside = 0;
    const seen: number[] = [];
    const work = async (): Promise<void> => {
      inside += 1;
      seen.push(inside);
      await new Promise((settle) => setImmediate(settle));
      inside -= 1;
      throw new Error('done');
    };

    const outcomes = await Promise.allSettled([1, 2, 3].map(() => withFileLock(lock(), work)));

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(seen).toEqual([1, 1, 1]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['died', () => execFileSync(process.execPath, ['-p', 'process.pid']).toString().trim()],
    ['had our number before a restart', () => String(process.pid)],
  ])('is taken over from a process that %s', async (_, holder) => {
    await writeFile(lock(), holder());

    expect(await withFileLock(lock(), () => Promise.resolve('in'))).toBe('in');
  });
});
