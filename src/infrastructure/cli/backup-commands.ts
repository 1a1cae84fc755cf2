import { stat } from 'node:fs/promises';
import { type RowsPassed } from '../../postgres/dump';
import { type Configuration, readConfiguration } from '../config/configuration';
import { findMasterKey, type MasterKey } from '../security/master-key';
import { loadBackup, type OpenBackup, openBackup, writeBackup } from './backup';
import { type Command, type CommandContext, parseFile } from './command';
import { afterRestore } from './events-checkpoints-command';
import { whileStopped } from './events-checkpoints';
import { withStores } from './stores';

export const backup: Command = {
  usage: 'backup FILE',
  summary: 'writes all that can not be made again into a file',
  details: `The file has the log, API keys, secrets, kept files and checkpoints as they are at one moment, packed with gzip; the read models are made
from the log. The service may run meanwhile. Not in it is the master key (MASTER_KEY, or master.key in DATA_DIR), without which nobody can
read the personal data and secrets in it: keep that apart. With EVENT_STORE=eventstoredb the log is elsewhere: back up that server first.`,

  async run(words, context) {
    const file = parseFile(words);
    if (await exists(file)) throw new Error(`${file} is there already, and is left as it is.`);
    const configuration = readConfiguration(context.env);
    const masterKey = await requireMasterKey(configuration);
    await withStores(context.env, async ({ pool, schema }) => {
      const about = { at: context.now(), masterKey: masterKey.fingerprint };
      await writeBackup({ pool, schema }, file, about, progress(context));
    });
    context.say(`${file} is written. Keep the master key too, and apart from it.`);
  },
};

export const restore: Command = {
  usage: 'restore FILE',
  summary: 'puts everything back that a backup has',
  details: `Into an empty DATA_DIR, or an empty schema of DATABASE_URL; MASTER_KEY or master.key in DATA_DIR must be the key of that installation. What
comes afterwards is the same as after "events checkpoints --restored", which need not be run.`,

  async run(words, context) {
    const file = parseFile(words);
    const opened = await openBackup(file);
    try {
      await putBack(opened, context);
    } finally {
      opened.close();
    }
    context.say(`All of ${file} is back, as it was at ${opened.header.at}. Start the service.`);
  },
};

async function putBack(opened: OpenBackup, context: CommandContext): Promise<void> {
  const masterKey = await requireMasterKey(readConfiguration(context.env));
  if (masterKey.fingerprint !== opened.header.masterKey) {
    throw new Error('The master key is not the one of this backup: nobody could read what is sealed in it.');
  }
  await withStores(context.env, async (stores) => {
    const database = { pool: stores.pool, schema: stores.schema };
    await whileStopped(database, () => loadBackup(database, opened, progress(context)));
    await afterRestore(stores, context);
  });
}

async function requireMasterKey({ masterKey, dataDirectory }: Configuration): Promise<MasterKey> {
  const key = masterKey ?? (await findMasterKey(dataDirectory));
  if (key === null) {
    throw new Error('There is no master key: set MASTER_KEY, or put the master.key of the installation into DATA_DIR.');
  }
  return key;
}

function progress({ say }: CommandContext): RowsPassed {
  return (table, rows) => {
    if (rows > 0) say(`${table}: ${rows} rows`);
  };
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
