import { type AppendItem, AppendQueue, type Outcome } from './append-queue';

function item(stream: string, expected: number, characters = 1): AppendItem {
  return {
    stream,
    expected,
    events: [{ id: `${stream}${expected}`, type: 'T', data: 'x'.repeat(characters), metadata: '' }],
  };
}

/** A store that answers each group when it is told to. */
function slowStore(): { queue: AppendQueue; groups: string[][]; answer: () => Promise<void> } {
  const groups: string[][] = [];
  const answers: (() => void)[] = [];
  const queue = new AppendQueue(async (group) => {
    groups.push(group.map(({ stream, expected }) => `${stream}@${expected}`));
    await new Promise<void>((settle) => answers.push(settle));
    return group.map(({ expected }): Outcome => ({ revision: expected + 1, position: 'test.1' }));
  });
  const nextTurn = (): Promise<void> => new Promise((settle) => setImmediate(settle));
  return {
    queue,
    groups,
    async answer() {
      while (answers.length === 0) await nextTurn();
      answers.shift()?.();
      await nextTurn();
      await nextTurn();
    },
  };
}

describe('The queue of appends', () => {
  it('sends one alone at once, and gathers the rest while it is under way', async () => {
    const { queue, groups, answer } = slowStore();
    const first = queue.add(item('a', 0));
    await new Promise((settle) => setImmediate(settle));
    const rest = [queue.add(item('b', 0)), queue.add(item('c', 0))];

    await answer();
    await answer();

    expect(groups).toEqual([['a@0'], ['b@0', 'c@0']]);
    expect(await Promise.all([first, ...rest])).toHaveLength(3);
  });

  it('takes one append of a stream at a time, in order, and lets other streams pass', async () => {
    const { queue, groups, answer } = slowStore();
    const all = [item('a', 0), item('a', 1), item('b', 0), item('a', 2)].map((each) => queue.add(each));

    await answer();
    await answer();
    await answer();

    expect(groups).toEqual([['a@0', 'b@0'], ['a@1'], ['a@2']]);
    expect((await Promise.all(all)).map(({ revision }) => revision)).toEqual([1, 2, 1, 3]);
  });

  it('bounds a group by its size, and never sends a later append of a stream before an earlier one', async () => {
    const { queue, groups, answer } = slowStore();
    const megabytes = 1024 * 1024;
    const all = [item('a', 0, 3 * megabytes), item('b', 0, 2 * megabytes), item('b', 1), item('c', 0)].map((each) =>
      queue.add(each),
    );

    await answer();
    await answer();
    await answer();

    expect(groups).toEqual([['a@0', 'c@0'], ['b@0'], ['b@1']]);
    expect(await Promise.all(all)).toHaveLength(4);
  });

  it('gives each item its own outcome', async () => {
    const queue = new AppendQueue((group) =>
      Promise.resolve(
        group.map(({ stream }): Outcome =>
          stream === 'bad' ? new Error('refused') : { revision: 0, position: 'test.1' },
        ),
      ),
    );

    const outcomes = await Promise.allSettled(['good', 'bad', 'fine'].map((stream) => queue.add(item(stream, -1))));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
