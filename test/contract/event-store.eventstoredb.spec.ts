import { eventStoreContract } from './event-store.contract';
import { eventStoreDBBehaviour } from './eventstoredb-behaviour';
import { eventStoreDBUnderTest } from './eventstoredb-under-test';

const url = process.env['EVENTSTOREDB_URL'];
if (url === undefined)
  throw new Error('EVENTSTOREDB_URL names the server to test, for example esdb://127.0.0.1:2113?tls=false.');
if (url.includes(',') || !/[?&]tls=false(&|$)/.test(url))
  throw new Error('The contract is tested on one server without TLS, whose answers can be seen and lost on the way.');

eventStoreContract('EventStoreDB', () => eventStoreDBUnderTest(url));
eventStoreDBBehaviour('EventStoreDB', () => Promise.resolve({ url, stop: () => undefined }));
