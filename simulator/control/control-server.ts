import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { invalidApiUsage } from '../api-errors/api-failure';
import { parseJson, readBytes } from '../http/body';
import { renderError } from '../http/render-error';
import { type Answer, matchRoute } from '../http/route';
import { advance } from '../processing/advance';
import { clockRoutes } from './clock-routes';
import { type ControlContext, type ControlRoute } from './control-context';
import { customerControlRoutes } from './customer-routes';
import { disturbanceRoutes } from './disturbance-routes';
import { eventControlRoutes } from './event-routes';
import { organisationRoutes } from './organisation-routes';
import { paymentControlRoutes } from './payment-routes';
import { webhookControlRoutes } from './webhook-routes';

export const controlRoutes: readonly ControlRoute[] = [
  ...clockRoutes,
  ...organisationRoutes,
  ...customerControlRoutes,
  ...paymentControlRoutes,
  ...eventControlRoutes,
  ...webhookControlRoutes,
  ...disturbanceRoutes,
];

/** An import file of a hundred thousand rows fits. */
const MAX_BYTES = 64 * 1_048_576;

export type ControlParts = Omit<ControlContext, 'params' | 'query' | 'body' | 'text'>;

/** Answers the requests of whoever holds the control token: what in life banks, payers and time do. */
export class ControlServer {
  constructor(
    private readonly parts: ControlParts,
    private readonly controlToken: string,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const answer = await this.answer(request, url).catch((error: unknown) => renderError(error, randomUUID()));
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
  }

  private async answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const bytes = await readBytes(request, MAX_BYTES);
    if (!sameText(request.headers.authorization ?? '', `Bearer ${this.controlToken}`)) {
      throw invalidApiUsage(401, 'access_token_not_found', 'The control API needs the control token');
    }
    const match = matchRoute(controlRoutes, request.method ?? 'GET', url.pathname);
    if (match.found === 'nothing') throw invalidApiUsage(404, 'path_not_found', `There is no path ${url.pathname}`);
    if (match.found === 'path') throw invalidApiUsage(405, 'method_not_allowed', 'Another method is needed here');
    const isCsv = request.headers['content-type']?.startsWith('text/csv') === true;
    advance(this.parts.world, { to: this.parts.world.clock.now() });
    return await match.route.handle({
      ...this.parts,
      params: match.params,
      query: url.searchParams,
      body: isCsv ? {} : parseJson(bytes, request.headers['content-type']),
      text: isCsv ? bytes.toString('utf8') : '',
    });
  }
}

/** Compares in the same time whatever the texts are. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
