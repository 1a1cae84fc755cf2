/** Lets so many pieces of work run at the same time; the others begin in the order in which they came. */
export class Semaphore {
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  constructor(private readonly concurrency: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= this.concurrency) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.underWay += 1;
    try {
      return await work();
    } finally {
      // The place is handed on: what comes later can not take it in between.
      const next = this.waiting.shift();
      if (next === undefined) this.underWay -= 1;
      else next();
    }
  }
}
