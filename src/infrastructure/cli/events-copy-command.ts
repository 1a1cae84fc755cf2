import { type Command, parseOptions } from './command';
import { copyEvents } from './events-copy';
import { twoStores, withStores } from './stores';

/** Throws `ConfigurationError` and what `copyEvents` throws. */
export const eventsCopy: Command = {
  usage: 'events copy --from postgres --to eventstoredb\nevents copy --from eventstoredb --to postgres',
  summary: 'copies the log into another store',
  details: `Copies the log with order, ids, metadata and recorded times. Stop the service first. A copy that was cut off goes on where it was
when it is started again. The stores are those of DATABASE_URL or DATA_DIR, DATABASE_SCHEMA, EVENTSTOREDB_URL and STREAM_PREFIX.`,

  async run(words, { env, say }) {
    const values = parseOptions(words, { from: { type: 'string' }, to: { type: 'string' } });
    const { from, to } = twoStores(values.from, values.to);
    await withStores(env, async ({ open }) => {
      const report = await copyEvents(await open(from), await open(to), (events) => {
        say(`${events} events`);
      });
      say(`${report.events} events are the same in ${from} and ${to}; ${report.copied} of them were copied now.`);
      say(`SHA-256 of both logs: ${report.hash}`);
      say(
        `Before the service starts with EVENT_STORE=${to}: npm run admin -- events checkpoints --from ${from} --to ${to}`,
      );
    });
  },
};
