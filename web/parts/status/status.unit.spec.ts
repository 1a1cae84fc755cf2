import { deliveryView, mandateView, matchView, paymentView, payoutView } from './status';

it('tells a late failure from an early one, and a row that is awaited from a request', () => {
  const failed = { status: 'failed', message: 'insufficient_funds' };
  expect(
    [
      paymentView({ ...failed, flags: { lateFailure: true } }),
      paymentView({ ...failed, flags: { lateFailure: false } }),
      paymentView({ status: 'requested', message: 'awaiting_gocardless' }),
      paymentView({ status: 'requested', message: 'requested' }),
    ].map(({ shape, words }) => `${shape} ${words}`),
  ).toEqual(['cross failed late', 'cross failed', 'dotted awaiting GoCardless', 'ring requested']);
});

it('shows a state that is new here by its code', () => {
  expect([paymentView({ status: 'new_state' }).words, mandateView('new_state').words]).toEqual([
    'new state',
    'new state',
  ]);
});

it('shows an unlinked mandate as unlinked, whatever its status', () => {
  expect(mandateView('active', false)).toEqual({ shape: 'dash', tone: 'faint', words: 'unlinked' });
});

it('draws good and bad with different shapes, so that colour is not needed', () => {
  const pairs = [
    [matchView(true), matchView(false)],
    [payoutView('paid'), payoutView('bounced')],
    [deliveryView('applied'), deliveryView('parked')],
    [mandateView('active'), mandateView('cancelled')],
  ];
  for (const [good, bad] of pairs) expect(good?.shape).not.toBe(bad?.shape);
});
