import { paymentClaimDecider } from '../../src/domain/payment-claims/payment-claim';
import { type GoCardlessPaymentReading } from '../../src/domain/payments/payment';
import { derivedId } from '../../src/domain/shared/identity';
import { streams } from '../../src/domain/shared/streams';
import { deliveryDecider } from '../../src/domain/deliveries/delivery';
import { gcEvent, PlayedWorld } from './played-world';

export interface PlayedStory {
  readonly world: PlayedWorld;
  /** Ids of what was made on the way. */
  readonly ids: {
    readonly instalments: readonly string[];
    readonly waiting: string;
    readonly first: string;
    readonly second: string;
    readonly adopted: string;
  };
  /** Ordinals after a step of the story. */
  readonly marks: Readonly<Record<Step, bigint>>;
}

export type Step =
  | 'ordered'
  | 'released'
  | 'submitted'
  | 'firstPaidOut'
  | 'mandateDead'
  | 'secondPaidOut'
  | 'closed'
  | 'lateFailure'
  | 'chargedBack'
  | 'wonBack'
  | 'adopted'
  | 'identified';

const RULES = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };

function reading(
  gocardlessPaymentId: string,
  mandateId: string,
  amount: number,
  chargeDate: string,
): GoCardlessPaymentReading {
  const createdAt = `${chargeDate.slice(0, 8)}02T09:00:00.000Z`;
  const of = { gocardlessPaymentId, mandateId, creditorId: 'CRCON_1', obstacle: null, amount, currency: 'GBP' };
  return { ...of, createdAt, chargeDate, status: 'pending_submission' };
}

/**
 * An order of 360.00 in three instalments. The first is paid out, charged back and won back; the second is paid out and fails late,
 * after its month was closed; the third waits when the mandate dies. A payment that nobody knows is adopted, paid out and identified.
 */
export async function playStory(): Promise<PlayedStory> {
  const world = new PlayedWorld();
  const marks: Partial<Record<Step, bigint>> = {};
  const mark = async (step: Step) => {
    marks[step] = await world.ordinal();
  };

  await world.openConnection('con_1');
  await world.openConnection('con_2', 'S-');
  await world.registerCustomer('con_1', 'cus_1', 'Ann Archer', 'north');
  await world.registerCustomer('con_1', 'cus_2', 'Bob Baker');
  await world.linkMandate('con_1', 'MD1', 'cus_1');
  const lines = [
    { item: 'Membership', quantity: 1, unitAmount: 30_000, taxRate: '20' },
    { item: 'Badge', quantity: 2, unitAmount: 3_000 },
  ];
  const plan = { count: 3, firstDueDate: '2026-03-20', interval: 'month' } as const;
  await world.placeOrder('con_1', 'so_1', 'cus_1', lines, plan);
  const single = { instalments: [{ dueDate: '2026-04-01', amount: 500 }] };
  await world.placeOrder('con_1', 'so_2', 'cus_2', [{ item: 'Mug', quantity: 1, unitAmount: 500 }], single);
  const instalments = await world.instalments('so_1');
  const [one = '', two = ''] = instalments;
  const [waiting = ''] = await world.instalments('so_2');
  await mark('ordered');

  world.at('2026-03-10T09:00:00.000Z');
  const first = await world.release('so_1', one, 'MD1', '2026-03-20');
  await mark('released');
  await world.bind('con_1', first, reading('PM1', 'MD1', 12_000, '2026-03-20'));
  await mark('submitted');
  const tell = (paymentId: string, pm: string, action: string, at: string, details = {}, links = {}) => {
    world.at(at);
    return world.told('con_1', paymentId, gcEvent('payments', action, { payment: pm, ...links }, at, details));
  };
  await tell(first, 'PM1', 'submitted', '2026-03-17T06:00:00.000Z');
  await tell(first, 'PM1', 'confirmed', '2026-03-21T06:00:00.000Z');
  await tell(first, 'PM1', 'paid_out', '2026-03-23T23:30:00.000Z', {}, { payout: 'PO1' });
  await world.numberDocuments('con_1');
  await mark('firstPaidOut');
  const details = {
    amount: 11_860,
    deductedFees: 140,
    currency: 'GBP',
    reference: 'ACME-1',
    arrivalDate: '2026-03-25',
    fx: null,
  };
  const item = { refundId: null, taxes: [], priorPeriod: false };
  await world.payOut(
    'con_1',
    'PO1',
    details,
    [
      { type: 'payment_paid_out', amount: '12000.0', gocardlessPaymentId: 'PM1', ...item },
      { type: 'gocardless_fee', amount: '-140.0', gocardlessPaymentId: 'PM1', ...item },
      { type: 'payment_paid_out', amount: '1.0', gocardlessPaymentId: 'PM404', ...item },
      { type: 'gocardless_fee', amount: '-1.0', gocardlessPaymentId: null, ...item },
    ],
    gcEvent('payouts', 'paid', { payout: 'PO1' }, '2026-03-24T06:00:00.000Z'),
  );

  world.at('2026-04-10T09:00:00.000Z');
  const second = await world.release('so_1', two, 'MD1', '2026-04-20');
  await world.bind('con_1', second, reading('PM2', 'MD1', 12_000, '2026-04-20'));
  await tell(second, 'PM2', 'submitted', '2026-04-16T06:00:00.000Z');
  // Half an hour after midnight in London.
  await tell(second, 'PM2', 'paid_out', '2026-04-23T23:30:00.000Z', {}, { payout: 'PO2' });
  await mark('secondPaidOut');
  await world.numberDocuments('con_1');
  const dead = gcEvent('mandates', 'cancelled', { mandate: 'MD1' }, '2026-04-25T06:00:00.000Z');
  await world.toldOfMandate('con_1', 'MD1', dead);
  await mark('mandateDead');

  world.at('2026-05-01T09:00:00.000Z');
  await world.closePeriod('con_1', '2026-04-30');
  await mark('closed');
  const late = { cause: 'refer_to_payer', description: 'No money.', willAttemptRetry: false };
  await tell(second, 'PM2', 'failed', '2026-04-27T06:00:00.000Z', late);
  await mark('lateFailure');
  await world.numberDocuments('con_1');
  await tell(first, 'PM1', 'charged_back', '2026-05-02T06:00:00.000Z', {
    cause: 'refund_requested',
    description: 'Disputed.',
  });
  await mark('chargedBack');
  await tell(first, 'PM1', 'chargeback_cancelled', '2026-05-08T06:00:00.000Z');
  await world.numberDocuments('con_1');
  await mark('wonBack');
  await world.linkMandate('con_1', 'MD2', 'cus_1');

  await beyondTheOrder(world);
  const adopted = derivedId('pay', 'con_1', 'PM9');
  await world.payment(adopted, {
    type: 'AdoptPayment',
    paymentId: adopted,
    connectionId: 'con_1',
    customerId: null,
    reading: reading('PM9', 'MD9', 700, '2026-05-12'),
    suspicion: null,
    causationId: 'PM9',
    at: world.now,
  });
  await tell(adopted, 'PM9', 'paid_out', '2026-05-14T06:00:00.000Z');
  await world.numberDocuments('con_1');
  await mark('adopted');
  const identify = {
    type: 'IdentifyPayment',
    customerId: 'cus_2',
    rules: RULES,
    causationId: 'identify',
    at: world.now,
  } as const;
  await world.payment(adopted, identify);
  await mark('identified');
  await world.payment(first, { type: 'AcceptPayment', by: 'collector', causationId: 'accept', at: world.now });
  // Every step above has been marked.
  return { world, ids: { instalments, waiting, first, second, adopted }, marks: marks as Record<Step, bigint> };
}

/** A repeated, an ignored and a parked event. */
async function beyondTheOrder(world: PlayedWorld): Promise<void> {
  const again = gcEvent('payments', 'submitted', { payment: 'PM1' }, '2026-03-17T06:00:00.000Z');
  await world.deliver('con_1', 'WB-again', [again]);
  const odd = gcEvent('payments', 'levitated', { payment: 'PM1' }, '2026-05-09T06:00:00.000Z');
  await world.deliver('con_1', 'WB-odd', [odd]);
  const ignored = [{ event: odd, reason: 'unknown_action' as const }];
  const odds = { connectionId: 'con_1', bodySha256: 'sha-WB-odd' };
  await world.execute(deliveryDecider, odds, { type: 'IgnoreEvents', connectionId: 'con_1', ignored });
  const unknown = gcEvent('payments', 'created', { payment: 'PM7' }, '2026-05-10T06:00:00.000Z');
  await world.deliver('con_1', 'WB-unknown', [unknown]);
  const parked = {
    connectionId: 'con_1',
    webhookId: 'WB-unknown',
    deliveryStream: streams.delivery('con_1', 'sha-WB-unknown'),
    deliveryIndex: 0,
    event: unknown,
    reason: 'unknown_payment' as const,
  };
  await world.execute(
    paymentClaimDecider,
    { connectionId: 'con_1', gocardlessPaymentId: 'PM7' },
    {
      type: 'ParkEvents',
      parked: [parked],
    },
  );
}
