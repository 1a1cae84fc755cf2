import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-server';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ddl-embedded-'));
});

afterAll(async () => {
  await stopEmbeddedPostgres(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

const file = (...names: readonly string[]): string => join(dataDir, 'postgres', 'server', ...names);

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function serverProcess(): Promise<number> {
  return Number((await readFile(file('data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function isRunning(): Promise<boolean> {
  return stat(file('data', 'postmaster.pid')).then(
    () => true,
    () => false,
  );
}

describe('The embedded server', () => {
  it('is durable, checks its pages, asks for the password and listens to this machine only', async () => {
    const { url } = await startEmbeddedPostgres(dataDir);

    expect(
      await query(
        url,
        `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
                current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
                current_setting('password_encryption') as password, lower('ÉÅ') as lower`,
      ),
    ).toEqual([
      { fsync: 'on', checksums: 'on', addresses: '127.0.0.1', sockets: '', password: 'scram-sha-256', lower: 'éå' },
    ]);
    const without = new URL(url);
    without.password = 'guess';
    await expect(query(without.toString(), 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(file('password'))).mode & 0o777).toBe(0o600);
  });

  it('is found again while it runs, also by callers that come together', async () => {
    const first = await startEmbeddedPostgres(dataDir);
    const others = await Promise.all([startEmbeddedPostgres(dataDir), startEmbeddedPostgres(dataDir)]);

    expect(others.map(({ url }) => url)).toEqual([first.url, first.url]);
  });

  it('keeps what was committed when it is killed, and starts again', async () => {
    const before = await startEmbeddedPostgres(dataDir);
    await query(before.url, 'create table kept as select 42 as answer');
    process.kill(await serverProcess(), 'SIGKILL');

    const after = await startEmbeddedPostgres(dataDir);

    expect(await query(after.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('does not take another program for the server when a number was given out again', async () => {
    const server = await startEmbeddedPostgres(dataDir);
    await server.stop();
    await writeFile(file('data', 'postmaster.pid'), `${process.pid}\n${file('data')}\n0\n1\n\n127.0.0.1\n`);

    const { url } = await startEmbeddedPostgres(dataDir);

    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops with its last living user, not before, and not because of one that died', async () => {
    const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
    await startEmbeddedPostgres(dataDir, process.ppid);
    await startEmbeddedPostgres(dataDir, dead);
    const server = await startEmbeddedPostgres(dataDir);

    await server.stop();
    const afterOne = await isRunning();
    await stopEmbeddedPostgres(dataDir, process.ppid);

    expect([afterOne, await isRunning()]).toEqual([true, false]);
  });
});
