// Runs the product for somebody who wants to see it: the service on its embedded database, beside a simulated GoCardless.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWhenNeeded } from './build-when-needed.mjs';

const dataDirectory = process.env.DATA_DIR ?? './data';
const host = process.env.HOST ?? '127.0.0.1';
const port = process.env.PORT ?? '3000';
const ACCESS_TOKEN = 'sandbox-token-for-the-simulator';

buildWhenNeeded();
const keys = playgroundKeys();
const children = new Set();

const simulator = run('dist/simulator/main.js', {
  SIMULATOR_PORT: '0',
  SIMULATOR_CONTROL_TOKEN: keys.controlToken,
  SIMULATOR_ACCESS_TOKEN: ACCESS_TOKEN,
  SIMULATOR_STATE: join(dataDirectory, 'simulator-state.json'),
});
const { url: simulatorUrl } = JSON.parse(await firstLine(simulator));
simulator.stdout.resume();

const service = run('dist/src/main.js', {
  DATA_DIR: dataDirectory,
  GOCARDLESS_API_URL: simulatorUrl,
  SIMULATOR_CONTROL_TOKEN: keys.controlToken,
  BOOTSTRAP_ADMIN_TOKEN: process.env.BOOTSTRAP_ADMIN_TOKEN ?? keys.adminKey,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
service.stdout.pipe(process.stdout);
await answers(`http://${host}:${port}/health/live`);
await prepareSimulator();
tell();

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));

/** Secrets of this playground, made once and kept beside its data. */
function playgroundKeys() {
  const file = join(dataDirectory, 'playground.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = () => randomBytes(24).toString('hex');
  const made = { controlToken: secret(), adminKey: secret(), webhookSecret: secret() };
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

function run(script, environment) {
  const child = spawn(process.execPath, ['--enable-source-maps', script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  child.once('exit', (code) => {
    children.delete(child);
    stop(code ?? 1);
  });
  return child;
}

let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  // The service first: it may still want to ask the simulator something while it drains.
  const end = () => process.exit(code);
  if (children.has(service)) service.once('exit', () => { simulator.kill('SIGTERM'); end(); });
  else end();
  for (const child of children) if (child === service || !children.has(service)) child.kill('SIGTERM');
}

async function firstLine(child) {
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The simulator ended before it was ready.');
}

async function answers(address) {
  for (;;) {
    const answered = await fetch(address).then((answer) => answer.ok, () => false);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function control(method, path, body) {
  return fetch(simulatorUrl + path, {
    method,
    headers: { authorization: `Bearer ${keys.controlToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).then((answer) => answer.json());
}

/** Webhooks go to the service, and there is somebody to collect from. */
async function prepareSimulator() {
  const url = `http://${host}:${port}/webhooks/gocardless`;
  const { endpoints } = await control('GET', '/control/webhook-endpoints');
  if (endpoints.length > 0) return;
  await control('POST', '/control/webhook-endpoints', { url, secret: keys.webhookSecret });
  await control('POST', '/control/customers', {
    givenName: 'Ines',
    familyName: 'Moreau',
    companyName: 'Harbour Café',
    email: 'ines@harbour-cafe.example',
  });
}

function tell() {
  const api = `http://${host}:${port}`;
  const authorization = `-H 'authorization: Bearer ${keys.adminKey}'`;
  const json = "-H 'content-type: application/json'";
  const connection = {
    name: 'My organisation',
    environment: 'sandbox',
    accessToken: ACCESS_TOKEN,
    webhookSecrets: [keys.webhookSecret],
  };
  const lookUp = { email: 'ines@harbour-cafe.example' };
  process.stdout.write(
    [
      `  Admin key:  ${keys.adminKey}`,
      `  GoCardless: simulated at ${simulatorUrl}`,
      '',
      'Three things to try in another terminal:',
      '',
      '  # connect the simulated GoCardless: its token is tried before it is kept',
      `  curl -s ${api}/api/connections ${authorization} ${json} -d '${JSON.stringify(connection)}'`,
      '',
      '  # what does it know of somebody who has a mandate there?',
      `  curl -s ${api}/api/gocardless/lookups ${authorization} ${json} -d '${JSON.stringify(lookUp)}'`,
      '',
      '  # the books: the trial balance, once money has arrived',
      `  curl -s '${api}/api/ledger/trial-balance?currency=GBP' ${authorization}`,
      '',
      'Ctrl-C ends both. The tour in README.md goes on from here.',
      '',
      '',
    ].join('\n'),
  );
}
