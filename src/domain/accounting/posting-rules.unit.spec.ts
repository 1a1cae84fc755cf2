import { written } from '../../../test/support/payment-worlds';
import { accountsAt, DEFAULT_ACCOUNTS } from './accounts';
import { type Party } from './document';
import { credit, debit, type IncomeLine, moneyIn, opposite } from './posting-rules';

const line = (net: number, tax: number, taxRate = '20', incomeAccount: string | null = null): IncomeLine => ({
  orderLine: 0,
  taxRate,
  net,
  tax,
  amount: net + tax,
  incomeAccount,
});

function entries(party: Party, amount: number, lines: readonly IncomeLine[]): readonly string[] {
  return moneyIn(party, amount, 'EUR', lines, DEFAULT_ACCOUNTS).map(written);
}

describe('money paid out', () => {
  test.each<[Party, string]>([
    ['customer', '1200'],
    ['nobody', '2900'],
    ['prior_period', '2910'],
  ])('of %s: clearing against %s', (party, account) => {
    expect(entries(party, 700, [])).toStrictEqual(['1100 debit 700 EUR', `${account} credit 700 EUR`]);
  });

  test('of an order: one entry of income for each line, one of tax for each rate, both with their rate', () => {
    const lines = [line(100, 20), line(200, 10, '5', '4100'), line(60, 0, '0'), line(50, 10)];
    expect(entries('order', 450, lines)).toStrictEqual([
      '1100 debit 450 EUR',
      '4000 credit 100 EUR at 20 %',
      '4100 credit 200 EUR at 5 %',
      '4000 credit 60 EUR at 0 %',
      '4000 credit 50 EUR at 20 %',
      '2200 credit 30 EUR at 20 %',
      '2200 credit 10 EUR at 5 %',
    ]);
  });

  test('a line of nothing and a tax of nothing have no entry', () => {
    expect(entries('order', 60, [line(0, 0), line(60, 0, '0')])).toStrictEqual([
      '1100 debit 60 EUR',
      '4000 credit 60 EUR at 0 %',
    ]);
  });
});

describe('an entry', () => {
  test('of a negative amount stands on the other side', () => {
    expect(debit('1000', -5, 'GBP')).toStrictEqual({ account: '1000', debit: 0, credit: 5, currency: 'GBP' });
    expect(credit('1000', -5, 'GBP')).toStrictEqual({ account: '1000', debit: 5, credit: 0, currency: 'GBP' });
    expect(credit('1000', 5, 'GBP')).toStrictEqual({ account: '1000', debit: 0, credit: 5, currency: 'GBP' });
  });

  test('has its sides swapped in the opposite, and its rate with it; twice gives itself', () => {
    const some = [debit('1000', 5, 'GBP'), { ...credit('1100', 5, 'GBP'), taxRate: '20' }];
    expect(opposite(some).map(written)).toStrictEqual(['1000 credit 5 GBP', '1100 debit 5 GBP at 20 %']);
    expect(opposite(opposite(some))).toStrictEqual(some);
  });
});

describe('accounts that hold', () => {
  const of = (bank: string) => ({ ...DEFAULT_ACCOUNTS, bank });
  const chosen = [
    { from: '2026-03-09T00:00:00.000Z', accounts: of('1009') },
    { from: '2026-03-05T00:00:00.000Z', accounts: of('1005') },
  ];

  test.each([
    ['2026-03-04T23:59:59.999Z', '1000'],
    ['2026-03-05T00:00:00.000Z', '1005'],
    ['2026-03-08T23:59:59.999Z', '1005'],
    ['2026-03-09T00:00:00.000Z', '1009'],
    ['2027-01-01T00:00:00.000Z', '1009'],
  ])('at %s the bank is %s, in whatever order they were chosen', (at, bank) => {
    expect(accountsAt(chosen, at).bank).toBe(bank);
    expect(accountsAt([...chosen].reverse(), at).bank).toBe(bank);
  });
});
