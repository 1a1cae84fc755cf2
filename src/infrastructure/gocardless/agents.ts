import * as http from 'node:http';
import * as https from 'node:https';
import { type Duplex } from 'node:stream';

/** The sockets of all clients, so that they can be closed when the process ends. */
export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

type Connected = (error: Error | null, stream: Duplex) => void;

/** Sockets that close after `idleMs` without a byte: the client can not cancel a request, so a request that hangs would keep its socket for ever. */
export function agents(idleMs: number): Agents {
  const options = { keepAlive: true, timeout: idleMs };
  return { http: new HttpAgentWithDeadline(options), https: new HttpsAgentWithDeadline(options) };
}

class HttpAgentWithDeadline extends http.Agent {
  override createConnection(options: http.ClientRequestArgs, callback?: Connected): Duplex | null | undefined {
    return impatient(super.createConnection(options, callback));
  }
}

class HttpsAgentWithDeadline extends https.Agent {
  override createConnection(options: https.RequestOptions, callback?: Connected): Duplex | null | undefined {
    return impatient(super.createConnection(options, callback));
  }
}

/** Node reports that a socket is idle, but does not close it. */
function impatient(socket: Duplex | null | undefined): Duplex | null | undefined {
  return socket?.on('timeout', () => {
    socket.destroy();
  });
}
