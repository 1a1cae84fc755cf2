import * as fc from 'fast-check';
import { written } from '../../../test/support/payment-worlds';
import { requiredKey } from '../accounting/document';
import { type BookRules } from '../payments/post-documents';
import { given, happened, issued, recorded } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { isRefusal } from '../shared/decider';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type RefundRead } from './events';
import { refundMovementFrom } from './gocardless-facts';
import { type RefundCommand, refundDecider, refundEventsWaiting, type RefundState } from './refund';
import { refundView } from './refund-status';

const ID = { connectionId: 'con_1', refundId: 'RF1' };

const key = { connectionId: 'con_1', refundId: 'RF1' };
const refund: RefundRead['data'] = {
  ...key,
  gocardlessPaymentId: 'PM1',
  mandateId: 'MD1',
  amount: 300,
  currency: 'GBP',
  paymentId: 'pay_1',
  requestedBy: null,
};
/** Against the mandate: no payment is behind it. */
const againstMandate: RefundRead['data'] = { ...refund, gocardlessPaymentId: null, paymentId: null };
const RULES: BookRules = { booksFrom: '2026-01-01T00:00:00.000Z', accounts: [] };
const reason = { origin: 'gocardless', cause: 'a_cause', description: 'As GoCardless puts it.' };

const event = (action: string, hour: number, id = `EV-${action}-${hour}`): GoCardlessEvent =>
  gocardlessEvent('refunds', action, {
    id,
    createdAt: `2026-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
    details: reason,
    links: { refund: 'RF1' },
  });

const read = (causationId = 'read-1', data = refund) =>
  ({ type: 'ReadRefund', refund: data, causationId, at: '2026-02-01T00:00:00.000Z' }) as const;
const observeBy =
  (rules: BookRules) =>
  (...events: GoCardlessEvent[]) =>
    ({ type: 'ObserveGoCardlessEvents', ...key, events, rules }) as const;
const observe = observeBy(RULES);
const identify = (customerId: string, causationId = 'identify') =>
  ({ type: 'IdentifyRefund', customerId, rules: RULES, causationId, at: '2026-02-03T00:00:00.000Z' }) as const;
const said = (...actions: string[]) => observe(...actions.map((action, hour) => event(action, hour)));

function after(...commands: readonly RefundCommand[]): RefundState {
  return commands.reduce<RefundState>((state, command) => {
    const decided = refundDecider.decide(issued(command), state);
    if (isRefusal(decided)) throw new Error(`Refused: ${decided.code}`);
    return recorded(decided).reduce(refundDecider.evolve, state);
  }, refundDecider.initial);
}

describe('a refund', () => {
  it('is read once', () => {
    const stamp = { causationId: 'read-1', effectiveAt: '2026-02-01T00:00:00.000Z' };
    given(refundDecider, [])
      .when(read())
      .then([happened('RefundRead', refund, stamp)]);
    given(refundDecider, [happened('RefundRead', refund, stamp)])
      .when(read('read-2'))
      .then([]);
  });

  it('records what GoCardless says, each event once, read or not', () => {
    const settled = event('refund_settled', 3);
    given(refundDecider, [])
      .when(observe(settled, settled))
      .then([
        happened(
          'RefundStatusChanged',
          { ...key, ...reason, action: 'refund_settled' },
          { effectiveAt: settled.createdAt, causationId: settled.id, gocardlessEventId: settled.id },
        ),
      ]);
    expect(refundDecider.decide(issued(observe(settled)), after(observe(settled)))).toStrictEqual([]);
  });

  it('leaves an action that nobody has heard of to be ignored', () => {
    given(refundDecider, []).when(said('danced')).then([]);
  });

  it('names its connection and itself, and its mandate once it is read', () => {
    expect(refundDecider.references(refundDecider.initial, ID)).toStrictEqual({});
    expect(refundDecider.references(after(said('created')), ID)).toStrictEqual(key);
    expect(refundDecider.references(after(said('created'), read()), ID)).toStrictEqual({ ...key, mandateId: 'MD1' });
  });

  it.each([
    [[], 'unknown', false],
    [['created'], 'created', false],
    [['created', 'paid'], 'paid', false],
    [['created', 'refund_settled'], 'created', true],
    [['refund_settled'], 'unknown', true],
    [['created', 'refund_settled', 'paid'], 'paid', true],
    [['created', 'paid', 'refund_settled'], 'paid', true],
    [['created', 'paid', 'failed'], 'failed', false],
    [['created', 'refund_settled', 'paid', 'failed'], 'failed', true],
    [['created', 'paid', 'failed', 'refund_settled'], 'failed', true],
    [['created', 'refund_settled', 'failed', 'funds_returned'], 'funds_returned', false],
  ] as const)('after %j is %s, settled: %s', (actions, status, settled) => {
    expect(refundView(after(said(...actions)).observed)).toStrictEqual({ status, settled });
  });

  it('does not depend on the order or repetition in which facts arrive', () => {
    const cases = fc
      .array(
        fc.tuple(
          fc.constantFrom('created', 'paid', 'refund_settled', 'failed', 'funds_returned'),
          fc.integer({ min: 0, max: 2 }),
        ),
        { minLength: 1, maxLength: 7 },
      )
      .map((facts) => facts.map(([action, hour], index) => observe(event(action, hour, `EV${index}`))))
      .chain((commands) =>
        fc
          .tuple(fc.shuffledSubarray(commands, { minLength: commands.length }), fc.shuffledSubarray(commands))
          .map(([once, again]) => ({ commands, arrived: [...once, ...again] })),
      );
    fc.assert(
      fc.property(cases, ({ commands, arrived }) => {
        expect(refundView(after(...arrived).observed)).toStrictEqual(refundView(after(...commands).observed));
      }),
    );
  });

  it('holds events that wait until it is read', () => {
    const parked = {
      connectionId: 'con_1',
      webhookId: null,
      deliveryStream: 'gocardlessWebhook-con_1.abc',
      deliveryIndex: 0,
      event: event('created', 0),
      reason: 'unknown_refund',
    } as const;
    const waiting = after({ type: 'ParkEvents', parked: [parked] });
    expect(refundEventsWaiting(waiting)).toStrictEqual([parked]);
    expect(refundDecider.references(waiting, ID)).toStrictEqual(key);
    expect(refundEventsWaiting(after({ type: 'ParkEvents', parked: [parked] }, read(), said('created')))).toStrictEqual(
      [],
    );
  });
});

describe('what a refund’s event moves of its payment', () => {
  it.each([
    ['refund_settled', { type: 'RefundSettled', data: { refundId: 'RF1', amount: 300, ...reason } }],
    ['funds_returned', { type: 'RefundReturned', data: { refundId: 'RF1', amount: 300, ...reason } }],
    ['created', null],
    ['paid', null],
    ['failed', null],
    ['danced', null],
  ])('%s', (action, movement) => {
    expect(refundMovementFrom(event(action, 0), refund)).toStrictEqual(movement);
  });

  it('is nothing when no payment is behind the refund', () => {
    expect(refundMovementFrom(event('refund_settled', 0), { ...refund, gocardlessPaymentId: null })).toBeNull();
  });
});

/** What stands, in the order of effective time: `kind hour (← what it reverses): entries`. */
function journal({ posted }: RefundState): readonly string[] {
  const standing = [...posted].sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : 1));
  const titles = new Map(standing.map((one) => [one.documentId, `${one.kind} ${one.effectiveAt.slice(11, 13)}`]));
  return standing.map(({ documentId, reversesId, entries }) => {
    const reversed = reversesId === null ? '' : ` ← ${titles.get(reversesId) ?? 'nothing that stands'}`;
    return `${titles.get(documentId) ?? ''}${reversed}: ${entries.map(written).join(', ')}`;
  });
}

describe('the documents of a refund against a mandate', () => {
  const begun = read('read-1', againstMandate);

  it.each([
    ['it is not settled', [], ['created', 'paid'], []],
    ['nobody knows whose it is', [], ['refund_settled'], ['refund 00: 1100 credit 300 GBP, 2900 debit 300 GBP']],
    [
      'its customer is known',
      [identify('cus_1')],
      ['refund_settled'],
      ['refund 00: 1100 credit 300 GBP, 1200 debit 300 GBP'],
    ],
    [
      'its money came back',
      [identify('cus_1')],
      ['refund_settled', 'failed', 'funds_returned'],
      [
        'refund 00: 1100 credit 300 GBP, 1200 debit 300 GBP',
        'refund_returned 02 ← refund 00: 1100 debit 300 GBP, 1200 credit 300 GBP',
      ],
    ],
    ['its money came back, and it was never settled', [], ['failed', 'funds_returned'], []],
    [
      'it was settled twice',
      [],
      ['refund_settled', 'refund_settled'],
      ['refund 00: 1100 credit 300 GBP, 2900 debit 300 GBP'],
    ],
  ])('when %s', (_, identified, actions, documents) => {
    const log = after(begun, ...identified, said(...actions));
    expect(journal(log).map((line) => line.split(': ')[0])).toEqual(documents.map((line) => line.split(': ')[0]));
    expect(journal(log).map(sortedEntries)).toEqual(documents.map(sortedEntries));
  });

  it('are none of a refund that a payment is behind: the payment has them', () => {
    expect(after(read(), said('refund_settled', 'funds_returned')).posted).toEqual([]);
  });

  it('become the customer’s when somebody says whose it is, each with its own effective time', () => {
    const state = after(begun, said('refund_settled', 'failed', 'funds_returned'));
    const decided = refundDecider.decide(identify('cus_1'), state);
    if (isRefusal(decided)) throw new Error(decided.code);
    expect(decided.map(({ type, effectiveAt }) => `${type} ${effectiveAt.slice(0, 13)}`)).toEqual([
      'RefundIdentified 2026-02-03T00',
      'CorrectionPosted 2026-02-01T00',
      'CorrectionPosted 2026-02-01T02',
      'DocumentPosted 2026-02-01T00',
      'DocumentPosted 2026-02-01T02',
    ]);
    expect(refundDecider.references(after(begun, identify('cus_1')), ID)).toMatchObject({ customerId: 'cus_1' });
  });

  it('belong to whom was named first', () => {
    const identified = after(begun, identify('cus_1'));
    expect(refundDecider.decide(identify('cus_1', 'again'), identified)).toEqual([]);
    expect(refundDecider.decide(identify('cus_2', 'other'), identified)).toMatchObject({ code: 'already_identified' });
    expect(refundDecider.decide(identify('cus_1'), after(read()))).toMatchObject({ code: 'already_identified' });
    expect(refundDecider.decide(identify('cus_1'), after())).toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['before the books', '2026-03-01T00:00:00.000Z', []],
    ['between a settlement and its return', '2026-02-01T01:30:00.000Z', ['prior_restored 02']],
  ])('begin with the books: %s', (_, booksFrom, titles) => {
    const told = ['refund_settled', 'failed', 'funds_returned'].map((action, hour) => event(action, hour));
    const state = after(begun, identify('cus_1'), observeBy({ ...RULES, booksFrom })(...told));
    expect(journal(state).map((line) => line.split(': ')[0])).toEqual(titles);
    const accounts = state.posted.flatMap(({ entries }) => entries.map(written)).sort();
    expect(accounts).toEqual(titles.length === 0 ? [] : ['1100 debit 300 GBP', '2910 credit 300 GBP']);
  });

  it('are the same in whatever order facts and names arrive, with what asks for each', () => {
    const actions = ['created', 'paid', 'refund_settled', 'failed', 'funds_returned'];
    const facts = fc.array(fc.tuple(fc.constantFrom(...actions), fc.integer({ min: 0, max: 3 })), { maxLength: 7 });
    const cases = facts
      .map((told): readonly RefundCommand[] => [
        ...told.map(([action, hour], index) => observe(event(action, hour, `EV${index}`))),
        identify('cus_1'),
      ])
      .chain((commands) =>
        fc
          .tuple(fc.shuffledSubarray([...commands], { minLength: commands.length }), fc.shuffledSubarray([...commands]))
          .map(([once, again]) => ({ commands, arrived: [...once, ...again] })),
      );
    fc.assert(
      fc.property(cases, ({ commands, arrived }) => {
        expect(booksOf(after(begun, ...arrived))).toStrictEqual(booksOf(after(begun, ...commands)));
      }),
    );
  });
});

function sortedEntries(line: string): readonly string[] {
  return (line.split(': ')[1] ?? '').split(', ').sort();
}

/** The standing documents without what follows arrival. */
function booksOf({ posted }: RefundState): readonly object[] {
  const keys = new Map(posted.map(({ documentId, requiredAs }) => [documentId, requiredKey(requiredAs)]));
  return posted
    .map(({ requiredAs, effectiveAt, cause, amount, entries, reversesId, concerns }) => ({
      key: requiredKey(requiredAs),
      gocardlessEventId: requiredAs.gocardlessEventId,
      reverses: reversesId === null ? null : (keys.get(reversesId) ?? 'gone'),
      ...{ effectiveAt, cause, amount, entries, concerns },
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
