import { randomUUID } from 'node:crypto';
import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { startCuttingProxy } from '../support/cutting-proxy';
import { type JournalUnderTest } from './event-store.contract';

/** Three journals of one log on a server without TLS (the proxy must see what it loses); the log is new. */
export async function eventStoreDBUnderTest(url: string): Promise<JournalUnderTest> {
  const { hostname, port } = new URL(url.replace(/^esdb:/, 'http:'));
  const proxy = await startCuttingProxy(hostname, Number(port || 2113));
  const streamPrefix = `test-${randomUUID()}.`;
  const urls = [url, url, `esdb://127.0.0.1:${proxy.port}?tls=false`];
  const journals = await Promise.all(
    urls.map((each) => EventStoreDBJournal.open({ url: each, streamPrefix, categories: ['contract'] })),
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
    },
  };
}
