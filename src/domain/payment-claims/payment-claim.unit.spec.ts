import { given, happened, issued, stateAfter } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { isRefusal } from '../shared/decider';
import { isClaimedRefusal, parkedEvents, paymentClaimDecider } from './payment-claim';
import { type ParkedEvent } from './waiting';

const ID = { connectionId: 'con_1', gocardlessPaymentId: 'PM1' };

const claim = (paymentId = 'pay_1') => ({ connectionId: 'con_1', gocardlessPaymentId: 'PM1', paymentId });
const claimed = happened('PaymentClaimed', claim(), { causationId: 'claim-1' });
const claimCommand = (paymentId = 'pay_1') =>
  ({ type: 'ClaimPayment', claim: claim(paymentId), causationId: 'claim-2', at: '2026-02-01T07:00:00.000Z' }) as const;

const parked = (id: string): ParkedEvent => ({
  connectionId: 'con_1',
  webhookId: 'WB1',
  deliveryStream: 'gocardlessWebhook-con_1.abc',
  deliveryIndex: 0,
  event: gocardlessEvent('payments', 'confirmed', { id, links: { payment: 'PM1' } }),
  reason: 'unknown_payment',
});
const stamp = (id: string) => ({ causationId: id, gocardlessEventId: id, effectiveAt: '2026-02-01T06:00:00.000Z' });
const waits = (id: string) => happened('GoCardlessEventParked', parked(id), stamp(id));
const park = (...ids: string[]) => ({ type: 'ParkEvents', parked: ids.map(parked) }) as const;

const markForeign = (...eventIds: string[]) =>
  ({
    type: 'MarkForeign',
    connectionId: 'con_1',
    eventIds,
    reason: 'not_found',
    causationId: 'look-up-1',
    at: '2026-02-01T08:00:00.000Z',
  }) as const;
const foreign = (eventId: string) =>
  happened(
    'GoCardlessEventForeign',
    { connectionId: 'con_1', eventId, reason: 'not_found' },
    { causationId: 'look-up-1', gocardlessEventId: eventId, effectiveAt: '2026-02-01T08:00:00.000Z' },
  );

const redrive = (eventId: string, causationId = 'redrive-1') =>
  ({
    type: 'RequestRedrive',
    connectionId: 'con_1',
    eventId,
    causationId,
    at: '2026-02-01T09:00:00.000Z',
  }) as const;
const redriven = (eventId: string) =>
  happened(
    'RedriveRequested',
    { connectionId: 'con_1', eventId },
    { causationId: 'redrive-1', gocardlessEventId: eventId, effectiveAt: '2026-02-01T09:00:00.000Z' },
  );

describe('claiming a GoCardless payment', () => {
  it('says which of our payments it is', () => {
    given(paymentClaimDecider, [waits('EV1')])
      .when(claimCommand())
      .then([happened('PaymentClaimed', claim(), { causationId: 'claim-2', effectiveAt: '2026-02-01T07:00:00.000Z' })]);
  });

  it('again for the same payment changes nothing', () => {
    given(paymentClaimDecider, [claimed]).when(claimCommand()).then([]);
  });

  it('for another payment is refused, and says which has it', () => {
    const outcome = paymentClaimDecider.decide(
      issued(claimCommand('pay_2')),
      stateAfter(paymentClaimDecider, [claimed]),
    );
    expect(isRefusal(outcome) && isClaimedRefusal(outcome) && outcome.paymentId).toBe('pay_1');
  });

  it('keeps the first of two claims in the stream', () => {
    const second = happened('PaymentClaimed', claim('pay_2'), { causationId: 'claim-2' });
    const state = stateAfter(paymentClaimDecider, [claimed, second]);
    expect(state.paymentId).toBe('pay_1');
    expect(paymentClaimDecider.references(state, ID)).toStrictEqual({ connectionId: 'con_1', paymentId: 'pay_1' });
  });

  it('keeps what the payment is owed, but for what is foreign', () => {
    const state = stateAfter(paymentClaimDecider, [waits('EV1'), waits('EV2'), foreign('EV2'), claimed]);
    expect(parkedEvents(state)).toStrictEqual([parked('EV1')]);
  });
});

describe('parking events', () => {
  it('keeps each once', () => {
    given(paymentClaimDecider, [waits('EV1')])
      .when(park('EV1', 'EV2', 'EV2'))
      .then([waits('EV2')]);
  });

  it('names the connection, as no payment is known', () => {
    expect(paymentClaimDecider.references(paymentClaimDecider.initial, ID)).toStrictEqual({});
    expect(paymentClaimDecider.references(stateAfter(paymentClaimDecider, [waits('EV1')]), ID)).toStrictEqual({
      connectionId: 'con_1',
    });
  });

  it.each([park('EV2'), markForeign('EV1'), redrive('EV1')])('never happens beside a claim: %s', (command) => {
    const outcome = paymentClaimDecider.decide(
      issued(command),
      stateAfter(paymentClaimDecider, [waits('EV1'), claimed]),
    );
    expect(outcome).toMatchObject({ refused: true, code: 'claimed', paymentId: 'pay_1' });
  });
});

describe('foreign events', () => {
  it('wait no more', () => {
    given(paymentClaimDecider, [waits('EV1'), waits('EV2')])
      .when(markForeign('EV1', 'EV9'))
      .then([foreign('EV1')]);
    expect(parkedEvents(stateAfter(paymentClaimDecider, [waits('EV1'), waits('EV2'), foreign('EV1')]))).toStrictEqual([
      parked('EV2'),
    ]);
  });

  it('are marked once', () => {
    given(paymentClaimDecider, [waits('EV1'), foreign('EV1')])
      .when(markForeign('EV1'))
      .then([]);
  });
});

describe('asking to try an event again', () => {
  it.each([
    ['that waits', [waits('EV1')]],
    ['that was foreign', [waits('EV1'), foreign('EV1')]],
  ])('%s is recorded, and it waits (again)', (_, history) => {
    given(paymentClaimDecider, history)
      .when(redrive('EV1'))
      .then([redriven('EV1')]);
    expect(parkedEvents(stateAfter(paymentClaimDecider, [...history, redriven('EV1')]))).toStrictEqual([parked('EV1')]);
  });

  it('by the same command again changes nothing', () => {
    given(paymentClaimDecider, [waits('EV1'), redriven('EV1')])
      .when(redrive('EV1'))
      .then([]);
  });

  it('by another command is another request', () => {
    const asked = given(paymentClaimDecider, [waits('EV1'), redriven('EV1')]).when(redrive('EV1', 'redrive-2'));
    expect(asked.events()).toMatchObject([{ type: 'RedriveRequested', causationId: 'redrive-2' }]);
  });

  it('is refused for an event that does not wait', () => {
    given(paymentClaimDecider, [waits('EV1')])
      .when(redrive('EV2'))
      .thenRefused('not_parked');
  });
});
