import { setImmediate as turn } from 'node:timers/promises';
import { Batcher, together, upTo } from './batcher';

/** A server that doubles numbers that are not negative, each batch when it is told to. */
function slowServer({ concurrency = 1, maximum = 10 } = {}) {
  const batches: (readonly number[])[] = [];
  const waiting: ((failure: Error | null) => void)[] = [];
  const batched = new Batcher<number, number>(
    together(async (questions) => {
      batches.push(questions);
      const failure = await new Promise<Error | null>((settle) => waiting.push(settle));
      if (failure !== null) throw failure;
      return questions.map((question) => (question < 0 ? new Error('refused') : question * 2));
    }),
    { concurrency, choose: upTo(maximum) },
  );
  const answer = async (failure: Error | null = null) => {
    await turn();
    waiting.shift()?.(failure);
    await turn();
  };
  return { batched, batches, answer };
}

describe('Questions', () => {
  it('of one turn are asked together, and each gets its own answer', async () => {
    const { batched, batches, answer } = slowServer();

    const asked = Promise.all([1, 2, 3].map((question) => batched.ask(question)));
    await answer();

    expect(await asked).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('wait together while as many batches as may be are under way', async () => {
    const { batched, batches, answer } = slowServer({ concurrency: 2 });

    const first = batched.ask(1);
    await turn();
    const second = batched.ask(2);
    await turn();
    const others = [batched.ask(3), batched.ask(4)];
    await turn();
    expect(batches).toEqual([[1], [2]]);
    await answer();
    await answer();
    await answer();

    expect(batches).toEqual([[1], [2], [3, 4]]);
    expect(await Promise.all([first, second, ...others])).toEqual([2, 4, 6, 8]);
  });

  it('are so many in a batch at most', async () => {
    const { batched, batches, answer } = slowServer({ concurrency: 2, maximum: 2 });

    const asked = Promise.all([1, 2, 3].map((question) => batched.ask(question)));
    await turn();
    await answer();
    await answer();

    expect(await asked).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('fail with their batch, and the next batch is asked all the same', async () => {
    const { batched, answer } = slowServer();

    const failed = Promise.allSettled([batched.ask(1), batched.ask(2)]);
    await answer(new Error('away'));
    const next = batched.ask(3);
    await answer();

    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await next).toBe(6);
  });

  it('fail alone when only their own answer is an error', async () => {
    const { batched, answer } = slowServer();

    const asked = Promise.allSettled([1, -1, 3].map((question) => batched.ask(question)));
    await answer();

    expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are all answered when it is idle, and it is idle at once when nothing was asked', async () => {
    const { batched, batches, answer } = slowServer({ maximum: 1 });
    await batched.idle();

    const settled: number[] = [];
    for (const question of [1, 2]) void batched.ask(question).then((doubled) => settled.push(doubled));
    const idle = batched.idle();
    await answer();
    await answer();
    await idle;

    expect(batches).toEqual([[1], [2]]);
    expect(settled).toEqual([2, 4]);
  });
});
