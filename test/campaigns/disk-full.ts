import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnPostgres } from '../support/own-postgres';
import { type BuiltService } from '../support/service-process';
import { collectThrough, type CollectReport } from './collect';
import { CollectingWorld } from './collecting-world';
import { type TroubleCampaign } from './kills';
import { seededRandom } from './random';

/** Enough for an empty server and a while of work. */
const MEGABYTES = 400;

/**
 * Fills the disk of the database while the service collects and takes webhooks: it says that it is not ready and refuses, and goes on
 * when there is room again. Answers why it can not be tried here where it can not: a small disk of one's own needs the right to mount.
 */
export async function runDiskFull(
  built: BuiltService,
  { seed, times, customers }: TroubleCampaign,
): Promise<CollectReport | { readonly skipped: string }> {
  const disk = mountSmallDisk();
  if (typeof disk === 'string') return { skipped: disk };
  try {
    const postgres = await OwnPostgres.start(disk.folder);
    try {
      const world = await CollectingWorld.open(built, { seed, services: 1, database: postgres.database });
      try {
        const trouble = () => fillAndClear(world, disk.folder, postgres);
        return await collectThrough(world, seededRandom(seed), trouble, { troubles: times, customers });
      } finally {
        await world.close();
      }
    } finally {
      await postgres.stop();
    }
  } catch (error) {
    throw new Error(`disk-full, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    disk.unmount();
  }
}

async function fillAndClear(world: CollectingWorld, folder: string, postgres: OwnPostgres): Promise<void> {
  const ballast = join(folder, 'ballast');
  try {
    // A little is still written into what was set aside before, so it is filled up again and again until the service feels it.
    await world.eventually('the service says that it is not ready', async () => {
      fillUp(ballast);
      await world.control('POST', '/control/clock', { advanceDays: 1 });
      const ready = await world.ask('GET', '/health/ready');
      const written = await world.ask('POST', '/api/customers', { name: 'Ada Payer' });
      return ready?.status === 503 && written?.status === 503
        ? null
        : `ready ${ready?.status ?? 'unknown'}, a command ${written?.status ?? 'unknown'}`;
    });
  } finally {
    rmSync(ballast, { force: true });
  }
  // A server that could not even write its own log has ended: somebody starts it again.
  await postgres.startAgain();
  await world.eventually('the service is ready again', async () => {
    const ready = await world.ask('GET', '/health/ready');
    return ready?.status === 200 ? null : `ready ${ready?.status ?? 'unknown'}: ${JSON.stringify(ready?.body)}`;
  });
}

/** Appends until nothing more fits. */
function fillUp(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (let size = 1024 * 1024; size >= 512; size /= 2) while (fits(file, size));
  } finally {
    closeSync(file);
  }
}

function fits(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size;
  } catch {
    return false;
  }
}

interface SmallDisk {
  readonly folder: string;
  unmount(): void;
}

function mountSmallDisk(): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'direct-debit-ledger-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmdirSync(folder);
    return 'this user may not mount a small disk (it needs root and a system with tmpfs)';
  }
  return {
    folder,
    unmount: () => {
      execFileSync('umount', [folder]);
      rmdirSync(folder);
    },
  };
}
