import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TestService } from '../../../../test/support/http-service';
import { CONSOLE_SEGMENTS } from './console-segments';

const SCRIPT = 'console.log("screens")';

let service: TestService;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'screens-'));
  for (const name of ['assets', 'console', 'portal']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'console', 'index.html'), '<!doctype html><title>Screens</title>');
  writeFileSync(join(folder, 'portal', 'index.html'), '<!doctype html><title>Payers</title>');
  writeFileSync(join(folder, 'assets', 'console-abc123.js'), SCRIPT);
  writeFileSync(join(folder, 'assets', 'console-abc123.js.gz'), gzipSync(SCRIPT));
  service = await TestService.start([], folder);
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, headers = {}) => service.ask(path, { key: null, headers });

it.each(['/', ...CONSOLE_SEGMENTS.flatMap((segment) => [`/${segment}`, `/${segment}/some/thing?a=b`])])(
  'serves the page at %s to everybody, and never from a cache',
  async (address) => {
    const answer = await ask(address);
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html><title>Screens</title>',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  },
);

it('allows the page its own scripts and its own server, and nothing else', async () => {
  const { headers } = await ask('/');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
      "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  );
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('serves payers a page of their own, under the same policy', async () => {
  const [console, portal] = [await ask('/'), await ask('/portal')];
  expect([portal.status, portal.text]).toEqual([200, '<!doctype html><title>Payers</title>']);
  const policy = 'content-security-policy';
  expect(portal.headers.get(policy)).toBe(console.headers.get(policy));
});

it('serves files under their changing names for a year, compressed beforehand', async () => {
  const answer = await ask('/assets/console-abc123.js', { 'accept-encoding': 'gzip' });
  expect([answer.status, answer.text]).toEqual([200, SCRIPT]);
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
});

it.each([
  '/nothing',
  '/assets/',
  '/assets/other.js',
  '/assets/../package.json',
  '/console/index.html',
  '/portal/index.html',
  '/portal/x',
  '/apix',
])('asks for a key at %s', async (address) => {
  expect((await ask(address)).status).toBe(401);
});

it('takes no other method', async () => {
  expect((await service.ask('/', { key: null, method: 'POST', json: {} })).status).toBe(405);
});
