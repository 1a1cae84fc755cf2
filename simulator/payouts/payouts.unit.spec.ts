import fc from 'fast-check';
import { type BalanceEntry, type BalanceEntryType, settle } from './balance';
import { exchange } from './exchange';
import { feeTenths, oneDecimal, STANDARD_FEES, taxesWithin } from './fees';

const entry = (type: BalanceEntryType, tenths: number): BalanceEntry => ({
  type,
  tenths,
  currency: 'GBP',
  creditor: 'CR1',
  links: {},
  availableFrom: 0,
});

test('the published example: two payments, a late failure, fees and a fee given back', () => {
  const entries = [
    entry('payment_paid_out', 120_000),
    entry('gocardless_fee', -1_400),
    entry('payment_paid_out', 45_500),
    entry('gocardless_fee', -654),
    entry('payment_failed', -30_000),
    entry('gocardless_fee', 500),
  ];

  expect(settle(entries)).toEqual({ amount: 13_395, deductedFees: 155 });
});

test('amount and fees always make up the gross movement', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.boolean())), (payments) => {
      const entries = payments.flatMap(([amount, lost]) => [
        entry(lost ? 'payment_failed' : 'payment_paid_out', lost ? -amount * 10 : amount * 10),
        entry('gocardless_fee', (lost ? 1 : -1) * feeTenths(amount, STANDARD_FEES)),
      ]);
      const gross = payments.reduce((sum, [amount, lost]) => sum + (lost ? -amount : amount), 0);
      const { amount, deductedFees } = settle(entries);
      return amount + deductedFees === gross && Number.isInteger(deductedFees);
    }),
  );
});

test('fees: a share and a fixed part up to a cap, in tenths; none when invoiced separately', () => {
  expect([
    feeTenths(12_000, STANDARD_FEES),
    feeTenths(4_555, STANDARD_FEES),
    feeTenths(1_000_000, STANDARD_FEES),
    feeTenths(12_000, { ...STANDARD_FEES, invoicedSeparately: true }),
  ]).toEqual([1_400, 656, 4_000, 0]);
});

test('tax is the part inside the fee, with its sign', () => {
  expect(taxesWithin(-1_400, 'GBP', 'GBP', STANDARD_FEES)).toEqual([
    {
      amount: '-23.3',
      currency: 'GBP',
      destination_amount: '-23.3',
      destination_currency: 'GBP',
      exchange_rate: null,
      tax_rate_id: 'GB_VAT_1',
    },
  ]);
  expect(taxesWithin(-1_400, 'EUR', 'GBP', STANDARD_FEES)[0]?.destination_amount).toBeNull();
});

test('tenths are written with one decimal', () => {
  expect([0, 5, -5, -1_400, 123_456].map(oneDecimal)).toEqual(['0.0', '0.5', '-0.5', '-140.0', '12345.6']);
});

test('exchange is exact on decimals and rounds halves away from zero', () => {
  expect([exchange(13_395, '1.15'), exchange(10, '0.25'), exchange(-10, '0.25'), exchange(7, '3')]).toEqual([
    15_404, 3, -3, 21,
  ]);
});
