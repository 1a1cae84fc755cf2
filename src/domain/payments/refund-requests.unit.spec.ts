import { type Asked, given, happened } from '../../../test/support/decider';
import { AMOUNT, day, type Log, logOf, observe, orderPayment, seen, told } from '../../../test/support/payment-worlds';
import { type PaymentCommand, paymentDecider } from './payment';

const at = day(20);
const request = (amount: number, refundedBefore = 0, causationId = 'refund'): Asked<PaymentCommand> => ({
  type: 'RequestRefund',
  amount,
  refundedBefore,
  idempotencyKey: `key of ${causationId}`,
  causationId,
  at,
});
const requested = (amount: number, totalAmountConfirmation: number, causationId = 'refund') =>
  happened(
    'RefundRequested',
    { amount, currency: 'GBP', totalAmountConfirmation, idempotencyKey: `key of ${causationId}` },
    { causationId, effectiveAt: at },
  );
const answered = (outcome: 'accepted' | 'refused', causationId: string) =>
  happened(
    'PaymentRequestAnswered',
    { of: causationId, request: 'refund', outcome, reason: null, requestId: null },
    { causationId, effectiveAt: at },
  );

const confirmed: Log = [...orderPayment, seen('submitted', day(2)), seen('confirmed', day(3))];
const paidOut = logOf(confirmed, [observe([told('paid_out', day(4))])]);
const lost = logOf(paidOut, [observe([told('failed', day(5))])]);
const wonBack = logOf(paidOut, [observe([told('charged_back', day(5)), told('chargeback_cancelled', day(6))])]);

describe('a refund', () => {
  test.each<[string, Log]>([
    ['is confirmed', confirmed],
    ['was paid out', paidOut],
    ['was won back', wonBack],
  ])('may be asked for when the money %s', (_, history) => {
    given(paymentDecider, history)
      .when(request(AMOUNT))
      .then([requested(AMOUNT, AMOUNT)]);
  });

  test.each<[string, Log]>([
    ['is not at the bank yet', orderPayment],
    ['was not collected yet', [...orderPayment, seen('submitted', day(2))]],
    ['was lost', lost],
    ['was never collected', [...orderPayment, seen('submitted', day(2)), seen('failed', day(3))]],
  ])('is not allowed when the money %s', (_, history) => {
    given(paymentDecider, history).when(request(1)).thenRefused('refund_not_allowed');
  });

  test('is never more than what is left, whoever has refunded the rest', () => {
    given(paymentDecider, paidOut)
      .when(request(2_001, AMOUNT - 2_000))
      .thenRefused('refund_too_large', 'amount');
    given(paymentDecider, paidOut)
      .when(request(2_000, AMOUNT - 2_000))
      .then([requested(2_000, AMOUNT)]);
  });

  test('counts what is on its way to GoCardless, until it is refused', () => {
    const first = requested(8_000, 8_000, 'first');
    given(paymentDecider, [...paidOut, first])
      .when(request(4_001))
      .thenRefused('refund_too_large');
    given(paymentDecider, [...paidOut, first])
      .when(request(4_000))
      .then([requested(4_000, AMOUNT)]);
    given(paymentDecider, [...paidOut, first, answered('refused', 'first')])
      .when(request(AMOUNT))
      .then([requested(AMOUNT, AMOUNT)]);
    // What was accepted is in what GoCardless says was refunded.
    given(paymentDecider, [...paidOut, first, answered('accepted', 'first')])
      .when(request(4_000, 8_000))
      .then([requested(4_000, AMOUNT)]);
  });

  test('is answered in the order of the requests', () => {
    const history = [
      ...paidOut,
      requested(5_000, 5_000, 'first'),
      requested(3_000, 8_000, 'second'),
      answered('refused', 'first'),
    ];
    given(paymentDecider, history).when(request(9_001)).thenRefused('refund_too_large');
    given(paymentDecider, history)
      .when(request(9_000))
      .then([requested(9_000, AMOUNT)]);
  });

  test.each([0, -1, 0.5])('of %d is none', (amount) => {
    given(paymentDecider, paidOut).when(request(amount)).thenRefused('validation_failed', 'amount');
  });

  test('is asked for once by one command', () => {
    given(paymentDecider, [...paidOut, requested(1_000, 1_000)])
      .when(request(1_000))
      .then([]);
  });

  test('needs a payment', () => {
    given(paymentDecider, []).when(request(1)).thenRefused('not_found');
  });
});
