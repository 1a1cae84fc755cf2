import { shrink } from './shrink';

describe('shrinking', () => {
  const needing =
    (...needed: readonly number[]) =>
    (some: readonly number[]) =>
      Promise.resolve(needed.every((one) => some.includes(one)) ? `with ${some.join(' ')}` : null);
  const hundred = Array.from({ length: 100 }, (_, index) => index);

  it('finds the few that a failure needs', async () => {
    expect(await shrink(hundred, 'at first', needing(17, 83))).toEqual({ smallest: [17, 83], reason: 'with 17 83' });
  });

  it('finds that nothing is needed', async () => {
    expect(await shrink(hundred, 'at first', needing())).toEqual({ smallest: [], reason: 'with ' });
  });

  it('keeps what it was given where nothing less fails', async () => {
    expect(await shrink([1, 2], 'at first', needing(1, 2))).toEqual({ smallest: [1, 2], reason: 'at first' });
  });
});
