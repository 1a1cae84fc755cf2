import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDates,
  dateInZone,
  endOfDayInZone,
  isDate,
  isTimeZone,
  isWorkingDay,
  schedule,
  startOfDayInZone,
} from './calendar';

const days = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each(['2026-02-28', '2028-02-29', '9999-12-31'])('knows that %s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ''])(
    'knows that %p does not exist',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it('adds days across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('takes back what it added, and keeps text order as time order', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 5000 }), (date, count) => {
        const later = addDays(date, count);
        expect(addDays(later, -count)).toBe(date);
        expect(compareDates(date, later)).toBe(-1);
        expect(compareDates(later, date)).toBe(1);
        expect(compareDates(date, date)).toBe(0);
      }),
    );
  });

  it('clips months to their last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-08-31', 1)).toBe('2026-09-30');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
});

describe('schedules', () => {
  it('counts every date from the first, so that the 31st comes back after February', () => {
    expect(schedule(4, '2026-01-31', 'month')).toStrictEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it.each([
    ['week', ['2026-11-30', '2026-12-07', '2026-12-14']],
    ['month', ['2026-11-30', '2026-12-30', '2027-01-30']],
    ['quarter', ['2026-11-30', '2027-02-28', '2027-05-30']],
    ['year', ['2026-11-30', '2027-11-30', '2028-11-30']],
  ] as const)('goes by %s', (interval, dates) => {
    expect(schedule(3, '2026-11-30', interval)).toStrictEqual(dates);
  });
});

describe('working days', () => {
  const goodFridayAndEasterMonday = new Set(['2026-04-03', '2026-04-06']);

  it('leaves out weekends and holidays', () => {
    expect(isWorkingDay('2026-04-02', goodFridayAndEasterMonday)).toBe(true);
    expect(isWorkingDay('2026-04-03', goodFridayAndEasterMonday)).toBe(false);
    expect(isWorkingDay('2026-04-04', new Set())).toBe(false);
    expect(isWorkingDay('2026-04-05', new Set())).toBe(false);
  });

  it('counts over them', () => {
    expect(addWorkingDays('2026-04-02', 1, goodFridayAndEasterMonday)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-02', 4, goodFridayAndEasterMonday)).toBe('2026-04-10');
    expect(addWorkingDays('2026-04-02', 0, goodFridayAndEasterMonday)).toBe('2026-04-02');
  });

  it('counts from the next working day when it starts on none', () => {
    expect(addWorkingDays('2026-04-03', 0, goodFridayAndEasterMonday)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-04', 2, goodFridayAndEasterMonday)).toBe('2026-04-09');
  });
});

describe('time zones', () => {
  it('knows names and not offsets', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('+01:00')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });

  it('knows what day it is', () => {
    expect(dateInZone('2026-06-30T23:30:00.000Z', 'Europe/London')).toBe('2026-07-01');
    expect(dateInZone('2026-12-31T23:30:00.000Z', 'Europe/London')).toBe('2026-12-31');
    expect(dateInZone('2026-01-01T04:59:59.999Z', 'America/New_York')).toBe('2025-12-31');
    expect(dateInZone('2026-01-01T10:00:00.000Z', 'Pacific/Kiritimati')).toBe('2026-01-02');
  });

  it.each([
    ['2026-01-15', 'Europe/London', '2026-01-15T00:00:00.000Z'],
    ['2026-07-15', 'Europe/London', '2026-07-14T23:00:00.000Z'],
    ['2026-03-29', 'Europe/London', '2026-03-29T00:00:00.000Z'], // the clocks go forward at 01:00
    ['2026-03-30', 'Europe/London', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25', 'Europe/London', '2026-10-24T23:00:00.000Z'], // and back at 02:00
    ['2026-10-26', 'Europe/London', '2026-10-26T00:00:00.000Z'],
    ['2026-07-15', 'Pacific/Auckland', '2026-07-14T12:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'], // there was no 00:00: the day began at 01:00
  ])('finds where %s begins in %s', (date, zone, start) => {
    expect(startOfDayInZone(date, zone)).toBe(start);
  });

  it('begins each day at the first instant that is in it', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Sydney', 'Pacific/Auckland', 'UTC');
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const start = startOfDayInZone(date, zone);
        expect(dateInZone(start, zone)).toBe(date);
        expect(dateInZone(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(date, -1));
      }),
    );
  });

  it('ends each day at the last millisecond before another, also where the clocks change', () => {
    const zones = [
      'Europe/London',
      'America/Santiago',
      'Asia/Beirut',
      'Pacific/Auckland',
      'Australia/Lord_Howe',
      'UTC',
    ];
    const changes = fc.constantFrom('2026-03-29', '2026-10-25', '2018-11-04', '2026-09-06', '2026-04-05');
    fc.assert(
      fc.property(fc.oneof(days, changes), fc.constantFrom(...zones), (date, zone) => {
        const end = endOfDayInZone(date, zone);
        expect(dateInZone(end, zone)).toBe(date);
        expect(dateInZone(new Date(Date.parse(end) + 1).toISOString(), zone)).toBe(addDays(date, 1));
      }),
    );
    expect(endOfDayInZone('9999-12-31', 'America/Santiago')).toBe('9999-12-31T23:59:59.999Z');
  });
});
