/**
 * Lets so many appends go out at the same time, and those to one stream one after another: two calls under way may arrive in
 * either order, and the later one would find a wrong version.
 */
export class AppendLanes {
  private readonly lanes = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  constructor(private readonly most: number) {}

  async run<T>(stream: string, append: () => Promise<T>): Promise<T> {
    const before = this.lanes.get(stream);
    const mine = this.after(before, append);
    const lane = mine.catch(() => undefined);
    this.lanes.set(stream, lane);
    try {
      return await mine;
    } finally {
      if (this.lanes.get(stream) === lane) this.lanes.delete(stream);
    }
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes.values());
  }

  private async after<T>(before: Promise<unknown> | undefined, append: () => Promise<T>): Promise<T> {
    await before;
    if (this.underWay === this.most) await new Promise<void>((settle) => this.waiting.push(settle));
    else this.underWay += 1;
    try {
      return await append();
    } finally {
      // The place is handed on; nobody who came later can take it in between.
      const next = this.waiting.shift();
      if (next === undefined) this.underWay -= 1;
      else next();
    }
  }
}
