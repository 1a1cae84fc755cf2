import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import bundledChromium from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { withFileLock } from '../../src/postgres/file-lock';

/** A path, or `bundled` for the one in the package although another is installed. */
const CHOSEN = process.env['CHROMIUM_PATH'];

const PLACES = [
  CHOSEN,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALLED = CHOSEN === 'bundled' ? null : (PLACES.find((path) => path !== undefined && existsSync(path)) ?? null);

/** Linux has the one in the package, so that screens are never left untested there; elsewhere a browser must be installed. */
const HAS_BROWSER = INSTALLED !== null || process.platform === 'linux';

/** `describe` for what needs a browser. Without one it is left out, and the end of the run says so, unless `REQUIRE_BROWSER` forbids that. */
export const describeInBrowser = HAS_BROWSER || process.env['REQUIRE_BROWSER'] === '1' ? describe : describe.skip;

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
];

/** A browser that keeps to this machine: an installed one, else the one in the package. */
export async function startBrowser(): Promise<Browser> {
  const { path, env } = INSTALLED === null ? await unpackedBrowser() : { path: INSTALLED, env: {} };
  return chromium.launch({
    executablePath: path,
    args: ['--headless', '--no-sandbox', ...QUIET],
    env: { ...process.env, ...env },
  });
}

/** Where the browser of the package lies, with what a machine without its libraries or fonts needs. */
async function unpackedBrowser(): Promise<{
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}> {
  if (process.platform !== 'linux')
    throw new Error('There is no Chrome or Chromium: install one, or set CHROMIUM_PATH.');
  return withFileLock(join(tmpdir(), 'chromium.lock'), async () => {
    const path = await bundledChromium.executablePath();
    return { path, env: { ...fonts(path), ...libraries(path) } };
  });
}

function fonts(path: string): Readonly<Record<string, string>> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(dirname(path), 'fonts') };
}

/** A machine without a desktop lacks a few libraries, which lie in the package too. */
function libraries(path: string): Readonly<Record<string, string>> {
  if (spawnSync(path, ['--version']).status === 0) return {};
  const folder = join(dirname(path), 'chromium-libraries');
  if (!existsSync(folder)) {
    mkdirSync(folder);
    const archive = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'al2023.tar.br');
    execFileSync('tar', ['-x', '-C', folder], { input: brotliDecompressSync(readFileSync(archive)) });
  }
  return { LD_LIBRARY_PATH: join(folder, 'lib') };
}
