import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from '../../src/postgres/file-lock';

/** The screens in dist/web as their sources are now. Must run before the product starts, which serves what it finds there. */
export async function buildScreens(): Promise<void> {
  await withFileLock(join(tmpdir(), 'screens.lock'), () => {
    execFileSync(process.execPath, ['scripts/build-screens.mjs']);
    return Promise.resolve();
  });
}
