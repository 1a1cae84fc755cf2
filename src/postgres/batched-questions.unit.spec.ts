import { setImmediate as turn } from 'node:timers/promises';
import { BatchedQuestions } from './batched-questions';

/** A server that doubles numbers, each group when it is told to. */
function slowServer(most = { groups: 1, questions: 10 }) {
  const groups: (readonly number[])[] = [];
  const waiting: ((failure: Error | null) => void)[] = [];
  const batched = new BatchedQuestions<number, number>(async (questions) => {
    groups.push(questions);
    const failure = await new Promise<Error | null>((settle) => waiting.push(settle));
    if (failure !== null) throw failure;
    return questions.map((question) => question * 2);
  }, most);
  const answer = async (failure: Error | null = null) => {
    await turn();
    waiting.shift()?.(failure);
    await turn();
  };
  return { batched, groups, answer };
}

describe('Gathered questions', () => {
  it('of one turn are asked together, and each gets its own answer', async () => {
    const { batched, groups, answer } = slowServer();

    const asked = Promise.all([1, 2, 3].map((question) => batched.ask(question)));
    await answer();

    expect(await asked).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('wait together while as many groups as are allowed are under way', async () => {
    const { batched, groups, answer } = slowServer({ groups: 2, questions: 10 });

    const first = batched.ask(1);
    await turn();
    const second = batched.ask(2);
    await turn();
    const others = [batched.ask(3), batched.ask(4)];
    await turn();
    expect(groups).toEqual([[1], [2]]);
    await answer();
    await answer();
    await answer();

    expect(groups).toEqual([[1], [2], [3, 4]]);
    expect(await Promise.all([first, second, ...others])).toEqual([2, 4, 6, 8]);
  });

  it('are at most so many in a group', async () => {
    const { batched, groups, answer } = slowServer({ groups: 2, questions: 2 });

    const asked = Promise.all([1, 2, 3].map((question) => batched.ask(question)));
    await turn();
    await answer();
    await answer();

    expect(await asked).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2], [3]]);
  });

  it('fail with their group, and the next group is asked all the same', async () => {
    const { batched, answer } = slowServer();

    const failed = Promise.allSettled([batched.ask(1), batched.ask(2)]);
    await answer(new Error('away'));
    const next = batched.ask(3);
    await answer();

    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await next).toBe(6);
  });
});
