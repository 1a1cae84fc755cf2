import { type Batching } from '../../../domain/shared/batcher';
import { type EncodedEvent } from '../journal';

/** One append: events for one stream at one revision. */
export interface AppendItem {
  readonly stream: string;
  /** -1 = no stream. */
  readonly expected: number;
  readonly events: readonly EncodedEvent[];
}

const MAX_ITEMS = 256;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Appends share the cost of a commit, one batch after the other. Those to one stream go out in the order in which they came. */
export const APPENDING: Batching<AppendItem> = { concurrency: 1, choose: chooseAppends };

function chooseAppends(): (item: AppendItem) => boolean {
  const streams = new Set<string>();
  let items = 0;
  let characters = 0;
  return ({ stream, events }) => {
    // A second item of a stream needs to see the first one's result. An item that does not fit now holds back its stream's later items.
    const isFirst = !streams.has(stream);
    streams.add(stream);
    const size = sizeOf(events);
    const fits = items === 0 || (items < MAX_ITEMS && characters + size <= MAX_CHARACTERS);
    if (!isFirst || !fits) return false;
    items += 1;
    characters += size;
    return true;
  };
}

function sizeOf(events: readonly EncodedEvent[]): number {
  return events.reduce((size, { data, metadata }) => size + data.length + metadata.length, 0);
}
