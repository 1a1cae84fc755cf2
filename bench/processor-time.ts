import { readdir, readFile } from 'node:fs/promises';
import { type Pool } from 'pg';

/** Seconds of processor time that were used so far. */
export interface ProcessorTime {
  readonly node: number;
  /** All processes of the PostgreSQL server, ended ones included; null where the system does not tell (only Linux does). */
  readonly postgres: number | null;
}

/**
 * On a machine that others use too, processor time tells what work costs; wall time does not.
 *
 * @param service the process whose time is wanted, this one unless another is named
 */
export async function processorTime(pool: Pool, service?: number): Promise<ProcessorTime> {
  const { user, system } = process.cpuUsage();
  const node = service === undefined ? (user + system) / 1e6 : (await statusOf(service)).own;
  return { node, postgres: await serverTime(pool).catch(() => null) };
}

/** Clock ticks of Linux, the same on every machine that Node.js runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessStatus {
  readonly pid: number;
  readonly parent: number;
  /** Own time, and that of children which ended. */
  readonly own: number;
  readonly ended: number;
}

async function serverTime(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const { parent } = await statusOf(rows[0]?.pid ?? 0);
  const names = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name));
  const all = await Promise.all(names.map((name) => statusOf(Number(name)).catch(() => null)));
  const server = all.filter((status) => status !== null && (status.pid === parent || status.parent === parent));
  return server.reduce((sum, status) => sum + (status?.own ?? 0) + (status?.pid === parent ? status.ended : 0), 0);
}

async function statusOf(pid: number): Promise<ProcessStatus> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in parentheses and may hold spaces. Behind it: state, parent, …
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const seconds = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / TICKS_PER_SECOND;
  return { pid, parent: fields[1] ?? 0, own: seconds(11), ended: seconds(13) };
}
