import fc from 'fast-check';
import { addDays, addMonths, isLocalDate } from './local-date';
import { addWorkingDays, firstOfNextMonth, isWorkingDay, onOrAfter, workingDayOfMonth } from './working-days';

const calendar = { holidays: new Set(['2026-12-25', '2026-12-28']) };

test('dates that do not exist are none', () => {
  expect(['2026-02-28', '2026-02-29', '2026-02-30', '2024-02-29', '26-01-01', '2026-1-1'].map(isLocalDate)).toEqual([
    true,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test('months are added to the same day or the last of the month', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2026-08-31', 6), addMonths('2026-11-15', 13)]).toEqual([
    '2026-02-28',
    '2027-02-28',
    '2027-12-15',
  ]);
});

test('working days skip weekends and holidays, both ways', () => {
  expect([
    addWorkingDays('2026-12-24', 1, calendar),
    addWorkingDays('2026-12-29', -1, calendar),
    addWorkingDays('2026-12-26', 0, calendar),
    onOrAfter('2026-12-25', calendar),
    workingDayOfMonth('2026-08-20', 1, calendar),
    firstOfNextMonth('2026-12-31'),
  ]).toEqual(['2026-12-29', '2026-12-24', '2026-12-29', '2026-12-29', '2026-08-03', '2027-01-01']);
});

test('going n working days forward and n back from a working day ends where it began', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (offset, n) => {
      const start = onOrAfter(addDays('2024-01-01', offset), calendar);
      const there = addWorkingDays(start, n, calendar);
      return isWorkingDay(there, calendar) && addWorkingDays(there, -n, calendar) === start;
    }),
  );
});
