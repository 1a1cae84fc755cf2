import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN_KEY, CollectingWorld } from '../campaigns/collecting-world';
import { hostileFiles } from '../support/hostile-files';
import { type BuiltService, buildService } from '../support/service-process';

/** What every input must keep to, on a machine that is not busy with something else. */
const BOUNDS = { milliseconds: 2_000, livenessMilliseconds: 100, megabytes: 150 };
/** What else runs makes an answer slower, never faster: so the best of some tries counts. */
const TRIES = 4;
/** Which an idle service takes to say that it lives, on such a machine. */
const IDLE_MS = 10;

let built: BuiltService;
let world: CollectingWorld;

beforeAll(async () => {
  built = buildService();
  world = await CollectingWorld.open(built, { seed: 20_260_205, services: 1 });
}, 120_000);

afterAll(async () => {
  await world.close();
  built.remove();
});

function send(path: string, body: Buffer | string, type: string): Promise<Response> {
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': type };
  return fetch(`${world.url}${path}`, { method: 'POST', headers, body });
}

async function residentMegabytes(): Promise<number> {
  const metrics = await (await fetch(`${world.url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1_000_000;
}

/** Asks whether the service lives, again and again until it is told to stop; what the worst answer took, and how much memory there was. */
function watch() {
  const told = new AbortController();
  const found = (async () => {
    let [livenessMilliseconds, megabytes] = [0, 0];
    while (!told.signal.aborted) {
      const began = performance.now();
      await fetch(`${world.url}/health/live`);
      livenessMilliseconds = Math.max(livenessMilliseconds, performance.now() - began);
      megabytes = Math.max(megabytes, await residentMegabytes());
      await pause(20);
    }
    return { livenessMilliseconds, megabytes };
  })();
  return () => {
    told.abort();
    return found;
  };
}

/** How many times slower than an idle machine this one is now. */
async function slowness(): Promise<number> {
  let worst = 0;
  for (let index = 0; index < 10; index += 1) {
    const began = performance.now();
    await fetch(`${world.url}/health/live`);
    worst = Math.max(worst, performance.now() - began);
  }
  return Math.max(1, worst / IDLE_MS);
}

async function measured(work: () => Promise<Response>) {
  const before = await residentMegabytes();
  const stop = watch();
  const began = performance.now();
  const answer = await work();
  const text = await answer.text();
  const milliseconds = performance.now() - began;
  const { livenessMilliseconds, megabytes } = await stop();
  return { status: answer.status, text, milliseconds, livenessMilliseconds, megabytes: megabytes - before };
}

async function requireBounded(work: () => Promise<Response>, status: number, code: string): Promise<void> {
  const tries = [];
  for (let index = 0; index < TRIES; index += 1) {
    const { text, ...found } = await measured(work);
    expect([found.status, JSON.parse(text)]).toMatchObject([status, { code }]);
    expect(text.length).toBeLessThan(64 * 1024);
    const slow = await slowness();
    tries.push({ ...found, slow });
    const isInTime = found.milliseconds <= BOUNDS.milliseconds * slow;
    const isLive = found.livenessMilliseconds <= BOUNDS.livenessMilliseconds * slow;
    if (isInTime && isLive && found.megabytes <= BOUNDS.megabytes) return;
  }
  throw new Error(`not within ${JSON.stringify(BOUNDS)}: ${JSON.stringify(tries)}`);
}

describe('Whoever holds a key neither stops nor stalls the service with', () => {
  it.each(hostileFiles().map((file) => [file.name, file] as const))(
    '%s',
    async (_, { content, code }) => {
      const type = content.readUInt32BE(0) === 0x504b0304 ? 'multipart' : 'text/csv';
      const work = () => (type === 'text/csv' ? send('/api/balances/import', content, type) : sendForm(content));
      await requireBounded(work, 422, code);
    },
    60_000,
  );

  it.each([
    ['unknown fields', `{${Array.from({ length: 60_000 }, (_, index) => `"field${index}":1`).join(',')}}`],
    ['unknown fields in a list', `{"lines":[${Array.from({ length: 9_000 }, () => '{"a":1,"b":2,"c":3}').join(',')}]}`],
    ['a number of many digits', `{"amount":${'9'.repeat(250_000)}}`],
    ['a list of lists', `{"lines":${'[[],'.repeat(10)}${'[],'.repeat(300_000)}[]${']'.repeat(10)}}`],
    ['texts without end', `{"customerId":"${'x'.repeat(1_000_000)}","currency":"${'\\u0000'.repeat(1_000)}"}`],
  ])('%s in JSON', async (_, body) => {
    await requireBounded(() => send('/api/sales-orders', body, 'application/json'), 422, 'validation_failed');
  });

  it('a sender who goes away: the service goes on, and says nothing of an error', async () => {
    const sender = new AbortController();
    const [slow] = hostileFiles();
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(slow?.content ?? Buffer.alloc(0))]), 'balances.xlsx');
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'idempotency-key': 'gone' };
    const sent = fetch(`${world.url}/api/balances/import`, { method: 'POST', headers, body, signal: sender.signal });
    await pause(50);
    sender.abort();
    await expect(sent).rejects.toThrow();

    const again = await fetch(`${world.url}/api/balances/import`, { method: 'POST', headers, body });
    expect([409, 422]).toContain(again.status);
    expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
  });
});

function sendForm(content: Buffer): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(content)]), 'balances.xlsx');
  return fetch(`${world.url}/api/balances/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}` },
    body,
  });
}
