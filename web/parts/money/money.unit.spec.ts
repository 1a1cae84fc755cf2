import fc from 'fast-check';
import { decimalOf, formatAmount, formatFraction, formatMoney, parseAmount, placesOf } from './money';

const currencies = fc.constantFrom('GBP', 'EUR', 'JPY', 'KWD');

it('writes minor units with the places of their currency', () => {
  expect([
    decimalOf(7850, 'GBP'),
    decimalOf(-5, 'GBP'),
    decimalOf(0, 'GBP'),
    decimalOf(1234, 'JPY'),
    decimalOf(1, 'KWD'),
  ]).toEqual(['78.50', '-0.05', '0.00', '1234', '0.001']);
});

it('groups, and has a true minus', () => {
  expect([formatAmount(123_456_789, 'GBP'), formatAmount(-15_350, 'GBP'), formatMoney(100, 'EUR')]).toEqual([
    '1,234,567.89',
    '\u2212153.50',
    '1.00\u00a0EUR',
  ]);
});

it('keeps the fractions that fees have', () => {
  expect(['-99.8', '7975', '0.4', '-331.6660', '12.000', 'odd'].map((minor) => formatFraction(minor, 'GBP'))).toEqual([
    '\u22120.998',
    '79.75',
    '0.004',
    '\u22123.31666',
    '0.12',
    'odd',
  ]);
  expect(formatFraction('-5.25', 'JPY')).toBe('\u22125.25');
});

it('is exact where a float would not be', () => {
  expect(formatAmount(Number.MAX_SAFE_INTEGER, 'GBP')).toBe('90,071,992,547,409.91');
});

it('reads back every amount that it writes', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), currencies, (minor, currency) => {
      expect(parseAmount(formatAmount(minor, currency), currency)).toEqual({ minor: minor === 0 ? 0 : minor });
      expect(parseAmount(decimalOf(minor, currency), currency)).toEqual({ minor: minor === 0 ? 0 : minor });
    }),
  );
});

it.each([
  ['12', { minor: 1200 }],
  [' 1,234.5 ', { minor: 123_450 }],
  ['-0.01', { minor: -1 }],
  ['', { fault: 'not_a_number' }],
  ['12,34', { fault: 'not_a_number' }],
  ['1.2.3', { fault: 'not_a_number' }],
  ['£5', { fault: 'not_a_number' }],
  ['1e3', { fault: 'not_a_number' }],
  ['0.001', { fault: 'too_many_places' }],
  ['99999999999999999', { fault: 'too_large' }],
])('reads %j as %j', (typed, read) => {
  expect(parseAmount(typed, 'GBP')).toEqual(read);
});

it('refuses more places than the currency has, never rounds', () => {
  fc.assert(
    fc.property(fc.nat(), currencies, fc.integer({ min: 1, max: 4 }), (whole, currency, more) => {
      const typed = `${whole}.${'1'.repeat(placesOf(currency) + more)}`;
      expect(parseAmount(typed, currency)).toEqual({ fault: 'too_many_places' });
    }),
  );
});
