import { type Appended } from '../../../application/ports/event-store';
import { type EncodedEvent } from '../journal';

/** One append: events for one stream at one revision. */
export interface AppendItem {
  readonly stream: string;
  /** -1 = no stream. */
  readonly expected: number;
  readonly events: readonly EncodedEvent[];
}

/** The outcome of one item; the other items of its group may have others. */
export type Outcome = Appended | Error;

interface Waiting {
  readonly item: AppendItem;
  readonly settle: (outcome: Outcome) => void;
}

const MAX_ITEMS = 256;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/**
 * Gathers appends into groups. While one group is under way the rest wait and form the next one, so that the cost of a commit is
 * shared under load; alone, an append goes out at once. Appends to one stream go out in the order in which they came.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

  /** @param send answers one outcome for each item, in order, and never throws. */
  constructor(private readonly send: (group: readonly AppendItem[]) => Promise<readonly Outcome[]>) {}

  async add(item: AppendItem): Promise<Appended> {
    const outcome = await new Promise<Outcome>((settle) => {
      this.waiting.push({ item, settle });
      this.running ??= this.run();
    });
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      // Callers that the last group has just answered get the chance to join this one.
      await new Promise((settle) => setImmediate(settle));
      const group = this.takeGroup();
      const outcomes = await this.send(group.map(({ item }) => item));
      group.forEach(({ settle, item }, index) => {
        settle(outcomes[index] ?? new Error(`The append to ${item.stream} got no answer.`));
      });
    }
    this.running = null;
  }

  private takeGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    const left: Waiting[] = [];
    const streams = new Set<string>();
    let characters = 0;
    for (const candidate of this.waiting) {
      const { stream, events } = candidate.item;
      const size = sizeOf(events);
      const fits = group.length === 0 || (group.length < MAX_ITEMS && characters + size <= MAX_CHARACTERS);
      // A second item of a stream needs to see the first one's result. An item that does not fit now holds back its stream's later items.
      if (fits && !streams.has(stream)) {
        group.push(candidate);
        characters += size;
      } else {
        left.push(candidate);
      }
      streams.add(stream);
    }
    this.waiting = left;
    return group;
  }
}

function sizeOf(events: readonly EncodedEvent[]): number {
  return events.reduce((size, { data, metadata }) => size + data.length + metadata.length, 0);
}
