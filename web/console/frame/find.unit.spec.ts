import { jumpOf } from './find';

it('knows a thing by the form of its id', () => {
  expect(
    ['cus_1a', ' pay_0b-8f ', 'PO0001ABCD', 'R-000017', 'doc_7', 'PM0012ABC', 'MD0000XH9A3T4C'].map((typed) => {
      const jump = jumpOf(typed);
      return [jump?.to, jump?.search];
    }),
  ).toEqual([
    ['/customers/cus_1a', undefined],
    ['/payments/pay_0b-8f', undefined],
    ['/payouts/PO0001ABCD', undefined],
    ['/receipts/R-000017', undefined],
    ['/receipts/doc_7', undefined],
    ['/payments', { gocardlessPaymentId: 'PM0012ABC' }],
    ['/mandates', { mandateId: 'MD0000XH9A3T4C' }],
  ]);
});

it.each(['', 'Moreau', 'PO', 'pay_../secret', 'R-17', 'cus_'])('takes %j for a name', (typed) => {
  expect(jumpOf(typed)).toBeNull();
});
