import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(process.cwd());
/** Under `node_modules`, so that the compiled service finds its packages and nobody's build is touched. */
const CACHE = join(ROOT, 'node_modules', '.cache');

/** The service compiled from its sources into a folder of its own. */
export interface BuiltService {
  start(environment: Readonly<Record<string, string>>): ServiceProcess;
  /** Kills what still runs and removes the folder. */
  remove(): void;
}

export interface ServiceProcess {
  readonly child: ChildProcess;
  /** All that it has printed. */
  output(): string;
  /** Its address, as soon as it has printed it; throws when it ends before. */
  address(): Promise<string>;
  exitCode(): Promise<number | null>;
  /** As a crash would: nothing is finished. Returns when it is gone. */
  kill(): Promise<void>;
}

export function buildService(): BuiltService {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'service-'));
  const swc = join(ROOT, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const options = ['--copy-files', '--ignore', '**/*.spec.ts', '--strip-leading-paths', '-q'];
  execFileSync(process.execPath, [swc, 'src', '-d', folder, ...options], { cwd: ROOT });
  const running = new Set<ChildProcess>();
  return {
    start(environment) {
      const child = spawn(process.execPath, [join(folder, 'main.js')], {
        env: { PATH: process.env['PATH'], ...environment },
        cwd: folder,
      });
      running.add(child);
      child.once('exit', () => running.delete(child));
      return serviceProcess(child);
    },
    remove() {
      for (const child of running) child.kill('SIGKILL');
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serviceProcess(child: ChildProcess): ServiceProcess {
  const chunks: string[] = [];
  const output = () => chunks.join('');
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => void chunks.push(chunk.toString()));
  }
  const exitCode = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  return {
    child,
    output,
    exitCode,
    async address() {
      for (;;) {
        const address = /Address: +(\S+)/.exec(output())?.[1];
        if (address !== undefined) return address;
        // Whoever was killed has no exit code.
        const ended = child.exitCode ?? child.signalCode;
        if (ended !== null || child.stdout === null)
          throw new Error(`The service did not start (${String(ended)}): ${output()}`);
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await exitCode();
    },
  };
}
