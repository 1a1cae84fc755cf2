import { type AddressInfo } from 'node:net';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { startSimulator } from '../simulator';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; tests look into it by path with `at`. */
  readonly body: unknown;
}

export interface Driver {
  readonly url: string;
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Steps by working days, landing at 10:00. */
  days(count: number): Promise<void>;
  /** A customer with a mandate, by the control API. */
  customer(wish?: object): Promise<{ customer: string; customerBankAccount: string; mandate: string }>;
  /** A payment by the public API; answers its id. */
  payment(mandate: string, wish?: object): Promise<string>;
  statusOf(payment: string): Promise<unknown>;
  /** `resource_type.action` of all events, oldest first, perhaps of one resource. */
  story(filter?: string): Promise<string[]>;
  events(query?: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

const CONTROL_TOKEN = 'control-token';

/** A Monday, at an hour when the day's work is done and the deadline is still to come. */
export const MONDAY = '2026-02-02T10:00:00.000Z';

/** What stands at a path of keys and positions in parsed JSON. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')} in ${JSON.stringify(value)}`);
  return found;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly Record<string, unknown>[] {
  const found = at(value, ...path);
  if (!isListOfObjects(found)) throw new Error(`no list at ${path.join('.')} in ${JSON.stringify(value)}`);
  return found;
}

function isListOfObjects(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

export async function startDriver(now: string = MONDAY): Promise<Driver> {
  const simulator = await startSimulator({ port: 0, controlToken: CONTROL_TOKEN, now, seed: 'test' });
  const send = async (method: string, path: string, headers: Record<string, string>, body: unknown): Promise<Reply> => {
    const isText = typeof body === 'string';
    const response = await fetch(simulator.url + path, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': isText ? 'text/csv' : 'application/json' }), ...headers },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body: parsed };
  };
  const api: Driver['api'] = (method, path, body, headers = {}) => {
    const standard = { Authorization: `Bearer ${simulator.accessToken}`, 'GoCardless-Version': '2015-07-06' };
    return send(method, path, { ...standard, ...headers }, body);
  };
  const control: Driver['control'] = (method, path, body) =>
    send(method, path, { Authorization: `Bearer ${CONTROL_TOKEN}` }, body);
  const expectDone = (reply: Reply): Reply => {
    if (reply.status >= 300) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply;
  };
  const events: Driver['events'] = async (query = '') => {
    const found: Record<string, unknown>[] = [];
    for (let after: unknown = ''; typeof after === 'string';) {
      const reply = expectDone(await api('GET', `/events?limit=500${query}&after=${after}`));
      found.push(...listAt(reply.body, 'events'));
      after = at(reply.body, 'meta', 'cursors', 'after');
    }
    return found.reverse();
  };
  return {
    url: simulator.url,
    api,
    control,
    events,
    days: async (count) => {
      expectDone(await control('POST', '/control/clock', { advanceWorkingDays: count }));
    },
    customer: async (wish = {}) => {
      const { body } = expectDone(await control('POST', '/control/customers', wish));
      const made = (name: string) => textAt(body, 'customers', 0, name);
      return {
        customer: made('customer'),
        customerBankAccount: made('customerBankAccount'),
        mandate: made('mandate'),
      };
    },
    payment: async (mandate, wish = {}) => {
      const payments = { amount: 12_000, currency: 'GBP', links: { mandate }, ...wish };
      return textAt(expectDone(await api('POST', '/payments', { payments })).body, 'payments', 'id');
    },
    statusOf: async (payment) => at(expectDone(await api('GET', `/payments/${payment}`)).body, 'payments', 'status'),
    story: async (filter = '') =>
      (await events(filter)).map((event) => `${String(event['resource_type'])}.${String(event['action'])}`),
    close: () => simulator.close(),
  };
}

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A webhook endpoint that answers as it is told and remembers what came. */
export async function startReceiver(answer: () => number = () => 204) {
  const received: Received[] = [];
  let tell: () => void = () => undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      tell();
      const status = answer();
      if (status === 0) return;
      response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    /** Settles when the next delivery has come. */
    next: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      }),
    eventIds: () => received.map(({ body }) => listAt(JSON.parse(body), 'events').map((event) => String(event['id']))),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
