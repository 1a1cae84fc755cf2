import fc from 'fast-check';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { dropReadModels } from '../engine/generations';
import { prepare } from '../engine/prepare';
import { Progress } from '../engine/progress';
import { Runner } from '../engine/runner';
import { heldUntil, ordinalAt } from './reader';
import { recordedTimesReadModel } from './table';

const BEGIN = Date.parse('2026-03-01T09:00:00.000Z');

describe('where a time lies in the log', () => {
  let database: SampleDatabase;

  beforeAll(async () => {
    database = await sampleDatabase();
  });

  afterAll(() => database.close());

  /** A log of events that were recorded so many milliseconds after the begin, taken in by pages of three. */
  async function logOf(
    milliseconds: readonly number[],
  ): Promise<{ store: MemoryEventStore; times: readonly string[] }> {
    const store = new MemoryEventStore();
    const times = milliseconds.map((after) => new Date(BEGIN + after).toISOString());
    for (const [index, recordedAt] of times.entries()) {
      const id = `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`;
      const beside = {
        causationId: 'c',
        correlationId: 'c',
        actor: 'system',
        effectiveAt: recordedAt,
        recordedAt,
      } as const;
      const event = { id, type: 'CustomerForgotten', data: {}, metadata: { v: 1, ...beside } };
      await store.append('customer-cus_1', index === 0 ? 'no_stream' : index - 1, [event]);
    }
    await dropReadModels(database.pool, database.schema);
    const readModels = [recordedTimesReadModel];
    await prepare({ database, store, readModels });
    const progress = new Progress(database);
    const runner = new Runner({ database, store, readModels, progress, pageSize: 3 });
    await runner.start();
    await progress.waitUntil([recordedTimesReadModel.name], await store.head(), 15_000);
    await runner.stop();
    return { store, times };
  }

  it('is the place that a plain scan of all events finds, whatever the clocks said', async () => {
    // Clocks that are apart by up to two seconds, and pauses.
    const step = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -2000, max: 2500 }), fc.constant(0));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        let now = 0;
        const { store, times } = await logOf(steps.map((some) => (now = Math.max(0, now + some))));
        const asked = [-1, 0, 1].flatMap((off) => times.map((time) => new Date(Date.parse(time) + off).toISOString()));
        for (const time of new Set(asked)) {
          const first = times.findIndex((recordedAt) => recordedAt > time);
          expect([time, await ordinalAt(database, store, time)]).toEqual([time, first === -1 ? null : BigInt(first)]);
        }
        for (let ordinal = 0; ordinal <= times.length; ordinal += 1) {
          const before = times.slice(0, ordinal);
          const next = times.slice(ordinal).find((time) => before.every((earlier) => earlier < time)) ?? null;
          expect([ordinal, await heldUntil(database, store, BigInt(ordinal))]).toEqual([ordinal, next]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is found among thousands of events of one second', async () => {
    const { store, times } = await logOf(Array.from({ length: 1200 }, (_, index) => Math.floor(index / 1.3)));
    const [time = ''] = times.slice(1100);
    expect(await ordinalAt(database, store, time)).toBe(BigInt(times.lastIndexOf(time) + 1));
    expect(await heldUntil(database, store, 1100n)).toBe(times.find((later) => later > (times[1099] ?? '')));
  });
});
