import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Binaries, isInScope, findBinaries } from './embedded-binaries';
import { hasCode, isProcessAlive, withFileLock } from './file-lock';
import { type Account, serverAccount } from './server-account';
import { describeError, sqlState } from './errors';

export interface EmbeddedPostgres {
  /** Address for `pg`, with user and password. */
  readonly url: string;
  /** Gives the server up; it stops when no other living process uses it. */
  stop(): Promise<void>;
}

/** Everything of one embedded server stands in one folder. */
interface Installation {
  readonly folder: string;
  readonly data: string;
  readonly passwordFile: string;
  readonly startLog: string;
  /** One file for each process that uses the server, named by its number. */
  readonly users: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
}

const SUPERUSER = 'postgres';
const READY_WITHIN_MS = 60_000;

// `fsync` stays on: an event that was acknowledged must outlive a power cut.
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  wal_compression: 'on',
  timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  // One file for each day of the week, overwritten after seven days.
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  // The detail of an error quotes rows, and rows of people hold personal data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Starts the PostgreSQL server whose files stand in `dataDir`, made on the first start, or finds it running: after a crash of this
 * process it lives on and is used again. `user` is the process that holds it, this one unless another is named.
 */
export async function startEmbeddedPostgres(dataDir: string, user = process.pid): Promise<EmbeddedPostgres> {
  const installation = await prepare(dataDir);
  return withFileLock(lockOf(dataDir), async () => {
    await initialise(installation);
    const url = (await findRunning(installation)) ?? (await start(installation));
    await writeFile(join(installation.users, String(user)), '');
    return { url, stop: () => stopEmbeddedPostgres(dataDir, user) };
  });
}

/** Gives up a process's hold on the server of `dataDir`; stops the server when it was the last living one. */
export async function stopEmbeddedPostgres(dataDir: string, user = process.pid): Promise<void> {
  if (!(await exists(folderOf(dataDir)))) return;
  const installation = await prepare(dataDir);
  await withFileLock(lockOf(dataDir), async () => {
    await rm(join(installation.users, String(user)), { force: true });
    if (await hasLivingUser(installation)) return;
    if ((await readPostmaster(installation)) === null) return;
    await run(installation, installation.binaries.pgCtl, [
      'stop',
      '-D',
      installation.data,
      '-m',
      'fast',
      '-w',
      '-t',
      '60',
    ]);
  });
}

function folderOf(dataDir: string): string {
  return join(resolve(dataDir), 'postgres');
}

function lockOf(dataDir: string): string {
  return join(folderOf(dataDir), 'lock');
}

async function prepare(dataDir: string): Promise<Installation> {
  const folder = folderOf(dataDir);
  const account = await serverAccount();
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o711 });
  if (account !== null) await letOthersThrough(resolve(dataDir));
  await mkdir(folder, { recursive: true, mode: account === null ? 0o700 : 0o711 });
  const users = join(folder, 'users');
  await mkdir(users, { recursive: true, mode: 0o700 });
  if (account !== null && !(await isInScope(folder, account))) {
    throw new Error(
      `PostgreSQL does not run as root, and the user "${account.name}" that it runs as can not enter ${folder}. ` +
        'Choose a DATA_DIR outside of private folders, or start the service as another user.',
    );
  }
  const work = join(folder, 'server');
  await mkdir(work, { recursive: true, mode: 0o700 });
  if (account !== null) await chown(work, account.uid, account.gid);
  return {
    folder: work,
    data: join(work, 'data'),
    passwordFile: join(work, 'password'),
    startLog: join(work, 'start.log'),
    users,
    account,
    binaries: await findBinaries(account, join(folder, 'binaries')),
  };
}

/** The other account has to pass the folder on its way to its own one; it still can not list or read what stands in it. */
async function letOthersThrough(folder: string): Promise<void> {
  await chmod(folder, (await stat(folder)).mode | 0o011);
}

/** A data folder appears whole or not at all: a start that was killed half-way is begun anew. */
async function initialise(installation: Installation): Promise<void> {
  if (await exists(installation.data)) return;
  const unfinished = join(installation.folder, 'data.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(installation.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (installation.account !== null) {
    await chown(installation.passwordFile, installation.account.uid, installation.account.gid);
  }
  await run(installation, installation.binaries.initdb, [
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${installation.passwordFile}`],
    ...['--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8'],
    // The same order of text on every machine, with upper and lower case of all letters.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]);
  await rename(unfinished, installation.data);
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Process id and port, as the server wrote them down when it started; null when it does not run. */
async function readPostmaster({ data }: Installation): Promise<Postmaster | null> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]) };
  if (await isServerOf(data, postmaster.pid)) return postmaster;
  // After a restart of the machine or the container another program may have the number; PostgreSQL would wait for it for ever.
  await unlink(file);
  return null;
}

/**
 * Linux tells in which folder a process works, and PostgreSQL works in its data folder; a dead process whose parent has not
 * asked for its end works nowhere. Elsewhere the number alone must do.
 */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isProcessAlive(pid);
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return folder === (await realpath(data));
}

async function findRunning(installation: Installation): Promise<string | null> {
  const postmaster = await readPostmaster(installation);
  return postmaster === null ? null : untilReady(installation, postmaster);
}

async function start(installation: Installation): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = Object.entries({ ...SETTINGS, port: String(port) }).map(([name, value]) => `-c ${name}=${value}`);
    await rm(installation.startLog, { force: true });
    try {
      await run(installation, installation.binaries.pgCtl, [
        ...['start', '-D', installation.data, '-l', installation.startLog, '-w', '-t', String(READY_WITHIN_MS / 1000)],
        ...['-o', options.join(' ')],
      ]);
      const url = await findRunning(installation);
      if (url !== null) return url;
      throw new Error('The embedded PostgreSQL ended right after its start.');
    } catch (error) {
      // The port may have been taken since it was free, or processes of a killed server still hold its memory.
      if (attempt === 5) throw error;
      await pause(1_000);
    }
  }
}

/** The address, once the server lets us in; null when it ended instead. */
async function untilReady(installation: Installation, { pid, port }: Postmaster): Promise<string | null> {
  const password = await readFile(installation.passwordFile, 'utf8');
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const problem = await connectOnce(url);
    if (problem === null) return url;
    if (!(await isServerOf(installation.data, pid))) return null;
    const startingOrEnding =
      sqlState(problem) === '57P03' || hasCode(problem, 'ECONNREFUSED') || hasCode(problem, 'ECONNRESET');
    if (!startingOrEnding || performance.now() > deadline) {
      throw new Error(`The embedded PostgreSQL on port ${port} can not be used: ${describeError(problem)}`);
    }
    await pause(50);
  }
}

async function connectOnce(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function hasLivingUser({ users }: Installation): Promise<boolean> {
  const names = await readdir(users);
  const dead = names.filter((name) => !isProcessAlive(Number(name)));
  for (const name of dead) await rm(join(users, name), { force: true });
  return dead.length < names.length;
}

async function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') settle(address.port);
        else fail(new Error('The operating system gave no port.'));
      });
    });
  });
}

async function run(
  { folder, account, startLog }: Installation,
  program: string,
  args: readonly string[],
): Promise<void> {
  const said = join(folder, 'last-command.log');
  const output = await open(said, 'w', 0o600);
  try {
    // Its own folder as working folder, and nothing of our environment: ours may hold secrets and settings such as PGDATA.
    // Output goes to a file: a pipe would stay open as long as the server lives.
    const child = spawn(program, args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], SYSTEMROOT: process.env['SYSTEMROOT'], LC_ALL: 'C' },
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
      ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
    });
    const code = await new Promise<number | null>((settle, fail) => {
      child.once('error', fail);
      child.once('exit', settle);
    });
    if (code === 0) return;
    const logs = await Promise.all([said, startLog].map((file) => readFile(file, 'utf8').catch(() => '')));
    throw new Error(`${program} ended with code ${code ?? 'unknown'}. ${logs.join('\n').slice(-2_000)}`.trim());
  } finally {
    await output.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
