import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const heldHere = new Set<string>();

/** Runs `work` while this process alone holds the file; waits for another holder that is alive, and takes over from a dead one. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) await pause(20);
  heldHere.add(path);
  try {
    return await work();
  } finally {
    heldHere.delete(path);
    await unlink(path);
  }
}

export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isUnreaped(pid);
  } catch (error) {
    // It lives and belongs to another user.
    return hasCode(error, 'EPERM');
  }
}

/** Linux keeps the number of a process that ended until its parent has asked for its end; that process does not live. */
function isUnreaped(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/** Whether an error of Node.js has this code, for example `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof Error`: under Jest the errors of Node's own modules come from another realm.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

async function take(path: string): Promise<boolean> {
  const claim = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(claim, String(process.pid), { mode: 0o600 });
  try {
    // A link appears with its content: no process ever sees a lock without the number of its holder.
    await link(claim, path);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await removeIfAbandoned(path);
    return false;
  } finally {
    await unlink(claim);
  }
}

async function removeIfAbandoned(path: string): Promise<void> {
  const holder = await readFile(path, 'utf8').catch(() => null);
  if (holder === null) return;
  const pid = Number(holder);
  // After a restart of a container this process may have the number of the one that died.
  const abandoned = pid === process.pid ? !heldHere.has(path) : !isProcessAlive(pid);
  if (abandoned) await unlink(path).catch(() => undefined);
}
