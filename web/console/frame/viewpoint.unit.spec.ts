import { momentPresets, readRootSearch } from './viewpoint';

const days = (now: string, zone: string) =>
  momentPresets(Date.parse(now), zone, null).map(({ label, day }) => `${label}: ${day}`);

it('offers the ends that accountants ask for, by the zone’s own calendar', () => {
  expect(days('2026-06-30T23:30:00Z', 'Europe/London')).toEqual([
    'End of last month: 2026-06-30',
    'End of last quarter: 2026-06-30',
    'End of last year: 2025-12-31',
    'End of the last tax year: 2026-04-05',
  ]);
  expect(days('2026-01-15T12:00:00Z', 'Europe/Paris')).toEqual([
    'End of last month: 2025-12-31',
    'End of last quarter: 2025-12-31',
    'End of last year: 2025-12-31',
  ]);
});

it('reads only what belongs to the frame, and nothing endless', () => {
  expect(
    readRootSearch({ asOf: '2026-03-31', connectionId: ['a', 'b'], effectiveAt: 'x'.repeat(200), status: 'y' }),
  ).toEqual({
    asOf: '2026-03-31',
  });
});
