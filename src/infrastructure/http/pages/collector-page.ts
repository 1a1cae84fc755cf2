import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FastifyInstance } from 'fastify';

const PARTS = [
  ['/collect', 'index.html', 'text/html; charset=utf-8'],
  ['/collect/collector.css', 'collector.css', 'text/css; charset=utf-8'],
  ['/collect/collector.mjs', 'collector.mjs', 'text/javascript; charset=utf-8'],
] as const;
/** Its own script and style, and its own server to ask. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'";

/** `/collect`: the page on which collectors accept payments, made for a phone. It holds nothing; what it shows, it asks the API for. */
export function serveCollectorPage(instance: FastifyInstance): void {
  const folder = pageFolder();
  for (const [address, file, type] of PARTS) {
    instance.get(address, { config: { open: true } }, (_request, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .header('cache-control', 'no-cache')
        .type(type)
        .send(createReadStream(join(folder, file))),
    );
  }
}

/** The page is not compiled: it stands at the root of the product, above wherever the compiled service is. */
function pageFolder(from = __dirname): string {
  const folder = join(from, 'web', 'collector');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error('The folder web/collector is missing beside the service.');
  return pageFolder(dirname(from));
}
