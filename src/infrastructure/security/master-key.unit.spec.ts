import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptMasterKey, parseMasterKey } from './master-key';

const bytes = Buffer.from('0123456789abcdef0123456789abcdef');

describe('MASTER_KEY', () => {
  it('is read as hex and as base64, and gives the same keys either way, one for each purpose', () => {
    const [hex, base64, unpadded] = [
      bytes.toString('hex'),
      ` ${bytes.toString('base64')}\n`,
      bytes.toString('base64url'),
    ].map(parseMasterKey);

    expect(hex?.keyFor('person-keys').toString('hex')).toBe(
      '10e876665cdd26164e706142e9bded21e02b5e79960b8104ce236877db90870e',
    );
    expect(base64?.keyFor('person-keys')).toEqual(hex?.keyFor('person-keys'));
    expect(unpadded?.keyFor('person-keys')).toEqual(hex?.keyFor('person-keys'));
    expect(hex?.keyFor('kept-files')).not.toEqual(hex?.keyFor('person-keys'));
  });

  it.each(['', 'secret-but-short', 'ab'.repeat(31), 'zz'.repeat(32), 'ab'.repeat(33)])(
    'refuses "%s" without repeating it',
    (text) => {
      const parse = (): unknown => parseMasterKey(text);

      expect(parse).toThrow('MASTER_KEY must be 32 random bytes');
      if (text !== '') expect(parse).not.toThrow(text);
    },
  );
});

describe('A master key that the installation keeps', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ddl-key-'));
  });

  afterEach(() => rm(dataDir, { recursive: true }));

  it('is made once, for this user only, also by processes that start together', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => keptMasterKey(dataDir)));
    const later = await keptMasterKey(dataDir);

    expect(new Set([...keys, later].map((key) => key.keyFor('person-keys').toString('hex'))).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['master.key']);
    expect((await stat(join(dataDir, 'master.key'))).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when its file is damaged', async () => {
    await writeFile(join(dataDir, 'master.key'), 'half a k');

    await expect(keptMasterKey(dataDir)).rejects.toThrow('must be 32 random bytes');
  });
});
