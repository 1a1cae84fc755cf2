import { madeOf } from './made-of';

it('goes from what was paid out to what reaches the bank', () => {
  const payout = { gross: 49_108, losses: 15_350, refunds: 0, fees: 398, amount: 33_360 };
  expect(madeOf(payout)?.map(({ label, amount, kind }) => [label, amount, kind])).toEqual([
    ['paid out', 49_108, 'begin'],
    ['losses', -15_350, 'change'],
    ['fees with tax', -398, 'change'],
    ['to the bank', 33_360, 'end'],
  ]);
});

it('is not known before the items are listed', () => {
  expect(madeOf({ gross: null, losses: null, refunds: null, fees: 140, amount: 11_860 })).toBeNull();
});
