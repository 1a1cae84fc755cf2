import { Batcher, together } from '../../../domain/shared/batcher';
import { type AppendItem, APPENDING } from './append-batches';

function item(stream: string, expected: number, characters = 1): AppendItem {
  return {
    stream,
    expected,
    events: [{ id: `${stream}${expected}`, type: 'T', data: 'x'.repeat(characters), metadata: '' }],
  };
}

/** A store that answers each group when it is told to. */
function slowStore(): { appends: Batcher<AppendItem, number>; batches: string[][]; answer: () => Promise<void> } {
  const batches: string[][] = [];
  const answers: (() => void)[] = [];
  const appends = new Batcher<AppendItem, number>(
    together(async (batch) => {
      batches.push(batch.map(({ stream, expected }) => `${stream}@${expected}`));
      await new Promise<void>((settle) => answers.push(settle));
      return batch.map(({ expected }) => expected + 1);
    }),
    APPENDING,
  );
  const nextTurn = (): Promise<void> => new Promise((settle) => setImmediate(settle));
  return {
    appends,
    batches,
    async answer() {
      while (answers.length === 0) await nextTurn();
      answers.shift()?.();
      await nextTurn();
      await nextTurn();
    },
  };
}

describe('Appends', () => {
  it('go out alone at once, and together when one is under way', async () => {
    const { appends, batches, answer } = slowStore();
    const first = appends.ask(item('a', 0));
    await new Promise((settle) => setImmediate(settle));
    const rest = [appends.ask(item('b', 0)), appends.ask(item('c', 0))];

    await answer();
    await answer();

    expect(batches).toEqual([['a@0'], ['b@0', 'c@0']]);
    expect(await Promise.all([first, ...rest])).toHaveLength(3);
  });

  it('of one stream go out one at a time, in order, and let other streams pass', async () => {
    const { appends, batches, answer } = slowStore();
    const all = [item('a', 0), item('a', 1), item('b', 0), item('a', 2)].map((each) => appends.ask(each));

    await answer();
    await answer();
    await answer();

    expect(batches).toEqual([['a@0', 'b@0'], ['a@1'], ['a@2']]);
    expect(await Promise.all(all)).toEqual([1, 2, 1, 3]);
  });

  it('are so many characters in a batch at most, and a later one of a stream never passes an earlier one', async () => {
    const { appends, batches, answer } = slowStore();
    const megabytes = 1024 * 1024;
    const all = [item('a', 0, 3 * megabytes), item('b', 0, 2 * megabytes), item('b', 1), item('c', 0)].map((each) =>
      appends.ask(each),
    );

    await answer();
    await answer();
    await answer();

    expect(batches).toEqual([['a@0', 'c@0'], ['b@0'], ['b@1']]);
    expect(await Promise.all(all)).toHaveLength(4);
  });
});
