import { PostgresJournal } from '../../src/infrastructure/event-store/postgres/postgres-journal';
import { createPool } from '../../src/postgres/pool';
import { startCuttingProxy } from '../support/cutting-proxy';
import { testDatabase } from '../support/postgres';
import { eventStoreContract, type JournalUnderTest } from './event-store.contract';

async function journalUnderTest(): Promise<JournalUnderTest> {
  const database = await testDatabase();
  const address = new URL(database.url);
  const proxy = await startCuttingProxy(address.hostname, Number(address.port || 5432));
  const through = new URL(database.url);
  through.host = `127.0.0.1:${proxy.port}`;
  const pools = [database.url, database.url, through.toString()].map((url) =>
    createPool({ url, schema: database.schema, max: 4 }),
  );
  const journals = await Promise.all(pools.map((pool) => PostgresJournal.open(pool)));
  const [journal, other, behindProxy] = journals;
  if (journal === undefined || other === undefined || behindProxy === undefined)
    throw new Error('Three journals were opened.');
  return {
    journal,
    other,
    lossy: {
      journal: behindProxy,
      loseAnswerTo: (text) => {
        proxy.loseAnswerTo(text);
      },
    },
    async close() {
      await Promise.all(journals.map((each) => each.close()));
      await Promise.all(pools.map((pool) => pool.end()));
      await proxy.close();
      await database.drop();
    },
  };
}

eventStoreContract('PostgreSQL', journalUnderTest);
