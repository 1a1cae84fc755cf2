import { dateOf } from '../calendar/local-date';
import {
  firstChargeDate,
  lastCreationDay,
  rollChargeDate,
  schedulePayment,
  scheduleMandate,
  startDay,
} from './payment-schedule';
import { SCHEME_NAMES, type SchemeName } from './scheme-facts';

const calendar = { holidays: new Set<string>() };
const monday = Date.parse('2026-02-02T10:00:00.000Z');

/** Calendar days at which a payment created on Monday 2 February at 10:00 is submitted, charged, confirmed, paid out. */
function stationsOf(scheme: SchemeName) {
  const chargeDate = firstChargeDate(scheme, monday, true, calendar);
  const { submitAt, confirmAt, payableFrom } = schedulePayment(scheme, chargeDate, monday, calendar);
  return [dateOf(submitAt), chargeDate, dateOf(confirmAt), dateOf(payableFrom)].map((date) => date.slice(5));
}

test.each<[SchemeName, string[]]>([
  ['bacs', ['02-03', '02-05', '02-06', '02-09']],
  ['sepa_core', ['02-03', '02-05', '02-06', '02-10']],
  ['ach', ['02-03', '02-04', '02-06', '02-09']],
  ['becs', ['02-02', '02-03', '02-05', '02-06']],
  ['becs_nz', ['02-03', '02-04', '02-09', '02-10']],
  ['pad', ['02-02', '02-05', '02-09', '02-10']],
  ['autogiro', ['02-10', '02-12', '02-12', '02-16']],
  // 7 working days before March, the first working day of March, 4 working days later.
  ['betalingsservice', ['02-19', '03-02', '03-02', '03-06']],
  ['faster_payments', ['02-02', '02-02', '02-02', '02-03']],
  ['pay_to', ['02-02', '02-02', '02-02', '02-03']],
])('%s payments meet their stations on the published days', (scheme, expected) => {
  expect(stationsOf(scheme)).toEqual(expected);
});

test.each<[SchemeName, string]>([
  ['bacs', '2026-02-25'],
  ['sepa_core', '2026-02-25'],
  ['ach', '2026-02-26'],
  ['becs', '2026-02-27'],
  ['becs_nz', '2026-02-26'],
  ['pad', '2026-02-25'],
  ['autogiro', '2026-02-18'],
  // 8 working days before March begins, for a charge on its first working day.
  ['betalingsservice', '2026-02-18'],
  ['faster_payments', '2026-03-02'],
  ['pay_to', '2026-03-02'],
])('a %s payment for 2 March must be created by %s', (scheme, last) => {
  const charged = '2026-03-02';
  const before = (date: string) => firstChargeDate(scheme, Date.parse(`${date}T15:59:00.000Z`), true, calendar);
  const tooLate = (date: string) => firstChargeDate(scheme, Date.parse(`${date}T16:00:00.000Z`), true, calendar);
  const instant = scheme === 'faster_payments' || scheme === 'pay_to';

  expect([lastCreationDay(scheme, charged, true, calendar), before(last)]).toEqual([last, charged]);
  expect(tooLate(last) > charged).toBe(!instant);
});

test('every scheme submits before it charges, charges before it confirms, confirms before it pays out', () => {
  for (const scheme of SCHEME_NAMES) {
    const days = stationsOf(scheme);
    expect([...days].sort()).toEqual(days);
  }
});

test('what is created after the deadline or on a weekend counts from the next working day', () => {
  const times = ['2026-02-06T15:59:59Z', '2026-02-06T16:00:00Z', '2026-02-07T09:00:00Z', '2026-02-08T23:00:00Z'];

  expect(times.map((time) => startDay(Date.parse(time), calendar))).toEqual([
    '2026-02-06',
    '2026-02-09',
    '2026-02-09',
    '2026-02-09',
  ]);
});

test('a Bacs payment by a new mandate is charged a working day later', () => {
  expect(firstChargeDate('bacs', monday, false, calendar)).toBe('2026-02-06');
});

test('Betalingsservice misses the month when the notice is too short, and rolls to the collection day', () => {
  const late = Date.parse('2026-02-19T10:00:00.000Z');

  expect([
    firstChargeDate('betalingsservice', late, true, calendar),
    rollChargeDate('betalingsservice', '2026-03-10', calendar),
    rollChargeDate('betalingsservice', '2026-03-01', calendar),
  ]).toEqual(['2026-04-01', '2026-04-01', '2026-03-02']);
});

test('mandates of four schemes wait for their first payment', () => {
  const waiting = SCHEME_NAMES.filter((scheme) => scheduleMandate(scheme, monday, calendar) === undefined);

  expect(waiting.sort()).toEqual(['ach', 'becs', 'becs_nz', 'sepa_core']);
});
