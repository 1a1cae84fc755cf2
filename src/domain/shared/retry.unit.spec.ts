import fc from 'fast-check';
import { doubling, retry, type RetryOptions } from './retry';

/** Fails so many times, each time with another error, and then answers. */
function failing(times: number): (attempt: number) => Promise<string> {
  return (attempt) =>
    attempt <= times ? Promise.reject(new Error(`attempt ${attempt}`)) : Promise.resolve(`answer ${attempt}`);
}

async function run(work: (attempt: number) => Promise<string>, options: Partial<RetryOptions>) {
  const waited: number[] = [];
  const result = await retry(work, {
    schedule: { waits: [10, 20], afterwards: 'give_up' },
    wait: (milliseconds) => Promise.resolve(waited.push(milliseconds)),
    isTransient: () => true,
    ...options,
  }).catch((error: unknown) => (error instanceof Error ? error.message : error));
  return { result, waited };
}

describe('a retry', () => {
  it('answers at once what succeeds at once', async () => {
    expect(await run(failing(0), {})).toEqual({ result: 'answer 1', waited: [] });
  });

  it('waits as its schedule says', async () => {
    expect(await run(failing(2), {})).toEqual({ result: 'answer 3', waited: [10, 20] });
  });

  it('gives up at the end of the schedule with the last error', async () => {
    expect(await run(failing(3), {})).toEqual({ result: 'attempt 3', waited: [10, 20] });
  });

  it('keeps to the last wait when it may go on for ever', async () => {
    const schedule = { waits: [10, 20], afterwards: 'repeat' } as const;
    expect(await run(failing(5), { schedule })).toEqual({ result: 'answer 6', waited: [10, 20, 20, 20, 20] });
  });

  it('does not try again after an error that does not pass', async () => {
    const seen: number[] = [];
    const isTransient = (_: unknown, attempt: number) => {
      seen.push(attempt);
      return attempt < 2;
    };
    expect(await run(failing(9), { isTransient })).toEqual({ result: 'attempt 2', waited: [10] });
    expect(seen).toEqual([1, 2]);
  });

  it('makes no further attempt when it is stopped, before a wait or during one', async () => {
    expect(await run(failing(9), { isStopped: () => true })).toEqual({ result: 'attempt 1', waited: [] });
    let asked = 0;
    const isStopped = () => (asked += 1) > 1;
    expect(await run(failing(9), { isStopped })).toEqual({ result: 'attempt 1', waited: [10] });
  });

  it('tells of each error that it waits for', async () => {
    const told: unknown[] = [];
    const onRetry = (error: unknown, milliseconds: number) => {
      told.push([(error as Error).message, milliseconds]);
    };
    await run(failing(3), { onRetry });
    expect(told).toEqual([
      ['attempt 1', 10],
      ['attempt 2', 20],
    ]);
  });

  it('spreads its waits over the range of the jitter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), async (random) => {
        const schedule = { waits: [100], afterwards: 'give_up', jitter: { from: 0.5, to: 1.5 } } as const;
        const { waited } = await run(failing(1), { schedule, random: () => random });
        expect(waited).toEqual([100 * (0.5 + random)]);
      }),
    );
  });

  it('has waits that double up to a limit', () => {
    expect(doubling(50, 4)).toEqual([50, 100, 200, 400]);
    expect(doubling(50, 4, 150)).toEqual([50, 100, 150, 150]);
  });
});
