import { OutcomeUnknown, StoreUnavailable } from '../../src/application/ports/event-store';
import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { FakeEventStoreDB } from '../support/fake-eventstoredb/fake-eventstoredb';
import { newEvent, newStream, readUntil } from './eventstoredb-behaviour';

let fake: FakeEventStoreDB;
let journal: EventStoreDBJournal;
let delays: number[];

beforeEach(async () => {
  fake = await FakeEventStoreDB.start();
  delays = [];
  journal = await open();
});

afterEach(async () => {
  await journal.close();
  fake.kill();
});

function open(): Promise<EventStoreDBJournal> {
  return EventStoreDBJournal.open({
    url: fake.url,
    streamPrefix: '',
    categories: ['thing'],
    patience: {
      appendMs: 300,
      silenceMs: 300,
      lookMs: 50,
      delay: (milliseconds) => Promise.resolve(delays.push(milliseconds)),
      random: () => 0.5,
    },
  });
}

async function append(count: number): Promise<readonly string[]> {
  const events = Array.from({ length: count }, newEvent);
  for (const event of events) await journal.append(newStream(), 'no_stream', [event]);
  return events.map(({ id }) => id);
}

describe('While the server is away', () => {
  it.each<[string, (at: FakeEventStoreDB) => void]>([
    [
      'it is down',
      (at) => {
        at.kill();
      },
    ],
    [
      'it starts',
      (at) => {
        at.mood = 'not-ready';
      },
    ],
    [
      'it does not know the user',
      (at) => {
        at.mood = 'refuses-user';
      },
    ],
  ])('every call says so: %s', async (_, away) => {
    const start = journal.start();
    away(fake);

    await expect(journal.read('thing-1', 0)).rejects.toThrow(StoreUnavailable);
    await expect(journal.append(newStream(), 'no_stream', [newEvent()])).rejects.toThrow(StoreUnavailable);
    await expect(journal.readLast('thing-1')).rejects.toThrow(StoreUnavailable);
    await expect(journal.readAll(start, { limit: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(journal.head()).rejects.toThrow(StoreUnavailable);
    await expect(open()).rejects.toThrow(StoreUnavailable);
  });

  it('tells whoever set the wrong password what is wrong', async () => {
    fake.mood = 'refuses-user';

    await expect(journal.append(newStream(), 'no_stream', [newEvent()])).rejects.toThrow(
      'EventStoreDB refused the user or the password of EVENTSTOREDB_URL',
    );
  });

  it('silence ends at the deadline: an append has an unknown outcome, a read has none', async () => {
    fake.mood = 'silent';

    await expect(journal.append(newStream(), 'no_stream', [newEvent()])).rejects.toThrow(OutcomeUnknown);
    await expect(journal.read('thing-1', 0)).rejects.toThrow(StoreUnavailable);
    await expect(journal.head()).rejects.toThrow(StoreUnavailable);
  });

  it('the same journal goes on when it is back', async () => {
    const before = journal.start();
    const ids = [...(await append(3))];
    fake.kill();
    await expect(journal.head()).rejects.toThrow(StoreUnavailable);
    await fake.restart();

    ids.push(...(await append(3)));

    expect((await readUntil(journal, before, 6)).map(({ id }) => id)).toEqual(ids);
  });
});

describe('A subscription that fails', () => {
  it('is made again after the last event that was handed out, as often as it is dropped', async () => {
    const ids: string[] = [];
    const seen: string[] = [];
    let position = journal.start();
    for (let turn = 0; turn < 5; turn += 1) {
      ids.push(...(await append(2)));
      const page = await journal.readAll(position, { limit: 1 });
      position = page.scannedTo;
      seen.push(...page.events.map(({ id }) => id));
      fake.dropSubscriptions();
    }

    seen.push(...(await readUntil(journal, position, 5)).map(({ id }) => id));

    expect(seen).toEqual(ids);
    expect(fake.calls.subscribe).toBeGreaterThan(1);
  });

  it('wakes who waits on it, and the events come', async () => {
    const head = await journal.head();
    const waiting = journal.waitForMore(head, new AbortController().signal);
    while (fake.calls.subscribe === 0) await journal.head();

    fake.dropSubscriptions();
    const ids = await append(1);

    await waiting;
    expect((await readUntil(journal, head, 1)).map(({ id }) => id)).toEqual(ids);
  });

  it('that is deaf keeps nobody asking in turns where another one waits at the same place', async () => {
    const head = await journal.head();
    const never = new AbortController().signal;
    const stop = new AbortController();
    const deaf = journal.waitForMore(head, stop.signal);
    while (fake.log.listeners.size < 1) await journal.head();
    const [listener] = fake.log.listeners;
    const waiting = journal.waitForMore(head, never);
    while (fake.log.listeners.size < 2) await journal.head();
    stop.abort();
    await deaf;
    if (listener !== undefined) fake.log.listeners.delete(listener);
    const other = await open();
    await other.append(newStream(), 'no_stream', [newEvent()]);
    await waiting;

    const { events } = await journal.readAll(head, { limit: 1 });

    await other.close();
    expect(events).toHaveLength(1);
  });

  it('is found out when it is dead and says nothing: the end of the log is compared', async () => {
    const head = await journal.head();
    const waiting = journal.waitForMore(head, new AbortController().signal);
    while (fake.calls.subscribe === 0) await journal.head();
    fake.log.listeners.clear();

    const other = await open();
    await other.append(newStream(), 'no_stream', [newEvent()]);
    await waiting;
    const seen = await readUntil(journal, head, 1);
    await other.close();

    expect(seen).toHaveLength(1);
    expect(fake.calls.subscribe).toBe(2);
  });

  it('over and over ends in an error, with growing pauses between the tries', async () => {
    await append(1);
    fake.dropsEverySubscription = true;

    await expect(journal.readAll(journal.start(), { limit: 1 })).rejects.toThrow(StoreUnavailable);

    expect(delays).toEqual([10, 20, 40, 80, 160]);
  });
});

it('200 appends to a server that only starts leave nothing behind, and end no process', async () => {
  fake.mood = 'not-ready';
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, () => journal.append(newStream(), 'no_stream', [newEvent()])),
  );
  fake.mood = 'well';

  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await journal.head()).toBe(journal.start());
});
