import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { addDays, instantAt } from './calendar/local-date';
import { serveFlowPage } from './billing/flow-page';
import { ControlServer } from './control/control-server';
import { Faults } from './faults/faults';
import { ApiServer } from './http/api-server';
import { RateLimit } from './http/rate-limit';
import { RequestLog } from './http/request-log';
import openapi from './openapi.json';
import { planPayoutRun } from './processing/run-task';
import { HOURS } from './schemes/scheme-facts';
import { createOrganisation } from './state/create-organisation';
import { createWorld, type World } from './state/world';
import { WebhookService } from './webhooks/webhook-service';

export interface SimulatorOptions {
  /** 0 = any free port. */
  readonly port: number;
  readonly controlToken: string;
  /** ISO time at which the clock stands; the real time when left out. */
  readonly now?: string;
  readonly accessToken?: string;
  /** The same seed gives the same ids and the same shuffles; any other run differs when left out. */
  readonly seed?: string;
}

export interface Simulator {
  readonly url: string;
  readonly controlToken: string;
  readonly accessToken: string;
  close(): Promise<void>;
}

export const DEFAULT_ACCESS_TOKEN = 'sandbox-token-for-the-simulator';

/** Starts the stand-in on 127.0.0.1. Throws when the port is taken, the time is none, or the control token is empty. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const start = options.now === undefined ? Date.now() : Date.parse(options.now);
  if (Number.isNaN(start)) throw new Error('now must be an ISO time');
  if (options.controlToken === '') throw new Error('controlToken must not be empty');
  const accessToken = options.accessToken ?? DEFAULT_ACCESS_TOKEN;
  const world = createWorld(start, options.seed ?? randomUUID());
  createOrganisation(world, { name: 'Harbour Trading', creditorName: 'Harbour Trading', token: accessToken });
  planPayoutRun(world, firstPayoutDay(world));
  const webhooks = new WebhookService(world);
  world.announce = (organisation, event) => {
    webhooks.take(organisation, event);
  };
  const server = createServer();
  const url = await listen(server, options.port);
  const shared = {
    world,
    webhooks,
    faults: new Faults(),
    rateLimit: new RateLimit(() => Date.now()),
    requests: new RequestLog(),
  };
  const api = new ApiServer({ ...shared, baseUrl: () => url });
  const control = new ControlServer({ ...shared, defaultToken: accessToken }, options.controlToken);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void dispatch(world, api, control, request, response);
  });
  return { url, controlToken: options.controlToken, accessToken, close: () => close(server, webhooks) };
}

/** Today when the payouts of the day are still to come. */
function firstPayoutDay({ clock }: World): string {
  const today = clock.today();
  return clock.now() < instantAt(today, HOURS.payouts) ? today : addDays(today, 1);
}

async function dispatch(
  world: World,
  api: ApiServer,
  control: ControlServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const flow = /^\/flow\/([A-Z0-9]+)$/.exec(url.pathname)?.[1];
    if (url.pathname.startsWith('/control/')) await control.handle(request, response, url);
    else if (flow !== undefined) await serveFlowPage(world, request, response, flow);
    else if (url.pathname === '/openapi.json') sendJson(response, openapi);
    else await api.handle(request, response, url);
  } catch {
    // The connection is gone, or the request can not even be read: there is nobody to tell.
    request.socket.destroy();
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

async function close(server: Server, webhooks: WebhookService): Promise<void> {
  await webhooks.close();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
