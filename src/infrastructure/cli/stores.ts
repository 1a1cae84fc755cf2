import { type Pool } from 'pg';
import { type Configuration, ConfigurationError, type Environment, readConfiguration } from '../config/configuration';
import { WrongUsage } from './command';
import { EventStoreDBJournal } from '../event-store/eventstoredb/eventstoredb-journal';
import { type Journal } from '../event-store/journal';
import { PostgresJournal } from '../event-store/postgres/postgres-journal';
import { ALL_MIGRATIONS } from '../all-migrations';
import { startEmbeddedPostgres } from '../../postgres/embedded-server';
import { migrate } from '../../postgres/migrations';
import { createPool } from '../../postgres/pool';

const STORES = ['postgres', 'eventstoredb'] as const;
export type Store = (typeof STORES)[number];

/** The database and the stores of an environment, as a command of an operator needs them. */
export interface Stores {
  readonly configuration: Configuration;
  readonly pool: Pool;
  readonly schema: string;
  readonly open: (store: Store) => Promise<Journal>;
}

/** Opens the database, lets `work` do its work, and gives everything up again. Throws `ConfigurationError`. */
export async function withStores<T>(env: Environment, work: (stores: Stores) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(env);
  const steps: (() => Promise<void>)[] = [];
  try {
    const { schema } = configuration;
    const pool = createPool({ url: await databaseUrl(configuration, steps), schema, max: 6 });
    steps.push(() => pool.end());
    await migrate(pool, schema, ALL_MIGRATIONS);
    const open = async (store: Store): Promise<Journal> => {
      const journal = await openJournal(store, pool, env);
      steps.push(() => journal.close());
      return journal;
    };
    return await work({ configuration, pool, schema, open });
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

async function databaseUrl(
  { database, dataDirectory }: Configuration,
  steps: (() => Promise<void>)[],
): Promise<string> {
  if (database.kind === 'server') return database.url;
  const server = await startEmbeddedPostgres(dataDirectory);
  steps.push(() => server.stop());
  return server.url;
}

/** Whichever store the service uses now, the other one is named in its environment too. */
function openJournal(store: Store, pool: Pool, env: Environment): Promise<PostgresJournal | EventStoreDBJournal> {
  if (store === 'postgres') return PostgresJournal.open(pool);
  const { eventStore, streamPrefix } = readConfiguration({ ...env, EVENT_STORE: 'eventstoredb' });
  if (eventStore.kind !== 'eventstoredb') throw new ConfigurationError(['EVENTSTOREDB_URL is needed.']);
  return EventStoreDBJournal.open({ url: eventStore.url, streamPrefix });
}

/** Two different stores by their names. Throws `WrongUsage`. */
export function twoStores(
  from: string | undefined,
  to: string | undefined,
): { readonly from: Store; readonly to: Store } {
  const source = STORES.find((store) => store === from);
  const target = STORES.find((store) => store === to);
  if (source !== undefined && target !== undefined && source !== target) return { from: source, to: target };
  throw new WrongUsage(`--from and --to must be two of: ${STORES.join(', ')}.`);
}
