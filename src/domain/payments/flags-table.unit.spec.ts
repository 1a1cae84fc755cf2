import { happened } from '../../../test/support/decider';
import {
  awaited,
  bound,
  day,
  factsAfter,
  type Log,
  logOf,
  orderPayment,
  refund,
  requested,
  seen,
} from '../../../test/support/payment-worlds';
import { amountRefunded } from './required-documents';
import {
  type PaymentFlags,
  paymentFlags,
  paymentMessage,
  paymentStatus,
  type ScheduledPaymentFlags,
  scheduledPaymentFlags,
  STATUSES_WITH,
  unsentFlags,
} from './flags-table';
import { lifecycleOf, mayBringMoney } from './lifecycle';

type Raised<Flags> = Exclude<keyof Flags, 'isDirectDebit'>;

/** The scheduled payment's flags, all of them: those that are named are true. */
function sp(...raised: Raised<ScheduledPaymentFlags>[]): ScheduledPaymentFlags {
  const flags = {
    isDirectDebit: true as const,
    paymentCreated: false,
    isProcessed: false,
    succeeded: false,
    isPaymentProcessed: false,
    hasErrors: false,
    isCancelled: false,
  };
  for (const flag of raised) flags[flag] = true;
  return flags;
}

/** The e-payment's flags, all of them: those that are named are true. */
function ep(...raised: Raised<PaymentFlags>[]): PaymentFlags {
  const flags = {
    scheduled: false,
    pending: false,
    submitted: false,
    succeeded: false,
    confirmed: false,
    paidOut: false,
    cancelled: false,
    hasErrors: false,
    lateFailure: false,
    chargedBack: false,
    retryScheduled: false,
  };
  for (const flag of raised) flags[flag] = true;
  return flags;
}

const approvalPending = happened('PaymentApprovalPending', {}, { effectiveAt: day(1), causationId: 'bind' });
const rejected = happened('PaymentSubmissionRejected', {
  errorType: 'validation_failed',
  reason: 'Validation failed',
  errors: [
    { field: 'charge_date', message: 'is too early' },
    { field: null, message: 'amount is too large' },
  ],
  requestId: 'request-1',
});
const cancellationRequested = happened('PaymentCancellationRequested', {}, { causationId: 'cancel' });

const givenUp = [...awaited(), happened('AwaitedPaymentReleased', {}, { causationId: 'release' })];

const submitted = [...orderPayment, seen('submitted', day(2))];
const confirmed = [...submitted, seen('confirmed', day(3))];
const paidOut = [...confirmed, seen('paid_out', day(4), { payout: 'PO1' })];
const refused = { cause: 'refer_to_payer', description: 'No money in the account' };
const failed = [...submitted, seen('failed', day(5), refused)];
const disputed = { cause: 'authorisation_disputed', description: 'The payer did not agree' };

interface Row {
  readonly after: string;
  readonly given: Log;
  readonly scheduledPayment: ScheduledPaymentFlags;
  readonly payment: PaymentFlags;
  readonly message: string;
  readonly status: string;
}

function row(
  after: string,
  given: Log,
  scheduledPayment: ScheduledPaymentFlags,
  payment: PaymentFlags,
  message: string,
  status: string,
): Row {
  return { after, given, scheduledPayment, payment, message, status };
}

const WORKING = sp('paymentCreated', 'isProcessed', 'succeeded');
const PAID_OUT = sp('paymentCreated', 'isProcessed', 'succeeded', 'isPaymentProcessed');
const ERROR = sp('paymentCreated', 'isProcessed', 'hasErrors');
const EP_PAID_OUT = ep('submitted', 'succeeded', 'confirmed', 'paidOut');
const REFUSED = 'refer_to_payer: No money in the account';
const DISPUTED = 'authorisation_disputed: The payer did not agree';

const TABLE: readonly Row[] = [
  row('added from a balance batch, not yet seen', awaited(), sp(), ep('scheduled'), 'awaiting_gocardless', 'requested'),
  row(
    'a row that was given up and shows up all the same',
    [...givenUp, ...bound()],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row('PaymentRequested, no answer yet', requested(), sp('isProcessed'), ep('scheduled'), 'requested', 'requested'),
  row(
    'PaymentSubmitted',
    orderPayment,
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'PaymentSubmitted of a row that was waited for',
    [...awaited(), ...bound()],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'pending_customer_approval',
    [...orderPayment, approvalPending, seen('created', day(1))],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_customer_approval',
    'pending_customer_approval',
  ),
  row(
    'customer_approval_granted',
    [...orderPayment, approvalPending, seen('customer_approval_granted', day(2))],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'customer_approval_denied',
    [...orderPayment, approvalPending, seen('customer_approval_denied', day(2))],
    ERROR,
    ep('hasErrors'),
    'customer_approval_denied',
    'customer_approval_denied',
  ),
  row(
    'PaymentSubmissionRejected',
    [...requested(), rejected],
    sp('isProcessed', 'hasErrors'),
    ep('hasErrors'),
    'Validation failed; charge_date is too early; amount is too large',
    'rejected',
  ),
  row('PaymentSubmittedToBank', submitted, WORKING, ep('scheduled', 'submitted'), 'payment_submitted', 'submitted'),
  row(
    'PaymentConfirmed',
    confirmed,
    WORKING,
    ep('submitted', 'succeeded', 'confirmed'),
    'payment_confirmed',
    'confirmed',
  ),
  row('PaymentPaidOut', paidOut, PAID_OUT, EP_PAID_OUT, 'payment_paid_out', 'paid_out'),
  row('PaymentFailed before payout', failed, ERROR, ep('hasErrors'), REFUSED, 'failed'),
  row(
    'PaymentFailed before payout, once confirmed',
    [...confirmed, seen('failed', day(5), refused)],
    ERROR,
    ep('hasErrors'),
    REFUSED,
    'failed',
  ),
  row(
    'PaymentFailed before payout, GoCardless will try again',
    [...submitted, seen('failed', day(5), { ...refused, willAttemptRetry: true })],
    ERROR,
    ep('hasErrors', 'retryScheduled'),
    REFUSED,
    'failed',
  ),
  row(
    'PaymentFailed after payout (late)',
    [...paidOut, seen('failed', day(5), refused)],
    ERROR,
    ep('hasErrors', 'lateFailure'),
    REFUSED,
    'failed',
  ),
  row(
    'PaymentFailed after payout (late), GoCardless will try again',
    [...paidOut, seen('failed', day(5), { ...refused, willAttemptRetry: true })],
    ERROR,
    ep('hasErrors', 'lateFailure', 'retryScheduled'),
    REFUSED,
    'failed',
  ),
  row(
    'PaymentFailed in a second run is not late, although the first was paid out',
    [
      ...paidOut,
      seen('failed', day(5), refused),
      seen('resubmission_requested', day(6)),
      seen('submitted', day(7)),
      seen('failed', day(8), { cause: 'bank_account_closed' }),
    ],
    ERROR,
    ep('hasErrors'),
    'bank_account_closed',
    'failed',
  ),
  row(
    'PaymentChargedBack before payout',
    [...confirmed, seen('charged_back', day(5), disputed)],
    ERROR,
    ep('hasErrors', 'chargedBack'),
    DISPUTED,
    'charged_back',
  ),
  row(
    'PaymentChargedBack after payout',
    [...paidOut, seen('charged_back', day(5), disputed)],
    ERROR,
    ep('hasErrors', 'chargedBack'),
    DISPUTED,
    'charged_back',
  ),
  row(
    'ChargebackCancelled: as just before that chargeback, confirmed',
    [...confirmed, seen('charged_back', day(5), disputed), seen('chargeback_cancelled', day(6))],
    WORKING,
    ep('submitted', 'succeeded', 'confirmed'),
    'payment_confirmed',
    'confirmed',
  ),
  row(
    'ChargebackCancelled: as just before that chargeback, paid out',
    [...paidOut, seen('charged_back', day(5), disputed), seen('chargeback_cancelled', day(6))],
    PAID_OUT,
    EP_PAID_OUT,
    'payment_paid_out',
    'paid_out',
  ),
  row(
    'ChargebackCancelled: as just before that chargeback, failed late',
    [
      ...paidOut,
      seen('failed', day(5), refused),
      seen('charged_back', day(6), disputed),
      seen('chargeback_cancelled', day(7)),
    ],
    ERROR,
    ep('hasErrors', 'lateFailure'),
    REFUSED,
    'failed',
  ),
  row(
    'resubmitted (retry)',
    [...failed, seen('resubmission_requested', day(6))],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'resubmitted (retry) after a late failure',
    [...paidOut, seen('failed', day(5), refused), seen('resubmission_requested', day(6))],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'cancelled while pending',
    [...orderPayment, seen('cancelled', day(2), { cause: 'payment_cancelled' })],
    sp('paymentCreated', 'isProcessed', 'succeeded', 'isCancelled'),
    ep('cancelled'),
    'payment_cancelled',
    'cancelled',
  ),
  row(
    'cancelled while submitted, by the bank as its mandate died',
    [...submitted, seen('cancelled', day(3), { origin: 'bank', cause: 'mandate_cancelled' })],
    sp('paymentCreated', 'isProcessed', 'succeeded', 'isCancelled'),
    ep('cancelled'),
    'mandate_cancelled',
    'cancelled',
  ),
  row(
    'cancelled after a failure that was not resubmitted',
    [...failed, seen('cancelled', day(6), { cause: 'mandate_cancelled' })],
    sp('paymentCreated', 'isProcessed', 'hasErrors', 'isCancelled'),
    ep('cancelled', 'hasErrors'),
    'mandate_cancelled',
    'cancelled',
  ),
  row(
    'cancelled after a failure that was resubmitted',
    [...failed, seen('resubmission_requested', day(6)), seen('cancelled', day(7), { cause: 'payment_cancelled' })],
    sp('paymentCreated', 'isProcessed', 'succeeded', 'isCancelled'),
    ep('cancelled'),
    'payment_cancelled',
    'cancelled',
  ),
  row(
    'cancellation asked for, not yet answered',
    [...orderPayment, cancellationRequested],
    WORKING,
    ep('scheduled', 'pending'),
    'cancellation_requested',
    'pending_submission',
  ),
  row(
    'cancellation asked for while a second signature is missing',
    [...orderPayment, approvalPending, cancellationRequested],
    WORKING,
    ep('scheduled', 'pending'),
    'cancellation_requested',
    'pending_customer_approval',
  ),
  row(
    'cancellation asked for and refused',
    [
      ...orderPayment,
      cancellationRequested,
      happened('PaymentRequestAnswered', {
        of: 'cancel',
        request: 'cancellation',
        outcome: 'refused',
        reason: 'cancellation_failed',
        requestId: null,
      }),
    ],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'cancellation asked for and overtaken by the submission',
    [...submitted, cancellationRequested],
    WORKING,
    ep('scheduled', 'submitted'),
    'payment_submitted',
    'submitted',
  ),
  row(
    'late failure settled',
    [...paidOut, seen('failed', day(5), refused), seen('late_failure_settled', day(6), { payout: 'PO2' })],
    ERROR,
    ep('hasErrors', 'lateFailure'),
    REFUSED,
    'failed',
  ),
  row(
    'chargeback settled',
    [...paidOut, seen('charged_back', day(5), disputed), seen('chargeback_settled', day(6), { payout: 'PO2' })],
    ERROR,
    ep('hasErrors', 'chargedBack'),
    DISPUTED,
    'charged_back',
  ),
  row(
    'surcharge debited',
    [...paidOut, seen('surcharge_fee_debited', day(6), { payout: 'PO2' })],
    PAID_OUT,
    EP_PAID_OUT,
    'payment_paid_out',
    'paid_out',
  ),
  row(
    'a rejection that any fact of GoCardless outranks',
    [...orderPayment, rejected],
    WORKING,
    ep('scheduled', 'pending'),
    'pending_submission',
    'pending_submission',
  ),
  row(
    'the first GoCardless fact, which implies PaymentSubmitted',
    [...requested(), rejected, seen('submitted', day(2))],
    WORKING,
    ep('scheduled', 'submitted'),
    'payment_submitted',
    'submitted',
  ),
];

describe('flags table, a payment after', () => {
  test.each(TABLE)('$after', ({ given, scheduledPayment, payment, message, status }) => {
    const facts = factsAfter(given);
    const { phase } = lifecycleOf(facts);
    expect({
      scheduledPayment: scheduledPaymentFlags(phase),
      payment: paymentFlags(phase),
      message: paymentMessage(phase, facts),
      status: paymentStatus(phase),
    }).toStrictEqual({ scheduledPayment, payment, message, status });
  });

  test.each(TABLE)('$after: has no flag that its status can not have', ({ given, status }) => {
    const facts = factsAfter(given);
    const lifecycle = lifecycleOf(facts);
    const raised = { ...paymentFlags(lifecycle.phase), inFlight: mayBringMoney(facts, lifecycle) };
    const odd = Object.entries(STATUSES_WITH).filter(
      ([flag, statuses]) => raised[flag as keyof typeof raised] && !statuses.includes(status),
    );
    expect(odd).toEqual([]);
  });

  test.each([
    { after: 'refunded in part', refunds: [refund('RefundSettled', 'RF1', 2000, day(5))], amount: 2000 },
    {
      after: 'refunded as a whole',
      refunds: [refund('RefundSettled', 'RF1', 2000, day(5)), refund('RefundSettled', 'RF2', 10_000, day(6))],
      amount: 12_000,
    },
    {
      after: 'refunded, and one refund came back',
      refunds: [
        refund('RefundSettled', 'RF1', 2000, day(5)),
        refund('RefundSettled', 'RF2', 500, day(6)),
        refund('RefundReturned', 'RF1', 2000, day(7)),
      ],
      amount: 500,
    },
  ])('$after: as before, with amountRefunded', ({ refunds, amount }) => {
    const facts = factsAfter(logOf(paidOut, refunds));
    const { phase } = lifecycleOf(facts);
    expect({
      scheduledPayment: scheduledPaymentFlags(phase),
      payment: paymentFlags(phase),
      message: paymentMessage(phase, facts),
      amountRefunded: amountRefunded(facts),
    }).toStrictEqual({
      scheduledPayment: PAID_OUT,
      payment: EP_PAID_OUT,
      message: 'payment_paid_out',
      amountRefunded: amount,
    });
  });
});

describe('flags table, a scheduled payment of which nothing was sent', () => {
  test.each([
    { after: 'scheduled', cancelled: false, mark: null, flags: sp() },
    { after: 'no usable mandate yet', cancelled: false, mark: 'no_mandate', flags: sp() },
    { after: 'its mandate was cancelled', cancelled: false, mark: 'mandate_cancelled', flags: sp('hasErrors') },
    { after: 'its mandate expired', cancelled: false, mark: 'mandate_expired', flags: sp('hasErrors') },
    { after: 'cancelled before any e-payment', cancelled: true, mark: null, flags: sp('isCancelled') },
    { after: 'cancelled, then its mandate died', cancelled: true, mark: 'mandate_failed', flags: sp('isCancelled') },
  ])('$after', ({ cancelled, mark, flags }) => {
    expect(unsentFlags(cancelled, mark)).toStrictEqual(flags);
  });
});
