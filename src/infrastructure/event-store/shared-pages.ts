import {
  comparePositions,
  MAX_PAGE_BYTES,
  type Page,
  type PageOptions,
  type Position,
  type RecordedEvent,
  tagOf,
} from '../../application/ports/event-store';

/** A page with the bytes of its data and metadata. */
export interface ReadPage extends Page {
  readonly bytes: number;
}

interface KeptPage extends ReadPage {
  readonly after: Position;
  /** Milliseconds of the clock until which it is handed out. */
  readonly until: number;
}

/** Events of a page that is read for all. */
const PAGE_EVENTS = 1_000;
/** Pages that are kept; at a steady rate they hold a few events each. */
const MAX_PAGES = 32;
/** Of all of them together. */
const MAX_BYTES = 4 * MAX_PAGE_BYTES;
/** As long as a key vault may keep the key of a person: what was opened with it is handed on no longer. */
const KEPT_FOR_MS = 30_000;

/**
 * The last pages of the log, read and decoded once for all readers of this process that are there. They begin where a reader found nothing
 * more. Whoever is behind them reads for itself, and only what it wants.
 */
export class SharedPages {
  private begin: Position | null = null;
  private pages: readonly KeptPage[] = [];
  private reading: Promise<void> | null = null;

  /** @param now milliseconds of a clock that is never set back */
  constructor(
    private readonly read: (after: Position, options: PageOptions) => Promise<ReadPage>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async readAll(after: Position, options: PageOptions): Promise<Page> {
    this.dropOld();
    if (!this.reachTo(after)) return this.readAlone(after, options);
    const known = this.pageBehind(after, options);
    if (known.scannedTo !== after) return known;
    try {
      await this.readOn();
    } catch {
      // It may be an event that this reader does not want, or the outage that its own read will tell of.
      return this.readAlone(after, options);
    }
    return this.reachTo(after) ? this.pageBehind(after, options) : this.readAlone(after, options);
  }

  private get end(): Position | null {
    return this.pages.at(-1)?.scannedTo ?? this.begin;
  }

  private reachTo(after: Position): boolean {
    const { begin, end } = this;
    if (begin === null || end === null || tagOf(after) !== tagOf(begin)) return false;
    return comparePositions(begin, after) <= 0 && comparePositions(after, end) <= 0;
  }

  private async readAlone(after: Position, options: PageOptions): Promise<Page> {
    const page = await this.read(after, options);
    if (page.scannedTo === after && (this.end === null || comparePositions(after, this.end) > 0)) {
      this.begin = after;
      this.pages = [];
    }
    return page;
  }

  /** What is kept behind a position, cut like any other page. */
  private pageBehind(after: Position, { types, limit }: PageOptions): Page {
    const wanted = types === undefined ? null : new Set(types);
    const events: RecordedEvent[] = [];
    let scannedTo = after;
    let bytes = 0;
    for (const page of this.pages) {
      if (comparePositions(page.scannedTo, after) <= 0) continue;
      for (const event of eventsBehind(page, after)) {
        if (wanted !== null && !wanted.has(event.type)) continue;
        events.push(event);
        if (events.length === limit) return { events, scannedTo: event.position };
      }
      scannedTo = page.scannedTo;
      bytes += page.bytes;
      if (events.length > 0 && bytes >= MAX_PAGE_BYTES) break;
    }
    return { events, scannedTo };
  }

  /** One read for all who have come to the end. */
  private readOn(): Promise<void> {
    this.reading ??= this.readNext().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readNext(): Promise<void> {
    const after = this.end;
    if (after === null) return;
    const page = await this.read(after, { limit: PAGE_EVENTS });
    if (page.scannedTo === after || this.end !== after) return;
    this.pages = [...this.pages, { ...page, after, until: this.now() + KEPT_FOR_MS }];
    this.dropOld();
  }

  private dropOld(): void {
    let bytes = this.pages.reduce((sum, page) => sum + page.bytes, 0);
    let dropped = 0;
    for (const page of this.pages) {
      const isOld = page.until <= this.now() || this.pages.length - dropped > MAX_PAGES;
      if (!isOld && bytes <= MAX_BYTES) break;
      this.begin = page.scannedTo;
      bytes -= page.bytes;
      dropped += 1;
    }
    if (dropped > 0) this.pages = this.pages.slice(dropped);
  }
}

function eventsBehind({ events, after: begin }: KeptPage, after: Position): readonly RecordedEvent[] {
  if (comparePositions(begin, after) >= 0) return events;
  const first = events.findIndex(({ position }) => comparePositions(position, after) > 0);
  return first === -1 ? [] : events.slice(first);
}
