import { Semaphore } from './semaphore';

/** Runs the work for each item, so many at a time; after the first failure no other is begun, and it is thrown when those under way are finished. */
export async function inParallel<T>(
  concurrency: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const semaphore = new Semaphore(concurrency);
  const failures: unknown[] = [];
  const begin = async (item: T, index: number): Promise<void> => {
    if (failures.length === 0) await work(item, index).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(items.map((item, index) => semaphore.run(() => begin(item, index))));
  if (failures.length > 0) throw failures[0];
}
