import { expectedPaidOutDate } from './expected-payout';

describe('the day on which money can be expected', () => {
  it.each([
    ['bacs', 'GBP', '2026-03-20', '2026-03-24'],
    ['sepa_core', 'EUR', '2026-03-20', '2026-03-25'],
    ['faster_payments', 'GBP', '2026-03-20', '2026-03-23'],
    // Charged on a Saturday counts from the Monday, as the banks do.
    ['bacs', 'GBP', '2026-03-21', '2026-03-25'],
  ])('of %s in %s, charged on %s, is %s', (scheme, currency, charged, expected) => {
    expect(expectedPaidOutDate(scheme, currency, charged)).toBe(expected);
  });

  it('is that of the slowest scheme while nobody knows the mandate', () => {
    expect(expectedPaidOutDate(null, 'GBP', '2026-03-20')).toBe(expectedPaidOutDate('bacs', 'GBP', '2026-03-20'));
    expect(expectedPaidOutDate('a_new_scheme', 'EUR', '2026-03-20')).toBe('2026-03-25');
    expect(expectedPaidOutDate(null, 'CHF', '2026-03-20')).toBe('2026-03-26');
  });
});
