import { randomUUID } from 'node:crypto';
import { type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { type Registry } from 'prom-client';
import { FrameworkLogger, LOGGER } from '../logging/logger';
import { METRICS } from '../metrics/registry';
import { Authentication } from './access/authentication';
import { serveDocumentation } from './docs/documentation';
import { notFound } from './errors/problem';
import { RequestMetrics } from './health/request-metrics';
import { findConsole, serveConsole } from './pages/console-page';
import { serveCollectorPage } from './pages/collector-page';
import { readBodies, refuseForeignBody } from './requests/bodies';
import { hasControlCharacter } from './requests/clean-text';
import './requests/fastify-request';
import { collectAddresses } from './requests/method-not-allowed';
import { logRequest } from './requests/request-log';
import { setSecurityHeaders } from './requests/security-headers';
import { isObject } from '../../fields/is-object';

/**
 * The application, ready to listen. What holds for every request, known address or not, is set here as hooks in the order in which it
 * happens; guards, pipes, interceptors and the filter stand in `HttpModule`.
 */
export async function createHttpApplication(
  module: Type | DynamicModule,
  logger: Logger,
  consoleFolder: string | null = findConsole(),
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    genReqId: requestId,
    frameworkErrors: refuseBrokenAddress,
    routerOptions: { maxParamLength: 300 },
    // Whoever sends byte by byte may not hold a connection for ever.
    requestTimeout: 60_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new FrameworkLogger(logger),
    abortOnError: false,
  });
  const instance: FastifyInstance = app.getHttpAdapter().getInstance();
  const refuseOtherMethods = collectAddresses(instance);
  instance.decorateRequest('access', null);
  instance.decorateRequest('session', null);
  instance.decorateRequest('commandContext', null);
  instance.decorateRequest('problemCode', null);
  addHooks(instance, app);
  await readBodies(instance);
  serveDocumentation(app, instance);
  serveCollectorPage(instance);
  if (consoleFolder === null) logger.warn('the screens are not built and not served: npm run build');
  else await serveConsole(instance, consoleFolder);
  await app.init();
  refuseOtherMethods();
  await instance.ready();
  return app;
}

function addHooks(instance: FastifyInstance, app: NestFastifyApplication): void {
  const authentication = app.get(Authentication);
  const logger = app.get<Logger>(LOGGER);
  const metrics = new RequestMetrics(app.get<Registry>(METRICS));
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    await authentication.admit(request);
    refuseControlCharacters(request);
    refuseForeignBody(request);
  });
  instance.addHook('preHandler', (request) => authentication.confirm(request));
  instance.addHook('onSend', async (request, reply) => {
    setSecurityHeaders(request, reply);
  });
  instance.addHook('onResponse', async (request, reply) => {
    metrics.observe(request, reply);
    logRequest(logger, request, reply);
  });
}

/** A client may name its request; only a name that can hold nothing personal is taken over. */
function requestId({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
}

/** PostgreSQL can not even look for a text with a NUL, so such an id is one that nothing has. */
function refuseControlCharacters({ params }: FastifyRequest): void {
  const values = isObject(params) ? Object.values(params) : [];
  if (values.some((value) => typeof value === 'string' && hasControlCharacter(value))) throw notFound();
}

/** An address whose percent signs can not be decoded reaches no route, and no hook. */
function refuseBrokenAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { problem } = notFound();
  setSecurityHeaders(request, reply);
  void reply.status(problem.status).type('application/problem+json').send(problem);
}
