import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { ApiFailure, invalidApiUsage } from '../api-errors/api-failure';
import { type Fault, type FaultKind, type Faults } from '../faults/faults';
import { advance } from '../processing/advance';
import { type World } from '../state/world';
import { type WebhookService } from '../webhooks/webhook-service';
import { authenticate, bearerToken, checkVersion } from './authentication';
import { billingRoutes } from './api/billing-routes';
import { creditorRoutes } from './api/creditor-routes';
import { bankAccountRoutes, customerRoutes } from './api/customer-routes';
import { eventRoutes } from './api/event-routes';
import { mandateRoutes } from './api/mandate-routes';
import { paymentRoutes } from './api/payment-routes';
import { instalmentScheduleRoutes } from './api/instalment-schedule-routes';
import { subscriptionRoutes } from './api/subscription-routes';
import { payoutRoutes } from './api/payout-routes';
import { refundRoutes } from './api/refund-routes';
import { scenarioRoutes } from './api/scenario-routes';
import { webhookRoutes } from './api/webhook-routes';
import { parseJson, readBytes } from './body';
import { Query } from './query';
import { type RateLimit } from './rate-limit';
import { renderError } from './render-error';
import { type RequestLog } from './request-log';
import { type Answer, matchRoute, type RequestContext, type Route } from './route';

const MAX_BYTES = 1_048_576;

/** Faults of the server side with which nothing is done. */
const UNDONE: readonly FaultKind[] = ['500', '502html', 'errorString'];

export interface ApiParts {
  readonly world: World;
  readonly webhooks: WebhookService;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly requests: RequestLog;
  readonly baseUrl: () => string;
}

export function apiRoutes(webhooks: WebhookService): readonly Route<RequestContext>[] {
  return [
    ...creditorRoutes,
    ...customerRoutes,
    ...bankAccountRoutes,
    ...mandateRoutes,
    ...paymentRoutes,
    ...payoutRoutes,
    ...refundRoutes,
    ...eventRoutes,
    ...webhookRoutes(webhooks),
    ...billingRoutes,
    ...subscriptionRoutes,
    ...instalmentScheduleRoutes,
    ...scenarioRoutes,
  ];
}

/** Answers requests of the public API. */
export class ApiServer {
  private readonly routes: readonly Route<RequestContext>[];

  constructor(private readonly parts: ApiParts) {
    this.routes = apiRoutes(parts.webhooks);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const requestId = randomUUID();
    const limits = this.countRequest(request);
    const fault = this.parts.faults.take(method, url.pathname);
    const log = (status: number | null): void => {
      this.parts.requests.add({
        at: new Date(this.parts.world.clock.now()).toISOString(),
        method,
        path: `${url.pathname}${url.search}`,
        idempotencyKey: keyOf(request),
        status,
      });
    };
    if (fault?.fault === 'hang' || fault?.fault === 'reset') {
      log(null);
      if (fault.fault === 'reset') request.socket.resetAndDestroy();
      return;
    }
    if (fault?.fault === 'slow') await pause(fault.delayMs);
    const answer = await this.answer(request, url, method, fault, limits.allowed).catch((error: unknown) =>
      renderError(error, requestId),
    );
    log(fault?.fault === 'resetAfterCommit' ? null : answer.status);
    if (fault?.fault === 'resetAfterCommit') {
      request.socket.resetAndDestroy();
      return;
    }
    respond(response, answer, fault, { ...limits.headers, 'X-Request-Id': requestId });
  }

  private countRequest(request: IncomingMessage) {
    const token = request.headers.authorization;
    if (token === undefined) return { allowed: true, headers: this.parts.rateLimit.untouched() };
    return this.parts.rateLimit.count(token);
  }

  private async answer(
    request: IncomingMessage,
    url: URL,
    method: string,
    fault: Fault | undefined,
    withinLimit: boolean,
  ): Promise<Answer> {
    const { world } = this.parts;
    const bytes = await readBytes(request, MAX_BYTES);
    if (fault !== undefined && UNDONE.includes(fault.fault)) {
      throw new ApiFailure(500, 'gocardless', 'Internal server error', []);
    }
    if (fault?.fault === '429' || !withinLimit) {
      throw invalidApiUsage(429, 'rate_limit_exceeded', 'Rate limit exceeded');
    }
    const { organisation } = authenticate(world, bearerToken(request.headers), method);
    checkVersion(request.headers);
    checkAccept(request);
    const match = matchRoute(this.routes, method, url.pathname);
    if (match.found === 'nothing') throw invalidApiUsage(404, 'path_not_found', `There is no path ${url.pathname}`);
    if (match.found === 'path') {
      throw invalidApiUsage(405, 'method_not_allowed', `${method} is not possible for ${url.pathname}`);
    }
    if (method === 'GET' && bytes.length > 0) {
      throw invalidApiUsage(400, 'request_body_not_allowed', 'A GET request must have no body');
    }
    advance(world, { to: world.clock.now() });
    return await match.route.handle({
      world,
      organisation,
      params: match.params,
      query: new Query(url.searchParams),
      body: parseJson(bytes, request.headers['content-type']),
      idempotencyKey: keyOf(request),
      baseUrl: this.parts.baseUrl(),
    });
  }
}

function keyOf(request: IncomingMessage): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key !== '' ? key : null;
}

function checkAccept(request: IncomingMessage): void {
  const accept = request.headers.accept;
  if (accept === undefined || /application\/(json|\*)|\*\/\*/.test(accept)) return;
  throw invalidApiUsage(406, 'not_acceptable', 'The API answers application/json only');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function respond(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
  headers: Record<string, string>,
): void {
  const send = (status: number, type: string, text: string): void => {
    response.writeHead(status, { ...headers, 'Content-Type': type }).end(text);
  };
  const json = JSON.stringify(answer.body);
  switch (fault?.fault) {
    case '502html':
      send(502, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    case 'errorString':
      send(500, 'application/json', JSON.stringify({ error: 'Something went wrong' }));
      return;
    case 'wrongJson':
      send(answer.status, 'application/json', json.slice(0, -2));
      return;
    default:
      send(answer.status, 'application/json', json);
  }
}
