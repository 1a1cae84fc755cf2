import { heightsOf, waterfallOf } from './scale';

it('draws bars by the highest, and none for nothing', () => {
  expect(heightsOf([50, 100, 0, -10, 0.1])).toEqual([0.5, 1, 0, 0, 0.01]);
  expect(heightsOf([])).toEqual([]);
});

it('lets each change begin where the one before ended', () => {
  const steps = [
    { label: 'paid out', amount: 100, kind: 'begin' },
    { label: 'losses', amount: -30, kind: 'change' },
    { label: 'fees', amount: -20, kind: 'change' },
    { label: 'bank', amount: 50, kind: 'end' },
  ] as const;
  expect(waterfallOf(steps).map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0.7, 1],
    [0.5, 0.7],
    [0, 0.5],
  ]);
});

it('has room below zero when more was lost than paid out', () => {
  const steps = [
    { label: 'paid out', amount: 50, kind: 'begin' },
    { label: 'losses', amount: -100, kind: 'change' },
    { label: 'bank', amount: -50, kind: 'end' },
  ] as const;
  expect(waterfallOf(steps).map(({ from, to }) => [from, to])).toEqual([
    [0.5, 1],
    [0, 1],
    [0, 0.5],
  ]);
});
