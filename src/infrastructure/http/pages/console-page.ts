import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { CONSOLE_SEGMENTS } from './console-segments';

/** Own scripts and styles, own server, nothing written into the page, and no other window. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-cache',
};

/**
 * The console, one page for all its addresses, and the payer's page, each of which then asks for what it shows; and the files that the pages
 * name, under names that change with their content. `folder` is what the build made of `web/`.
 */
export async function serveConsole(instance: FastifyInstance, folder: string): Promise<void> {
  await serveAssets(instance, join(folder, 'assets'));
  const below = CONSOLE_SEGMENTS.flatMap((segment) => [`/${segment}`, `/${segment}/*`]);
  servePage(instance, join(folder, 'console', 'index.html'), ['/', ...below]);
  servePage(instance, join(folder, 'portal', 'index.html'), ['/portal']);
}

function servePage(instance: FastifyInstance, file: string, addresses: readonly string[]): void {
  const page = readFileSync(file, 'utf8');
  const answer = (_request: FastifyRequest, reply: FastifyReply) =>
    reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(page);
  for (const address of addresses) instance.get(address, { config: { open: true } }, answer);
}

async function serveAssets(instance: FastifyInstance, root: string): Promise<void> {
  await instance.register(async (assets) => {
    assets.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
    });
    await assets.register(fastifyStatic, {
      root,
      prefix: '/assets/',
      // An address for each file: one that does not exist asks for a key, like any other.
      wildcard: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      decorateReply: false,
      index: false,
    });
  });
}

/** Where the built screens are: at the root of the product, above wherever the compiled service is. Null when they were not built. */
export function findConsole(from = __dirname): string | null {
  const folder = join(from, 'dist', 'web');
  if (existsSync(join(folder, 'console', 'index.html'))) return folder;
  return dirname(from) === from ? null : findConsole(dirname(from));
}
