interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

/** What is to happen at which instant; items of one instant come out in the order they were put in. */
export class Agenda<T> {
  private readonly heap: Entry<T>[] = [];
  private added = 0;

  add(at: number, item: T): void {
    this.heap.push({ at, order: this.added, item });
    this.added += 1;
    this.siftUp(this.heap.length - 1);
  }

  /** Takes out the earliest item that is due at `limit` (milliseconds), or nothing. */
  takeDue(limit: number): { at: number; item: T } | undefined {
    const first = this.heap[0];
    if (first === undefined || first.at > limit) return undefined;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.siftDown(0);
    }
    return { at: first.at, item: first.item };
  }

  /** Pairs of instant and item in the order in which they would come out. */
  toJSON(): [at: number, item: T][] {
    return [...this.heap]
      .sort((one, other) => one.at - other.at || one.order - other.order)
      .map(({ at, item }) => [at, item]);
  }

  private siftUp(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.swapWhenEarlier(index, parent)) return;
      index = parent;
    }
  }

  private siftDown(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const smaller = this.isEarlier(right, left) ? right : left;
      if (!this.swapWhenEarlier(smaller, index)) return;
      index = smaller;
    }
  }

  private isEarlier(one: number, other: number): boolean {
    const a = this.heap[one];
    const b = this.heap[other];
    if (a === undefined || b === undefined) return false;
    return a.at === b.at ? a.order < b.order : a.at < b.at;
  }

  private swapWhenEarlier(one: number, other: number): boolean {
    const a = this.heap[one];
    const b = this.heap[other];
    if (a === undefined || b === undefined || !this.isEarlier(one, other)) return false;
    this.heap[one] = b;
    this.heap[other] = a;
    return true;
  }
}
