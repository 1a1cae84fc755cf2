import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { routeOf } from '../health/request-metrics';

const PROBES: readonly string[] = ['/health/live', '/health/ready', '/metrics'];

/** One line for each answer: what was asked of which route, by which key, and how it went. No address, query, header or body. */
export function logRequest(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const route = routeOf(request);
  const line = {
    requestId: request.id,
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(request.access === null ? {} : { actor: request.access.actor }),
  };
  if (PROBES.includes(route)) logger.debug(line, 'request');
  else logger.info(line, 'request');
}
