import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { eventStoreContract } from './event-store.contract';
import { eventStoreDBBehaviour } from './eventstoredb-behaviour';
import { eventStoreDBUnderTest } from './eventstoredb-under-test';

eventStoreContract('EventStoreDB (a fake)', async () => {
  const fake = await FakeEventStoreDB.start();
  const under = await eventStoreDBUnderTest(fake.url);
  const close = async (): Promise<void> => {
    await under.close();
    fake.kill();
  };
  return { ...under, close };
});

eventStoreDBBehaviour('EventStoreDB (a fake)', async () => {
  const fake = await FakeEventStoreDB.start();
  return {
    url: fake.url,
    stop: () => {
      fake.kill();
    },
  };
});
