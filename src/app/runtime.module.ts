import { type DynamicModule, Module } from '@nestjs/common';
import { type Pool } from 'pg';
import { type Logger } from 'pino';
import { type Registry } from 'prom-client';
import { LOGO_FILES, type LogoFiles } from '../application/ports/logo-files';
import { BALANCE_FILES, type BalanceFiles } from '../application/ports/balance-files';
import { BALANCE_QUESTIONS, type BalanceQuestions } from '../application/ports/balance-questions';
import { CLOCK, type Clock } from '../application/ports/clock';
import { DELAY, type Delay } from '../application/ports/delay';
import { EVENT_STORE, type EventStore } from '../application/ports/event-store';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../application/ports/gocardless';
import { GOCARDLESS_USERS, type GoCardlessUsers } from '../application/ports/gocardless-users';
import { KEY_VAULT, type KeyVault } from '../application/ports/key-vault';
import { LOG, type Log } from '../application/ports/log';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../application/ports/process-checkpoints';
import { READ_MODELS, type ReadModels } from '../application/ports/queries';
import { SEALER, type Sealer } from '../application/ports/sealer';
import { SECRET_STORE, type SecretStore } from '../application/ports/secret-store';
import { TABLE_FILES, type TableFiles } from '../application/ports/table-files';
import { WORKER_LOCKS, type WorkerLocks } from '../application/ports/worker-locks';
import { WORK_TABLE, type WorkTable } from '../application/ports/work-table';
import { AppendRefusals } from '../infrastructure/event-store/append-refusals';
import { CONFIGURATION, type Configuration } from '../infrastructure/config/configuration';
import { LOGGER } from '../infrastructure/logging/logger';
import { METRICS } from '../infrastructure/metrics/registry';
import { POOL } from '../postgres/pool';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../read-models/engine/database';
import { PROGRESS, type Progress } from '../read-models/engine/progress';

/** The parts that a process starts with, made before the framework: everything else is built from them. */
export interface Runtime {
  readonly configuration: Configuration;
  readonly logger: Logger;
  readonly log: Log;
  readonly metrics: Registry;
  readonly clock: Clock;
  readonly delay: Delay;
  readonly pool: Pool;
  readonly eventStore: EventStore;
  readonly appendRefusals: AppendRefusals;
  readonly keyVault: KeyVault;
  readonly gocardlessUsers: GoCardlessUsers;
  readonly secretStore: SecretStore;
  readonly sealer: Sealer;
  readonly gocardlessAccounts: GoCardlessAccounts;
  readonly processCheckpoints: ProcessCheckpoints;
  readonly workerLocks: WorkerLocks;
  readonly workTable: WorkTable;
  readonly readModelDatabase: ReadModelDatabase;
  /** How far the read models are, told to who waits in this process. */
  readonly progress: Progress;
  readonly readModels: ReadModels;
  readonly balanceQuestions: BalanceQuestions;
  readonly logoFiles: LogoFiles;
  readonly balanceFiles: BalanceFiles;
  readonly tableFiles: TableFiles;
}

const TOKENS = {
  configuration: CONFIGURATION,
  logger: LOGGER,
  log: LOG,
  metrics: METRICS,
  clock: CLOCK,
  delay: DELAY,
  pool: POOL,
  eventStore: EVENT_STORE,
  appendRefusals: AppendRefusals,
  keyVault: KEY_VAULT,
  gocardlessUsers: GOCARDLESS_USERS,
  secretStore: SECRET_STORE,
  sealer: SEALER,
  gocardlessAccounts: GOCARDLESS_ACCOUNTS,
  processCheckpoints: PROCESS_CHECKPOINTS,
  workerLocks: WORKER_LOCKS,
  workTable: WORK_TABLE,
  readModelDatabase: READ_MODEL_DATABASE,
  progress: PROGRESS,
  readModels: READ_MODELS,
  balanceQuestions: BALANCE_QUESTIONS,
  logoFiles: LOGO_FILES,
  balanceFiles: BALANCE_FILES,
  tableFiles: TABLE_FILES,
} as const satisfies Record<keyof Runtime, symbol | typeof AppendRefusals>;

/** Gives every module the parts of the runtime, under the tokens of their ports. */
@Module({})
export class RuntimeModule {
  static with(runtime: Partial<Runtime>): DynamicModule {
    // The keys of `TOKENS` are the keys of a runtime.
    const names = (Object.keys(TOKENS) as (keyof Runtime)[]).filter((name) => runtime[name] !== undefined);
    return {
      module: RuntimeModule,
      global: true,
      providers: names.map((name) => ({ provide: TOKENS[name], useValue: runtime[name] })),
      exports: names.map((name) => TOKENS[name]),
    };
  }
}
