import { AppendPartitions } from './append-partitions';

/** Appends that go on when they are told to. */
function heldPartitions(most: number): {
  add: (stream: string, name: string) => Promise<string>;
  began: string[];
  end: (name: string) => Promise<void>;
} {
  const partitions = new AppendPartitions(most);
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const nextTurn = (): Promise<void> => new Promise((settle) => setImmediate(settle));
  return {
    began,
    add: (stream, name) =>
      partitions.run(stream, async () => {
        began.push(name);
        await new Promise<void>((settle) => ends.set(name, settle));
        if (name.startsWith('bad')) throw new Error(name);
        return name;
      }),
    async end(name) {
      await nextTurn();
      ends.get(name)?.();
      await nextTurn();
    },
  };
}

describe('Partitions of appends', () => {
  it('let different streams go side by side and one stream in order, also past one that fails', async () => {
    const { add, began, end } = heldPartitions(10);
    const first = add('a', 'bad1');
    const rest = [add('a', 'a2'), add('b', 'b1')];
    const failed = expect(first).rejects.toThrow('bad1');

    await end('b1');
    expect(began).toEqual(['bad1', 'b1']);
    await end('bad1');
    await end('a2');

    await failed;
    expect(began).toEqual(['bad1', 'b1', 'a2']);
    expect(await Promise.all(rest)).toEqual(['a2', 'b1']);
  });

  it('hold back what is more than so many at a time, first come first', async () => {
    const { add, began, end } = heldPartitions(2);
    const all = ['a', 'b', 'c', 'd'].map((stream) => add(stream, stream));

    await end('a');
    expect(began).toEqual(['a', 'b', 'c']);
    await end('b');
    await end('c');
    await end('d');

    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('know when they are empty', async () => {
    const partitions = new AppendPartitions(1);
    const done: string[] = [];
    void partitions.run('a', () => Promise.resolve(done.push('a')));
    void partitions.run('a', () => Promise.resolve(done.push('b')));

    await partitions.idle();

    expect(done).toEqual(['a', 'b']);
  });
});
