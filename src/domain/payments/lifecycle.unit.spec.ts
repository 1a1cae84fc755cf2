import { happened } from '../../../test/support/decider';
import {
  awaited,
  bound,
  day,
  factsAfter,
  type Log,
  orderPayment,
  requested,
  seen,
} from '../../../test/support/payment-worlds';
import { attemptOutcome, countsTowardsTotal, lifecycleOf, statusFactsOf } from './lifecycle';

const approvalPending = happened('PaymentApprovalPending', {}, { effectiveAt: day(1), causationId: 'bind' });
const rejected = happened('PaymentSubmissionRejected', {
  errorType: 'invalid_state',
  reason: 'mandate_is_inactive',
  errors: [],
  requestId: null,
});
const retryRequested = happened('PaymentRetryRequested', { retry: 1 }, { causationId: 'retry' });

/** Actions in the order that the rules give them. */
function orderOf(log: Log): readonly string[] {
  return statusFactsOf(factsAfter(log)).map(({ type, effectiveAt }) => `${type} ${effectiveAt.slice(8, 10)}`);
}

describe('the order of facts', () => {
  test('by effective time, whatever arrived first', () => {
    const log = [...orderPayment, seen('paid_out', day(4)), seen('submitted', day(2)), seen('confirmed', day(3))];
    expect(orderOf(log)).toStrictEqual(['PaymentSubmittedToBank 02', 'PaymentConfirmed 03', 'PaymentPaidOut 04']);
  });

  test('within one instant: created, then what the state machine allows next', () => {
    const actions = ['resubmission_requested', 'failed', 'submitted', 'created'];
    expect(orderOf([...orderPayment, ...actions.map((action) => seen(action, day(2)))])).toStrictEqual([
      'PaymentCreated 02',
      'PaymentSubmittedToBank 02',
      'PaymentFailed 02',
      'PaymentResubmissionRequested 02',
    ]);
  });

  test('within one instant: a failure is late when paid out at the same moment, because paid out ranks lower', () => {
    const log = [
      ...orderPayment,
      seen('submitted', day(2)),
      seen('confirmed', day(3)),
      seen('failed', day(4)),
      seen('paid_out', day(4)),
    ];
    expect(orderOf(log).slice(2)).toStrictEqual(['PaymentPaidOut 04', 'PaymentFailed 04']);
    expect(lifecycleOf(factsAfter(log)).phase).toMatchObject({ kind: 'failed', late: true });
  });

  test('within one instant: the state decides before the rank', () => {
    const before = [...orderPayment, seen('submitted', day(2)), seen('failed', day(3))];
    const actions = ['submitted', 'confirmed', 'resubmission_requested'];
    expect(orderOf([...before, ...actions.map((action) => seen(action, day(4)))]).slice(2)).toStrictEqual([
      'PaymentResubmissionRequested 04',
      'PaymentSubmittedToBank 04',
      'PaymentConfirmed 04',
    ]);
  });

  test('within one instant: by rank where the state machine allows none', () => {
    const before = [...orderPayment, seen('cancelled', day(2))];
    const actions = ['cancelled', 'charged_back', 'failed'];
    const later = actions.map((action) => seen(action, day(3), { id: `later-${action}` }));
    expect(orderOf([...before, ...later]).slice(1)).toStrictEqual([
      'PaymentFailed 03',
      'PaymentChargedBack 03',
      'PaymentCancelled 03',
    ]);
  });

  test('within one instant and rank: by event id', () => {
    const one = seen('failed', day(3), { id: 'EV1', cause: 'one' });
    const two = seen('failed', day(3), { id: 'EV2', cause: 'two' });
    for (const log of [
      [...orderPayment, one, two],
      [...orderPayment, two, one],
    ]) {
      expect(statusFactsOf(factsAfter(log)).map(({ causationId }) => causationId)).toStrictEqual(['EV1', 'EV2']);
      expect(lifecycleOf(factsAfter(log)).phase).toMatchObject({ kind: 'failed', reason: { cause: 'two' } });
    }
  });

  test('a payment that waits for a signature is granted before it is submitted, also in one instant', () => {
    const facts = [seen('submitted', day(2)), seen('customer_approval_granted', day(2))];
    const expected = ['PaymentApprovalGranted 02', 'PaymentSubmittedToBank 02'];
    expect(orderOf([...orderPayment, approvalPending, ...facts])).toStrictEqual(expected);
  });

  test('whether the waiting was ever read changes nothing: the answer to it implies it', () => {
    const facts = [seen('submitted', day(2)), seen('customer_approval_granted', day(2))];
    const unread = factsAfter([...orderPayment, ...facts]);
    const read = factsAfter([...orderPayment, approvalPending, ...facts]);
    expect(lifecycleOf(unread)).toStrictEqual(lifecycleOf(read));
    expect(lifecycleOf(unread).phase).toStrictEqual({ kind: 'submitted' });
  });

  test('a fact that arrives twice is one fact', () => {
    const log = [...orderPayment, seen('submitted', day(2)), seen('submitted', day(2))];
    expect(orderOf(log)).toStrictEqual(['PaymentSubmittedToBank 02']);
  });
});

describe('the first binding', () => {
  test('stays, with the amount and mandate of its reading', () => {
    const log = [
      ...awaited(),
      ...bound({ amount: 11_000, mandateId: 'MD2', createdAt: day(2) }),
      ...bound({ gocardlessPaymentId: 'PM9', amount: 5 }),
    ];
    expect(factsAfter(log)).toMatchObject({
      gocardlessPaymentId: 'PM1',
      amount: 11_000,
      mandateId: 'MD2',
      submittedAt: day(2),
    });
  });

  test('the last reading of the charge date is shown', () => {
    const read = (chargeDate: string) => happened('PaymentChargeDateRead', { chargeDate });
    expect(factsAfter([...orderPayment, read('2026-03-06'), read('2026-03-09')]).chargeDate).toBe('2026-03-09');
  });
});

const submitted = [...orderPayment, seen('submitted', day(2))];
const confirmed = [...submitted, seen('confirmed', day(3))];
const paidOut = [...confirmed, seen('paid_out', day(4), { payout: 'PO1' })];
const failed = [...submitted, seen('failed', day(5))];

describe('the payout of a payment', () => {
  test.each([
    ['is none before it is paid out', confirmed, null],
    ['is that of its paid-out', paidOut, 'PO1'],
    [
      'is that of the last paid-out by time, not by arrival',
      [...orderPayment, seen('paid_out', day(9), { payout: 'PO2' }), seen('paid_out', day(4), { payout: 'PO1' })],
      'PO2',
    ],
  ] as const)('%s', (_, log, payoutId) => {
    expect(lifecycleOf(factsAfter(log)).payoutId).toBe(payoutId);
  });
});

describe("the cash counts in the order's total", () => {
  test.each<[string, Log, boolean]>([
    ['not before GoCardless has it', requested(), false],
    ['once submitted', orderPayment, true],
    ['once a fact of GoCardless is known', [...requested(), seen('created', day(1))], true],
    ['while confirmed', confirmed, true],
    ['when paid out', paidOut, true],
    ['not when rejected', [...requested(), rejected], false],
    ['not when failed', failed, false],
    ['not when failed late', [...paidOut, seen('failed', day(5))], false],
    ['not when charged back', [...paidOut, seen('charged_back', day(5))], false],
    ['not when denied', [...orderPayment, seen('customer_approval_denied', day(2))], false],
    ['not when cancelled', [...orderPayment, seen('cancelled', day(2))], false],
    [
      'again when the chargeback is cancelled',
      [...paidOut, seen('charged_back', day(5)), seen('chargeback_cancelled', day(6))],
      true,
    ],
    ['again when resubmitted', [...failed, seen('resubmission_requested', day(6))], true],
    ['when cancelled although its receipt stands', [...paidOut, seen('cancelled', day(5))], true],
  ])('%s', (_, log, counts) => {
    const facts = factsAfter(log);
    expect(countsTowardsTotal(facts, lifecycleOf(facts))).toBe(counts);
  });
});

describe('another attempt', () => {
  test.each<[string, Log, 'open' | 'rejected' | 'ended']>([
    ['would charge twice while the request has no answer', requested(), 'open'],
    ['may follow a rejection', [...requested(), rejected], 'rejected'],
    ['may not follow a rejection that GoCardless contradicts', [...orderPayment, rejected], 'open'],
    [
      'may not follow a rejection that an event of GoCardless contradicts',
      [...requested(), rejected, seen('submitted', day(2))],
      'open',
    ],
    ['would charge twice while pending', orderPayment, 'open'],
    ['would charge twice once confirmed', confirmed, 'open'],
    ['would charge twice once paid out', paidOut, 'open'],
    ['may follow a failure', failed, 'ended'],
    ['may follow a late failure', [...paidOut, seen('failed', day(5))], 'ended'],
    [
      'may not follow a failure that GoCardless retries',
      [...submitted, seen('failed', day(5), { willAttemptRetry: true })],
      'open',
    ],
    ['may not follow a failure that is being retried', [...failed, retryRequested], 'open'],
    ['may not follow a failure that was resubmitted', [...failed, seen('resubmission_requested', day(6))], 'open'],
    ['may follow a cancellation', [...orderPayment, seen('cancelled', day(2))], 'ended'],
    ['may not follow a cancellation whose money stands', [...paidOut, seen('cancelled', day(5))], 'open'],
    ['may follow a denial', [...orderPayment, seen('customer_approval_denied', day(2))], 'ended'],
    ['may not follow a chargeback', [...paidOut, seen('charged_back', day(5))], 'open'],
  ])('%s', (_, log, outcome) => {
    const facts = factsAfter(log);
    expect(attemptOutcome(facts, lifecycleOf(facts))).toBe(outcome);
  });

  test('may not follow a failure whose retry is under way, although an older resubmission arrives late', () => {
    const log = [
      ...failed,
      seen('submitted', day(7)),
      seen('failed', day(8), { id: 'EV-second' }),
      retryRequested,
      seen('resubmission_requested', day(6)),
    ];
    const facts = factsAfter(log);
    expect(attemptOutcome(facts, lifecycleOf(facts))).toBe('open');
  });

  test('may follow the failure of a retry, although its resubmission arrives after that failure', () => {
    const log = [
      ...failed,
      retryRequested,
      seen('failed', day(8), { id: 'EV-second' }),
      seen('resubmission_requested', day(6)),
    ];
    const facts = factsAfter(log);
    expect(attemptOutcome(facts, lifecycleOf(facts))).toBe('ended');
  });
});
