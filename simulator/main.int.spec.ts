import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { textAt } from './testing/driver';

const root = resolve(__dirname, '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const options = ['simulator', '--out-dir', folder, '--copy-files', '--ignore', '**/*.spec.ts', '--quiet'];
  execFileSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), ...options], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(environment: Record<string, string>): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join(folder, 'simulator/main.js')], { env: environment });
}

test('the program tells its address in one line, answers there, and ends with 0 on SIGTERM', async () => {
  const program = run({
    SIMULATOR_PORT: '0',
    SIMULATOR_CONTROL_TOKEN: 'secret',
    SIMULATOR_NOW: '2026-02-02T10:00:00Z',
  });
  const lines: string[] = [];
  const reader = createInterface(program.stdout);
  reader.on('line', (line) => lines.push(line));
  await once(reader, 'line');

  const url = textAt(JSON.parse(lines[0] ?? ''), 'url');
  const response = await fetch(`${url}/control/clock`, { headers: { Authorization: 'Bearer secret' } });
  const clock: unknown = await response.json();
  program.kill('SIGTERM');
  await once(program, 'exit');

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(clock).toMatchObject({ today: '2026-02-02', workingDay: true });
  expect([program.exitCode, lines.length]).toEqual([0, 1]);
});

test('without a control token it does not start and says why', async () => {
  const program = run({});
  let said = '';
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

  await once(program, 'exit');

  expect([program.exitCode, said]).toEqual([
    1,
    'SIMULATOR_CONTROL_TOKEN must be set: the control API is open to nobody else\n',
  ]);
});
