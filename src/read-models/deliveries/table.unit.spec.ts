import { foldedRows } from '../../../test/support/folded';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { streams } from '../../domain/shared/streams';
import { deliveries, outcomes } from './table';

const EVENT = gcEvent('mandates', 'cancelled', { mandate: 'MD1' }, '2026-03-02T06:00:00.000Z');
const UNKNOWN = gcEvent('payments', 'created', { payment: 'PM1' }, '2026-03-03T06:00:00.000Z');
const CLAIM = streams.paymentClaim('con_1', 'PM1');

describe('deliveries', () => {
  let world: PlayedWorld;

  beforeEach(() => {
    world = new PlayedWorld();
  });

  const outcome = async () =>
    (await foldedRows(outcomes, world)).map(({ eventId, status, reason, firstDelivery, parkedStream }) => {
      return [eventId, status, reason, firstDelivery, parkedStream];
    });

  it('has a row for each event and webhook', async () => {
    await world.deliver('con_1', 'WB1', [EVENT, UNKNOWN]);
    await world.deliver('con_1', 'WB2', [EVENT]);
    expect((await foldedRows(deliveries, world)).map(({ id }) => id)).toEqual([
      `con_1.${EVENT.id}.WB1`,
      `con_1.${UNKNOWN.id}.WB1`,
      `con_1.${EVENT.id}.WB2`,
    ]);
  });

  it('is received, then applied by its fact; a repeat changes nothing', async () => {
    await world.deliver('con_1', 'WB1', [EVENT]);
    expect(await outcome()).toEqual([[EVENT.id, 'received', null, `con_1.${EVENT.id}.WB1`, null]]);
    await world.toldOfMandate('con_1', 'MD1', EVENT);
    await world.deliver('con_1', 'WB2', [EVENT]);
    expect(await outcome()).toEqual([[EVENT.id, 'applied', null, `con_1.${EVENT.id}.WB1`, null]]);
  });

  it('is parked, foreign, tried again, and applied at last', async () => {
    await world.deliver('con_1', 'WB1', [UNKNOWN]);
    const deliveryStream = streams.delivery('con_1', 'sha-WB1');
    const parked = {
      connectionId: 'con_1',
      webhookId: 'WB1',
      deliveryStream,
      event: UNKNOWN,
      reason: 'unknown_payment',
    } as const;
    await world.execute(paymentClaimDecider, CLAIM, { type: 'ParkEvents', parked: [parked] });
    const first = `con_1.${UNKNOWN.id}.WB1`;
    expect(await outcome()).toEqual([[UNKNOWN.id, 'parked', 'unknown_payment', first, CLAIM]]);

    const cause = { connectionId: 'con_1', at: world.now };
    const foreign = {
      type: 'MarkForeign',
      eventIds: [UNKNOWN.id],
      reason: 'not_found',
      causationId: 'look',
      ...cause,
    } as const;
    await world.execute(paymentClaimDecider, CLAIM, foreign);
    expect(await outcome()).toEqual([[UNKNOWN.id, 'foreign', 'not_found', first, CLAIM]]);

    const redrive = { type: 'RequestRedrive', eventId: UNKNOWN.id, causationId: 'again', ...cause } as const;
    await world.execute(paymentClaimDecider, CLAIM, redrive);
    expect(await outcome()).toEqual([[UNKNOWN.id, 'parked', 'redrive_requested', first, CLAIM]]);

    const reading = { gocardlessPaymentId: 'PM1', mandateId: 'MD1', creditorId: 'CR1', amount: 100, currency: 'GBP' };
    const read = { ...reading, createdAt: '2026-03-03T06:00:00.000Z', chargeDate: null, status: 'pending_submission' };
    const adopt = {
      paymentId: 'pay_1',
      connectionId: 'con_1',
      customerId: null,
      reading: read,
      suspicion: null,
    } as const;
    await world.payment('pay_1', { type: 'AdoptPayment', ...adopt, causationId: 'PM1', at: world.now });
    await world.told('con_1', 'pay_1', UNKNOWN);
    expect(await outcome()).toEqual([[UNKNOWN.id, 'applied', null, first, CLAIM]]);
  });
});
