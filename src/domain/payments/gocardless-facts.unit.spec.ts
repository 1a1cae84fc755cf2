import { told, day } from '../../../test/support/payment-worlds';
import { paymentFactFrom } from './gocardless-facts';

const REASON = { origin: 'bank', cause: 'a_cause', description: 'Words', scheme: 'bacs', reasonCode: 'ARUDD-0' };

describe('what an event about a payment means', () => {
  test.each([
    ['created', { type: 'PaymentCreated', data: REASON }],
    ['customer_approval_granted', { type: 'PaymentApprovalGranted', data: REASON }],
    ['customer_approval_denied', { type: 'PaymentApprovalDenied', data: REASON }],
    ['submitted', { type: 'PaymentSubmittedToBank', data: REASON }],
    ['confirmed', { type: 'PaymentConfirmed', data: REASON }],
    ['paid_out', { type: 'PaymentPaidOut', data: { ...REASON, payoutId: 'PO1' } }],
    ['failed', { type: 'PaymentFailed', data: { ...REASON, willAttemptRetry: false } }],
    ['charged_back', { type: 'PaymentChargedBack', data: REASON }],
    ['chargeback_cancelled', { type: 'ChargebackCancelled', data: REASON }],
    ['resubmission_requested', { type: 'PaymentResubmissionRequested', data: REASON }],
    ['cancelled', { type: 'PaymentCancelled', data: REASON }],
    ['late_failure_settled', { type: 'LateFailureSettled', data: { ...REASON, payoutId: 'PO1' } }],
    ['chargeback_settled', { type: 'ChargebackSettled', data: { ...REASON, payoutId: 'PO1' } }],
    ['surcharge_fee_debited', { type: 'SurchargeFeeDebited', data: { ...REASON, payoutId: 'PO1' } }],
    ['sds_settlement_delayed', null],
  ])('%s', (action, fact) => {
    expect(paymentFactFrom(told(action, day(2), { ...REASON, payout: 'PO1' }))).toStrictEqual(fact);
  });

  test('a failure says whether GoCardless tries again', () => {
    expect(paymentFactFrom(told('failed', day(2), { willAttemptRetry: true }))?.data).toMatchObject({
      willAttemptRetry: true,
    });
  });

  test('a paid-out without its payout has none, and what was not said is absent', () => {
    expect(paymentFactFrom(told('paid_out', day(2)))).toStrictEqual({
      type: 'PaymentPaidOut',
      data: { origin: 'gocardless', cause: 'cause_of_paid_out', description: '', payoutId: null },
    });
  });
});
