import { parseArgs } from 'node:util';
import { ConfigurationError, type Environment } from '../config/configuration';
import { copyEvents } from './events-copy';
import { runCommand, type Store, twoStores, withStores } from './stores';

const EVENTS_COPY_USAGE = `events copy --from postgres --to eventstoredb
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
  await withStores(env, async ({ open }) => {
    const report = await copyEvents(await open(from), await open(to), (events) => {
      say(`${events} events`);
    });
    say(`${report.events} events are the same in ${from} and ${to}; ${report.copied} of them were copied now.`);
    say(`SHA-256 of both logs: ${report.hash}`);
    say(`Before the service starts with EVENT_STORE=${to}: npm run events:checkpoints -- --from ${from} --to ${to}`);
  });
}

function readWords(words: readonly string[]): { readonly from: Store; readonly to: Store } {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const stores = twoStores(values.from, values.to);
  if (stores === null) throw new ConfigurationError([EVENTS_COPY_USAGE]);
  return stores;
}

if (require.main === module) runCommand(eventsCopyCommand);
