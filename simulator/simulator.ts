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
import { restoreWorld, saveWorld } from './state/saved-world';
import { messageOf, readState, type SavedState, StateFile } from './state/state-file';
import { createWorld, type World } from './state/world';
import { Outbox } from './webhooks/outbox';
import { WebhookService } from './webhooks/webhook-service';

export interface SimulatorOptions {
  /** 0 = any free port; with a state that of last time, when it is free. */
  readonly port: number;
  readonly controlToken: string;
  /** ISO time at which the clock stands in a new world; the real time when left out. */
  readonly now?: string;
  readonly accessToken?: string;
  /** The same seed gives the same ids and the same shuffles; any other run differs when left out. */
  readonly seed?: string;
  /** Where everything is kept from one start to the next; in memory only when left out. */
  readonly stateFile?: string;
}

export interface Simulator {
  readonly url: string;
  readonly controlToken: string;
  readonly accessToken: string;
  close(): Promise<void>;
}

const DEFAULT_ACCESS_TOKEN = 'sandbox-token-for-the-simulator';

/** Where killed, the program may have given out so many ids at most that are in no state. */
const FORGOTTEN_IDS = 1_000_000;

/**
 * Starts the stand-in on 127.0.0.1. Throws when the port is taken, the time is none, the control token is empty, or the state can
 * not be used.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { controlToken, accessToken = DEFAULT_ACCESS_TOKEN, stateFile } = options;
  if (controlToken === '') throw new Error('controlToken must not be empty');
  const saved = stateFile === undefined ? undefined : readState(stateFile);
  const world = saved === undefined ? newWorld(options, accessToken) : worldGoingOn(saved, accessToken);
  const outbox = saved === undefined ? new Outbox() : Outbox.restored(world.organisations, saved.outbox);
  const faults = new Faults(saved?.faults);
  const rateLimit = new RateLimit(() => Date.now(), saved?.budget);
  const server = createServer();
  const port = await listen(server, options.port, saved);
  const url = `http://127.0.0.1:${port}`;
  const file =
    stateFile === undefined
      ? undefined
      : new StateFile(stateFile, (ended) => ({
          port,
          ended,
          world: saveWorld(world),
          outbox: outbox.toJSON(),
          faults: faults.list(),
          budget: rateLimit.budget,
        }));
  const changed = (): void => file?.changed();
  const webhooks = new WebhookService(world, outbox, changed);
  world.announce = (organisation, event) => {
    webhooks.take(organisation, event);
  };
  const shared = { world, webhooks, faults, rateLimit, requests: new RequestLog() };
  const api = new ApiServer({ ...shared, baseUrl: () => url });
  const control = new ControlServer({ ...shared, defaultToken: accessToken }, controlToken);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const before = world.clock.now();
    void dispatch(world, api, control, request, response).finally(() => {
      // Who only reads changes nothing, unless something fell due meanwhile, and that takes time.
      if (request.method !== 'GET' || world.clock.now() !== before) changed();
    });
  });
  const close = async (): Promise<void> => {
    await webhooks.close();
    await closeServer(server);
  };
  try {
    file?.begin();
  } catch (error) {
    await close();
    throw error;
  }
  webhooks.wake();
  return { url, controlToken, accessToken, close: () => close().then(() => file?.end()) };
}

function newWorld({ now, seed }: SimulatorOptions, token: string): World {
  const start = now === undefined ? Date.now() : Date.parse(now);
  if (Number.isNaN(start)) throw new Error('now must be an ISO time');
  const world = createWorld(start, seed ?? randomUUID());
  createOrganisation(world, { name: 'Harbour Trading', creditorName: 'Harbour Trading', token });
  planPayoutRun(world, firstPayoutDay(world));
  return world;
}

/** The world of last time. What happened in the moment before a kill is forgotten, but no id is given to anything else. */
function worldGoingOn(saved: SavedState, token: string): World {
  const world = restoreWorld(saved.world);
  if (!world.tokens.has(token)) {
    throw new Error('The access token opens no account of the kept state: start with the token that it began with.');
  }
  if (!saved.ended) world.ids.skip(FORGOTTEN_IDS);
  return world;
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

/** Any free port is that of last time when it can be had, so that links which were given out stay good. */
async function listen(server: Server, port: number, saved: SavedState | undefined): Promise<number> {
  if (port !== 0 || saved === undefined) return listenAt(server, port);
  try {
    return await listenAt(server, saved.port);
  } catch (error) {
    if (saved.ended) return listenAt(server, 0);
    throw new Error(
      'The kept state is in use by another simulator, which must be ended first. If none runs, the last one was killed and another ' +
        `program has its port now: start with another port. (${messageOf(error)})`,
      { cause: error },
    );
  }
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`The simulator can not listen on 127.0.0.1:${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
