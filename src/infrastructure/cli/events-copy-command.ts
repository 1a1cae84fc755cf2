import { parseArgs } from 'node:util';
import { type Configuration, ConfigurationError, type Environment, readConfiguration } from '../config/configuration';
import { EventStoreDBJournal } from '../event-store/eventstoredb/eventstoredb-journal';
import { type Journal } from '../event-store/journal';
import { PostgresJournal } from '../event-store/postgres/postgres-journal';
import { ALL_MIGRATIONS } from '../postgres/all-migrations';
import { startEmbeddedPostgres } from '../postgres/embedded-server';
import { migrate } from '../postgres/migrations';
import { createPool } from '../postgres/pool';
import { copyEvents } from './events-copy';

const STORES = ['postgres', 'eventstoredb'] as const;
type Store = (typeof STORES)[number];

export const EVENTS_COPY_USAGE = `events copy --from postgres --to eventstoredb
events copy --from eventstoredb --to postgres

Copies the log into another store, with order, ids, metadata and recorded times. Stop the service first. A copy that was cut off
goes on where it was when it is started again. The stores are those of DATABASE_URL or DATA_DIR, DATABASE_SCHEMA,
EVENTSTOREDB_URL and STREAM_PREFIX.`;

/** `events copy`; `say` writes a line for whoever started it. Throws `ConfigurationError` and what `copyEvents` throws. */
export async function eventsCopyCommand(
  words: readonly string[],
  env: Environment,
  say: (line: string) => void,
): Promise<void> {
  const { from, to } = readWords(words);
  // Whichever store the service uses now, both must be named.
  const configuration = readConfiguration({ ...env, EVENT_STORE: 'eventstoredb' });
  const steps: (() => Promise<void>)[] = [];
  try {
    const open = {
      postgres: await openPostgres(configuration, steps),
      eventstoredb: await openEventStoreDB(configuration, steps),
    };
    const report = await copyEvents(open[from], open[to], (events) => {
      say(`${events} events`);
    });
    say(`${report.events} events are the same in ${from} and ${to}; ${report.copied} of them were copied now.`);
    say(`SHA-256 of both logs: ${report.hash}`);
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

function readWords(words: readonly string[]): { readonly from: Store; readonly to: Store } {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const from = STORES.find((store) => store === values.from);
  const to = STORES.find((store) => store === values.to);
  if (from === undefined || to === undefined || from === to) throw new ConfigurationError([EVENTS_COPY_USAGE]);
  return { from, to };
}

async function openPostgres(
  { database, dataDirectory, schema }: Configuration,
  steps: (() => Promise<void>)[],
): Promise<Journal> {
  let url: string;
  if (database.kind === 'server') {
    url = database.url;
  } else {
    const server = await startEmbeddedPostgres(dataDirectory);
    steps.push(() => server.stop());
    url = server.url;
  }
  const pool = createPool({ url, schema, max: 4 });
  steps.push(() => pool.end());
  await migrate(pool, schema, ALL_MIGRATIONS);
  const journal = await PostgresJournal.open(pool);
  steps.push(() => journal.close());
  return journal;
}

async function openEventStoreDB(
  { eventStore, streamPrefix }: Configuration,
  steps: (() => Promise<void>)[],
): Promise<Journal> {
  if (eventStore.kind !== 'eventstoredb') throw new ConfigurationError(['EVENTSTOREDB_URL is needed.']);
  const journal = await EventStoreDBJournal.open({ url: eventStore.url, streamPrefix });
  steps.push(() => journal.close());
  return journal;
}

if (require.main === module) {
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  eventsCopyCommand(process.argv.slice(2), process.env, say).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
