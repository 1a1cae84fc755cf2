import documented from '../../../simulator/events/event-actions.json';
import { given, happened, stateAfter } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { mandateFactFrom } from '../mandates/gocardless-facts';
import { paymentFactFrom } from '../payments/gocardless-facts';
import { type PayoutDetails } from '../payouts/events';
import { isPayoutEvent, payoutFactFrom } from '../payouts/gocardless-facts';
import { refundFactFrom } from '../refunds/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { webhookDeliveryDecider } from './webhook-delivery';

const delivery = { connectionId: 'con_1', bodySha256: 'abc', webhookId: 'WB1', source: 'webhook' } as const;
const confirmed = gocardlessEvent('payments', 'confirmed', { id: 'EV1', createdAt: '2026-02-01T05:00:00.000Z' });
const active = gocardlessEvent('mandates', 'active', { id: 'EV2', createdAt: '2026-02-01T06:00:00.000Z' });
const receive = (...events: GoCardlessEvent[]) =>
  ({ type: 'ReceiveDelivery', delivery, events, at: '2026-02-01T07:00:00.000Z' }) as const;

const header = (count: number) =>
  happened('DeliveryReceived', { ...delivery, count }, { causationId: 'abc', effectiveAt: '2026-02-01T07:00:00.000Z' });
const stamp = ({ id, createdAt }: GoCardlessEvent) => ({
  causationId: id,
  gocardlessEventId: id,
  effectiveAt: createdAt,
});
const received = (event: GoCardlessEvent) =>
  happened('GoCardlessEventReceived', { connectionId: 'con_1', webhookId: 'WB1', event }, stamp(event));
const ignored = (event: GoCardlessEvent) =>
  happened(
    'GoCardlessEventIgnored',
    { connectionId: 'con_1', eventId: event.id, reason: 'unknown_action' },
    stamp(event),
  );

describe('a delivery', () => {
  it('is kept with each of its events', () => {
    given(webhookDeliveryDecider, [])
      .when(receive(confirmed, active))
      .then([header(2), received(confirmed), received(active)]);
  });

  it('without events is kept too', () => {
    given(webhookDeliveryDecider, [])
      .when(receive())
      .then([header(0)]);
  });

  it('holds an event once, even if its body has it twice', () => {
    given(webhookDeliveryDecider, [])
      .when(receive(confirmed, confirmed))
      .then([header(1), received(confirmed)]);
  });

  it('that was received changes nothing when it comes again', () => {
    given(webhookDeliveryDecider, [header(1), received(confirmed)])
      .when(receive(confirmed))
      .then([]);
  });

  it('names its connection', () => {
    expect(webhookDeliveryDecider.references(webhookDeliveryDecider.initial)).toStrictEqual({});
    expect(webhookDeliveryDecider.references(stateAfter(webhookDeliveryDecider, [header(0)]))).toStrictEqual({
      connectionId: 'con_1',
    });
  });

  it('marks each event that changes nothing once', () => {
    const command = {
      type: 'IgnoreEvents',
      connectionId: 'con_1',
      ignored: [confirmed, active, active].map((event) => ({ event, reason: 'unknown_action' as const })),
    } as const;
    given(webhookDeliveryDecider, [header(2), received(confirmed), received(active), ignored(confirmed)])
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
