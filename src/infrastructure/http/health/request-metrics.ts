import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

/**
 * Duration of requests by route pattern: an address itself would make a series for every id. What GoCardless was answered is counted
 * by reason as well.
 */
export class RequestMetrics {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;
  private readonly webhooks: Counter<'status' | 'reason'>;

  constructor(registry: Registry) {
    this.durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
    this.webhooks = new Counter({
      name: 'ledger_webhook_answers_total',
      help: 'Webhooks of GoCardless by what they were answered and why: accepted, or the code of the refusal.',
      labelNames: ['status', 'reason'],
      registers: [registry],
    });
  }

  observe(request: FastifyRequest, reply: FastifyReply): void {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
    this.durations.observe(labels, reply.elapsedTime / 1000);
    if (labels.route.startsWith(WEBHOOKS)) {
      this.webhooks.inc({ status: labels.status, reason: request.problemCode ?? 'accepted' });
    }
  }
}

const WEBHOOKS = '/webhooks/gocardless';

/** The pattern of the address, never the address: ids, cursors and search words are not for logs and labels. */
export function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
}
