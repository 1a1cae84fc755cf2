import { type StoredEvent } from './recorded';

/** Events of the whole server, newest first, before an event or from the end. */
export type ReadBack = (before: bigint | null, count: number) => Promise<readonly StoredEvent[]>;

/** Most often the last event is ours. Else the looks grow, since other users of the server may have written much after it. */
const LOOKS = [1, 32, 1_024, 4_096] as const;

/** Finds the last event of ours in a log that we share with the server's own events and perhaps with others. */
export class LogHead {
  private lookedTo: bigint;
  private found: bigint;
  private looking: Promise<bigint> | null = null;
  private following: Promise<bigint> | null = null;

  /** @param beginning no event of ours stands before it. */
  constructor(
    beginning: bigint,
    private readonly readBack: ReadBack,
    private readonly isOurs: (event: StoredEvent) => boolean,
  ) {
    this.lookedTo = beginning;
    this.found = beginning;
  }

  /** Where the last event of ours stands. A question that comes during a look waits for the next one, since that look may have begun too early. */
  now(): Promise<bigint> {
    if (this.looking === null) return this.begin();
    const begin = (): Promise<bigint> => this.begin();
    this.following ??= this.looking.then(begin, begin);
    return this.following;
  }

  private begin(): Promise<bigint> {
    this.following = null;
    const looking = this.look().finally(() => {
      if (this.looking === looking) this.looking = null;
    });
    this.looking = looking;
    return looking;
  }

  /** Goes back from the end until an event of ours, or until where the last look began. */
  private async look(): Promise<bigint> {
    let end: bigint | null = null;
    let before: bigint | null = null;
    for (let turn = 0; ; turn += 1) {
      const events: readonly StoredEvent[] = await this.readBack(before, LOOKS[turn] ?? LOOKS[3]);
      for (const event of events) {
        end ??= event.ordinal;
        before = event.ordinal;
        const seen = event.ordinal <= this.lookedTo;
        if (seen || this.isOurs(event)) return this.keep(end, seen ? this.found : event.ordinal);
      }
      if (events.length === 0) return this.keep(end ?? this.lookedTo, this.found);
    }
  }

  private keep(lookedTo: bigint, found: bigint): bigint {
    this.lookedTo = lookedTo;
    this.found = found;
    return found;
  }
}
