import * as fc from 'fast-check';
import { DEFAULT_ACCOUNTS } from '../accounting/accounts';
import { type Entry } from '../accounting/document';
import { type PayoutDetails, type PayoutItem } from './events';
import { bankLeg, bookingEntries, settlementOf, tenthsOf, totalTenths } from './payout-booking';

const item = (type: string, amount: string, changes: Partial<PayoutItem> = {}): PayoutItem => ({
  type,
  amount,
  gocardlessPaymentId: 'PM1',
  refundId: null,
  taxes: [],
  priorPeriod: false,
  ...changes,
});

const details = (changes: Partial<PayoutDetails> = {}): PayoutDetails => ({
  amount: 13395,
  deductedFees: 155,
  currency: 'GBP',
  reference: null,
  arrivalDate: '2026-02-03',
  fx: null,
  ...changes,
});

const listed = (...items: PayoutItem[]) => ({ gone: false, items }) as const;
const debit = (account: string, amount: number, currency = 'GBP'): Entry => ({
  account,
  debit: amount,
  credit: 0,
  currency,
});
const credit = (account: string, amount: number, currency = 'GBP'): Entry => ({
  account,
  debit: 0,
  credit: amount,
  currency,
});
const notRecoverable = { ...DEFAULT_ACCOUNTS, inputTaxRecoverable: false };

/** Debits less credits of each currency. */
function balances(entries: readonly Entry[]): Record<string, number> {
  return entries.reduce<Record<string, number>>(
    (totals, { currency, debit: left, credit: right }) => ({
      ...totals,
      [currency]: (totals[currency] ?? 0) + left - right,
    }),
    {},
  );
}

describe('item amounts', () => {
  it.each([
    ['12000.0', 120000n],
    ['-140.0', -1400n],
    ['-65.4', -654n],
    ['7', 70n],
    ['-0.5', -5n],
    ['900719925474099.3', 9007199254740993n],
  ])('%s is %s tenths exactly', (amount, tenths) => {
    expect(tenthsOf(amount)).toBe(tenths);
  });

  it.each(['', '1.25', '1,5', 'abc', '1e3', '--1'])('%j is no amount', (amount) => {
    expect(() => tenthsOf(amount)).toThrow('at most one decimal');
  });
});

describe('the entries of a payout', () => {
  it('of 12,000 and 4,550 paid out, 3,000 lost again and fees of 155.4', () => {
    const items = [
      item('payment_paid_out', '12000.0'),
      item('gocardless_fee', '-140.0'),
      item('payment_paid_out', '4550.0'),
      item('gocardless_fee', '-65.4'),
      item('payment_failed', '-3000.0'),
      item('gocardless_fee', '50.0'),
    ];
    expect(totalTenths(items)).toBe(133946n);
    expect(bookingEntries(details(), listed(...items), DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 13395),
      debit('5100', 155),
      credit('1100', 13550),
    ]);
  });

  it('take every kind of payment and refund item out of clearing', () => {
    const items = [
      item('payment_paid_out', '1000.0'),
      item('payment_failed', '-100.0'),
      item('payment_charged_back', '-200.0'),
      item('payment_refunded', '-30.0'),
      item('refund', '-20.0'),
      item('refund_funds_returned', '50.0'),
    ];
    expect(bookingEntries(details({ amount: 700, deductedFees: 0 }), listed(...items), DEFAULT_ACCOUNTS)).toStrictEqual(
      [debit('1000', 700), credit('1100', 700)],
    );
  });

  const taxed = [
    item('payment_paid_out', '10000.0'),
    item('gocardless_fee', '-120.0', { taxes: ['20.0'] }),
    item('surcharge_fee', '-240.0', { taxes: ['40.0'] }),
    item('app_fee', '-50.0'),
    item('a_fee_of_tomorrow', '-10.0'),
  ];

  it('split the fees, and input tax off them', () => {
    expect(bookingEntries(details({ amount: 9580 }), listed(...taxed), DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 9580),
      debit('5110', 200),
      debit('5120', 50),
      debit('2201', 60),
      debit('5100', 110),
      credit('1100', 10000),
    ]);
  });

  it('leave the tax in the fees where it can not be recovered', () => {
    expect(bookingEntries(details({ amount: 9580 }), listed(...taxed), notRecoverable)).toStrictEqual([
      debit('1000', 9580),
      debit('5110', 200),
      debit('5120', 50),
      debit('5100', 170),
      credit('1100', 10000),
    ]);
  });

  it.each(['-20.0', '20.0'])('read a tax of %s in the direction of its fee', (tax) => {
    const items = [item('payment_paid_out', '1000.0'), item('gocardless_fee', '-120.0', { taxes: [tax] })];
    expect(settlementOf(details({ amount: 880 }), listed(...items))).toMatchObject({ inputTax: 20, fees: 100 });
  });

  it('round a tax of half a unit up', () => {
    const items = [item('payment_paid_out', '1000.0'), item('gocardless_fee', '-15.0', { taxes: ['2.5'] })];
    expect(settlementOf(details({ amount: 985 }), listed(...items))).toMatchObject({ inputTax: 3, fees: 12 });
  });

  it('put returned fees and surcharges on the other side', () => {
    const items = [
      item('payment_charged_back', '-100.0'),
      item('payment_paid_out', '500.0'),
      item('gocardless_fee', '12.0', { taxes: ['2.0'] }),
      item('surcharge_fee', '60.0'),
      item('app_fee', '5.0'),
    ];
    expect(bookingEntries(details({ amount: 477 }), listed(...items), DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 477),
      credit('5110', 60),
      credit('5120', 5),
      credit('2201', 2),
      credit('5100', 10),
      credit('1100', 400),
    ]);
  });

  it('post what was lost or won back before the books began to prior-period receipts', () => {
    const items = [
      item('payment_paid_out', '1000.0'),
      item('payment_failed', '-300.0', { priorPeriod: true }),
      item('refund_funds_returned', '50.0', { priorPeriod: true }),
      item('gocardless_fee', '-10.0', { priorPeriod: true }),
    ];
    expect(bookingEntries(details({ amount: 740 }), listed(...items), DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 740),
      debit('5100', 10),
      credit('1100', 750),
      credit('1100', 250),
      debit('2910', 250),
    ]);
  });

  it('go through conversion when the bank gets another currency', () => {
    const converted = details({ amount: 990, fx: { currency: 'EUR', amount: 1150 } });
    const items = [item('payment_paid_out', '1000.0'), item('gocardless_fee', '-10.0')];
    expect(bookingEntries(converted, listed(...items), DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1090', 990),
      debit('5100', 10),
      credit('1100', 1000),
      debit('1000', 1150, 'EUR'),
      credit('1090', 1150, 'EUR'),
    ]);
    expect(bankLeg(converted, DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 1150, 'EUR'),
      credit('1090', 1150, 'EUR'),
    ]);
  });

  it('need the bank’s amount of a converted payout', () => {
    const pending = details({ fx: { currency: 'EUR', amount: null } });
    expect(() => bookingEntries(pending, listed(), DEFAULT_ACCOUNTS)).toThrow('once its amount at the bank is known');
  });

  it('of a payout whose items are gone come from its sums', () => {
    expect(bookingEntries(details(), { gone: true }, DEFAULT_ACCOUNTS)).toStrictEqual([
      debit('1000', 13395),
      debit('5100', 155),
      credit('1100', 13550),
    ]);
  });

  it('balance in every currency, whatever the items', () => {
    const tenths = (least: number) =>
      fc
        .integer({ min: least, max: 9_999_999 })
        .map((n) => `${n < 0 ? '-' : ''}${Math.trunc(Math.abs(n) / 10)}.${Math.abs(n) % 10}`);
    const items = fc.array(
      fc.record({
        type: fc.constantFrom(
          'payment_paid_out',
          'payment_failed',
          'payment_charged_back',
          'payment_refunded',
          'refund',
          'refund_funds_returned',
          'gocardless_fee',
          'app_fee',
          'surcharge_fee',
          'revenue_share',
          'unheard_of',
        ),
        amount: tenths(-9_999_999),
        gocardlessPaymentId: fc.constant(null),
        refundId: fc.constant(null),
        taxes: fc.array(tenths(0), { maxLength: 2 }),
        priorPeriod: fc.boolean(),
      }),
    );
    const fx = fc.option(fc.record({ currency: fc.constant('EUR'), amount: fc.integer({ min: 1, max: 9_999_999 }) }));
    fc.assert(
      fc.property(
        items,
        fx,
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.boolean(),
        fc.boolean(),
        (all, rate, amount, gone, recoverable) => {
          const accounts = recoverable ? DEFAULT_ACCOUNTS : notRecoverable;
          const entries = bookingEntries(details({ amount, fx: rate }), gone ? { gone } : listed(...all), accounts);
          expect(Object.values(balances(entries)).every((balance) => balance === 0)).toBe(true);
          expect(
            entries.every(({ debit: left, credit: right }) => Math.min(left, right) === 0 && left + right > 0),
          ).toBe(true);
        },
      ),
    );
  });
});
