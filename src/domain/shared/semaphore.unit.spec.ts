import fc from 'fast-check';
import { inParallel } from './in-parallel';
import { Semaphore } from './semaphore';

/** Work that ends when it is told to. */
class Work {
  private readonly underWay: { readonly index: number; readonly end: (error?: Error) => void }[] = [];
  readonly begun: number[] = [];
  most = 0;

  begin(index: number): Promise<void> {
    this.begun.push(index);
    return new Promise((resolve, reject) => {
      this.underWay.push({
        index,
        end: (error) => {
          if (error === undefined) resolve();
          else reject(error);
        },
      });
      this.most = Math.max(this.most, this.underWay.length);
    });
  }

  /** Ends one of those under way. */
  end(choice: number, error?: Error): void {
    this.underWay.splice(choice % this.underWay.length, 1)[0]?.end(error);
  }

  get busy(): boolean {
    return this.underWay.length > 0;
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a semaphore', () => {
  it('never lets more run than it may, begins in order, and finishes everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (concurrency, choices, failing) => {
          const semaphore = new Semaphore(concurrency);
          const work = new Work();
          const results = choices.map((_, index) => semaphore.run(() => work.begin(index)).catch(() => 'failed'));
          for (const choice of choices) {
            await turn();
            work.end(choice, failing ? new Error('odd') : undefined);
          }
          await Promise.all(results);
          expect(work.begun).toEqual(choices.map((_, index) => index));
          expect(work.most).toBe(Math.min(concurrency, choices.length));
          expect(work.busy).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('work in parallel', () => {
  it('begins nothing after a failure, and ends when what is under way has ended', async () => {
    const work = new Work();
    const outcome = inParallel(2, ['a', 'b', 'c', 'd'], (_, index) => work.begin(index)).then(
      () => 'done',
      (error: unknown) => error,
    );
    let ended = false;
    void outcome.then(() => (ended = true));
    await turn();
    const failure = new Error('odd');
    work.end(0, failure);
    await turn();
    expect([work.begun, ended]).toEqual([[0, 1], false]);
    work.end(0);
    expect(await outcome).toBe(failure);
    expect(work.begun).toEqual([0, 1]);
  });

  it('is over at once when there is nothing to do', async () => {
    await expect(inParallel(2, [], () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
