import { Sequences } from './sequences';

const KNOWN = new Set(['g p', 'g o', '/', 'p']);

it('completes a pair in time, and takes the second key for itself after that', () => {
  let now = 0;
  const sequences = new Sequences(() => now);
  expect([sequences.press('g', KNOWN), sequences.press('p', KNOWN)]).toEqual([null, 'g p']);
  expect(sequences.press('p', KNOWN)).toBe('p');
  sequences.press('g', KNOWN);
  now = 1_200;
  expect(sequences.press('p', KNOWN)).toBe('p');
});

it('begins anew after a pair that nothing knows', () => {
  const sequences = new Sequences(() => 0);
  expect([sequences.press('g', KNOWN), sequences.press('x', KNOWN), sequences.press('o', KNOWN)]).toEqual([
    null,
    null,
    null,
  ]);
  expect([sequences.press('g', KNOWN), sequences.press('/', KNOWN)]).toEqual([null, '/']);
});
