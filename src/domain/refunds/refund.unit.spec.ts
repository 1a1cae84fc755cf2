import * as fc from 'fast-check';
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
};
const reason = { origin: 'gocardless', cause: 'a_cause', description: 'As GoCardless puts it.' };

const event = (action: string, hour: number, id = `EV-${action}-${hour}`): GoCardlessEvent =>
  gocardlessEvent('refunds', action, {
    id,
    createdAt: `2026-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
    details: reason,
    links: { refund: 'RF1' },
  });

const read = (causationId = 'read-1') =>
  ({ type: 'ReadRefund', refund, causationId, at: '2026-02-01T00:00:00.000Z' }) as const;
const observe = (...events: GoCardlessEvent[]) => ({ type: 'ObserveGoCardlessEvents', ...key, events }) as const;
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

  it('names its connection, and its mandate once it is read', () => {
    expect(refundDecider.references(refundDecider.initial, ID)).toStrictEqual({});
    expect(refundDecider.references(after(said('created')), ID)).toStrictEqual({ connectionId: 'con_1' });
    expect(refundDecider.references(after(said('created'), read()), ID)).toStrictEqual({
      connectionId: 'con_1',
      mandateId: 'MD1',
    });
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
    expect(refundDecider.references(waiting, ID)).toStrictEqual({ connectionId: 'con_1' });
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
