import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWhenNeeded } from './build-when-needed.mjs';

const ACCESS_TOKEN = 'sandbox-token-for-the-simulator';

/** The child processes, in the order of their start. */
const children = [];
let ending;

/** Runs `main`, and ends all child processes with it. Exits with 0 on Ctrl-C and SIGTERM, with 1 when `main` or a child fails. */
export function runPlayground(main, afterwards = () => {}) {
  const end = (code) => {
    // In reverse order: while the service drains, it may still call the simulator.
    ending ??= stopAll().then(() => {
      afterwards();
      process.exit(code);
    });
  };
  // Not `once`: on Ctrl-C the signal comes twice, from the terminal and from npm, and without a handler the second would kill this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
  main(() => end(1)).catch((error) => {
    // While everything ends, a request under way fails because of that: it is no error.
    if (ending === undefined) process.stderr.write(`${error.message}\n`);
    end(1);
  });
}

async function stopAll() {
  for (const child of children.toReversed()) await stop(child);
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/**
 * Starts the simulator and the service beside it, both with their data in one folder. `onEnd` is called when one of them ends by itself.
 * Answers where they are, with the keys to them, and both programs, which can be started anew.
 */
export async function startPlayground({ dataDirectory, environment = {}, onEnd }) {
  const host = process.env.HOST || '127.0.0.1';
  const port = await freePort(host, Number(process.env.PORT || '3000'));
  buildWhenNeeded();
  const keys = playgroundKeys(dataDirectory);
  const run = (script, output, variables) => new Program(script, output, { ...environment, ...variables }, onEnd);

  const simulator = run('dist/simulator/main.js', 'pipe', {
    SIMULATOR_PORT: '0',
    SIMULATOR_CONTROL_TOKEN: keys.controlToken,
    SIMULATOR_ACCESS_TOKEN: ACCESS_TOKEN,
    SIMULATOR_STATE: join(dataDirectory, 'simulator-state.json'),
  });
  const [line] = await once(createInterface(simulator.child.stdout), 'line');
  const simulatorUrl = JSON.parse(line).url;
  // After a restart it must have the same port, since the service keeps the address.
  simulator.variables.SIMULATOR_PORT = new URL(simulatorUrl).port;

  const bootstrapToken = process.env.BOOTSTRAP_ADMIN_TOKEN || keys.bootstrapToken;
  const service = run('dist/src/main.js', 'inherit', {
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataDirectory,
    GOCARDLESS_API_URL: simulatorUrl,
    SIMULATOR_CONTROL_TOKEN: keys.controlToken,
    SIMULATOR_ACCESS_TOKEN: ACCESS_TOKEN,
    SIMULATOR_WEBHOOK_SECRET: keys.webhookSecret,
    BOOTSTRAP_ADMIN_TOKEN: bootstrapToken,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  });
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  await untilItAnswers(`${url}/health/live`);

  const adminKey = await workingKey(url, keys, bootstrapToken, dataDirectory);
  const { webhookSecret } = keys;
  const control = (method, path, body) => ask(simulatorUrl, keys.controlToken, method, `/control${path}`, body);
  await receiveWebhooks(control, `${url}/webhooks/gocardless`, webhookSecret);
  const api = (method, path, body) => ask(url, adminKey, method, `/api${path}`, body);
  return {
    url,
    adminKey,
    signInUrl: await signInLink(api),
    simulatorUrl,
    controlToken: keys.controlToken,
    webhookSecret,
    accessToken: ACCESS_TOKEN,
    simulator,
    service,
    control,
    api,
  };
}

/** The port itself, or a free one for 0. */
async function freePort(host, wished) {
  const server = createServer().listen(wished, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${wished} is taken, perhaps by another playground. End that, or choose another port with PORT=… before the command.`,
    );
  }
  const { port } = server.address();
  server.close();
  return port;
}

/** Secrets of this playground, made once and kept beside its data. */
function playgroundKeys(dataDirectory) {
  const file = join(dataDirectory, 'playground.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = () => randomBytes(24).toString('hex');
  const made = { controlToken: secret(), bootstrapToken: secret(), webhookSecret: secret() };
  mkdirSync(dataDirectory, { recursive: true });
  keep(file, made);
  return made;
}

function keep(file, keys) {
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
}

/** The bootstrap token works only until there is an admin key: an admin key is made with it once, and kept for every later start. */
async function workingKey(url, keys, bootstrapToken, dataDirectory) {
  if (keys.adminKey !== undefined) return keys.adminKey;
  const made = await ask(url, bootstrapToken, 'POST', '/api/keys', { name: 'Playground', role: 'admin' });
  keep(join(dataDirectory, 'playground.json'), { ...keys, adminKey: made.key });
  return made.key;
}

/** Opens the screens signed in, once, within a quarter of an hour. */
async function signInLink(api) {
  const { keyId } = await api('GET', '/session');
  return (await api('POST', `/keys/${keyId}/sign-in-links`, {})).url;
}

/** Starts one of our programs, which ends with this process. */
class Program {
  constructor(script, output, variables, onEnd) {
    Object.assign(this, { script, output, variables, onEnd });
    this.start();
  }

  start() {
    const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;
    this.child = startBeside(process.execPath, ['--enable-source-maps', '--import', endWithParent, this.script], {
      env: { ...process.env, ...this.variables },
      stdio: ['ignore', this.output, 'inherit', 'ipc'],
    });
    const { child } = this;
    child.once('exit', () => {
      if (ending === undefined && !this.restarting) this.onEnd(this.script);
    });
  }

  async restart() {
    this.restarting = true;
    await stop(this.child);
    this.restarting = false;
    if (ending === undefined) this.start();
  }
}

/** Starts any program, which this process ends when it ends itself. */
function startBeside(program, words, options) {
  // In a process group of its own: Ctrl-C reaches this process only, which then ends the children in reverse order.
  const child = spawn(program, words, { ...options, detached: true });
  children.push(child);
  return child;
}

async function untilItAnswers(address) {
  for (;;) {
    const answered = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The simulator keeps its webhook endpoint between runs, but the service may listen on another port now. */
async function receiveWebhooks(control, url, secret) {
  const { endpoints } = await control('GET', '/webhook-endpoints');
  const id = endpoints[0] === undefined ? '' : `/${endpoints[0].id}`;
  await control('POST', `/webhook-endpoints${id}`, { url, secret });
}

async function ask(origin, key, method, path, body) {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
