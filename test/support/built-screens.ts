import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from '../../src/postgres/file-lock';

/** The screens in dist/web as their sources are now. Must run before the product starts, which serves what it finds there. */
export async function buildScreens(): Promise<void> {
  await withFileLock(join(tmpdir(), 'screens.lock'), () => {
    // As they are shipped: under Jest's own environment the build would be one for developers.
    execFileSync(process.execPath, ['scripts/build-screens.mjs'], { env: { ...process.env, NODE_ENV: 'production' } });
    return Promise.resolve();
  });
}
