import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Builds into dist/ each part that is missing, or older than one of its sources. */
export function buildWhenNeeded() {
  compileWhenNeeded();
  buildScreensWhenNeeded();
}

export function compileWhenNeeded() {
  build('compile', ['src', 'simulator', 'bench', 'package.json', '.swcrc']);
}

export function buildScreensWhenNeeded() {
  build('build:web', ['web', 'package.json', 'scripts/compress-web.mjs']);
}

function build(script, sources) {
  const stamp = `dist/.${script.replace(':', '-')}`;
  if (existsSync(stamp) && Math.max(...sources.map(newest)) <= statSync(stamp).mtimeMs) return;
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    // The build writes to the error output: the standard output is for the command itself.
    stdio: ['ignore', 2, 2],
    shell: true,
  });
  if (status !== 0) throw new Error('The build failed.');
  writeFileSync(stamp, '');
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
