import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries } from './embedded-binaries';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ddl-binaries-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('The programs of PostgreSQL', () => {
  it('are used where npm put them, with the links that an install without scripts leaves out', async () => {
    const { initdb } = await findBinaries(null, join(folder, 'unused'));

    const installed = dirname(dirname(dirname(initdb)));
    const links = JSON.parse(await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links) expect((await stat(join(installed, target))).isFile()).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are copied, links and all, for an account that can not enter the folder where npm put them', async () => {
    const stranger = { name: 'stranger', uid: 4_000_000, gid: 4_000_000 };
    const installed = await fakePackage(join(folder, 'private'));
    const copies = join(folder, 'copies');

    const first = await findBinaries(stranger, copies, installed);
    const again = await findBinaries(stranger, copies, installed);

    expect(first.initdb).toBe(join(copies, '9.9.9', 'native', 'bin', 'initdb'));
    expect(again).toEqual(first);
    expect(await readlink(join(copies, '9.9.9', 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5');
    expect(await readFile(join(copies, '9.9.9', 'native', 'lib', 'libpq.so'), 'utf8')).toBe('library');
  });
});

/** A package as npm leaves it without install scripts, in a folder that only its owner may enter. */
async function fakePackage(place: string): Promise<string> {
  await mkdir(place, { mode: 0o700 });
  await mkdir(join(place, 'native', 'bin'), { recursive: true });
  await mkdir(join(place, 'native', 'lib'));
  await writeFile(join(place, 'package.json'), '{"version":"9.9.9"}');
  await writeFile(join(place, 'native', 'lib', 'libpq.so.5'), 'library');
  const links = [{ source: 'native/lib/libpq.so.5', target: 'native/lib/libpq.so' }];
  await writeFile(join(place, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  return place;
}
