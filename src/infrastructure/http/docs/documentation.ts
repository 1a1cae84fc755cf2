import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';
import { ANSWER_HEADERS, completeOperation, type Response } from './complete-operation';
import { PROBLEM_SCHEMAS } from './problem-schemas';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Direct Debit Ledger API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/api/docs-json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });\n`;
const ASSETS = [
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
] as const;
/** The page's own scripts run, and no others; Swagger UI styles elements directly. */
const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** `/api/docs` and `/api/docs-json`, open to everyone. The document is made when it is first asked for, so that a start stays fast. */
export function serveDocumentation(app: INestApplication, instance: FastifyInstance): void {
  let document: OpenAPIObject | null = null;
  instance.get('/api/docs-json', { config: { open: true } }, () => (document ??= createDocument(app)));
  instance.get('/api/docs', { config: { open: true } }, (_request, reply) =>
    reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(PAGE),
  );
  instance.get('/api/docs/start.js', { config: { open: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  for (const [name, type] of ASSETS) {
    instance.get(`/api/docs/${name}`, { config: { open: true } }, (_request, reply) =>
      reply.type(type).send(createReadStream(join(assetFolder(), name))),
    );
  }
}

/** The description of all addresses, from their controllers, with what every operation of its kind answers. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setTitle('Direct Debit Ledger')
    .setDescription(
      'Turns GoCardless direct debits into books that an auditor can replay. Amounts are whole minor units.',
    )
    .setVersion(packageVersion())
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addSecurity('key', { type: 'http', scheme: 'bearer', description: 'An API key.' })
    .addSecurity('session', {
      type: 'apiKey',
      in: 'cookie',
      name: 'session',
      description:
        'Of the screens. Whatever is not GET needs the header `x-console: 1` too; over https the cookie is `__Host-session`.',
    })
    .addSecurity('portal', { type: 'apiKey', in: 'cookie', name: 'portal', description: 'Of a payer’s page.' })
    .addSecurityRequirements('key')
    .addSecurityRequirements('session')
    .build();
  return completed(SwaggerModule.createDocument(app, outline));
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function completed({ paths, components, ...document }: OpenAPIObject): OpenAPIObject {
  const responses: Record<string, Response> = {};
  const operations = Object.entries(paths).map(([path, item]) => {
    const methods = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [[method, completeOperation({ path, method, operation }, responses)] as const];
    });
    return [path, Object.fromEntries(methods)] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(operations),
    components: {
      ...components,
      headers: ANSWER_HEADERS,
      responses,
      schemas: { ...components?.schemas, ...PROBLEM_SCHEMAS },
    },
  };
}

/** Of the package whose root stands above wherever the compiled service is. */
function packageVersion(from = __dirname): string {
  const file = join(from, 'package.json');
  if (!existsSync(file)) return packageVersion(dirname(from));
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}

/** Swagger UI comes with `@nestjs/swagger` and is looked for from there. */
function assetFolder(): string {
  const swagger = createRequire(require.resolve('@nestjs/swagger'));
  return dirname(swagger.resolve('swagger-ui-dist/package.json'));
}
