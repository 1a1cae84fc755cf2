import { Problem } from '../../api/problem';
import { Bulk, type RowState } from './bulk';

const ids = Array.from({ length: 10 }, (_, index) => `sp_${String(index)}`);

/** A call whose answers a test gives one by one. */
function steered() {
  const asked: { readonly id: string; readonly key: string; readonly end: (error?: Problem) => void }[] = [];
  const call = (id: string, wish: Readonly<Record<string, string>>) =>
    new Promise<{ data: string }>((resolve, reject) => {
      asked.push({
        id,
        key: wish['Idempotency-Key'] ?? '',
        end: (error) => {
          if (error === undefined) resolve({ data: id });
          else reject(error);
        },
      });
    });
  return { asked, call };
}

const turn = async () => {
  for (let ticks = 0; ticks < 10; ticks += 1) await Promise.resolve();
};
let states: ReadonlyMap<string, RowState<string>> = new Map();
const keep = (next: typeof states) => {
  states = next;
};
const kinds = () => [...states.values()].map(({ kind }) => kind);

it('has four under way at a time, and begins no other after a stop', async () => {
  const { asked, call } = steered();
  const bulk = new Bulk(ids, call, keep);
  const run = bulk.run();
  expect(asked.map(({ id }) => id)).toEqual(ids.slice(0, 4));
  asked[0]?.end();
  await turn();
  expect(asked).toHaveLength(5);
  bulk.stop();
  for (const { end } of asked) end();
  await run;
  expect(asked).toHaveLength(5);
  expect(kinds()).toEqual([...Array.from({ length: 5 }, () => 'done'), ...Array.from({ length: 5 }, () => 'waiting')]);
});

it('goes on with the same key for what has no answer, and repeats nothing else', async () => {
  const { asked, call } = steered();
  const bulk = new Bulk(ids.slice(0, 3), call, keep);
  const first = bulk.run();
  asked[0]?.end();
  asked[1]?.end(new Problem(409, 'already_submitted', ''));
  asked[2]?.end(new Problem(0, 'no_connection', ''));
  await first;
  expect(kinds()).toEqual(['done', 'refused', 'unanswered']);
  const second = bulk.run();
  expect(asked.slice(3).map(({ id, key }) => [id, key])).toEqual([[asked[2]?.id, asked[2]?.key]]);
  asked[3]?.end();
  await second;
  expect(kinds()).toEqual(['done', 'refused', 'done']);
});
