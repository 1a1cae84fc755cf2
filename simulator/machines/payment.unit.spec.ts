import { isPaymentAction, nextPaymentStatus, PAYMENT_NOTICES, type PaymentAction, type PaymentStatus } from './payment';

const STATUSES: readonly PaymentStatus[] = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'confirmed',
  'paid_out',
  'cancelled',
  'customer_approval_denied',
  'failed',
  'charged_back',
];

const ACTIONS: readonly PaymentAction[] = [
  'customer_approval_granted',
  'customer_approval_denied',
  'cancelled',
  'submitted',
  'confirmed',
  'failed',
  'paid_out',
  'charged_back',
  'chargeback_cancelled',
  'resubmission_requested',
];

test('exactly the listed moves of a payment are possible', () => {
  const possible = STATUSES.map((from) => [
    from,
    ACTIONS.flatMap((action) => {
      const to = nextPaymentStatus(from, action);
      return to === undefined ? [] : [`${action} → ${to}`];
    }),
  ]);

  expect(possible).toEqual([
    [
      'pending_customer_approval',
      [
        'customer_approval_granted → pending_submission',
        'customer_approval_denied → customer_approval_denied',
        'cancelled → cancelled',
      ],
    ],
    ['pending_submission', ['cancelled → cancelled', 'submitted → submitted']],
    ['submitted', ['cancelled → cancelled', 'confirmed → confirmed', 'failed → failed']],
    ['confirmed', ['failed → failed', 'paid_out → paid_out', 'charged_back → charged_back']],
    ['paid_out', ['failed → failed', 'charged_back → charged_back']],
    ['cancelled', []],
    ['customer_approval_denied', []],
    ['failed', ['resubmission_requested → pending_submission']],
    ['charged_back', ['chargeback_cancelled → confirmed']],
  ]);
});

test('notices move nothing', () => {
  expect(PAYMENT_NOTICES.filter(isPaymentAction)).toEqual([]);
});
