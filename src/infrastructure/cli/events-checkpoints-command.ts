import { parseArgs } from 'node:util';
import { ConfigurationError, type Environment } from '../config/configuration';
import { beginAnewAfterRestore, goOnInCopy } from './events-checkpoints';
import { runCommand, type Store, twoStores, withStores } from './stores';

const EVENTS_CHECKPOINTS_USAGE = `events checkpoints --from postgres --to eventstoredb
events checkpoints --from eventstoredb --to postgres
events checkpoints --restored

Makes the database fit the log. With --from and --to: the log was copied, and the service is to go on in the copy. With --restored: the log
or the database was restored from a backup. Stop all processes of the service first. The read models are dropped in both cases, and built
anew when the service starts. The stores are those of DATABASE_URL or DATA_DIR, DATABASE_SCHEMA, EVENTSTOREDB_URL and STREAM_PREFIX.`;

const TOLD_EVERY = 10_000;

/** `events checkpoints`; `say` writes a line for whoever started it. Throws `ConfigurationError`, `LogsDiffer`, `ServiceRuns`. */
export async function eventsCheckpointsCommand(
  words: readonly string[],
  env: Environment,
  say: (line: string) => void,
  now: () => string = () => new Date().toISOString(),
): Promise<void> {
  const wanted = readWords(words);
  await withStores(env, async ({ configuration, pool, schema, open }) => {
    const database = { pool, schema };
    if (wanted === 'restored') {
      await beginAnewAfterRestore(database, await open(configuration.eventStore.kind), now());
      say(
        'Read models and processes begin anew when the service starts, and for 35 days payments are looked for at GoCardless first.',
      );
      return;
    }
    const { from, to } = wanted;
    const { processes, events, hash } = await goOnInCopy(database, await open(from), await open(to), (passed) => {
      if (passed % TOLD_EVERY === 0) say(`${passed} events`);
    });
    say(`${events} events are the same in ${from} and ${to}. SHA-256 of both logs: ${hash}`);
    say(
      `${processes} checkpoints go on in ${to}, and the read models are built anew. Start the service with EVENT_STORE=${to}.`,
    );
  });
}

function readWords(words: readonly string[]): 'restored' | { readonly from: Store; readonly to: Store } {
  const options = { from: { type: 'string' }, to: { type: 'string' }, restored: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  if (values.restored === true && values.from === undefined && values.to === undefined) return 'restored';
  const stores = values.restored === true ? null : twoStores(values.from, values.to);
  if (stores === null) throw new ConfigurationError([EVENTS_CHECKPOINTS_USAGE]);
  return stores;
}

if (require.main === module) runCommand(eventsCheckpointsCommand);
