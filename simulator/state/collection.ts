/** Resources of one kind in the order they were made, found by id. */
export class Collection<T> {
  private readonly items: (T | undefined)[] = [];
  private readonly positions = new Map<string, number>();

  constructor(private readonly idOf: (item: T) => string) {}

  add(item: T): void {
    this.positions.set(this.idOf(item), this.items.length);
    this.items.push(item);
  }

  get(id: string): T | undefined {
    const position = this.positions.get(id);
    return position === undefined ? undefined : this.items[position];
  }

  /** Puts a changed item in the place of the one with its id. */
  replace(item: T): void {
    const position = this.positions.get(this.idOf(item));
    if (position !== undefined) this.items[position] = item;
  }

  remove(id: string): void {
    const position = this.positions.get(id);
    if (position === undefined) return;
    this.items[position] = undefined;
    this.positions.delete(id);
  }

  /** How many were ever put in before this one; nothing for an unknown id. */
  positionOf(id: string): number | undefined {
    return this.positions.get(id);
  }

  /** Oldest first, as it stands when the walk begins. */
  *oldestFirst(from = 0): Generator<T> {
    const end = this.items.length;
    for (let index = from; index < end; index += 1) {
      const item = this.items[index];
      if (item !== undefined) yield item;
    }
  }

  /** Newest first, beginning below a position. */
  *newestFirst(below = this.items.length): Generator<T> {
    for (let index = below - 1; index >= 0; index -= 1) {
      const item = this.items[index];
      if (item !== undefined) yield item;
    }
  }

  toJSON(): T[] {
    return [...this.oldestFirst()];
  }
}
