import fc from 'fast-check';
import { Agenda } from './agenda';
import { SimulatedClock } from './simulated-clock';

test('what is due comes out earliest first, and in the order put in within one instant', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 0, max: 20 }), (times, limit) => {
      const agenda = new Agenda<number>();
      for (const [order, at] of times.entries()) agenda.add(at, order);

      const taken: [number, number][] = [];
      for (let due = agenda.takeDue(limit); due !== undefined; due = agenda.takeDue(limit))
        taken.push([due.at, due.item]);

      const expected = times
        .map((at, order): [number, number] => [at, order])
        .filter(([at]) => at <= limit)
        .sort(([one, first], [other, second]) => one - other || first - second);
      expect(taken).toEqual(expected);
    }),
  );
});

test('the clock never goes back and never stamps twice alike', () => {
  const clock = new SimulatedClock(Date.parse('2026-02-02T10:00:00.000Z'));

  const stamps = [clock.stamp(), clock.stamp()];
  clock.moveTo(0);

  expect([...stamps, new Date(clock.now()).toISOString()]).toEqual([
    '2026-02-02T10:00:00.000Z',
    '2026-02-02T10:00:00.001Z',
    '2026-02-02T10:00:00.002Z',
  ]);
});
