import { type Pool } from 'pg';
import { type Logger } from 'pino';
import { Aggregates } from '../application/aggregates';
import { Connections } from '../application/connections/connections';
import { type Clock } from '../application/ports/clock';
import { StoreUnavailable } from '../application/ports/event-store';
import { type AccessTokens, type GoCardlessAccounts } from '../application/ports/gocardless';
import { type SecretStore } from '../application/ports/secret-store';
import { SimulatorClock } from '../infrastructure/clock/simulator-clock';
import { systemClock } from '../infrastructure/clock/system-clock';
import { systemDelay } from '../infrastructure/clock/system-delay';
import { type Configuration, ConfigurationError } from '../infrastructure/config/configuration';
import { createCodec } from '../infrastructure/event-store/codec';
import { createEventStore } from '../infrastructure/event-store/event-store';
import { AppendRefusals } from '../infrastructure/event-store/append-refusals';
import { EventStoreDBJournal } from '../infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { type Journal } from '../infrastructure/event-store/journal';
import { PostgresJournal } from '../infrastructure/event-store/postgres/postgres-journal';
import { ConnectionAccessTokens } from '../infrastructure/gocardless/connection-access-tokens';
import { type CallMeasures } from '../infrastructure/gocardless/calls';
import { PostgresLogoFiles } from '../infrastructure/files/postgres-logo-files';
import { PostgresBalanceFiles } from '../infrastructure/files/balances/postgres-balance-files';
import { WorkerTableFiles } from '../infrastructure/files/tables/worker-table-files';
import { OfficialGoCardlessAccounts, SURROUNDINGS } from '../infrastructure/gocardless/gocardless-accounts';
import { pinoLog } from '../infrastructure/logging/pino-log';
import { withAppendMetrics } from '../infrastructure/metrics/append-metrics';
import { callMetrics } from '../infrastructure/metrics/call-metrics';
import { createMetrics } from '../infrastructure/metrics/registry';
import { ALL_MIGRATIONS } from '../infrastructure/all-migrations';
import { startEmbeddedPostgres } from '../postgres/embedded-server';
import { migrate } from '../postgres/migrations';
import { translateOutages } from '../infrastructure/outages';
import { createPool } from '../postgres/pool';
import { PostgresProcessCheckpoints } from '../infrastructure/processes/postgres-process-checkpoints';
import { PostgresWorkTable } from '../infrastructure/work/postgres-work-table';
import { PostgresWorkerLocks } from '../infrastructure/processes/postgres-worker-locks';
import { KeyedSealer } from '../infrastructure/security/keyed-sealer';
import { keptMasterKey } from '../infrastructure/security/master-key';
import { PostgresGoCardlessUsers } from '../infrastructure/security/postgres-gocardless-users';
import { PostgresKeyVault } from '../infrastructure/security/postgres-key-vault';
import { PostgresSecretStore } from '../infrastructure/security/postgres-secret-store';
import { ALL_READ_MODELS } from '../read-models/all-read-models';
import { balanceQuestions } from '../read-models/balances/balance-questions';
import { commandQuestions } from '../read-models/command-questions';
import { prepare } from '../read-models/engine/prepare';
import { Progress } from '../read-models/engine/progress';
import { type Runtime } from './runtime.module';
import { type Shutdown } from './shutdown';

/**
 * Starts all that the service stands on: database, schema, keys, log and clock. Each part gives itself up through `shutdown`, also
 * when a later step fails.
 */
export async function startRuntime(
  configuration: Configuration,
  logger: Logger,
  shutdown: Shutdown,
  whileStoreIsAway: WhileStoreIsAway = giveUp,
): Promise<Runtime> {
  const { schema } = configuration;
  const url = await databaseUrl(configuration, shutdown);
  const connect = (connections: number) => openPool({ url, schema, connections }, logger, shutdown);
  const pool = connect(POOL_CONNECTIONS);
  await migrate(pool, schema, ALL_MIGRATIONS);
  const masterKey = configuration.masterKey ?? (await keptMasterKey(configuration.dataDirectory));
  const keyVault = translateOutages(new PostgresKeyVault(pool, masterKey));
  const secretStore = translateOutages(new PostgresSecretStore(pool, masterKey));
  const clock = await startClock(configuration, shutdown);
  const metrics = createMetrics();
  const journal = await openJournal(configuration, connect, shutdown, whileStoreIsAway);
  const appendRefusals = new AppendRefusals();
  const eventStore = appendRefusals.watch(withAppendMetrics(createEventStore(journal, createCodec(keyVault)), metrics));
  const connections = new Connections(new Aggregates(eventStore, clock));
  await refuseLiveConnections(configuration, secretStore, connections);
  const readModelDatabase = { pool, schema };
  await prepare({ database: readModelDatabase, store: eventStore, readModels: ALL_READ_MODELS });
  const progress = new Progress(readModelDatabase);
  return {
    configuration,
    logger,
    log: pinoLog(logger),
    metrics,
    clock,
    delay: systemDelay,
    pool,
    keyVault,
    gocardlessUsers: translateOutages(new PostgresGoCardlessUsers(pool, masterKey)),
    secretStore,
    sealer: new KeyedSealer(masterKey.keyFor('kept-answers')),
    eventStore,
    appendRefusals,
    gocardlessAccounts: connectGoCardless(
      configuration,
      new ConnectionAccessTokens(connections, secretStore),
      callMetrics(metrics),
      shutdown,
    ),
    processCheckpoints: new PostgresProcessCheckpoints(pool, eventStore),
    workerLocks: new PostgresWorkerLocks(pool, schema, systemDelay),
    workTable: new PostgresWorkTable(pool),
    readModelDatabase,
    progress,
    readModels: translateOutages(commandQuestions(readModelDatabase, progress)),
    balanceQuestions: translateOutages(balanceQuestions(readModelDatabase, progress)),
    logoFiles: translateOutages(new PostgresLogoFiles(pool, masterKey)),
    balanceFiles: translateOutages(new PostgresBalanceFiles(pool, masterKey)),
    tableFiles: new WorkerTableFiles(),
  };
}

/** Returns when the store shall be asked once more. */
export type WhileStoreIsAway = (error: StoreUnavailable) => Promise<void>;

const giveUp: WhileStoreIsAway = (error) => Promise.reject(error);

/** A payment that a live connection takes for collected would have been collected at the simulator only. */
async function refuseLiveConnections(
  { gocardlessApiUrl }: Configuration,
  secretStore: SecretStore,
  connections: Connections,
): Promise<void> {
  if (gocardlessApiUrl === null) return;
  for (const { connectionId } of await secretStore.all()) {
    if ((await connections.find(connectionId))?.environment !== 'live') continue;
    throw new ConfigurationError([
      `GOCARDLESS_API_URL is for the simulator, but the connection ${connectionId} is live. Unset GOCARDLESS_API_URL.`,
    ]);
  }
}

function connectGoCardless(
  { gocardlessApiUrl }: Configuration,
  tokens: AccessTokens,
  measures: CallMeasures,
  shutdown: Shutdown,
): GoCardlessAccounts {
  const accounts = new OfficialGoCardlessAccounts(tokens, gocardlessApiUrl, { ...SURROUNDINGS, measures });
  shutdown.afterwards(() => {
    accounts.end();
  });
  return accounts;
}

/** For lists, read models and workers, each of which holds one; a PostgreSQL server takes 100 connections unless told otherwise. */
const POOL_CONNECTIONS = 30;
/** The log has connections of its own: an append must never wait behind a list. */
const JOURNAL_CONNECTIONS = 6;

function openPool(
  { url, schema, connections }: { readonly url: string; readonly schema: string; readonly connections: number },
  logger: Logger,
  shutdown: Shutdown,
): Pool {
  const onIdleError = (error: Error): void => {
    logger.warn({ err: error }, 'a database connection broke');
  };
  const pool = createPool({ url, schema, max: connections, onIdleError });
  shutdown.afterwards(() => pool.end());
  return pool;
}

async function databaseUrl({ database, dataDirectory }: Configuration, shutdown: Shutdown): Promise<string> {
  if (database.kind === 'server') return database.url;
  const server = await startEmbeddedPostgres(dataDirectory);
  shutdown.afterwards(() => server.stop());
  return server.url;
}

async function openJournal(
  { eventStore, streamPrefix }: Configuration,
  connect: (connections: number) => Pool,
  shutdown: Shutdown,
  whileStoreIsAway: WhileStoreIsAway,
): Promise<Journal> {
  switch (eventStore.kind) {
    case 'postgres': {
      const journal = await PostgresJournal.open(connect(JOURNAL_CONNECTIONS));
      shutdown.afterwards(() => journal.close());
      return journal;
    }
    case 'eventstoredb': {
      const { url } = eventStore;
      const journal = await whenThere(() => EventStoreDBJournal.open({ url, streamPrefix }), whileStoreIsAway);
      shutdown.afterwards(() => journal.close());
      return journal;
    }
  }
}

async function whenThere<T>(open: () => Promise<T>, whileStoreIsAway: WhileStoreIsAway): Promise<T> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await whileStoreIsAway(error);
    }
  }
}

/** With the simulator its clock counts, so that a month can be played in a minute. */
async function startClock(
  { gocardlessApiUrl, simulatorControlToken }: Configuration,
  shutdown: Shutdown,
): Promise<Clock> {
  if (gocardlessApiUrl === null || simulatorControlToken === null) return systemClock;
  const clock = await SimulatorClock.follow({ url: gocardlessApiUrl, controlToken: simulatorControlToken });
  shutdown.afterwards(() => {
    clock.stop();
  });
  return clock;
}
