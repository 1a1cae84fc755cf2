import fc from 'fast-check';
import { firstChargeDate, rollChargeDate } from '../../../simulator/schemes/payment-schedule';
import { addDays } from '../shared/calendar';
import { CURRENCIES } from '../shared/money';
import { DEFAULT_LEAD_TIMES, sendingDay, sendingDayOf, sentThrough } from './lead-time';
import { currencyOfScheme, type Scheme, SCHEMES } from './scheme';

const calendar = { holidays: new Set<string>() };
const days = fc.integer({ min: 0, max: 1_000 }).map((count) => addDays('2026-01-01', count));
const schemes = fc.constantFrom(...SCHEMES);

describe('the day on which a payment is sent', () => {
  it.each<[Scheme, string, string]>([
    ['bacs', '2027-02-15', '2027-02-05'],
    ['sepa_core', '2027-02-15', '2027-02-05'],
    ['ach', '2027-02-15', '2027-02-05'],
    ['becs', '2027-02-15', '2027-02-05'],
    ['becs_nz', '2027-02-15', '2027-02-05'],
    ['pad', '2027-02-15', '2027-02-05'],
    ['faster_payments', '2027-02-15', '2027-02-05'],
    ['pay_to', '2027-02-15', '2027-02-05'],
    ['autogiro', '2027-02-15', '2027-02-02'],
    ['autogiro', '2027-02-14', '2027-02-02'],
    ['betalingsservice', '2027-02-01', '2027-01-18'],
    ['betalingsservice', '2027-02-15', '2027-01-18'],
    ['betalingsservice', '2027-02-28', '2027-01-18'],
  ])('by %s and due on %s is %s', (scheme, dueDate, sent) => {
    expect(sendingDay(scheme, dueDate, DEFAULT_LEAD_TIMES)).toBe(sent);
  });

  it('is soon enough to be charged on the due date, whatever the hour and however new the mandate', () => {
    fc.assert(
      fc.property(schemes, days, fc.integer({ min: 0, max: 86_399 }), fc.boolean(), (scheme, day, second, active) => {
        const dueDate = rollChargeDate(scheme, day, calendar);
        const sentAt = Date.parse(`${sendingDay(scheme, dueDate, DEFAULT_LEAD_TIMES)}T00:00:00.000Z`) + second * 1_000;
        expect(firstChargeDate(scheme, sentAt, active, calendar) <= dueDate).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is as early as was chosen, and never later than ten days before', () => {
    const chosen = { ...DEFAULT_LEAD_TIMES, bacs: 20, autogiro: 0 };
    expect(sendingDay('bacs', '2027-02-15', chosen)).toBe('2027-01-15');
    expect(sendingDay('autogiro', '2027-02-15', chosen)).toBe('2027-02-05');
  });
});

describe('what is sent on a day', () => {
  it('is all that must be sent then or earlier by the slowest scheme of its currency, and nothing else', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...CURRENCIES), (today, dueDate, currency) => {
        const isDue = SCHEMES.filter((scheme) => currencyOfScheme(scheme) === currency).some(
          (scheme) => sendingDay(scheme, dueDate, DEFAULT_LEAD_TIMES) <= today,
        );
        expect(dueDate <= sentThrough(currency, today, DEFAULT_LEAD_TIMES)).toBe(isDue);
        expect(sendingDayOf(currency, dueDate, DEFAULT_LEAD_TIMES) <= today).toBe(isDue);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['GBP', '2027-01-22'],
    ['SEK', '2027-01-25'],
    ['DKK', '2027-01-31'],
  ] as const)('goes in %s as far as %s on 12 January', (currency, through) => {
    expect(sentThrough(currency, '2027-01-12', DEFAULT_LEAD_TIMES)).toBe(through);
  });
});
