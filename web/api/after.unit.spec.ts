import { LastChange } from './after';

it('asks for the last change for ten seconds', () => {
  let now = 1_000;
  const change = new LastChange(() => now);
  expect(change.position).toBeUndefined();
  change.remember('a.1');
  change.remember('b.1');
  now = 10_999;
  expect(change.position).toBe('b.1');
  now = 11_000;
  expect(change.position).toBeUndefined();
});
