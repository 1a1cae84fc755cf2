import { setImmediate as turn } from 'node:timers/promises';
import { PagedQuestions } from './paged-questions';
import { GoCardlessNotFound, GoCardlessUnavailable } from '../ports/gocardless';

/** GoCardless with things of some numbers, ten a page: what it is asked, in order, with answers when the test lets it answer. */
function gocardless(numbers: readonly number[], failing: { list?: Error; one?: readonly number[] } = {}) {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  let holds = false;
  const request = async (what: string) => {
    asked.push(what);
    if (holds) await new Promise<void>((resolve) => held.push(resolve));
  };
  const batching = new PagedQuestions<number, string>(
    {
      async *pages(connectionId) {
        for (let from = 0; from < numbers.length; from += 10) {
          await request(`${connectionId} page ${from / 10 + 1}`);
          if (failing.list !== undefined) throw failing.list;
          const page = new Set(numbers.slice(from, from + 10));
          yield (number) => (page.has(number) ? `the ${number}` : undefined);
        }
      },
      one: async (connectionId, number) => {
        await request(`${connectionId} ${number}`);
        if (failing.one?.includes(number) === true)
          throw new GoCardlessUnavailable('unexpected_answer', 'no such shape');
        if (!numbers.includes(number)) throw new GoCardlessNotFound(false, 'resource_not_found', null);
        return `the ${number}`;
      },
    },
    () => Promise.resolve(),
  );
  return {
    asked,
    ask: (number: number, connectionId = 'con_1') => batching.ask(connectionId, number),
    askAll: (all: readonly number[]) => Promise.allSettled(all.map((number) => batching.ask('con_1', number))),
    hold: () => void (holds = true),
    letGo: () => {
      holds = false;
      for (const answer of held.splice(0)) answer();
    },
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const answers = (numbers: readonly number[]) =>
  numbers.map((number) => ({ status: 'fulfilled', value: `the ${number}` }));
const unavailable = new GoCardlessUnavailable('network', 'away');

describe('questions that are asked at once', () => {
  it('are answered from pages, without a request for any of them', async () => {
    const there = gocardless(upTo(30));
    expect(await there.askAll(upTo(30))).toStrictEqual(answers(upTo(30)));
    expect(there.asked).toStrictEqual(['con_1 page 1', 'con_1 page 2', 'con_1 page 3']);
  });

  it('are asked singly when a page is not worth it', async () => {
    const there = gocardless(upTo(30));
    expect(await there.askAll(upTo(4))).toStrictEqual(answers(upTo(4)));
    expect(there.asked).toStrictEqual(upTo(4).map((number) => `con_1 ${number}`));
  });

  it('end no later than a page for each five of them, and what is left is asked singly', async () => {
    const there = gocardless([...upTo(100).map((number) => 1000 + number), ...upTo(11)]);
    expect(await there.askAll(upTo(11))).toStrictEqual(answers(upTo(11)));
    const pages = upTo(3).map((page) => `con_1 page ${page}`);
    expect(there.asked).toStrictEqual([...pages, ...upTo(11).map((number) => `con_1 ${number}`)]);
  });

  it('read no page more when all are answered', async () => {
    const there = gocardless(upTo(40));
    expect(await there.askAll(upTo(10))).toStrictEqual(answers(upTo(10)));
    expect(there.asked).toStrictEqual(['con_1 page 1']);
  });

  it('tell of each what GoCardless does not have', async () => {
    const there = gocardless(upTo(9));
    const outcomes = await there.askAll([...upTo(9), 77]);
    expect(outcomes.slice(0, 9)).toStrictEqual(answers(upTo(9)));
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { name: 'GoCardlessNotFound' } });
    expect(there.asked).toStrictEqual(['con_1 page 1', 'con_1 77']);
  });
});

describe('a question', () => {
  it('is never answered by a request that was begun before it', async () => {
    const there = gocardless(upTo(20));
    there.hold();
    const first = there.ask(1);
    await turn();
    const others = there.askAll(upTo(6));
    await turn();
    expect(there.asked).toStrictEqual(['con_1 1']);
    there.letGo();
    expect(await first).toBe('the 1');
    expect(await others).toStrictEqual(answers(upTo(6)));
    expect(there.asked).toStrictEqual(['con_1 1', 'con_1 page 1']);
  });

  it('of one connection does not wait for another', async () => {
    const there = gocardless(upTo(20));
    there.hold();
    const held = there.ask(1, 'con_slow');
    const answered = there.ask(1, 'con_quick');
    await turn();
    expect(there.asked).toStrictEqual(['con_slow 1', 'con_quick 1']);
    there.letGo();
    expect(await Promise.all([held, answered])).toStrictEqual(['the 1', 'the 1']);
  });
});

describe('when GoCardless can not be asked', () => {
  it('all questions fail without being asked singly, and may be asked again', async () => {
    const there = gocardless(upTo(20), { list: unavailable });
    const outcomes = await there.askAll(upTo(10));
    expect(outcomes).toStrictEqual(upTo(10).map(() => ({ status: 'rejected', reason: unavailable })));
    expect(there.asked).toStrictEqual(['con_1 page 1']);
    expect(await there.ask(3)).toBe('the 3');
  });

  it('about one thing, its list is left aside and the others are answered', async () => {
    const there = gocardless(upTo(20), {
      list: new GoCardlessUnavailable('unexpected_answer', 'no such shape'),
      one: [4],
    });
    const outcomes = await there.askAll(upTo(6));
    expect(outcomes.map(({ status }) => status)).toStrictEqual(
      upTo(6).map((number) => (number === 4 ? 'rejected' : 'fulfilled')),
    );
  });
});
