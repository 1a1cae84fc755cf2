import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'dist/.built';

/** Builds into dist/ unless it is there and newer than every source. */
export function buildWhenNeeded() {
  const sources = ['src', 'simulator', 'bench', 'package.json', '.swcrc'];
  if (existsSync(STAMP) && Math.max(...sources.map(newest)) <= statSync(STAMP).mtimeMs) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: true,
  });
  if (status !== 0) throw new Error('The build failed.');
  writeFileSync(STAMP, '');
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
