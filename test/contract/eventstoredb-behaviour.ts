import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  AppendTooLarge,
  ForeignPosition,
  ordinalOf,
  type Position,
  StreamGone,
} from '../../src/application/ports/event-store';
import { EventStoreDBJournal } from '../../src/infrastructure/event-store/eventstoredb/eventstoredb-journal';
import { type EncodedEvent, ForeignLogForm, type JournaledEvent } from '../../src/infrastructure/event-store/journal';

/** A call that names a user takes the one path of appends that the fake has. */
const USER = { credentials: { username: 'nobody', password: 'none' } };

/** What is particular to EventStoreDB, on a fake or a real server without TLS. */
export function eventStoreDBBehaviour(name: string, start: () => Promise<{ url: string; stop(): void }>): void {
  describe(`${name} as a log`, () => {
    let server: { url: string; stop(): void };
    let client: EventStoreDBClient;
    let journal: EventStoreDBJournal;
    let streamPrefix: string;
    const others: EventStoreDBJournal[] = [];

    beforeAll(async () => {
      server = await start();
      client = EventStoreDBClient.connectionString(server.url);
      streamPrefix = `test-${randomUUID()}.`;
      journal = await open(streamPrefix);
    });

    afterAll(async () => {
      await Promise.all(others.map((each) => each.close()));
      await client.dispose();
      server.stop();
    });

    async function open(prefix: string): Promise<EventStoreDBJournal> {
      const opened = await EventStoreDBJournal.open({ url: server.url, streamPrefix: prefix, categories: ['thing'] });
      others.push(opened);
      return opened;
    }

    it('is refused with one sentence when a release of another form began it', async () => {
      const prefix = `test-${randomUUID()}.`;
      const begun = jsonEvent({ type: 'LogBegun', data: { tag: 'ab12cd34' }, metadata: { v: 1 } });
      await client.appendToStream(`${prefix}directDebitLedger`, begun, USER);

      const opened = open(prefix);

      await expect(opened).rejects.toThrow(ForeignLogForm);
      await expect(opened).rejects.toThrow('This log was written in form 1, and this release reads form 2 only');
    });

    describe('a stream that somebody touched in the server', () => {
      let stream: string;

      beforeEach(async () => {
        stream = newStream();
        await journal.append(stream, 'no_stream', [newEvent(), newEvent(), newEvent()]);
      });

      it('is gone for good after a tombstone', async () => {
        await client.tombstoneStream(streamPrefix + stream, USER);

        await expect(journal.read(stream, 0)).rejects.toThrow(StreamGone);
        await expect(journal.readLast(stream)).rejects.toThrow(StreamGone);
        await expect(journal.append(stream, 2, [newEvent()])).rejects.toThrow(StreamGone);
        await expect(journal.append(stream, 'no_stream', [newEvent()])).rejects.toThrow(StreamGone);
      });

      it('is not taken for a new one after a deletion', async () => {
        await client.deleteStream(streamPrefix + stream, USER);

        await expect(journal.read(stream, 0)).rejects.toThrow(StreamGone);
        await expect(journal.readLast(stream)).rejects.toThrow(StreamGone);
        await expect(journal.append(stream, 'no_stream', [newEvent()])).rejects.toThrow(StreamGone);
      });

      it('is not read in part after a truncation', async () => {
        await client.setStreamMetadata(streamPrefix + stream, { truncateBefore: 1 }, USER);

        await expect(journal.read(stream, 0)).rejects.toThrow(StreamGone);
        expect((await journal.read(stream, 2)).map(({ revision }) => revision)).toEqual([2]);
      });
    });

    describe('positions', () => {
      it('name the log and are ordered; every event has its own, also in one append', async () => {
        const stream = newStream();
        const { position } = await journal.append(stream, 'no_stream', [newEvent(), newEvent(), newEvent()]);

        const kept = await journal.read(stream, 0);
        const ordinals = kept.map((event) => ordinalOf(event.position));
        expect(position).toMatch(/^es[0-9a-f]{8}\.[0-9]+$/);
        expect(kept[2]?.position).toBe(position);
        expect(ordinals).toEqual([...new Set(ordinals)].sort((a, b) => (a < b ? -1 : 1)));
      });

      it.each([
        ['between two events', -1n],
        ['beyond the end of the log', 1_000_000_000n],
      ])('%s are refused: the log was set back to an older state', async (_, distance) => {
        const { position } = await journal.append(newStream(), 'no_stream', [newEvent()]);
        const other = position.replace(/[0-9]+$/, (ordinal) => String(BigInt(ordinal) + distance));

        await expect(journal.readAll(other, { limit: 1 })).rejects.toThrow(ForeignPosition);
      });

      it('of another instance on the same server are refused, and the same instance knows its own again', async () => {
        const { position } = await journal.append(newStream(), 'no_stream', [newEvent()]);

        const again = await open(streamPrefix);
        const another = await open(`test-${randomUUID()}.`);

        expect((await again.readAll(position, { limit: 1 })).events).toEqual([]);
        await expect(another.readAll(position, { limit: 1 })).rejects.toThrow(ForeignPosition);
      });
    });

    it('does not show what others write to the same server, and its head is not theirs', async () => {
      const { position } = await journal.append(newStream(), 'no_stream', [newEvent()]);
      const another = await open(`test-${randomUUID()}.`);
      await another.append(newStream(), 'no_stream', [newEvent(), newEvent()]);
      const foreign = Array.from({ length: 40 }, () => jsonEvent({ type: 'Foreign', data: {} }));
      await client.appendToStream(`${streamPrefix}other-${randomUUID()}`, foreign, USER);

      expect(await journal.head()).toBe(position);
      expect(await journal.readAll(position, { limit: 10 })).toEqual({ events: [], scannedTo: position });
      const { position: next } = await journal.append(newStream(), 'no_stream', [newEvent()]);
      expect((await journal.readAll(position, { limit: 10 })).events.map((event) => event.position)).toEqual([next]);
      expect(await journal.head()).toBe(next);
    });

    it('shows a live reader the bursts that drop its subscription, in order and whole', async () => {
      const before = await journal.head();
      const bursts = Array.from({ length: 4 }, () => Array.from({ length: 1_000 }, newEvent));
      const ids = bursts.flat().map(({ id }) => id);
      const reading = readUntil(journal, before, ids.length);

      const stream = newStream();
      for (const [turn, burst] of bursts.entries()) {
        await journal.append(stream, turn === 0 ? 'no_stream' : turn * 1_000 - 1, burst);
      }

      expect((await reading).map(({ id }) => id)).toEqual(ids);
    });

    it.each([1_100_000, 20_000_000])('refuses an append of %d bytes and keeps nothing of it', async (bytes) => {
      const stream = newStream();
      const tooLarge = { ...newEvent(), data: JSON.stringify('x'.repeat(bytes)) };

      await expect(journal.append(stream, 'no_stream', [tooLarge])).rejects.toThrow(AppendTooLarge);

      expect(await journal.read(stream, 0)).toEqual([]);
    });

    it.each([
      ['a category that readers do not look for', 'other-1', newEvent(), 'whose category no reader'],
      [
        'metadata that would not read back as they are',
        newStream(),
        { ...newEvent(), metadata: '{"v": 1}' },
        'byte for byte',
      ],
    ])('refuses %s', async (_, stream, event, message) => {
      await expect(journal.append(stream, 'no_stream', [event])).rejects.toThrow(message);
    });
  });
}

export function newStream(): string {
  return `thing-${randomUUID()}`;
}

export function newEvent(): EncodedEvent {
  const data = JSON.stringify({ text: 'x'.repeat(120) });
  return { id: randomUUID(), type: 'SomethingHappened', data, metadata: '{"v":1}' };
}

export async function readUntil(
  journal: EventStoreDBJournal,
  after: Position,
  count: number,
): Promise<readonly JournaledEvent[]> {
  const never = new AbortController().signal;
  const seen: JournaledEvent[] = [];
  for (let position = after; seen.length < count;) {
    const { events, scannedTo } = await journal.readAll(position, { limit: 100 });
    seen.push(...events);
    if (scannedTo === position) await journal.waitForMore(position, never);
    position = scannedTo;
  }
  return seen;
}
