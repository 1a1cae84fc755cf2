import documented from '../../../simulator/events/event-actions.json';
import { given, happened, stateAfter } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { mandateFactFrom } from '../mandates/gocardless-facts';
import { paymentFactFrom } from '../payments/gocardless-facts';
import { type PayoutDetails } from '../payouts/events';
import { isPayoutEvent, payoutFactFrom } from '../payouts/gocardless-facts';
import { refundFactFrom } from '../refunds/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { deliveryDecider } from './delivery';

const ID = { connectionId: 'con_1', bodySha256: 'abc' };

const AT = '2026-02-01T07:00:00.000Z';
const header = { connectionId: 'con_1', bodySha256: 'abc', webhookId: 'WB1' } as const;
const confirmed = gocardlessEvent('payments', 'confirmed', { id: 'EV1', createdAt: '2026-02-01T05:00:00.000Z' });
const active = gocardlessEvent('mandates', 'active', { id: 'EV2', createdAt: '2026-02-01T06:00:00.000Z' });
const receive = (...events: GoCardlessEvent[]) =>
  ({
    type: 'ReceiveDelivery',
    delivery: { ...header, source: 'webhook', events },
    at: AT,
    causationId: 'abc',
  }) as const;
const caused = { causationId: 'abc', effectiveAt: AT };
const received = (...events: GoCardlessEvent[]) =>
  happened('DeliveryReceived', { ...header, source: 'webhook', events }, caused);
const ignored = (event: GoCardlessEvent) =>
  happened(
    'GoCardlessEventIgnored',
    { connectionId: 'con_1', eventId: event.id, reason: 'unknown_action' },
    { causationId: event.id, gocardlessEventId: event.id, effectiveAt: event.createdAt },
  );

describe('a delivery', () => {
  it('is one event, whatever it holds', () => {
    given(deliveryDecider, [])
      .when(receive(confirmed, active))
      .then([received(confirmed, active)]);
  });

  it('without events is kept too', () => {
    given(deliveryDecider, []).when(receive()).then([received()]);
  });

  it('holds an event once, even if its body has it twice', () => {
    given(deliveryDecider, [])
      .when(receive(confirmed, active, confirmed))
      .then([received(confirmed, active)]);
  });

  it('that was received changes nothing when it comes again', () => {
    given(deliveryDecider, [received(confirmed)])
      .when(receive(confirmed))
      .then([]);
  });

  it('that is refused is recorded once, without what it held', () => {
    const data = { ...header, reason: 'too_many_events', count: 1_001 } as const;
    const command = { type: 'RefuseDelivery', delivery: data, at: AT, causationId: 'abc' } as const;
    const refused = happened('DeliveryRefused', data, caused);
    given(deliveryDecider, []).when(command).then([refused]);
    given(deliveryDecider, [refused]).when(command).then([]);
  });

  it('names its connection', () => {
    expect(deliveryDecider.references(deliveryDecider.initial, ID)).toStrictEqual({});
    expect(deliveryDecider.references(stateAfter(deliveryDecider, [received()]), ID)).toStrictEqual({
      connectionId: 'con_1',
    });
  });

  it('marks each event that changes nothing once', () => {
    const command = {
      type: 'IgnoreEvents',
      connectionId: 'con_1',
      ignored: [confirmed, active, active].map((event) => ({ event, reason: 'unknown_action' as const })),
    } as const;
    given(deliveryDecider, [received(confirmed, active), ignored(confirmed)])
      .when(command)
      .then([ignored(active)]);
  });
});

describe('every action that GoCardless documents has its place', () => {
  const details: PayoutDetails = {
    amount: 1,
    deductedFees: 0,
    currency: 'GBP',
    reference: null,
    arrivalDate: null,
    fx: null,
  };

  function factTypeOf(event: GoCardlessEvent): string | undefined {
    switch (event.resourceType) {
      case 'payments':
        return paymentFactFrom(event)?.type;
      case 'mandates':
        return mandateFactFrom(event, { connectionId: 'con_1', mandateId: 'MD1' })?.type;
      case 'payouts':
      case 'creditors':
        return payoutFactFrom(event, { connectionId: 'con_1', payoutId: 'PO1' }, details)?.type;
      case 'refunds':
        return refundFactFrom(event, { connectionId: 'con_1', refundId: 'RF1' })?.type;
      default:
        return undefined;
    }
  }

  const pairs = [...new Set(documented.map(({ resource_type: type, action }) => `${type} ${action}`))];
  const recorded = pairs.filter((pair) =>
    /^(mandates|payments|payouts|refunds) |^creditors bounced_payout$/.test(pair),
  );

  it.each(recorded.filter((pair) => pair !== 'payments sds_settlement_delayed'))('%s', (pair) => {
    const [resourceType = '', action = ''] = pair.split(' ');
    const event = gocardlessEvent(resourceType, action);
    expect(factTypeOf(event)).toEqual(expect.any(String));
    expect(isPayoutEvent(event)).toBe(['payouts', 'creditors'].includes(resourceType));
  });

  it.each(['payments', 'mandates', 'payouts', 'creditors', 'refunds'])('and only those: %s danced', (resourceType) => {
    expect(factTypeOf(gocardlessEvent(resourceType, 'danced'))).toBeUndefined();
    expect(isPayoutEvent(gocardlessEvent(resourceType, 'danced'))).toBe(false);
  });
});
