import fc from 'fast-check';
import { appendFacts } from '../../../test/support/sample-log';
import { sampleFacts } from '../../../test/support/sample-read-models';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { type PageOptions, type Position, type RecordedEvent } from '../../application/ports/event-store';
import { SharedPages } from './shared-pages';

const { registered, changed, claimed } = sampleFacts;

/** A log with a look at how it is read. */
function logUnderTest(bytes = 1_000) {
  const store = new MemoryEventStore();
  const reads: (readonly string[] | 'all')[] = [];
  let now = 0;
  const pages = new SharedPages(
    async (after, options) => {
      reads.push(options.types ?? 'all');
      const { events, scannedTo } = await store.readAll(after, options);
      // Decoded anew with each read.
      return { events: events.map((event) => ({ ...event })), scannedTo, bytes };
    },
    () => now,
  );
  let appended = 0;
  return {
    store,
    pages,
    reads,
    append: async (facts: Parameters<typeof appendFacts>[1]) => {
      await appendFacts(store, facts, appended);
      appended += facts.length;
    },
    later: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

class Reader {
  readonly seen: RecordedEvent[] = [];

  constructor(
    private readonly pages: SharedPages,
    private at: Position,
    private readonly options: PageOptions,
  ) {}

  async toTheEnd(): Promise<void> {
    for (;;) {
      const { events, scannedTo } = await this.pages.readAll(this.at, this.options);
      this.seen.push(...events);
      expect(events.length).toBeLessThanOrEqual(this.options.limit);
      if (scannedTo === this.at) return;
      this.at = scannedTo;
    }
  }
}

const CUSTOMERS = ['CustomerRegistered', 'CustomerDetailsChanged'];

describe('shared pages', () => {
  it('show each reader all that it wants, once and in order, wherever it stands and whoever reads beside it', async () => {
    const fact = fc.constantFrom(registered('a'), changed('a', 'north'), changed('a', 'south'), claimed('PM1'));
    const step = fc.oneof(fc.array(fact, { minLength: 1, maxLength: 6 }), fc.nat(2), fc.constant('later' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.constantFrom(10, 6_000_000), async (steps, bytes) => {
        const { store, pages, append, later } = logUnderTest(bytes);
        const readers = [{ limit: 2 }, { limit: 1, types: CUSTOMERS }, { limit: 3, types: ['PaymentClaimed'] }].map(
          (options) => new Reader(pages, store.start(), options),
        );
        for (const one of steps) {
          if (one === 'later') later(20_000);
          else if (typeof one === 'number') await readers[one]?.toTheEnd();
          else await append(one);
        }
        await Promise.all(readers.map((reader) => reader.toTheEnd()));
        const log = store.all();
        expect(readers.map(({ seen }) => seen)).toEqual([
          log,
          log.filter(({ type }) => CUSTOMERS.includes(type)),
          log.filter(({ type }) => type === 'PaymentClaimed'),
        ]);
      }),
    );
  });

  it('are read once for all who have come to the end, and hand the same events to each', async () => {
    const { store, pages, reads, append } = logUnderTest();
    const readers = [undefined, CUSTOMERS, ['CustomerRegistered']].map(
      (types) => new Reader(pages, store.start(), { limit: 10, ...(types === undefined ? {} : { types }) }),
    );
    for (const reader of readers) await reader.toTheEnd();
    reads.length = 0;
    await append([registered('a'), changed('a', 'north')]);

    await Promise.all(readers.map((reader) => reader.toTheEnd()));

    expect(reads.filter((types) => types === 'all').length).toBeLessThanOrEqual(2);
    expect(reads.filter((types) => types !== 'all')).toEqual([]);
    const [first, second] = readers;
    expect(second?.seen[1]).toBe(first?.seen[1]);
  });

  it('leave who is behind to read what it wants', async () => {
    const { store, pages, reads, append } = logUnderTest();
    await append([registered('a'), changed('a', 'north')]);
    await new Reader(pages, store.start(), { limit: 10 }).toTheEnd();
    reads.length = 0;

    await pages.readAll(store.start(), { limit: 10, types: CUSTOMERS });

    expect(reads).toEqual([CUSTOMERS]);
  });

  it('are not handed out for longer than a key may be kept', async () => {
    const { store, pages, reads, append, later } = logUnderTest();
    const early = new Reader(pages, store.start(), { limit: 10 });
    await early.toTheEnd();
    await append([registered('a')]);
    await early.toTheEnd();
    later(30_000);
    reads.length = 0;

    const { events } = await pages.readAll(store.start(), { limit: 10, types: CUSTOMERS });

    expect(reads).toEqual([CUSTOMERS]);
    expect(events).toEqual(store.all());
  });

  it('keep nobody from reading on who does not want the event that can not be read', async () => {
    const store = new MemoryEventStore();
    const pages = new SharedPages(async (after, options) => {
      const page = await store.readAll(after, options);
      if (page.events.some(({ type }) => type === 'PaymentClaimed')) throw new Error('unreadable');
      return { ...page, bytes: 1 };
    });
    const reader = new Reader(pages, store.start(), { limit: 10, types: CUSTOMERS });
    await reader.toTheEnd();
    await appendFacts(store, [registered('a'), claimed('PM1')]);

    await reader.toTheEnd();

    expect(reader.seen).toEqual(store.all().slice(0, 1));
    await expect(pages.readAll(store.start(), { limit: 10 })).rejects.toThrow('unreadable');
  });
});
