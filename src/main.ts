import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Logger } from 'pino';
import { AppModule } from './app/app.module';
import { type Configuration, ConfigurationError, readConfiguration } from './infrastructure/config/configuration';
import { Background } from './app/background';
import { ApiKeys } from './infrastructure/http/access/api-keys';
import { createHttpApplication } from './infrastructure/http/application';
import { ReadinessChecks } from './infrastructure/http/health/readiness';
import { PublicOrigin } from './infrastructure/http/sessions/public-origin';
import { createLogger } from './infrastructure/logging/logger';
import { scrub } from './infrastructure/logging/scrub';
import { ForeignCheckpoint } from './read-models/engine/checkpoints';
import { Shutdown } from './app/shutdown';
import { startRuntime } from './app/start-runtime';
import { StartUpServer } from './app/start-up-server';

/** Between two looks whether the event store is there. */
const LOOK_AGAIN_MS = 1_000;

/** Requests and work under way when the process is told to end have this long to finish. */
const DRAIN_MS = 10_000;

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const logger = createLogger(configuration.logLevel);
  const shutdown = new Shutdown(logger);
  endOnSignal(shutdown);
  const startUpServer = new StartUpServer(configuration, logger);
  shutdown.afterwards(() => startUpServer.close());
  try {
    const runtime = await startRuntime(configuration, logger, shutdown, async ({ advice, message }) => {
      await startUpServer.open(advice ?? message);
      await pause(LOOK_AGAIN_MS);
    });
    const app = await createHttpApplication(AppModule.with(runtime), logger);
    const background = app.get(Background);
    shutdown.afterwards(() => background.stop());
    shutdown.afterwards(() => app.close());
    shutdown.afterwards(() => {
      app.get(ReadinessChecks).drain();
    });
    if (configuration.roles.has('workers')) await background.start();
    await startUpServer.close();
    await serve(app, configuration, logger);
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

const BOOTSTRAP_TOKEN_IGNORED =
  'BOOTSTRAP_ADMIN_TOKEN opens nothing, since there is an admin key. If that one is lost, make another: npm run admin -- keys create --role admin --name NAME';
const SCREENS_NEED_HTTPS = 'beyond this machine the screens need an address with https: set PUBLIC_URL';

/** Listens, and tells the operator the address and, on the first start, the key to come in with. */
async function serve(app: NestFastifyApplication, configuration: Configuration, logger: Logger): Promise<void> {
  const { host, port, bootstrapAdminToken, publicUrl } = configuration;
  const apiKeys = app.get(ApiKeys);
  if (bootstrapAdminToken !== null) {
    await apiKeys.establishBootstrapToken(bootstrapAdminToken);
    if (await apiKeys.ignoresBootstrapToken()) logger.warn(BOOTSTRAP_TOKEN_IGNORED);
  }
  await app.listen(port, host);
  if (new PublicOrigin(publicUrl).of({ headers: { host } }) === null) logger.warn(SCREENS_NEED_HTTPS);
  // Made only now: a key that is shown once must not be lost to a port that is taken.
  const made = bootstrapAdminToken === null ? await apiKeys.establishBootstrapToken(null) : null;
  process.stdout.write(welcome(await app.getUrl(), made));
}

function welcome(url: string, adminKey: string | null): string {
  const lines = ['Direct Debit Ledger is running.', `  Address:    ${url}`, `  API:        ${url}/api/docs`];
  const keyLines =
    adminKey === null
      ? []
      : [
          `  Admin key:  ${adminKey}`,
          '              Shown this once. It works until you make an admin key: POST /api/keys.',
        ];
  return ['', ...lines, ...keyLines, '', ''].join('\n');
}

function endOnSignal(shutdown: Shutdown): void {
  const end = (): void => {
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    void shutdown.run().then(() => process.exit(0));
  };
  // Not `once`: npm passes on a Ctrl-C that the terminal has sent already, and the second one would end the process undrained.
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Errors that nobody expected end the process: what it holds in memory may be wrong, what it has stored is not. */
function fail(error: unknown): never {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
}

/** A problem of the set-up is for the operator; any other error is for the log, and may quote a secret. */
function describe(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof ForeignCheckpoint) return error.message;
  return scrub(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

process.once('uncaughtException', fail);
process.once('unhandledRejection', fail);
main().catch(fail);
