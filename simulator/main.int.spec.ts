import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
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

test('what it keeps is there on the next start, after SIGTERM and after a kill', async () => {
  const file = join(folder, 'state.json');
  const started = async () => {
    const program = run({
      SIMULATOR_CONTROL_TOKEN: 'secret',
      SIMULATOR_NOW: '2026-02-02T10:00:00Z',
      SIMULATOR_STATE: file,
    });
    const [line] = (await once(createInterface(program.stdout), 'line')) as [string];
    const clock = async (body?: object) => {
      const headers = { Authorization: 'Bearer secret', 'Content-Type': 'application/json', Connection: 'close' };
      const step = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      const response = await fetch(`${textAt(JSON.parse(line), 'url')}/control/clock`, { headers, ...step });
      return textAt(await response.json(), 'today');
    };
    const end = async (signal: NodeJS.Signals) => {
      program.kill(signal);
      await once(program, 'exit');
    };
    return { clock, end };
  };

  const first = await started();
  await first.clock({ advanceDays: 1 });
  await first.end('SIGTERM');
  const second = await started();
  const afterTerm = await second.clock();
  await second.clock({ advanceDays: 1 });
  while (!readFileSync(file, 'utf8').includes('"date":"2026-02-05"')) await setImmediate();
  await second.end('SIGKILL');
  const third = await started();
  const afterKill = await third.clock();
  await third.end('SIGTERM');

  expect([afterTerm, afterKill]).toEqual(['2026-02-03', '2026-02-04']);
});
