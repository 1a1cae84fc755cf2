import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../../src/postgres/embedded-server';
import { type Gate, openGate } from './gate';
import { type TestDatabase, testDatabase } from './postgres';

/** A PostgreSQL server of one test's own, that may be killed. It keeps its address, whichever port it comes back at. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly gate: Gate,
    private readonly ports: { now: number },
    /** By way of the gate. */
    readonly database: TestDatabase,
    private readonly removed: () => Promise<void>,
  ) {}

  /** In a fresh folder for temporary files, or in the one that is given, which then stays. */
  static async start(given?: string): Promise<OwnPostgres> {
    const folder = given ?? (await mkdtemp(join(tmpdir(), 'direct-debit-ledger-own-')));
    const { url } = await startEmbeddedPostgres(folder);
    const ports = { now: Number(new URL(url).port) };
    const gate = await openGate('127.0.0.1', () => ports.now);
    const address = new URL(url);
    address.port = String(gate.port);
    const database = await testDatabase(address.toString());
    return new OwnPostgres(folder, gate, ports, database, async () => {
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    });
  }

  /** As a power cut would end it: the server and all its processes at once. */
  async kill(): Promise<void> {
    const [first = ''] = readFileSync(this.data('postmaster.pid'), 'utf8').split('\n');
    const server = Number(first);
    const all = [server, ...childrenOf(server)];
    for (const pid of all) killHard(pid);
    while (all.some(isAlive)) await pause(5);
  }

  async startAgain(): Promise<void> {
    const { url } = await startEmbeddedPostgres(this.folder);
    this.ports.now = Number(new URL(url).port);
  }

  async stop(): Promise<void> {
    await this.gate.shut();
    await stopEmbeddedPostgres(this.folder);
    await this.removed();
  }

  private data(file: string): string {
    return join(this.folder, 'postgres', 'server', 'data', file);
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

/** The fourth field, counted behind the name of the program, which may hold anything. */
function parentOf(pid: number): number | null {
  const text = statOf(pid);
  return text === null ? null : Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
}

function isAlive(pid: number): boolean {
  const text = statOf(pid);
  // Dead and not yet buried is dead.
  return text !== null && text.slice(text.lastIndexOf(')') + 2)[0] !== 'Z';
}

function statOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}
