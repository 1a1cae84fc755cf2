import { type Asked, given, happened, issued, stateAfter } from '../../../test/support/decider';
import {
  adopted,
  AMOUNT,
  awaited,
  bound,
  CONNECTION,
  day,
  identify,
  type Log,
  logOf,
  observe,
  orderPayment,
  PAYMENT,
  paymentOnAccount,
  READING,
  refund,
  requested,
  RULES,
  seen,
  told,
} from '../../../test/support/payment-worlds';
import { isRefusal, type Issued } from '../shared/decider';
import { type PaymentCommand, paymentDecider } from './payment';
import { RETRY_LIMIT } from './request-of-gocardless';

const at = day(20);
const cause = (causationId: string) => ({ causationId, at });
const stamp = (causationId: string) => ({ causationId, effectiveAt: at });

const rejection = { errorType: 'invalid_state', reason: 'mandate_is_inactive', errors: [], requestId: 'request-1' };
const reject: Asked<PaymentCommand> = { type: 'RejectSubmission', rejection, ...cause('rejection') };
const rejected = happened('PaymentSubmissionRejected', rejection, stamp('rejection'));

const bind: Asked<PaymentCommand> = { type: 'BindPayment', reading: READING, ...cause('binding') };
const bindAs = (reading: Partial<typeof READING>): Asked<PaymentCommand> => ({
  ...bind,
  type: 'BindPayment',
  reading: { ...READING, ...reading },
  ...cause('binding'),
});
const submittedData = {
  gocardlessPaymentId: 'PM1',
  mandateId: 'MD1',
  creditorId: 'CR1',
  obstacle: null,
  amount: AMOUNT,
  currency: 'GBP',
};
const submitted = happened('PaymentSubmitted', submittedData, { causationId: 'binding', effectiveAt: day(1) });
const chargeDateRead = happened('PaymentChargeDateRead', { chargeDate: '2026-03-05' }, stamp('binding'));

const cancel: Asked<PaymentCommand> = { type: 'RequestCancellation', ...cause('cancellation') };
const cancellationRequested = happened('PaymentCancellationRequested', {}, stamp('cancellation'));
const retry: Asked<PaymentCommand> = { type: 'RequestRetry', ...cause('retry') };
const supersede: Asked<PaymentCommand> = { type: 'SupersedePayment', byPaymentId: 'pay_2', ...cause('newer attempt') };
const superseded = happened('PaymentSuperseded', { byPaymentId: 'pay_2' }, stamp('newer attempt'));
const accept: Asked<PaymentCommand> = { type: 'AcceptPayment', by: 'collector', ...cause('acceptance') };
const adopt: Asked<PaymentCommand> = {
  type: 'AdoptPayment',
  paymentId: PAYMENT,
  connectionId: CONNECTION,
  customerId: null,
  reading: READING,
  suspicion: null,
  ...cause('adoption'),
};

function answer(
  request: 'cancellation' | 'retry' | 'refund',
  outcome: 'accepted' | 'refused',
): Issued<Extract<PaymentCommand, { type: 'AnswerRequest' }>> {
  return {
    type: 'AnswerRequest',
    answer: { of: request, request, outcome, reason: null, requestId: null },
    ...cause(`answer to ${request}`),
  };
}
const answered = (command: ReturnType<typeof answer>) =>
  happened('PaymentRequestAnswered', command.answer, stamp(command.causationId));

const inSubmission = [...orderPayment, seen('submitted', day(2))];
const confirmed = [...inSubmission, seen('confirmed', day(3))];
const paidOut = logOf(confirmed, [observe([told('paid_out', day(4))])]);
const failed = [...inSubmission, seen('failed', day(5))];

/** Decided, recorded, and asked again in the same words: the second time decides nothing. */
function twice(history: Log, command: Asked<PaymentCommand>): readonly unknown[][] {
  const once = logOf(history, [command]);
  const again = logOf(once, [command]);
  return [[...once.slice(history.length)], [...again.slice(once.length)]];
}

describe('a repeat decides nothing', () => {
  test.each<[string, Log, PaymentCommand, number]>([
    ['a binding', requested(), bind, 2],
    ['an adoption', [], adopt, 3],
    ['a rejection', requested(), reject, 1],
    [
      'a reading of the charge date',
      orderPayment,
      { type: 'ReadChargeDate', chargeDate: '2026-03-09', ...cause('reading') },
      1,
    ],
    ['an event', orderPayment, observe([told('submitted', day(2))]), 1],
    ['an event that posts a document', orderPayment, observe([told('paid_out', day(4))]), 2],
    [
      'several events, one of them twice',
      orderPayment,
      observe([told('paid_out', day(4)), told('failed', day(5)), told('paid_out', day(4))]),
      4,
    ],
    ['a refund', paidOut, refund('RefundSettled', 'RF1', 100, day(6)), 2],
    ['a cancellation', orderPayment, cancel, 1],
    ['a retry', failed, retry, 1],
    [
      'an answer',
      [...failed, happened('PaymentRetryRequested', { retry: 1 }, stamp('retry'))],
      answer('retry', 'refused'),
      1,
    ],
    ['a newer attempt', failed, supersede, 1],
    ['an acceptance', orderPayment, accept, 1],
    ['an identification', adopted(null), identify('cus_7'), 1],
  ])('%s', (_, history, command, events) => {
    const [first, second] = twice(history, command);
    expect(first).toHaveLength(events);
    expect(second).toStrictEqual([]);
  });

  test('also in other words: another command, the same wish', () => {
    const other = { causationId: 'other', at: day(21) };
    given(paymentDecider, requested())
      .when({ type: 'RequestPayment', request: requestOf(requested()), ...other })
      .then([]);
    given(paymentDecider, adopted(null))
      .when({ ...adopt, ...other })
      .then([]);
    given(paymentDecider, orderPayment)
      .when({ ...bind, ...other })
      .then([]);
    given(paymentDecider, [...orderPayment, cancellationRequested])
      .when({ ...cancel, ...other })
      .then([]);
    given(paymentDecider, [...failed, superseded])
      .when({ ...supersede, ...other })
      .then([]);
    given(paymentDecider, orderPayment)
      .when({ type: 'ReadChargeDate', chargeDate: '2026-03-05', ...other })
      .then([]);
    given(paymentDecider, logOf(orderPayment, [accept]))
      .when({ ...accept, by: 'system', ...other })
      .then([]);
  });
});

function requestOf(log: Log) {
  const [first] = log;
  if (first?.type !== 'PaymentRequested') throw new Error('The log begins with something else.');
  return first.data;
}

describe('a beginning', () => {
  test('a request is recorded as it is', () => {
    const request = requestOf(requested());
    given(paymentDecider, [])
      .when({ type: 'RequestPayment', request, ...cause('request') })
      .then([happened('PaymentRequested', request, stamp('request'))]);
  });

  test('an adoption begins and binds, effective when GoCardless made the payment', () => {
    const data = {
      paymentId: PAYMENT,
      connectionId: CONNECTION,
      customerId: null,
      mandateId: 'MD1',
      amount: AMOUNT,
      currency: 'GBP',
      suspicion: { kind: 'duplicate_of_row', rowId: 'blr_1' } as const,
    };
    const by = { causationId: 'adoption' };
    given(paymentDecider, [])
      .when({ ...adopt, suspicion: data.suspicion })
      .then([
        happened('PaymentAdopted', data, { ...by, effectiveAt: day(1) }),
        happened('PaymentSubmitted', submittedData, { ...by, effectiveAt: day(1) }),
        happened('PaymentChargeDateRead', { chargeDate: '2026-03-05' }, { ...by, effectiveAt: at }),
      ]);
  });

  test.each<[string, PaymentCommand]>([
    ['binding', bind],
    ['an event', observe([told('created', day(1))])],
    ['a cancellation', cancel],
  ])('nothing else begins a payment: %s', (_, command) => {
    given(paymentDecider, []).when(command).thenRefused('not_found');
  });
});

describe('the first binding wins', () => {
  test('what GoCardless says of itself becomes facts', () => {
    given(paymentDecider, requested()).when(bind).then([submitted, chargeDateRead]);
  });

  test('a payment that waits for a second signature: no event says it, so the reading does', () => {
    given(paymentDecider, requested())
      .when(bindAs({ status: 'pending_customer_approval', chargeDate: null }))
      .then([submitted, happened('PaymentApprovalPending', {}, { causationId: 'binding', effectiveAt: day(1) })]);
  });

  test('no other status of a reading becomes a fact', () => {
    given(paymentDecider, requested())
      .when(bindAs({ status: 'paid_out' }))
      .then([submitted, chargeDateRead]);
  });

  test('another payment of GoCardless is refused', () => {
    given(paymentDecider, orderPayment)
      .when(bindAs({ gocardlessPaymentId: 'PM2' }))
      .thenRefused('bound_to_another');
  });

  test("a waiting row takes GoCardless's amount", () => {
    const [first] = given(paymentDecider, awaited())
      .when(bindAs({ amount: 11_999 }))
      .events();
    expect(first).toMatchObject({ type: 'PaymentSubmitted', data: { amount: 11_999 } });
  });

  test.each([
    ['amount', { amount: 11_999 }],
    ['currency', { currency: 'EUR' }],
  ])('what we asked for is never silently taken over with another %s: its receipt would not balance', (_, reading) => {
    given(paymentDecider, requested()).when(bindAs(reading)).thenRefused('differs_from_request');
  });

  test('a waiting row does not take another currency', () => {
    given(paymentDecider, awaited())
      .when(bindAs({ currency: 'EUR' }))
      .thenRefused('differs_from_request');
  });
});

describe('a rejection', () => {
  test('is recorded while GoCardless has said nothing', () => {
    given(paymentDecider, requested()).when(reject).then([rejected]);
  });

  test.each<[string, Log]>([
    ['a binding', orderPayment],
    ['an event', [...requested(), seen('created', day(1))]],
  ])('is outranked by %s', (_, history) => {
    given(paymentDecider, history).when(reject).then([]);
  });

  test('can be followed by the binding: the answer was lost, the payment exists', () => {
    given(paymentDecider, [...requested(), rejected])
      .when(bind)
      .then([submitted, chargeDateRead]);
  });
});

describe('a cancellation', () => {
  test.each<[string, Log]>([
    ['pending', orderPayment],
    ['waiting for a signature', [...orderPayment, happened('PaymentApprovalPending', {}, stamp('bind'))]],
    ['resubmitted', [...failed, seen('resubmission_requested', day(6))]],
    [
      'pending, after a cancellation was refused',
      [
        ...orderPayment,
        { ...cancellationRequested, causationId: 'earlier' },
        answered(answer('cancellation', 'refused')),
      ],
    ],
  ])('may be asked for while the payment is %s', (_, history) => {
    given(paymentDecider, history).when(cancel).then([cancellationRequested]);
  });

  test.each<[string, Log]>([
    ['submitted to the bank', inSubmission],
    ['confirmed', confirmed],
    ['paid out', paidOut],
    ['failed', failed],
    ['cancelled', [...orderPayment, seen('cancelled', day(2))]],
    ['denied', [...orderPayment, seen('customer_approval_denied', day(2))]],
    ['rejected', [...requested(), rejected]],
  ])('comes too late when the payment is %s', (_, history) => {
    given(paymentDecider, history).when(cancel).thenRefused('cancellation_too_late');
  });
});

describe('a retry', () => {
  test('may be asked for after a failure that GoCardless will not retry, early or late', () => {
    const retryRequested = happened('PaymentRetryRequested', { retry: 1 }, stamp('retry'));
    given(paymentDecider, failed).when(retry).then([retryRequested]);
    given(paymentDecider, [...paidOut, seen('failed', day(6))])
      .when(retry)
      .then([retryRequested]);
  });

  test.each<[string, Log]>([
    ['pending', orderPayment],
    ['paid out', paidOut],
    ['charged back', [...paidOut, seen('charged_back', day(6))]],
    ['cancelled', [...orderPayment, seen('cancelled', day(2))]],
    ['retried by GoCardless itself', [...inSubmission, seen('failed', day(5), { willAttemptRetry: true })]],
    ['resubmitted', [...failed, seen('resubmission_requested', day(6))]],
    ['replaced by a newer attempt', [...failed, superseded]],
    ['rejected', [...requested(), rejected]],
  ])('is not allowed when the payment is %s', (_, history) => {
    given(paymentDecider, history).when(retry).thenRefused('retry_not_allowed');
  });

  test('one at a time: while one is under way another decides nothing', () => {
    const underWay = [...failed, happened('PaymentRetryRequested', { retry: 1 }, stamp('earlier'))];
    given(paymentDecider, underWay).when(retry).then([]);
  });

  test('a refused one does not count', () => {
    const refusedOnce = [
      ...failed,
      happened('PaymentRetryRequested', { retry: 1 }, stamp('earlier')),
      answered(answer('retry', 'refused')),
    ];
    given(paymentDecider, refusedOnce)
      .when(retry)
      .then([happened('PaymentRetryRequested', { retry: 1 }, stamp('retry'))]);
  });

  test(`is limited to ${RETRY_LIMIT}`, () => {
    expect(RETRY_LIMIT).toBe(3);
    const retried = (times: number): Log =>
      Array.from({ length: times }, (_, index) => index).reduce<Log>(
        (log, index) =>
          logOf(log, [
            { ...retry, causationId: `retry ${index}` },
            observe([
              told('resubmission_requested', day(6 + 3 * index)),
              told('submitted', day(7 + 3 * index)),
              told('failed', day(8 + 3 * index)),
            ]),
          ]),
        failed,
      );
    given(paymentDecider, retried(2))
      .when(retry)
      .then([happened('PaymentRetryRequested', { retry: 3 }, stamp('retry'))]);
    given(paymentDecider, retried(3)).when(retry).thenRefused('retry_limit_reached');
  });
});

describe('an answer', () => {
  test.each([
    ['cancellation', 'accepted'],
    ['cancellation', 'refused'],
    ['retry', 'accepted'],
    ['refund', 'accepted'],
  ] as const)('to a %s, %s, is recorded', (request, outcome) => {
    const command = answer(request, outcome);
    given(paymentDecider, orderPayment)
      .when(command)
      .then([answered(command)]);
  });
});

describe('a newer attempt', () => {
  test.each<[string, Log]>([
    ['failed', failed],
    ['failed late', [...paidOut, seen('failed', day(6))]],
    ['cancelled', [...orderPayment, seen('cancelled', day(2))]],
    ['denied', [...orderPayment, seen('customer_approval_denied', day(2))]],
    ['rejected', [...requested(), rejected]],
  ])('takes the place of a payment that %s', (_, history) => {
    given(paymentDecider, history).when(supersede).then([superseded]);
  });

  test.each<[string, Log]>([
    ['has no answer yet', requested()],
    ['is pending', orderPayment],
    ['is confirmed', confirmed],
    ['is paid out', paidOut],
    ['is being retried', logOf(failed, [retry])],
    ['will be retried by GoCardless', [...inSubmission, seen('failed', day(5), { willAttemptRetry: true })]],
    ['was rejected, and exists all the same', [...requested(), rejected, ...bound()]],
  ])('would charge twice when the payment %s', (_, history) => {
    given(paymentDecider, history).when(supersede).thenRefused('already_submitted');
  });
});

describe('an acceptance', () => {
  test('is recorded with who accepted', () => {
    given(paymentDecider, orderPayment)
      .when(accept)
      .then([happened('PaymentAccepted', { by: 'collector' }, stamp('acceptance'))]);
  });
});

describe('whose it is', () => {
  const identification = (customerId: string): Asked<PaymentCommand> => ({
    type: 'IdentifyPayment',
    customerId,
    rules: RULES,
    ...cause('identification'),
  });

  test('is recorded once', () => {
    given(paymentDecider, adopted(null))
      .when(identification('cus_7'))
      .then([happened('PaymentIdentified', { customerId: 'cus_7' }, stamp('identification'))]);
  });

  test('the first counts', () => {
    const identified = logOf(adopted(null), [identify('cus_7')]);
    given(paymentDecider, identified).when(identification('cus_7')).then([]);
    given(paymentDecider, identified).when(identification('cus_8')).thenRefused('already_identified');
    const both = [...identified, happened('PaymentIdentified', { customerId: 'cus_8' }, stamp('other'))];
    expect(stateAfter(paymentDecider, both).facts?.customerId).toBe('cus_7');
  });

  test('a payment that has a customer keeps it', () => {
    given(paymentDecider, paymentOnAccount).when(identification('cus_8')).thenRefused('already_identified');
  });
});

describe('what GoCardless observed', () => {
  test('an unknown action is nobody of this stream', () => {
    given(paymentDecider, orderPayment)
      .when(observe([told('sds_settlement_delayed', day(3))]))
      .then([]);
  });

  test('is never refused, whatever came before', () => {
    const actions = ['charged_back', 'paid_out', 'chargeback_cancelled', 'resubmission_requested', 'created', 'failed'];
    const state = stateAfter(paymentDecider, [...orderPayment, seen('cancelled', day(2))]);
    for (const action of actions) {
      expect(isRefusal(paymentDecider.decide(issued(observe([told(action, day(3))])), state))).toBe(false);
    }
  });

  test('many at once are decided as one after the other', () => {
    const events = [told('failed', day(5)), told('paid_out', day(4)), told('submitted', day(2))];
    const atOnce = logOf(orderPayment, [observe(events)]);
    const oneByOne = logOf(
      orderPayment,
      events.map((event) => observe([event])),
    );
    expect(atOnce).toStrictEqual(oneByOne);
  });
});

describe('a difference from what GoCardless says', () => {
  const note = (gocardlessStatus: string): Asked<PaymentCommand> => ({
    type: 'NoteDifference',
    gocardlessStatus,
    ...cause('comparison'),
  });
  const differed = (gocardlessStatus: string, status: string) =>
    happened('PaymentStatusDiffered', { gocardlessStatus, status }, stamp('comparison'));
  const chargedBack = logOf(paidOut, [observe([told('charged_back', day(6))])]);
  const wonBack = logOf(chargedBack, [observe([told('chargeback_cancelled', day(8))])]);

  test('is written down, with both words', () => {
    given(paymentDecider, confirmed)
      .when(note('failed'))
      .then([differed('failed', 'confirmed')]);
    given(paymentDecider, chargedBack)
      .when(note('confirmed'))
      .then([differed('confirmed', 'charged_back')]);
  });

  test('is none when a chargeback was cancelled: GoCardless has the payment confirmed until it is paid out once more', () => {
    given(paymentDecider, wonBack).when(note('confirmed')).then([]);
    given(paymentDecider, wonBack).when(note('paid_out')).then([]);
  });

  test('is one when a payment that was won back is lost again, or was lost before', () => {
    given(paymentDecider, wonBack)
      .when(note('failed'))
      .then([differed('failed', 'paid_out')]);
    given(paymentDecider, logOf(wonBack, [observe([told('failed', day(9))])]))
      .when(note('confirmed'))
      .then([differed('confirmed', 'failed')]);
  });
});

describe('what the metadata names', () => {
  test.each<[string, Log, object]>([
    ['nothing before it begins', [], {}],
    [
      'an instalment names its order',
      orderPayment,
      {
        connectionId: CONNECTION,
        customerId: 'cus_1',
        mandateId: 'MD1',
        paymentId: PAYMENT,
        salesOrderId: 'so_1',
        scheduledPaymentId: 'sp_1',
      },
    ],
    [
      "nobody's payment names no customer",
      adopted(null),
      { connectionId: CONNECTION, mandateId: 'MD1', paymentId: PAYMENT },
    ],
  ])('%s', (_, log, references) => {
    expect(paymentDecider.references(stateAfter(paymentDecider, log), 'pay_1')).toStrictEqual(references);
  });
});
