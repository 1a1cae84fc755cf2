import { doubling } from '../../src/domain/shared/retry';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NewEvent, OutcomeUnknown, StoreUnavailable } from '../../src/application/ports/event-store';
import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { createCodec } from '../../src/infrastructure/event-store/codec';
import { createEventStore } from '../../src/infrastructure/event-store/event-store';
import { FakeEventStoreDB, type Mood } from '../support/fake-eventstoredb/fake-eventstoredb';
import { memoryKeyVault } from '../support/memory-key-vault';
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
    timeouts: {
      // Long enough for a busy machine to find out that nobody is there.
      appendMs: 2_000,
      responseDeadlineMs: 300,
      lookMs: 50,
      delay: (milliseconds) => Promise.resolve(delays.push(milliseconds)),
      random: () => 0.5,
    },
  });
}

function somethingKnown(): NewEvent {
  const at = '2026-11-01T09:00:00.000Z';
  const data = { connectionId: 'con_1', companyName: 'Acme', address: '', vatNumber: '' };
  const metadata = {
    v: 1,
    causationId: 'command',
    correlationId: 'command',
    actor: 'system',
    effectiveAt: at,
    recordedAt: at,
  } as const;
  return { id: newEvent().id, type: 'CompanyDetailsChanged', data, metadata };
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

  it.each<[Mood | 'killed', string]>([
    ['refuses-user', 'refused the user or the password of EVENTSTOREDB_URL'],
    ['refuses-rights', 'does not let the user of EVENTSTOREDB_URL do this'],
    ['not-ready', 'EventStoreDB starts, or its cluster has no leader'],
    ['silent', 'EventStoreDB gives no answer'],
    ['killed', 'can not be reached'],
  ])('what is wrong and what to do is said, and no address: %s', async (state, advice) => {
    if (state === 'killed') fake.kill();
    else fake.mood = state;

    const failure: unknown = await journal.read('thing-1', 0).catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: 'StoreUnavailable', advice: expect.stringContaining(advice) as string });
    expect(failure instanceof StoreUnavailable ? failure.advice : '').not.toContain('127.0.0.1');
  });

  it('silence ends at the deadline: an append has an unknown outcome, a read has none', async () => {
    fake.mood = 'silent';

    await expect(journal.append(newStream(), 'no_stream', [newEvent()])).rejects.toThrow(OutcomeUnknown);
    await expect(journal.read('thing-1', 0)).rejects.toThrow(StoreUnavailable);
    await expect(journal.head()).rejects.toThrow(StoreUnavailable);
  });

  it('silence costs the sender of an append one deadline, although it would be sent again', async () => {
    fake.mood = 'silent';
    let now = 0;
    const store = createEventStore(journal, createCodec(memoryKeyVault()), {
      schedule: { waits: doubling(50, 6), afterwards: 'give_up' },
      withinMs: 250,
      now: () => (now += 300),
      delay: () => Promise.resolve(),
    });
    const appends = fake.calls.append;

    await expect(store.append('thing-1', 'no_stream', [somethingKnown()])).rejects.toThrow(OutcomeUnknown);

    expect(fake.calls.append - appends).toBe(1);
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

describe('Over TLS', () => {
  const file = (name: string): string => join(process.cwd(), 'test/fixtures/tls', name);
  let secure: FakeEventStoreDB;

  beforeEach(async () => {
    const [certificate, key] = [readFileSync(file('server.crt')), readFileSync(file('server.key'))];
    secure = await FakeEventStoreDB.start({ certificate, key });
  });

  afterEach(() => {
    secure.kill();
  });

  const openAt = (url: string): Promise<EventStoreDBJournal> => EventStoreDBJournal.open({ url, streamPrefix: '' });

  it('a server whose authority is named is taken', async () => {
    const url = `esdb://ledger:secret@127.0.0.1:${secure.port}?tlsCAFile=${file('authority.crt')}`;

    const opened = await openAt(url);

    expect(await opened.head()).toBe(opened.start());
    await opened.close();
  });

  it.each<[string, (port: { secure: number; plain: number }) => string, string]>([
    [
      'another authority',
      (port) => `esdb://ledger:secret@127.0.0.1:${port.secure}?tlsCAFile=${file('another-authority.crt')}`,
      'tlsCAFile in EVENTSTOREDB_URL must name the authority',
    ],
    [
      'a name that is not in the certificate',
      (port) => `esdb://ledger:secret@localhost:${port.secure}?tlsCAFile=${file('authority.crt')}`,
      'the host must be one of the names in it',
    ],
    [
      'a server without TLS',
      (port) => `esdb://ledger:secret@127.0.0.1:${port.plain}?tlsCAFile=${file('authority.crt')}`,
      'do not agree about TLS',
    ],
    [
      'a client without TLS',
      (port) => `esdb://127.0.0.1:${port.secure}?tls=false`,
      'tls=false for a server without TLS',
    ],
  ])('what does not fit is named: %s', async (_, urlFor, advice) => {
    const url = urlFor({ secure: secure.port, plain: fake.port });

    await expect(openAt(url)).rejects.toMatchObject({ advice: expect.stringContaining(advice) as string });
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
