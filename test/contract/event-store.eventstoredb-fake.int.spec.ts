import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { startCuttingProxy } from '../support/cutting-proxy';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { eventStoreContract, type JournalUnderTest } from './event-store.contract';

async function journalUnderTest(): Promise<JournalUnderTest> {
  const fake = await FakeEventStoreDB.start();
  const proxy = await startCuttingProxy('127.0.0.1', fake.port);
  const urls = [fake.url, fake.url, `esdb://127.0.0.1:${proxy.port}?tls=false`];
  const journals = await Promise.all(
    urls.map((url) => EventStoreDBJournal.open({ url, streamPrefix: 'test.', categories: ['contract'] })),
  );
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
      await proxy.close();
      fake.kill();
    },
  };
}

eventStoreContract('EventStoreDB (a fake)', journalUnderTest);
