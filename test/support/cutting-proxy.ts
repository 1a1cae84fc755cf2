import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /**
   * What the server answers to a request with this text in it is thrown away, once, and the connection broken: the server did the
   * work, and nobody hears of it.
   */
  loseAnswerTo(text: string): void;
  /** Breaks every connection, whatever is under way on it. */
  cut(): void;
  /** While it refuses, nobody gets through: for its clients the server is gone. */
  refuse(refused: boolean): void;
  close(): Promise<void>;
}

/** A TCP proxy on loopback that loses an answer, or everybody, when it is told to. */
export async function startCuttingProxy(host: string, port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let lost: string | null = null;
  let refusing = false;
  const server = createServer((client) => {
    if (refusing) {
      client.destroy();
      return;
    }
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let losing = false;
    client.on('data', (bytes: Buffer) => {
      if (lost !== null && bytes.includes(lost)) {
        losing = true;
        lost = null;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (losing) client.destroy();
      else client.write(bytes);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    loseAnswerTo(text) {
      lost = text;
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    refuse(refused) {
      refusing = refused;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((settle) => server.close(settle));
    },
  };
}
