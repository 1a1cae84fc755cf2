import { Semaphore } from '../../../domain/shared/semaphore';

/**
 * Lets so many appends go out at the same time, and those to one stream one after another: two calls under way may arrive in
 * either order, and the later one would find a wrong version.
 */
export class AppendPartitions {
  private readonly partitions = new Map<string, Promise<unknown>>();
  private readonly semaphore: Semaphore;

  constructor(concurrency: number) {
    this.semaphore = new Semaphore(concurrency);
  }

  async run<T>(stream: string, append: () => Promise<T>): Promise<T> {
    const before = this.partitions.get(stream);
    const mine = this.after(before, append);
    const partition = mine.catch(() => undefined);
    this.partitions.set(stream, partition);
    try {
      return await mine;
    } finally {
      if (this.partitions.get(stream) === partition) this.partitions.delete(stream);
    }
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.partitions.size > 0) await Promise.all(this.partitions.values());
  }

  private async after<T>(before: Promise<unknown> | undefined, append: () => Promise<T>): Promise<T> {
    await before;
    return this.semaphore.run(append);
  }
}
