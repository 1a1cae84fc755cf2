import { type Command, type CommandContext, parseOptions, WrongUsage } from './command';
import { beginAnewAfterRestore, goOnInCopy } from './events-checkpoints';
import { type Store, type Stores, twoStores, withStores } from './stores';

const TOLD_EVERY = 10_000;

/** Throws `ConfigurationError`, `LogsDiffer` and `ServiceRuns`. */
export const eventsCheckpoints: Command = {
  usage: [
    'events checkpoints --from postgres --to eventstoredb',
    'events checkpoints --from eventstoredb --to postgres',
    'events checkpoints --restored',
  ].join('\n'),
  summary: 'makes the database fit a log that was copied or restored',
  details: `With --from and --to: the log was copied, and the service is to go on in the copy. With --restored: the log or the database was
restored from a backup. Stop all processes of the service first. The read models are dropped in both cases, and built anew when the service
starts. The stores are those of DATABASE_URL or DATA_DIR, DATABASE_SCHEMA, EVENTSTOREDB_URL and STREAM_PREFIX.`,

  async run(words, context) {
    const values = parseOptions(words, {
      from: { type: 'string' },
      to: { type: 'string' },
      restored: { type: 'boolean' },
    });
    if (values.restored !== true) {
      const between = twoStores(values.from, values.to);
      await withStores(context.env, (stores) => afterCopy(stores, between, context));
      return;
    }
    if (values.from !== undefined || values.to !== undefined) throw new WrongUsage('--restored stands alone.');
    await withStores(context.env, (stores) => afterRestore(stores, context));
  },
};

async function afterCopy(
  { pool, schema, open }: Stores,
  { from, to }: { readonly from: Store; readonly to: Store },
  { say }: CommandContext,
): Promise<void> {
  const database = { pool, schema };
  const { processes, events, hash } = await goOnInCopy(database, await open(from), await open(to), (passed) => {
    if (passed % TOLD_EVERY === 0) say(`${passed} events`);
  });
  say(`${events} events are the same in ${from} and ${to}. SHA-256 of both logs: ${hash}`);
  say(
    `${processes} checkpoints go on in ${to}, and the read models are built anew. Start the service with EVENT_STORE=${to}.`,
  );
}

/** Also the last step of a restore from our own backup. */
export async function afterRestore(
  { configuration, pool, schema, open }: Stores,
  { say, now }: CommandContext,
): Promise<void> {
  await beginAnewAfterRestore({ pool, schema }, await open(configuration.eventStore.kind), now());
  say(
    'Read models and processes begin anew when the service starts, and for 35 days payments are looked for at GoCardless first.',
  );
}
