import fc from 'fast-check';
import { type RecordedEvent } from '../../src/application/ports/event-store';
import { MemoryEventStore } from './memory-event-store';
import { sampleEvent, type SampleFact, sampleFacts } from './sample-read-models';

/** Appends each fact to the end of its stream; `from` is the place of the first one and makes the ids of the events. */
export async function appendFacts(store: MemoryEventStore, facts: readonly SampleFact[], from = 0): Promise<void> {
  for (const [index, sample] of facts.entries()) {
    const last = await store.readLast(sample.stream);
    await store.append(sample.stream, last?.revision ?? 'no_stream', [sampleEvent(sample, from + index)]);
  }
}

export async function sampleLog(facts: readonly SampleFact[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await appendFacts(store, facts);
  return store;
}

export function wholeLog(store: MemoryEventStore): Promise<readonly RecordedEvent[]> {
  return Promise.resolve(store.all());
}

/** Facts over few things, so that the same row is touched often: also twice in a page, forgotten and registered again. */
export const someFacts: fc.Arbitrary<readonly SampleFact[]> = fc.array(
  fc.oneof(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 'north'))
      .map(([id, round]) => sampleFacts.registered(id, round)),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 'north', 'south'))
      .map(([id, round]) => sampleFacts.changed(id, round)),
    fc.constantFrom('a', 'b', 'c').map((id) => sampleFacts.forgotten(id)),
    fc
      .tuple(fc.constantFrom('con_1', 'con_2'), fc.constantFrom('doc_1', 'doc_2', 'doc_3'))
      .map(([book, id]) => sampleFacts.numbered(book, id)),
    fc.constantFrom('PM1', 'PM2').map((id) => sampleFacts.claimed(id)),
  ),
  { minLength: 1, maxLength: 40 },
);

/** A log of this length over so many customers, the same for the same arguments; `from` leaves out its beginning. */
export function manyFacts(length: number, customerCount: number, from = 0): readonly SampleFact[] {
  return Array.from({ length: length - from }, (_, index) => factAt(from + index, customerCount));
}

function factAt(place: number, customerCount: number): SampleFact {
  const customer = `cus_${(place * 7) % customerCount}`;
  switch (place < customerCount ? 0 : place % 5) {
    case 0:
      return sampleFacts.registered(`cus_${place % customerCount}`, 'north');
    case 1:
      return sampleFacts.numbered(`con_${place % 3}`, `doc_${place}`);
    case 2:
      return sampleFacts.claimed(`PM${place}`);
    case 3:
      return place % 43 === 3 ? sampleFacts.forgotten(customer) : sampleFacts.changed(customer, null);
    default:
      return sampleFacts.changed(customer, `round ${place % 11}`);
  }
}
