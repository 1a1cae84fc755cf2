import { connect, createServer, type Server, type Socket } from 'node:net';

/** One address for several services: a connection goes to one that takes it, and breaks with it. */
export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens a front on loopback. `targets` are tried from a different one each time. */
export async function openFront(targets: readonly number[]): Promise<Front> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    keep(client, sockets);
    turn += 1;
    pass(
      client,
      targets.map((_, index) => targets[(turn + index) % targets.length] ?? 0),
      sockets,
    );
  });
  const port = await listen(server);
  return {
    port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Passes a connection on to the first port that takes it; where none does it is closed. */
function pass(client: Socket, [port, ...others]: readonly number[], sockets: Set<Socket>): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const service = connect(port, '127.0.0.1');
  const refused = () => {
    pass(client, others, sockets);
  };
  service.once('error', refused);
  service.once('connect', () => {
    service.off('error', refused);
    keep(service, sockets);
    service.on('close', () => client.destroy());
    client.on('close', () => service.destroy());
    client.pipe(service).pipe(client);
  });
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => sockets.delete(socket));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The front has no port.'));
      else resolve(address.port);
    });
  });
}
