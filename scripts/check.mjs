// Runs CI's checks on the files that changed since the branch left main. Prints each command; exits with 1 when one of them failed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

const main = ['upstream/main', 'origin/main', 'main'].find(
  (name) => git('rev-parse', '--verify', '--quiet', name) !== '',
);
const base = main === undefined ? 'HEAD' : git('merge-base', 'HEAD', main);
const changed = lines(
  git('diff', '--name-only', '--diff-filter=ACMR', base),
  git('ls-files', '--others', '--exclude-standard'),
);
const scripts = changed.filter((file) => /\.tsx?$/.test(file) && existsSync(file));

say(`${changed.length} files have changed since ${main ?? 'the last commit'} (${base.slice(0, 7)}).`);
// The longest first, two at a time: most of them use one processor.
const waiting = [
  () => tests(),
  () => run('lint', 'npx', 'eslint', '--cache', '--cache-location', 'node_modules/.cache/eslint', ...only(scripts)),
  () => run('types', 'npx', 'tsc', ...remembering('service'), '-p', '.'),
  () => run('dead code', 'npm', 'run', '--silent', 'dead'),
  () => run('arrows', 'npm', 'run', '--silent', 'arrows'),
  () => run('types of the pages', 'npx', 'tsc', ...remembering('pages'), '-p', 'web'),
  () => run('format', 'npx', 'prettier', '--check', '--ignore-unknown', ...only(changed)),
];
const results = [];
await Promise.all([takeTurns(), takeTurns()]);

say('');
for (const { name, outcome, seconds } of results) say(`${outcome.padEnd(8)} ${name} (${seconds} s)`);
process.exitCode = results.some(({ outcome }) => outcome === 'FAILED') ? 1 : 0;

async function takeTurns() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results.push(await next());
}

/** The compiler checks only what depends on a change since its last run, and the linter only what was written since; CI checks all. */
function remembering(name) {
  return ['--noEmit', '--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${name}.tsbuildinfo`];
}

/** The unit tests of everything that uses what has changed, and the integration tests beside it. The others are left to CI, and counted. */
function tests() {
  if (scripts.length === 0) return { name: 'tests', outcome: 'nothing', seconds: 0 };
  const listed = spawnSync('npx', ['jest', '--listTests', '--findRelatedTests', ...scripts], { encoding: 'utf8' });
  const related = lines(listed.stdout).map((file) => file.slice(process.cwd().length + 1));
  const folders = new Set(scripts.map((file) => dirname(file)));
  const isBeside = (file) => /\.int\.spec\./.test(file) && folders.has(dirname(file));
  const chosen = related.filter((file) => /\.unit\.spec\./.test(file) || isBeside(file));
  const left = related.length - chosen.length;
  if (left > 0) say(`\n${left} slower related test files are left to CI; "npx jest FILE" runs one.`);
  return run('tests', 'npx', 'jest', ...only(chosen));
}

/** No files of this kind have changed: without file names the command would check everything, so it is left out. */
function only(files) {
  return files.length === 0 ? [null] : files;
}

/** Prints the command with all that it wrote when it has ended, since another one may be at work meanwhile. */
function run(name, program, ...words) {
  if (words.includes(null)) return { name, outcome: 'nothing', seconds: 0 };
  const shown = [program, ...words].join(' ');
  const began = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const written = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => written.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      say(`\n> ${shown.length > 200 ? `${shown.slice(0, 200)}… (${words.length} words)` : shown}`);
      process.stdout.write(Buffer.concat(written));
      const seconds = Math.round((performance.now() - began) / 1000);
      resolve({ name, outcome: status === 0 ? 'ok' : 'FAILED', seconds });
    });
  });
}

function git(...words) {
  const { stdout, status } = spawnSync('git', words, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

function lines(...texts) {
  return [...new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line !== ''))];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
