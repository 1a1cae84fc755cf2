import { BILLING_REQUEST_TRANSITIONS, nextBillingRequestStatus } from './billing-request';
import { nextPayoutStatus, PAYOUT_TRANSITIONS } from './payout';
import { nextRefundStatus, REFUND_TRANSITIONS } from './refund';

test('a refund fails before or after it is paid, and only a failed one comes back', () => {
  expect(REFUND_TRANSITIONS.map(([from, action]) => [from, action, nextRefundStatus(from, action)])).toEqual([
    ['created', 'submitted', 'submitted'],
    ['pending_submission', 'submitted', 'submitted'],
    ['submitted', 'paid', 'paid'],
    ['submitted', 'failed', 'bounced'],
    ['paid', 'failed', 'bounced'],
    ['bounced', 'funds_returned', 'funds_returned'],
  ]);
  expect(nextRefundStatus('paid', 'funds_returned')).toBeUndefined();
});

test('a payout bounces only after it was paid and can be paid again', () => {
  expect(PAYOUT_TRANSITIONS.map(([from, action]) => [from, action, nextPayoutStatus(from, action)])).toEqual([
    ['pending', 'paid', 'paid'],
    ['pending', 'fx_rate_confirmed', 'paid'],
    ['paid', 'bounced', 'bounced'],
    ['bounced', 'paid_again', 'paid'],
  ]);
  expect(nextPayoutStatus('pending', 'bounced')).toBeUndefined();
});

test('a billing request that is fulfilled can not be cancelled', () => {
  expect(BILLING_REQUEST_TRANSITIONS.map(([, , to]) => to)).toContain('fulfilled');
  expect(nextBillingRequestStatus('fulfilled', 'cancelled')).toBeUndefined();
});
