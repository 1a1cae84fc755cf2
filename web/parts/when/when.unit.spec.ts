import fc from 'fast-check';
import { momentInWords, readMoment } from './typed-moment';
import { addDays, dayIn, formatAge, formatDay, formatTime, instantOf, placeOf } from './when';

it('writes days so that no two countries read them in two ways', () => {
  expect([formatDay('2026-06-11'), formatTime('2026-06-11T22:30:00Z', 'Europe/London')]).toEqual([
    '11 Jun 2026',
    '11 Jun 2026, 23:30',
  ]);
});

it('knows the day of an instant by the zone’s own midnight', () => {
  expect([
    dayIn('2026-03-31T22:59:59Z', 'Europe/London'),
    dayIn('2026-03-31T23:00:00Z', 'Europe/London'),
    dayIn('2026-01-01T10:30:00Z', 'Pacific/Auckland'),
  ]).toEqual(['2026-03-31', '2026-04-01', '2026-01-01']);
});

describe('a time of day in a zone', () => {
  it.each([
    ['an ordinary summer day', '2026-06-11', 14, 3, 'Europe/London', '2026-06-11T13:03:00.000Z'],
    [
      'the hour that does not exist becomes the one after it',
      '2026-03-29',
      1,
      30,
      'Europe/London',
      '2026-03-29T01:30:00.000Z',
    ],
    ['the hour that comes twice is the first', '2026-10-25', 1, 30, 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['a zone half an hour off', '2026-06-11', 0, 0, 'Asia/Kolkata', '2026-06-10T18:30:00.000Z'],
  ])('%s', (_, day, hour, minute, zone, instant) => {
    expect(instantOf(day, hour, minute, zone)).toBe(instant);
  });

  it('is what a clock there shows, but in an hour that is skipped', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC', 'Asia/Kolkata');
    const days = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        zones,
        (day, hour, minute, zone) => {
          const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          expect(formatTime(instantOf(day, hour, minute, zone), zone)).toBe(`${formatDay(day)}, ${clock}`);
        },
      ),
    );
  });
});

describe('a moment that somebody types', () => {
  it.each([
    ['31 Mar 2026', { kind: 'day', value: '2026-03-31' }],
    ['31 march 2026, 24:00', { kind: 'day', value: '2026-03-31' }],
    ['1 Sept 2026 09:15', { kind: 'instant', value: '2026-09-01T08:15:00.000Z' }],
    ['2026-03-31', { kind: 'day', value: '2026-03-31' }],
    ['2026-03-31 00:30', { kind: 'instant', value: '2026-03-30T23:30:00.000Z' }],
    ['2026-03-31T12:00:00+02:00', { kind: 'instant', value: '2026-03-31T10:00:00.000Z' }],
    ['p1a2.12846', { kind: 'position', value: 'p1a2.12846' }],
    ['31/03/2026', null],
    ['30 Feb 2026', null],
    ['31 Mar 2026 25:00', null],
    ['31 Smarch 2026', null],
    ['', null],
  ])('%j is %j', (typed, read) => {
    expect(readMoment(typed, 'Europe/London')).toEqual(read);
  });

  it('is said back in words', () => {
    expect(
      ['2026-03-31', '2026-03-31T22:30:00.000Z', 'p1.7'].map((moment) => momentInWords(moment, 'Europe/London')),
    ).toEqual(['31 Mar 2026, 24:00 in London', '31 Mar 2026, 23:30 in London', 'position p1.7']);
  });
});

it('says how long ago', () => {
  const now = Date.parse('2026-06-11T12:00:00Z');
  expect(
    ['2026-06-11T12:00:00Z', '2026-06-11T11:45:00Z', '2026-06-11T02:00:00Z', '2026-06-08T12:00:00Z'].map((instant) =>
      formatAge(instant, now),
    ),
  ).toEqual(['just now', '15 minutes ago', '10 hours ago', '3 days ago']);
});

it('calls a zone by its place', () => {
  expect([placeOf('Europe/London'), placeOf('America/New_York'), placeOf('UTC')]).toEqual([
    'London',
    'New York',
    'UTC',
  ]);
});
