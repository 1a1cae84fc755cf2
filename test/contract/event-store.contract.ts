import { doubling } from '../../src/domain/shared/retry';
import { randomUUID } from 'node:crypto';
import {
  type Appended,
  AppendTooLarge,
  comparePositions,
  type ExpectedRevision,
  MAX_APPEND_BYTES,
  type NewEvent,
  OutcomeUnknown,
  type Position,
  VersionConflict,
} from '../../src/application/ports/event-store';
import { createCodec } from '../../src/infrastructure/event-store/codec';
import { createEventStore } from '../../src/infrastructure/event-store/event-store';
import { type EncodedEvent, type Journal, type JournaledEvent } from '../../src/infrastructure/event-store/journal';
import { memoryKeyVault } from '../support/memory-key-vault';

/** A store to be tested. Others may have written to it before, but nobody else writes while the suite runs. */
export interface JournalUnderTest {
  readonly journal: Journal;
  /** The same store as another process sees it: nothing is shared but the server. */
  readonly other: Journal;
  /** The same store through a connection that can lose the answer to a request with this text in it, after the server did it. */
  readonly lossy: { readonly journal: Journal; loseAnswerTo(text: string): void };
  close(): Promise<void>;
}

/** What every adapter of the log must do. */
export function eventStoreContract(name: string, makeJournal: () => Promise<JournalUnderTest>): void {
  describe(`${name} keeps the contract of the event store`, () => {
    let under: JournalUnderTest;
    let journal: Journal;

    beforeAll(async () => {
      under = await makeJournal();
      journal = under.journal;
    });

    afterAll(async () => {
      await under.close();
    });

    describe('append and read', () => {
      it('keeps events in order and answers revision and position of the last one', async () => {
        const stream = newStream();
        const events = [newEvent(1), newEvent(2), newEvent(3)];

        const first = await journal.append(stream, 'no_stream', events.slice(0, 2));
        const second = await journal.append(stream, 1, events.slice(2));

        const kept = await journal.read(stream, 0);
        expect(kept.map(withoutPosition)).toEqual(events.map((event, revision) => ({ ...event, stream, revision })));
        expect(first).toEqual({ revision: 1, position: kept[1]?.position });
        expect(second).toEqual({ revision: 2, position: kept[2]?.position });
      });

      it('reads from a revision on, the last one alone, and nothing where there is no stream', async () => {
        const stream = newStream();
        await journal.append(stream, 'no_stream', [newEvent(1), newEvent(2), newEvent(3)]);

        expect((await journal.read(stream, 1)).map(({ revision }) => revision)).toEqual([1, 2]);
        expect(await journal.read(stream, 3)).toEqual([]);
        expect((await journal.readLast(stream))?.revision).toBe(2);
        expect(await journal.read(newStream(), 0)).toEqual([]);
        expect(await journal.readLast(newStream())).toBeNull();
      });

      it('ends a page with the event that takes it over 4 MiB, and goes on behind it', async () => {
        const start = await journal.head();
        const data = JSON.stringify({ text: 'x'.repeat(900 * 1024) });
        for (let number = 1; number <= 6; number += 1) {
          await journal.append(newStream(), 'no_stream', [{ ...newEvent(number), data }]);
        }

        const page = await journal.readAll(start, { limit: 1_000 });
        const next = await journal.readAll(page.scannedTo, { limit: 1_000 });

        expect(page.events.map((event) => event.data)).toEqual(Array.from({ length: 5 }, () => data));
        expect(page.scannedTo).toBe(page.events.at(-1)?.position);
        expect(next.events.map((event) => event.data)).toEqual([data]);
      });

      it('gives data and metadata back byte for byte', async () => {
        const stream = newStream();
        const data = JSON.stringify({ text: '“quotes” \\ \u0000 {"a",NULL} \ud83d\ude00 \n', none: null });
        const event = { ...newEvent(1), data, metadata: JSON.stringify({ note: "it's {}" }) };

        await journal.append(stream, 'no_stream', [event]);

        expect((await journal.read(stream, 0)).map(withoutPosition)).toEqual([{ ...event, stream, revision: 0 }]);
      });

      it('refuses an append without events', async () => {
        const stream = newStream();

        await expect(journal.append(stream, 'no_stream', [])).rejects.toThrow('without events');

        expect(await journal.read(stream, 0)).toEqual([]);
      });
    });

    describe('expected revision', () => {
      it('refuses a revision that is behind, ahead, or of a stream that there is not, and says what is there', async () => {
        const stream = newStream();
        const none = newStream();
        await journal.append(stream, 'no_stream', [newEvent(1), newEvent(2)]);

        const refusals = [
          await conflictOf(journal.append(stream, 'no_stream', [newEvent(3)])),
          await conflictOf(journal.append(stream, 0, [newEvent(3)])),
          await conflictOf(journal.append(stream, 2, [newEvent(3)])),
          await conflictOf(journal.append(none, 0, [newEvent(3)])),
        ];

        expect(refusals).toEqual([
          { stream, expected: 'no_stream', actual: 1 },
          { stream, expected: 0, actual: 1 },
          { stream, expected: 2, actual: 1 },
          { stream: none, expected: 0, actual: 'no_stream' },
        ]);
        expect(await journal.read(stream, 2)).toEqual([]);
      });

      it('lets one of ten win that begin the same stream at the same time', async () => {
        const stream = newStream();

        const outcomes = await Promise.allSettled(
          Array.from({ length: 10 }, (_, index) =>
            (index % 2 === 0 ? journal : under.other).append(stream, 'no_stream', [newEvent(index)]),
          ),
        );

        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const reasons = outcomes.flatMap((outcome): unknown[] =>
          outcome.status === 'rejected' ? [outcome.reason] : [],
        );
        expect(reasons.every((reason) => reason instanceof VersionConflict)).toBe(true);
        expect(await journal.read(stream, 0)).toHaveLength(1);
      });

      it('gives each append of a burst its own answer', async () => {
        const taken = newStream();
        await journal.append(taken, 'no_stream', [newEvent(0)]);
        const free = Array.from({ length: 20 }, newStream);

        const outcomes = await Promise.allSettled([
          ...free.map((stream) => journal.append(stream, 'no_stream', [newEvent(1)])),
          journal.append(taken, 'no_stream', [newEvent(1)]),
        ]);

        expect(outcomes.map(({ status }) => status)).toEqual([...free.map((): string => 'fulfilled'), 'rejected']);
      });

      it('takes appends of one stream in the order in which they were made', async () => {
        const stream = newStream();
        const events = Array.from({ length: 5 }, (_, index) => newEvent(index));

        const answers = await Promise.all(
          events.map((event, index) => journal.append(stream, index === 0 ? 'no_stream' : index - 1, [event])),
        );

        expect(answers.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
      });
    });

    describe('the same append again', () => {
      it('is answered as the first one was, however often and wherever it is sent', async () => {
        const stream = newStream();
        const events = [newEvent(1), newEvent(2)];
        const first = await journal.append(stream, 'no_stream', events);

        const repeats = [
          await journal.append(stream, 'no_stream', events),
          await under.other.append(stream, 'no_stream', events),
        ];

        expect(repeats).toEqual([first, first]);
        expect(await journal.read(stream, 0)).toHaveLength(2);
      });

      it('is recognised also after the stream has moved on', async () => {
        const stream = newStream();
        const [first, second, third] = [[newEvent(1)], [newEvent(2), newEvent(3)], [newEvent(4)]];
        await journal.append(stream, 'no_stream', first);
        const original = await journal.append(stream, 0, second);
        await journal.append(stream, 2, third);

        expect(await journal.append(stream, 0, second)).toEqual(original);
        expect(await journal.read(stream, 0)).toHaveLength(4);
      });

      it('is a conflict when only a part of it is there', async () => {
        const stream = newStream();
        const [kept, unknown] = [newEvent(1), newEvent(2)];
        await journal.append(stream, 'no_stream', [kept]);

        const refusals = [
          await conflictOf(journal.append(stream, 'no_stream', [kept, unknown])),
          await conflictOf(journal.append(stream, 'no_stream', [unknown])),
        ];

        expect(refusals.map(({ actual }) => actual)).toEqual([0, 0]);
        expect(await journal.read(stream, 0)).toHaveLength(1);
      });

      it('stores the same event id in another stream as an event of its own', async () => {
        const event = newEvent(1);
        const [one, another] = [newStream(), newStream()];

        await journal.append(one, 'no_stream', [event]);
        await journal.append(another, 'no_stream', [event]);

        expect(await journal.read(another, 0)).toHaveLength(1);
      });
    });

    describe('the whole log', () => {
      it('is read in pages, in order, without gap or repeat', async () => {
        const before = await journal.head();
        const stream = newStream();
        const events = Array.from({ length: 25 }, (_, index) => newEvent(index));
        await journal.append(stream, 'no_stream', events.slice(0, 10));
        await journal.append(stream, 9, events.slice(10));

        const pages = await readPages(journal, before, { limit: 7 });

        expect(pages.flatMap(({ events: page }) => page).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
        expect(pages.every(({ events: page }) => page.length <= 7)).toBe(true);
      });

      it('answers an empty page, scanned to where it began, at the end', async () => {
        const head = await journal.head();

        expect(await journal.readAll(head, { limit: 10 })).toEqual({ events: [], scannedTo: head });
      });

      it('filters by type and says how far it looked, also when nothing matched', async () => {
        const before = await journal.head();
        const stream = newStream();
        const wanted = `Wanted${randomUUID().slice(0, 8)}`;
        const events = Array.from({ length: 12 }, (_, index) => ({
          ...newEvent(index),
          ...(index % 5 === 0 ? { type: wanted } : {}),
        }));
        const { position: last } = await journal.append(stream, 'no_stream', events);

        const pages = await readPages(journal, before, { types: [wanted], limit: 2 });
        const none = await readPages(journal, before, { types: ['Unheard'], limit: 2 });

        expect(pages.flatMap(({ events: page }) => page).map(({ revision }) => revision)).toEqual([0, 5, 10]);
        expect(pages.at(-1)?.scannedTo).toBe(last);
        expect(none.flatMap(({ events: page }) => page)).toEqual([]);
        expect(none.at(-1)?.scannedTo).toBe(last);
      });

      it('begins before the first event, and its head is its last one', async () => {
        const { position } = await journal.append(newStream(), 'no_stream', [newEvent(1)]);

        expect(await under.other.head()).toBe(position);
        expect(comparePositions(journal.start(), position)).toBe(-1);
        expect(under.other.start()).toBe(journal.start());
      });

      it('refuses a position of another store', async () => {
        await expect(journal.readAll('elsewhere.1', { limit: 1 })).rejects.toThrow(
          'does not belong to this event store',
        );
      });

      it('shows a live reader every event of concurrent writers, in one order', async () => {
        const before = await journal.head();
        const writers = 16;
        const each = 150;
        const done = new AbortController();
        const reading = readLive(under.other, before, writers * each, done.signal);

        const appended = await Promise.all(
          Array.from({ length: writers }, (_, writer) => writeMany(writer % 2 === 0 ? journal : under.other, each)),
        );
        const seen = await reading;

        const written = appended.flat().sort((a, b) => comparePositions(a.position, b.position));
        expect(seen.map(({ position }) => position)).toEqual(written.map(({ position }) => position));
        expect(seen.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
      }, 90_000);
    });

    describe('waiting for more', () => {
      it('returns at once when there is more already', async () => {
        const before = await journal.head();
        await journal.append(newStream(), 'no_stream', [newEvent(1)]);

        await journal.waitForMore(before, new AbortController().signal);
        await under.other.waitForMore(before, new AbortController().signal);
      });

      it('returns when this or another process appends', async () => {
        const before = await journal.head();
        const waiting = [journal, under.other].map((each) => each.waitForMore(before, new AbortController().signal));

        await journal.append(newStream(), 'no_stream', [newEvent(1)]);

        await Promise.all(waiting);
      });

      it('returns when it is told to stop, before or while it waits', async () => {
        const head = await journal.head();
        const stop = new AbortController();
        const waiting = journal.waitForMore(head, stop.signal);

        stop.abort();

        await waiting;
        await journal.waitForMore(head, stop.signal);
      });
    });

    describe('an append whose answer was lost', () => {
      it('has an unknown outcome, and was kept', async () => {
        const stream = newStream();
        const event = newEvent(1);
        await under.lossy.journal.append(newStream(), 'no_stream', [newEvent(0)]);

        under.lossy.loseAnswerTo(stream);
        await expect(under.lossy.journal.append(stream, 'no_stream', [event])).rejects.toThrow(OutcomeUnknown);

        expect((await journal.read(stream, 0)).map(({ id }) => id)).toEqual([event.id]);
      });

      it('is sent again by the event store, which then answers as if nothing had happened', async () => {
        const stream = newStream();
        const delays: number[] = [];
        const store = createEventStore(under.lossy.journal, createCodec(memoryKeyVault()), {
          schedule: { waits: doubling(50, 3), afterwards: 'give_up' },
          withinMs: 60_000,
          now: () => 0,
          delay: (milliseconds) => Promise.resolve(delays.push(milliseconds)),
        });
        await under.lossy.journal.append(newStream(), 'no_stream', [newEvent(0)]);

        under.lossy.loseAnswerTo(stream);
        const answer = await store.append(stream, 'no_stream', [customerRegistered()]);

        expect(delays).toEqual([50]);
        const kept = await journal.read(stream, 0);
        expect(kept).toHaveLength(1);
        expect(answer).toEqual({ revision: 0, position: kept[0]?.position });
      });
    });

    describe('with the codec in front', () => {
      it('keeps personal data sealed, and reads it back until the key is destroyed', async () => {
        const vault = memoryKeyVault();
        const store = createEventStore(journal, createCodec(vault));
        const stream = newStream();
        const event = customerRegistered();

        await store.append(stream, 'no_stream', [event]);

        const [stored] = await journal.read(stream, 0);
        expect(stored?.data).not.toMatch(/Zoë|zoe@example/);
        expect((await store.read(stream)).map(({ data }) => data)).toEqual([event.data]);
        expect((await store.readLast(stream))?.data).toEqual(event.data);
        vault.destroy(CUSTOMER);
        expect((await store.read(stream)).map(({ data }) => data)).toEqual([
          { ...PLAIN, name: null, company: null, email: null },
        ]);
      });

      it('reads many streams in the order of their names, and nothing where there is none', async () => {
        const store = createEventStore(journal, createCodec(memoryKeyVault()));
        const [one, none, two] = [newStream(), newStream(), newStream()];
        await store.append(one, 'no_stream', [companyWithAddressOf(10), companyWithAddressOf(11)]);
        await store.append(two, 'no_stream', [companyWithAddressOf(12)]);

        const found = await store.readMany([two, none, one]);

        expect(found).toEqual([await store.read(two), [], await store.read(one)]);
        expect(found.map((events) => events.length)).toEqual([1, 0, 2]);
      });

      it('refuses an append over the limit and takes one below it', async () => {
        const store = createEventStore(journal, createCodec(memoryKeyVault()));
        const stream = newStream();

        const tooLarge = store.append(stream, 'no_stream', [companyWithAddressOf(MAX_APPEND_BYTES)]);
        await expect(tooLarge).rejects.toThrow(AppendTooLarge);
        const { revision } = await store.append(stream, 'no_stream', [companyWithAddressOf(MAX_APPEND_BYTES - 1_000)]);

        expect(revision).toBe(0);
      });
    });
  });
}

function newStream(): string {
  return `contract-${randomUUID()}`;
}

function newEvent(number: number): EncodedEvent {
  return {
    id: randomUUID(),
    type: 'SomethingHappened',
    data: JSON.stringify({ number }),
    metadata: JSON.stringify({ v: 1 }),
  };
}

function withoutPosition(event: JournaledEvent): Omit<JournaledEvent, 'position'> {
  const { stream, revision, id, type, data, metadata } = event;
  return { stream, revision, id, type, data, metadata };
}

async function conflictOf(
  append: Promise<Appended>,
): Promise<{ stream: string; expected: ExpectedRevision; actual: ExpectedRevision }> {
  const error = await append.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VersionConflict))
    throw new Error('The append was not refused as a version conflict.', { cause: error });
  return { stream: error.stream, expected: error.expected, actual: error.actual };
}

type JournalPages = Awaited<ReturnType<Journal['readAll']>>[];

/** Pages until one says that it has looked as far as the log goes. */
async function readPages(
  journal: Journal,
  after: Position,
  options: Parameters<Journal['readAll']>[1],
): Promise<JournalPages> {
  const head = await journal.head();
  const pages: JournalPages = [];
  for (let position = after; comparePositions(position, head) < 0;) {
    const page = await journal.readAll(position, options);
    pages.push(page);
    position = page.scannedTo;
  }
  return pages;
}

async function readLive(
  journal: Journal,
  after: Position,
  count: number,
  signal: AbortSignal,
): Promise<readonly JournaledEvent[]> {
  const seen: JournaledEvent[] = [];
  for (let position = after; seen.length < count;) {
    const { events, scannedTo } = await journal.readAll(position, { limit: 100 });
    seen.push(...events);
    if (scannedTo === position) await journal.waitForMore(position, signal);
    position = scannedTo;
  }
  return seen;
}

async function writeMany(journal: Journal, count: number): Promise<readonly { id: string; position: Position }[]> {
  const stream = newStream();
  const written: { id: string; position: Position }[] = [];
  for (let index = 0; index < count; index += 1) {
    const event = newEvent(index);
    const { position } = await journal.append(stream, index === 0 ? 'no_stream' : index - 1, [event]);
    written.push({ id: event.id, position });
  }
  return written;
}

const CUSTOMER = 'cus_6fa459eaee8a3ca4894edb77e160355e';
const PLAIN = { customerId: CUSTOMER, connectionId: 'con_1', reference: 'C-1', round: null };

function metadata(): NewEvent['metadata'] {
  return {
    v: 1,
    causationId: 'command',
    correlationId: 'command',
    actor: 'system',
    customerId: CUSTOMER,
    effectiveAt: '2026-11-01T09:00:00.000Z',
    recordedAt: '2026-11-01T09:00:00.000Z',
  };
}

function customerRegistered(): NewEvent {
  const data = { ...PLAIN, name: 'Zoë Ångström', company: null, email: 'zoe@example.com' };
  return { id: randomUUID(), type: 'CustomerRegistered', data, metadata: metadata() };
}

function companyWithAddressOf(bytes: number): NewEvent {
  const data = { companyName: 'Acme', address: 'x'.repeat(bytes), vatNumber: '' };
  return { id: randomUUID(), type: 'CompanyDetailsChanged', data, metadata: metadata() };
}
