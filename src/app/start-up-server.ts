import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Logger } from 'pino';
import { type Configuration } from '../infrastructure/config/configuration';
import { problem } from '../infrastructure/http/errors/problem';

/**
 * Answers at the service's address while the service waits for the store that it stands on: alive, not ready and why. Everything else is
 * 503, so that GoCardless sends its webhooks again.
 */
export class StartUpServer {
  private server: Promise<Server> | null = null;
  private reason: string | null = null;

  constructor(
    private readonly address: Pick<Configuration, 'host' | 'port'>,
    private readonly logger: Logger,
  ) {}

  /** Opens it, if it is not open yet. `reason` is for anyone to read. */
  async open(reason: string): Promise<void> {
    if (reason !== this.reason) this.logger.warn({ reason }, 'the service waits for its event store');
    this.reason = reason;
    this.server ??= this.listen();
    await this.server;
  }

  async close(): Promise<void> {
    const server = await this.server;
    this.server = null;
    if (server === null) return;
    const closed = new Promise((settle) => server.close(settle));
    server.closeAllConnections();
    await closed;
  }

  private listen(): Promise<Server> {
    const server = createServer((request, response) => {
      this.answer(request, response);
    });
    return new Promise((settle, fail) => {
      server.once('error', fail);
      server.listen(this.address.port, this.address.host, () => {
        settle(server);
      });
    });
  }

  private answer({ url }: IncomingMessage, response: ServerResponse): void {
    if (url === '/health/live') {
      send(response, 200, { status: 'live' });
    } else if (url === '/health/ready') {
      const eventStore = { ready: false, reason: this.reason };
      send(response, 503, { status: 'not_ready', checks: { eventStore } });
    } else {
      const detail = 'The service starts and waits for its store. Try again with the same Idempotency-Key.';
      const away = problem('store_unavailable', detail).problem;
      send(response, 503, away, { 'content-type': 'application/problem+json', 'retry-after': '5' });
    }
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): void {
  response.writeHead(status, headers).end(JSON.stringify(body));
}
