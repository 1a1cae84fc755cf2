import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type GoCardless } from '../../src/application/ports/gocardless';
import { attempts, type CallSurroundings } from '../../src/infrastructure/gocardless/calls';
import { OfficialGoCardlessAccounts } from '../../src/infrastructure/gocardless/gocardless-accounts';

export const TOKEN = 'sandbox_token_nobody_may_see';

export interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is text. */
  readonly body: unknown;
}

export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A server that gives the answers that a test has laid out, one for each request, and keeps the requests. */
export interface Stub {
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** `reset` breaks the connection, `hang` never answers. */
  answers(...answers: readonly (StubAnswer | 'reset' | 'hang')[]): void;
  /** Resolves when a client has closed a connection. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export async function startStub(): Promise<Stub> {
  const requests: StubRequest[] = [];
  const waiting: (StubAnswer | 'reset' | 'hang')[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((read) => {
      requests.push(read);
      give(waiting.shift() ?? { status: 500, body: 'no answer laid out' }, request, response);
    });
  });
  const closed = new Promise<void>((resolve) => {
    server.on('connection', (socket) =>
      socket.on('close', () => {
        resolve();
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    closed,
    answers: (...answers) => void waiting.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? '/', 'http://stub');
  const key = request.headers['idempotency-key'];
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    key: typeof key === 'string' ? key : undefined,
    authorization: request.headers.authorization,
    body: text === '' ? null : JSON.parse(text),
  };
}

function give(answer: StubAnswer | 'reset' | 'hang', request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    request.socket.destroy();
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const type = typeof answer.body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers }).end(text);
}

/** Time that passes only by waiting. */
export interface Waits extends CallSurroundings {
  readonly waited: readonly number[];
}

export function waits(start: string, deadlineMs = 10_000): Waits {
  const waited: number[] = [];
  let now = Date.parse(start);
  return {
    deadlineMs,
    writeSchedule: attempts(4),
    wallClock: () => now,
    wait: (milliseconds, signal) => {
      signal.throwIfAborted();
      waited.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5,
    waited,
  };
}

export interface Connected {
  readonly account: GoCardless;
  readonly accounts: OfficialGoCardlessAccounts;
}

/** A sandbox account at `url`. */
export function connect(url: string, surroundings: CallSurroundings, accessToken: string = TOKEN): Connected {
  const tokens = { find: () => Promise.resolve({ environment: 'sandbox' as const, accessToken }) };
  const accounts = new OfficialGoCardlessAccounts(tokens, url, surroundings);
  return { account: accounts.withToken('sandbox', accessToken), accounts };
}
