import fc from 'fast-check';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../simulator';
import { at, MONDAY, startReceiver, textAt } from '../testing/driver';
import { STATE_VERSION } from './state-file';
import { type Move, NamedIds, OPENING, plays } from '../testing/random-play';

const CONTROL_TOKEN = 'control-token';

let folder: string;
let file: string;
const running = new Set<Simulator>();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-state-'));
  file = join(folder, 'state.json');
});

afterEach(async () => {
  for (const simulator of running) await end(simulator);
  rmSync(folder, { recursive: true });
});

async function start(port = 0, accessToken?: string): Promise<Simulator> {
  const account = accessToken === undefined ? {} : { accessToken };
  const world = { now: MONDAY, seed: 'kept', stateFile: file, ...account };
  const simulator = await startSimulator({ port, controlToken: CONTROL_TOKEN, ...world });
  running.add(simulator);
  return simulator;
}

async function end(simulator: Simulator): Promise<void> {
  running.delete(simulator);
  await simulator.close();
}

async function call(simulator: Simulator, method: string, path: string, body?: unknown, key = ''): Promise<unknown> {
  const isControl = path.startsWith('/control/');
  const response = await fetch(simulator.url + path, {
    method,
    headers: {
      Authorization: `Bearer ${isControl ? CONTROL_TOKEN : simulator.accessToken}`,
      'GoCardless-Version': '2015-07-06',
      'Content-Type': 'application/json',
      // The next simulator listens at the same port and knows nothing of connections that were kept alive.
      Connection: 'close',
      ...(key !== '' && !isControl && { 'Idempotency-Key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

/** Plays the moves; the answers, without what differs from request to request. */
async function play(simulator: Simulator, moves: readonly Move[], ids: NamedIds): Promise<string[]> {
  const answers: string[] = [];
  for (const { method, path, body, nth } of moves) {
    const wish = body === undefined ? undefined : (JSON.parse(ids.fill(JSON.stringify(body), nth)) as unknown);
    const answer = JSON.stringify(await call(simulator, method, ids.fill(path, nth), wish, `key-${nth % 7}`));
    ids.read(answer);
    answers.push(answer.replace(/"request_id":"[^"]*"/, ''));
  }
  return answers;
}

const keptState = (): unknown => JSON.parse(readFileSync(file, 'utf8').split('\n')[1] ?? '');

test('who was ended and started again goes on as if nothing had been: same answers, same ids, same state', async () => {
  await fc.assert(
    fc.asyncProperty(plays, fc.nat(50), async (moves, cut) => {
      rmSync(file, { force: true });
      const steady = await start();
      const port = Number(new URL(steady.url).port);
      const expected = await play(steady, moves, new NamedIds());
      await end(steady);
      const expectedState = keptState();

      rmSync(file);
      const ids = new NamedIds();
      const first = await start(port);
      const before = await play(first, moves.slice(0, cut), ids);
      await end(first);
      const second = await start(port);
      const after = await play(second, moves.slice(cut), ids);
      await end(second);

      expect([...before, ...after]).toEqual(expected);
      expect(keptState()).toEqual(expectedState);
    }),
    { numRuns: 20 },
  );
}, 120_000);

test('a delivery that nobody took is tried again after a restart, when its time comes', async () => {
  let status = 500;
  const receiver = await startReceiver(() => status);
  const first = await start();
  await call(first, 'POST', '/control/deliveries', { mode: 'manual' });
  await call(first, 'POST', '/control/webhook-endpoints', { url: receiver.url, secret: 's' });
  await call(first, 'POST', '/control/customers', {});
  await call(first, 'POST', '/control/webhooks/flush', {});
  await end(first);

  status = 204;
  const second = await start();
  const early = await call(second, 'POST', '/control/webhooks/flush', {});
  await call(second, 'POST', '/control/clock', { advanceTo: '2026-02-02T10:02:00.000Z' });
  const due = await call(second, 'POST', '/control/webhooks/flush', {});
  await receiver.close();

  const [tried, again] = receiver.received;
  expect([at(early, 'answer', 'deliveries'), at(early, 'answer', 'waiting')]).toEqual([[], 1]);
  expect(at(due, 'answer', 'deliveries', 0)).toMatchObject({ attempt: 2, responseCode: 204, error: null });
  expect([again?.body, receiver.received.length]).toEqual([tried?.body, 2]);
});

test('after a kill what was not kept is forgotten, and its ids go to nothing else', async () => {
  const first = await start();
  const atTheKill = join(folder, 'at-the-kill.json');
  copyFileSync(file, atTheKill);
  const forgotten = textAt(await call(first, 'POST', '/control/customers', {}), 'answer', 'customers', 0, 'mandate');
  await end(first);

  copyFileSync(atTheKill, file);
  const second = await start();
  const mandates = await call(second, 'GET', `/mandates/${forgotten}`);
  const next = textAt(await call(second, 'POST', '/control/customers', {}), 'answer', 'customers', 0, 'mandate');

  expect(at(mandates, 'status')).toBe(404);
  expect(next).not.toBe(forgotten);
});

test('it comes back at the port where it was, or at another when that is taken', async () => {
  const first = await start();
  await end(first);
  const second = await start();
  await end(second);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(Number(new URL(first.url).port), '127.0.0.1', resolve));

  const third = await start();
  await new Promise((resolve) => other.close(resolve));

  expect([second.url === first.url, third.url === first.url]).toEqual([true, false]);
});

test('a second simulator with the same state is refused while the first one runs, and disturbs nothing', async () => {
  const first = await start();

  await expect(start()).rejects.toThrow('The kept state is in use by another simulator, which must be ended first.');

  expect(at(await call(first, 'GET', '/control/clock'), 'status')).toBe(200);
});

test('an access token that opens nothing in the kept state is refused', async () => {
  await end(await start());

  await expect(start(0, 'another-token')).rejects.toThrow(
    'The access token opens no account of the kept state: start with the token that it began with.',
  );
});

const advice =
  'Put a good copy in its place, or move it away to begin with an empty account; then begin anew as well with whatever was ' +
  'connected to it.';

test.each([
  ['not a state at all', () => '', 'it is not a state of the simulator, or damaged'],
  ['cut off', (text: string) => text.slice(0, -20), 'it was changed or damaged: its content does not fit its checksum'],
  [
    'of another version',
    (text: string) => text.replace(':2,', ':3,'),
    'it has version 3, and this simulator reads version 2',
  ],
])('a state that is %s is refused with advice, and left as it is', async (_, damage, why) => {
  await end(await start());
  const damaged = damage(readFileSync(file, 'utf8'));
  writeFileSync(file, damaged);

  await expect(start()).rejects.toThrow(`The state in ${file} can not be used: ${why}. ${advice}`);

  expect(readFileSync(file, 'utf8')).toBe(damaged);
});

test('a place where nothing can be written is refused at the start', async () => {
  file = join(folder, 'missing', 'state.json');

  await expect(start()).rejects.toThrow(`The state can not be kept in ${file}: ENOENT`);
});

/** Every name that stands somewhere in the state, with its place and what kind of value it has. */
function shapeOf(value: unknown, place = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => shapeOf(item, `${place}[]`));
  if (typeof value !== 'object' || value === null) return [`${place}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, part]) => shapeOf(part, `${place}.${name}`));
}

test('the shape of the state is that of its version: who changes it must raise STATE_VERSION', async () => {
  const moves = [
    ...OPENING,
    { path: '/control/organisations', body: { name: 'Another', token: 'another' } },
    { path: '/control/faults', body: { fault: '500', times: 1, path: '/refunds' } },
    { path: '/control/holidays', body: { holidays: ['2026-02-03'] } },
    { path: '/billing_requests', body: { billing_requests: { mandate_request: { scheme: 'bacs', currency: 'GBP' } } } },
    { path: '/billing_request_flows', body: { billing_request_flows: { links: { billing_request: '<BRQ>' } } } },
    {
      path: '/subscriptions',
      body: { subscriptions: { amount: 5, currency: 'GBP', interval_unit: 'weekly', links: { mandate: '<MD>' } } },
    },
    {
      path: '/instalment_schedules',
      body: {
        instalment_schedules: {
          name: 'Kit',
          currency: 'GBP',
          total_amount: 5,
          instalments: [{ amount: 5 }],
          links: { mandate: '<MD>' },
        },
      },
    },
    { path: '/control/deliveries', body: { hold: { resourceType: 'mandates' }, drop: 1, split: 2 } },
    { path: '/control/webhooks/flush', body: {} },
    { path: '/control/clock', body: { advanceDays: 1 } },
    { path: '/control/customers', body: { scheme: 'bacs', mandateStatus: 'pending_submission' } },
  ].map((move): Move => ({ method: 'POST', nth: 0, ...move }));
  const simulator = await start();
  const answers = await play(simulator, moves, new NamedIds());
  await end(simulator);
  const shape = [...new Set(shapeOf(keptState()))].sort().join('\n');

  expect(answers.filter((answer) => !/^{"status":20/.test(answer))).toEqual([]);
  expect(shape).toBe(readFileSync(join(__dirname, `../testing/state-shape.v${STATE_VERSION}.txt`), 'utf8').trim());
});
