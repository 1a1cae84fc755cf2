// For people who work on the product: service, simulated GoCardless and pages, each built and started anew when its sources change.
import { spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { runPlayground, startBeside, startPlayground } from './playground.mjs';

/** Editors write a file in several steps. */
const SETTLED_AFTER_MS = 150;

runPlayground(async (end) => {
  let onEnd = end;
  const playground = await startPlayground({
    dataDirectory: process.env.DATA_DIR || './data',
    onEnd: (script) => onEnd(script),
  });
  // From now on a mistake is mended and not the end.
  onEnd = (script) => say(`${script} has ended by itself. It is started again after the next change.`);
  whenChanged('src', () => rebuild(playground.service));
  whenChanged('simulator', () => rebuild(playground.simulator));
  // The service hands out what is built into dist/web.
  if (existsSync('web/console/index.html')) {
    const words = ['vite', 'build', '--config', 'web/vite.config.mjs', '--watch'];
    startBeside('npx', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  say(`Watching src, simulator and web. ${playground.url} with the admin key ${playground.adminKey}`);
});

async function rebuild(program) {
  const words = ['swc', 'src', 'simulator', '-d', 'dist', '--copy-files', '--ignore', '**/*.spec.ts', '--quiet'];
  const { status } = spawnSync('npx', words, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) return;
  await program.restart();
  say(`${program.script} is started anew.`);
}

/** Calls `work` after each change of what is built, once for all changes that come meanwhile. */
function whenChanged(folder, work) {
  let timer;
  let working = Promise.resolve();
  watch(folder, { recursive: true }, (_, file) => {
    if (file === null || /\.spec\.ts$/.test(file) || !/\.(ts|sql)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(work).catch((error) => say(error.message));
    }, SETTLED_AFTER_MS);
  });
}

function say(line) {
  process.stdout.write(`\n[dev] ${line}\n`);
}
