import { madeOf, unmatchedFirst } from './made-of';

it('ends at what the bank got, whatever fractions the fees have', () => {
  const items = [
    { type: 'payment_paid_out', amount: '49108' },
    { type: 'payment_failed', amount: '-15350' },
    { type: 'gocardless_fee', amount: '-331.666' },
    { type: 'surcharge_fee', amount: '-66.4' },
  ];
  expect(madeOf(items, 33_360).map(({ label, amount }) => [label, amount])).toEqual([
    ['paid out', 49_108],
    ['losses and refunds', -15_350],
    ['fees with tax', -398],
    ['to the bank', 33_360],
  ]);
});

it('leaves out losses where there are none', () => {
  expect(madeOf([{ type: 'payment_paid_out', amount: '100' }], 99).map(({ kind }) => kind)).toEqual([
    'begin',
    'change',
    'end',
  ]);
});

it('shows first what does not match, and keeps the order otherwise', () => {
  const items = [true, false, true, false].map((matched, id) => ({ id, matched }));
  expect(unmatchedFirst(items).map(({ id }) => id)).toEqual([1, 3, 0, 2]);
});
