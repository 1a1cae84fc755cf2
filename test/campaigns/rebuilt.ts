import { comparePositions, type Position } from '../../src/application/ports/event-store';
import { withStores } from '../../src/infrastructure/cli/stores';
import { type Environment } from '../../src/infrastructure/config/configuration';
import { createCodec } from '../../src/infrastructure/event-store/codec';
import { createEventStore } from '../../src/infrastructure/event-store/event-store';
import { keptMasterKey } from '../../src/infrastructure/security/master-key';
import { PostgresKeyVault } from '../../src/infrastructure/security/postgres-key-vault';
import { ALL_READ_MODELS } from '../../src/read-models/all-read-models';
import { readCheckpoints } from '../../src/read-models/engine/checkpoints';
import { type Difference } from '../../src/read-models/engine/compare';
import { type ReadModelDatabase } from '../../src/read-models/engine/database';
import { Progress } from '../../src/read-models/engine/progress';
import { rebuild } from '../../src/read-models/engine/rebuild';

const CAUGHT_UP_WITHIN_MS = 60_000;
const MAX_TOLD = 8;

/**
 * Builds the read models of these services anew from the log, beside those that are served, and throws when the two differ in any row or
 * past version: whatever was written twice, too late or not at all shows here, also where no question that is asked would show it.
 */
export async function requireAsRebuilt(environment: Environment): Promise<void> {
  await withStores(environment, async ({ configuration, pool, schema, open }) => {
    const masterKey = configuration.masterKey ?? (await keptMasterKey(configuration.dataDirectory));
    const keyVault = new PostgresKeyVault(pool, masterKey);
    const store = createEventStore(await open('postgres'), createCodec(keyVault));
    const database = { pool, schema };
    await requireCaughtUp(database, await store.head());
    const { differences } = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'dropped' });
    if (differences.length === 0) return;
    throw new Error(
      [
        `${differences.length} rows are not what the log gives:`,
        ...differences.slice(0, MAX_TOLD).map((difference) => `  ${described(difference)}`),
      ].join('\n'),
    );
  });
}

/** One that has stopped would be compared with as much of the log as it has taken in, and be right. */
async function requireCaughtUp(database: ReadModelDatabase, head: Position): Promise<void> {
  const names = ALL_READ_MODELS.map(({ name }) => name);
  await new Progress(database).waitUntil(names, head, CAUGHT_UP_WITHIN_MS);
  const checkpoints = await readCheckpoints(database.pool, database.schema, 'active');
  const behind = [...checkpoints.values()].filter(({ position }) => comparePositions(position, head) < 0);
  if (behind.length === 0) return;
  const told = behind.map(
    ({ readModel, position, failure }) => `${readModel} at ${position} ${JSON.stringify(failure)}`,
  );
  throw new Error(`The log is at ${head}, but these read models are behind: ${told.join(', ')}.`);
}

function described({ table, id, pastFrom, which, columns }: Difference): string {
  const row = `${table} ${id}${pastFrom === null ? '' : `, past version from ${pastFrom}`}`;
  switch (which) {
    case 'only_live':
      return `${row}: is served, but the log does not give it`;
    case 'only_rebuilt':
      return `${row}: the log gives it, but it is not served`;
    case 'differs':
      return `${row}: differs in ${columns.join(', ')}`;
  }
}
