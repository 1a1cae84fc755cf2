import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { SimulatorClock } from './simulator-clock';

const TEN = '2026-02-02T10:00:00.000Z';
const ELEVEN = '2026-02-02T11:00:00.000Z';

describe("the simulator's clock", () => {
  let server: Server;
  let url: string;
  let now: string;
  let status: number;
  let seen: string[];
  let clock: SimulatorClock | null;

  beforeEach(async () => {
    [now, status, seen, clock] = [TEN, 200, [], null];
    server = createServer((request, response) => {
      seen.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      response.writeHead(status).end(JSON.stringify({ now, today: now.slice(0, 10), workingDay: true }));
      server.emit('asked');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on TCP has an address with a port.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    clock?.stop();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('is read at the start, with the control token', async () => {
    clock = await SimulatorClock.follow({ url, controlToken: 'secret' });
    expect(clock.now()).toBe(TEN);
    expect(seen).toEqual(['/control/clock Bearer secret']);
  });

  it('stands still until it is read again', async () => {
    clock = await SimulatorClock.follow({ url, controlToken: 'secret', interval: 60_000 });
    now = ELEVEN;
    expect(clock.now()).toBe(TEN);
    expect(await clock.refresh()).toBe(ELEVEN);
    expect(clock.now()).toBe(ELEVEN);
  });

  it('is followed, also after it was away for a while', async () => {
    clock = await SimulatorClock.follow({ url, controlToken: 'secret', interval: 1 });
    [now, status] = [ELEVEN, 503];
    await once(server, 'asked');
    status = 200;
    // The third answer from here has been read by the time of the next question.
    for (let asked = 0; asked < 4; asked += 1) await once(server, 'asked');
    expect(clock.now()).toBe(ELEVEN);
  });

  it('never goes back', async () => {
    now = ELEVEN;
    clock = await SimulatorClock.follow({ url, controlToken: 'secret', interval: 60_000 });
    now = TEN;
    expect(await clock.refresh()).toBe(ELEVEN);
  });

  it('must be there at the start, and on this machine', async () => {
    status = 401;
    await expect(SimulatorClock.follow({ url, controlToken: 'wrong' })).rejects.toThrow('HTTP 401');
    await expect(SimulatorClock.follow({ url: 'http://198.51.100.7', controlToken: 'x' })).rejects.toThrow(
      'this machine',
    );
  });
});
