// For development: runs the service, the simulator and the pages, and builds and restarts each when its sources change.
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { runPlayground, startPlayground } from './playground.mjs';

const PROGRAMS = ['swc', 'src', 'simulator', '-d', 'dist', '--copy-files', '--ignore', '**/*.spec.ts', '--quiet'];
const PAGES = ['vite', 'build', '--config', 'web/vite.config.mjs', '--logLevel', 'warn'];

/** Editors save a file in several writes; changes within this time count as one. */
const SETTLED_AFTER_MS = 150;

runPlayground(async (end) => {
  let onEnd = end;
  const playground = await startPlayground({
    dataDirectory: process.env.DATA_DIR || './data',
    onEnd: (script) => onEnd(script),
  });
  // From here on, a build that fails is shown, and the next change tries again.
  onEnd = (script) => say(`${script} has ended by itself. It is started again after the next change.`);
  whenChanged('src', () => rebuild(PROGRAMS, playground.service));
  whenChanged('simulator', () => rebuild(PROGRAMS, playground.simulator));
  // The service looks for the built pages once, when it starts.
  whenChanged('web', () => rebuild(PAGES, playground.service));
  say(`Watching src, simulator and web. ${playground.url} with the admin key ${playground.adminKey}`);
});

async function rebuild(words, program) {
  const { status } = spawnSync('npx', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) return;
  await program.restart();
  say(`${program.script} is started anew.`);
}

/** Calls `work` after each change of the built files; changes during a call lead to one more call. */
function whenChanged(folder, work) {
  let timer;
  let working = Promise.resolve();
  watch(folder, { recursive: true }, (_, file) => {
    if (file === null || /\.spec\.ts$/.test(file) || !/\.(ts|tsx|css|html|svg|mjs|sql)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(work).catch((error) => say(error.message));
    }, SETTLED_AFTER_MS);
  });
}

function say(line) {
  process.stdout.write(`\n[dev] ${line}\n`);
}
