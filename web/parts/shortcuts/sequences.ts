/** How long the second key of `g p` may take. */
const NEXT_KEY_MS = 1_200;

/** Reads keys one by one and tells which sequence is complete: `g p`, `/`, `?`. */
export class Sequences {
  #first: string | null = null;
  #until = 0;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** The sequence that this key completes among the known ones; null when it completes none. */
  press(key: string, known: ReadonlySet<string>): string | null {
    const pair = this.#first !== null && this.now() < this.#until ? `${this.#first} ${key}` : null;
    this.#first = null;
    if (pair !== null && known.has(pair)) return pair;
    if (known.has(key)) return key;
    if ([...known].some((sequence) => sequence.startsWith(`${key} `))) {
      this.#first = key;
      this.#until = this.now() + NEXT_KEY_MS;
    }
    return null;
  }
}
