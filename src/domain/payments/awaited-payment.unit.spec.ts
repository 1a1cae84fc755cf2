import fc from 'fast-check';
import { type Asked, given, happened, stateAfter } from '../../../test/support/decider';
import {
  awaited,
  bound,
  booksOf,
  day,
  factsAfter,
  type Log,
  logOf,
  observe,
  READING,
  requested,
  told,
} from '../../../test/support/payment-worlds';
import { paymentFlags, paymentMessage, paymentStatus } from './flags-table';
import { lifecycleOf } from './lifecycle';
import { type PaymentCommand, paymentDecider } from './payment';

const at = day(20);
const cause = (causationId: string) => ({ causationId, at });
const stamp = (causationId: string) => ({ causationId, effectiveAt: at });

const [beginning] = awaited();
if (beginning?.type !== 'PaymentAwaited') throw new Error('A waiting row begins with something else.');
const row = beginning.data;
const request = {
  ...row,
  chargeDate: '2026-03-09',
  description: 'Balance',
  shares: [],
  idempotencyKey: 'key-1',
  retryIfPossible: false,
};

const wait: Asked<PaymentCommand> = { type: 'AwaitPayment', awaited: row, ...cause('add') };
const send: Asked<PaymentCommand> = { type: 'RequestPayment', request, ...cause('collect') };
const release: Asked<PaymentCommand> = { type: 'ReleaseAwaited', ...cause('release') };
const match: Asked<PaymentCommand> = { type: 'MatchAwaited', matchedTo: 'pay_2', ...cause('match') };
const bind: Asked<PaymentCommand> = { type: 'BindPayment', reading: READING, ...cause('PM1') };

const sent = happened('PaymentRequested', request, stamp('collect'));
const released = happened('AwaitedPaymentReleased', {}, stamp('release'));
const matched = happened('AwaitedPaymentMatched', { matchedTo: 'pay_2' }, stamp('match'));
const rejection = { errorType: 'invalid_state', reason: 'mandate_is_inactive', errors: [], requestId: null };
const rejected = happened('PaymentSubmissionRejected', rejection, stamp('rejection'));

describe('a row that waits for GoCardless', () => {
  test('is a payment from the moment on at which it is added, once', () => {
    given(paymentDecider, [])
      .when(wait)
      .then([happened('PaymentAwaited', row, stamp('add'))]);
    given(paymentDecider, awaited()).when(wait).then([]);
    given(paymentDecider, requested()).when(wait).then([]);
  });

  test('may be sent through the API instead, and stays the same payment', () => {
    given(paymentDecider, awaited()).when(send).then([sent]);
    expect(factsAfter([...awaited(), sent])).toMatchObject({
      beginning: 'requested',
      origin: row.origin,
      chargeDate: '2026-03-09',
      idempotencyKey: 'key-1',
    });
  });

  test('may be given up', () => {
    given(paymentDecider, awaited()).when(release).then([released]);
  });

  test('may be what an adopted payment was meant to be', () => {
    given(paymentDecider, awaited()).when(match).then([matched]);
    given(paymentDecider, [...awaited(), matched])
      .when({ ...match, ...cause('again') })
      .then([]);
  });
});

describe('a row that does not wait any more', () => {
  const over: readonly (readonly [string, Log])[] = [
    ['is being sent', [...awaited(), sent]],
    ['was refused', [...awaited(), sent, rejected]],
    ['is at GoCardless', [...awaited(), ...bound()]],
    ['was given up', [...awaited(), released]],
    ['was matched', [...awaited(), matched]],
  ];

  test.each(over)('and %s is neither sent nor given up', (_, history) => {
    given(paymentDecider, history)
      .when({ ...send, ...cause('collect again') })
      .then([]);
    given(paymentDecider, history)
      .when({ ...release, ...cause('release again') })
      .then([]);
  });

  test.each(over)('and %s is not matched to another payment', (_, history) => {
    given(paymentDecider, history)
      .when({ type: 'MatchAwaited', matchedTo: 'pay_3', ...cause('another match') })
      .thenRefused('not_awaited');
  });

  test('there is nothing to give up or match without a payment', () => {
    given(paymentDecider, []).when(release).thenRefused('not_found');
    given(paymentDecider, []).when(match).thenRefused('not_found');
  });
});

test.each<[string, Log, string, object, string]>([
  ['that waits', awaited(), 'requested', { scheduled: true, cancelled: false }, 'awaiting_gocardless'],
  ['that was given up', [...awaited(), released], 'cancelled', { scheduled: false, cancelled: true }, 'cancelled'],
  ['that was matched', [...awaited(), matched], 'cancelled', { scheduled: false, cancelled: true }, 'matched_to'],
])('a row %s says so', (_, log, status, flags, message) => {
  const facts = factsAfter(log);
  const { phase } = lifecycleOf(facts);
  expect(paymentStatus(phase)).toBe(status);
  expect(paymentFlags(phase)).toMatchObject({ ...flags, pending: false, hasErrors: false });
  expect(paymentMessage(phase, facts)).toBe(message);
});

describe('what GoCardless shows of a row', () => {
  test('is bound also when the row was given up, and both is known', () => {
    const log = logOf([...awaited(), released], [bind]);
    expect(factsAfter(log)).toMatchObject({ released: true, gocardlessPaymentId: 'PM1' });
    expect(lifecycleOf(factsAfter(log)).phase).toStrictEqual({ kind: 'pending_submission' });
  });

  test('is not bound when staff have said that another payment is meant', () => {
    given(paymentDecider, [...awaited(), matched])
      .when(bind)
      .thenRefused('bound_to_another');
  });

  test('counts with its own amount, also after the row was refused when it was sent', () => {
    const [submitted] = given(paymentDecider, [...awaited(), sent, rejected])
      .when({ type: 'BindPayment', reading: { ...READING, amount: 11_999 }, ...cause('PM1') })
      .events();
    expect(submitted).toMatchObject({ type: 'PaymentSubmitted', data: { amount: 11_999 } });
  });
});

describe('giving up, binding and what GoCardless tells', () => {
  const told3 = [told('submitted', day(3)), told('confirmed', day(4)), told('paid_out', day(5), { payout: 'PO1' })];
  const commands: readonly PaymentCommand[] = [release, bind, ...told3.map((event) => observe([event]))];

  /** All that must be the same whatever came first; whether it was given up before GoCardless showed it is not. */
  const endOf = (log: Log) => {
    const facts = factsAfter(log);
    const { phase, moneyStands, payoutId } = lifecycleOf(facts);
    const books = booksOf(log);
    return { phase, moneyStands, payoutId, books, flags: paymentFlags(phase), message: paymentMessage(phase, facts) };
  };

  test('come to the same in every order, each also twice', () => {
    const expected = endOf(logOf(awaited(), commands));
    expect(expected).toMatchObject({ message: 'payment_paid_out', moneyStands: true });
    const length = 2 * commands.length;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...commands, ...commands], { minLength: length, maxLength: length }),
        (shuffled) => {
          expect(endOf(logOf(awaited(), shuffled))).toStrictEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('are the same facts wherever they stand in the log', () => {
    const log = logOf([...awaited(), released], [bind, observe(told3)]).slice(awaited().length);
    const factsOf = (events: Log) => {
      const { observed, ...facts } = factsAfter([...awaited(), ...events]);
      return { ...facts, observed: observed.map(({ causationId }) => causationId).sort() };
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...log], { minLength: log.length, maxLength: log.length }), (shuffled) => {
        expect(factsOf(shuffled)).toStrictEqual(factsOf(log));
      }),
    );
    expect(stateAfter(paymentDecider, log).facts).toBeNull();
  });
});
