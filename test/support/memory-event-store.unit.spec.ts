import { VersionConflict } from '../../src/application/ports/event-store';
import { MemoryEventStore } from './memory-event-store';
import { sampleEvent, sampleFacts } from './sample-read-models';

const [one, two, three] = [0, 1, 2].map((place) => sampleEvent(sampleFacts.changed('a', null), place));
if (one === undefined || two === undefined || three === undefined) throw new Error('The sample lacks events.');
const stream = 'customer-a';

describe('the event store in memory', () => {
  let store: MemoryEventStore;

  beforeEach(async () => {
    store = new MemoryEventStore('test');
    await store.append(stream, 'no_stream', [one, two]);
  });

  it('answers a repeat as it did the first time', async () => {
    await store.append(stream, 1, [three]);

    expect(await store.append(stream, 'no_stream', [one, two])).toEqual({ revision: 1, position: 'test.2' });
    expect(await store.head()).toBe('test.3');
  });

  it.each([
    ['other events', 'no_stream' as const, [three]],
    ['a repeat in part', 'no_stream' as const, [one, three]],
    ['more than was there', 'no_stream' as const, [one, two, three]],
    ['a revision that is not there yet', 5, [three]],
  ])('refuses %s', async (_, expected, events) => {
    await expect(store.append(stream, expected, events)).rejects.toThrow(VersionConflict);
    expect(await store.head()).toBe('test.2');
  });

  it('reads in pages, filtered, and says how far it looked', async () => {
    await store.append('customer-b', 'no_stream', [sampleEvent(sampleFacts.forgotten('b'), 9)]);

    const page = await store.readAll(store.start(), { types: ['CustomerForgotten'], limit: 5 });
    const firstPage = await store.readAll(store.start(), { limit: 1 });

    expect(page).toMatchObject({ events: [{ stream: 'customer-b', position: 'test.3' }], scannedTo: 'test.3' });
    expect(firstPage).toMatchObject({ events: [{ id: one.id }], scannedTo: 'test.1' });
    await expect(store.readAll('other.1', { limit: 1 })).rejects.toThrow('Position other.1 is not one of store test.');
  });

  it('wakes who waits when something is appended, and when the signal is aborted', async () => {
    const aborting = new AbortController();
    const appended = store.waitForMore('test.2', new AbortController().signal);
    const aborted = store.waitForMore('test.3', aborting.signal);
    await store.append(stream, 1, [three]);
    await appended;

    aborting.abort();

    await aborted;
  });
});
