/** A small repeatable source of numbers in [0, 1): the same seed gives the same run (mulberry32). */
export class RandomSource {
  constructor(private state: number) {}

  static from(seed: string): RandomSource {
    let state = 0x811c9dc5;
    for (const character of seed) {
      state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return new RandomSource(state);
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  toJSON(): number {
    return this.state;
  }
}

/** A copy in random order. */
export function shuffled<T>(items: readonly T[], random: RandomSource): T[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
