/** For how long a change that somebody made is asked for by every query. */
const REMEMBER_MS = 10_000;

/** The position of the last change made here, which queries shall have reached. Positions are opaque: the last one told counts. */
export class LastChange {
  #position: string | null = null;
  #until = 0;

  constructor(private readonly now: () => number = () => Date.now()) {}

  remember(position: string): void {
    this.#position = position;
    this.#until = this.now() + REMEMBER_MS;
  }

  /** What a query sends as `after`; undefined when nothing was changed lately. */
  get position(): string | undefined {
    return this.now() < this.#until ? (this.#position ?? undefined) : undefined;
  }
}

export const lastChange = new LastChange();
