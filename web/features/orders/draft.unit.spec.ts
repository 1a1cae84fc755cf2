import { type Draft, EMPTY_LINE, orderOf } from './draft';

const draft: Draft = {
  currency: 'GBP',
  reference: ' PO 17 ',
  lines: [{ ...EMPTY_LINE, item: ' Milk ', quantity: '1.5', price: '1,234.50', taxRate: '20' }],
  plan: 'parts',
  count: '3',
  firstDueDate: '2026-03-02',
  interval: 'month',
  instalments: [{ dueDate: '2026-03-02', amount: '12' }],
};

it('is the order that was typed, without what was left empty', () => {
  expect(orderOf(draft, 'cus_1')).toEqual({
    order: {
      customerId: 'cus_1',
      currency: 'GBP',
      reference: 'PO 17',
      lines: [{ item: 'Milk', quantity: '1.5', unitAmount: 123_450, taxRate: '20' }],
      plan: { count: 3, firstDueDate: '2026-03-02', interval: 'month' },
    },
  });
  expect(orderOf({ ...draft, plan: 'own', reference: '' }, 'cus_1')).toMatchObject({
    order: { plan: { instalments: [{ dueDate: '2026-03-02', amount: 1_200 }] } },
  });
});

it('says at each field what can not be read, and rounds nothing', () => {
  const odd = orderOf(
    {
      ...draft,
      lines: [
        { ...EMPTY_LINE, price: '' },
        { ...EMPTY_LINE, price: '0.001' },
      ],
      plan: 'own',
      instalments: [{ dueDate: '', amount: 'ten' }],
    },
    null,
  );
  expect('faults' in odd && odd.faults.map(({ field, message }) => [field, message])).toEqual([
    ['customerId', 'Choose who pays.'],
    ['lines.0.unitAmount', 'Write an amount such as 12.50.'],
    ['lines.1.unitAmount', 'That has more places than the currency.'],
    ['plan.instalments.0.amount', 'Write an amount such as 12.50.'],
  ]);
});
