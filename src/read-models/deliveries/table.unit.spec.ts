import { foldedRows } from '../../../test/support/folded';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { streams } from '../../domain/shared/streams';
import { applied, deliveries, outcomes } from './table';

const EVENT = gcEvent('mandates', 'cancelled', { mandate: 'MD1' }, '2026-03-02T06:00:00.000Z');
const UNKNOWN = gcEvent('payments', 'created', { payment: 'PM1' }, '2026-03-03T06:00:00.000Z');
const CLAIM_ID = { connectionId: 'con_1', gocardlessPaymentId: 'PM1' };
const CLAIM = paymentClaimDecider.streamOf(CLAIM_ID);

describe('deliveries', () => {
  let world: PlayedWorld;

  beforeEach(() => {
    world = new PlayedWorld();
  });

  const outcome = async () =>
    (await foldedRows(outcomes, world)).map(({ eventId, status, reason, parkedStream }) => {
      return [eventId, status, reason, parkedStream];
    });
  const facts = async () => (await foldedRows(applied, world)).map(({ id }) => id);

  it('has a row for each event and webhook', async () => {
    await world.deliver('con_1', 'WB1', [EVENT, UNKNOWN]);
    await world.deliver('con_1', 'WB2', [EVENT]);
    expect((await foldedRows(deliveries, world)).map(({ id, eventId, webhookId }) => [id, eventId, webhookId])).toEqual(
      [
        ['con_1.sha-WB1/0000', EVENT.id, 'WB1'],
        ['con_1.sha-WB1/0001', UNKNOWN.id, 'WB1'],
        ['con_1.sha-WB2/0000', EVENT.id, 'WB2'],
      ],
    );
  });

  it('is applied by its fact alone; a repeat changes nothing', async () => {
    await world.deliver('con_1', 'WB1', [EVENT]);
    expect([await outcome(), await facts()]).toEqual([[], []]);
    await world.toldOfMandate('con_1', 'MD1', EVENT);
    await world.deliver('con_1', 'WB2', [EVENT]);
    expect([await outcome(), await facts()]).toEqual([[], [`con_1.${EVENT.id}`]]);
  });

  it('is parked, foreign, tried again, and applied at last', async () => {
    await world.deliver('con_1', 'WB1', [UNKNOWN]);
    const deliveryStream = streams.delivery('con_1', 'sha-WB1');
    const parked = {
      connectionId: 'con_1',
      webhookId: 'WB1',
      deliveryStream,
      deliveryIndex: 0,
      event: UNKNOWN,
      reason: 'unknown_payment',
    } as const;
    await world.execute(paymentClaimDecider, CLAIM_ID, { type: 'ParkEvents', parked: [parked] });
    expect(await outcome()).toEqual([[UNKNOWN.id, 'parked', 'unknown_payment', CLAIM]]);

    const cause = { connectionId: 'con_1', at: world.now };
    const foreign = {
      type: 'MarkForeign',
      eventIds: [UNKNOWN.id],
      reason: 'not_found',
      causationId: 'look',
      ...cause,
    } as const;
    await world.execute(paymentClaimDecider, CLAIM_ID, foreign);
    expect(await outcome()).toEqual([[UNKNOWN.id, 'foreign', 'not_found', CLAIM]]);

    const redrive = { type: 'RequestRedrive', eventId: UNKNOWN.id, causationId: 'again', ...cause } as const;
    await world.execute(paymentClaimDecider, CLAIM_ID, redrive);
    expect(await outcome()).toEqual([[UNKNOWN.id, 'parked', 'redrive_requested', CLAIM]]);

    const money = { creditorId: 'CR1', obstacle: null, amount: 100, currency: 'GBP' };
    const reading = { gocardlessPaymentId: 'PM1', mandateId: 'MD1', ...money };
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
    expect(await facts()).toEqual([`con_1.${UNKNOWN.id}`]);
  });
});
