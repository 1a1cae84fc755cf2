import { connectionDecider } from '../../domain/connections/connection-decider';
import { gocardlessPlanDecider } from '../../domain/gocardless-plans/gocardless-plan';
import { gocardlessResourceDecider } from '../../domain/gocardless-resources/gocardless-resource';
import { mandateDecider } from '../../domain/mandates/mandate';
import { deliveryDecider } from '../../domain/deliveries/delivery';
import { allIncidents } from '../../../test/support/folded-incidents';
import { refund } from '../../../test/support/payment-worlds';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { incidentDecider } from '../../domain/incidents/incident';
import { type AdoptionSuspicion, type PaymentOrigin } from '../../domain/payments/events';
import { type GoCardlessPaymentReading } from '../../domain/payments/payment';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { type PayoutItem } from '../../domain/payouts/events';
import { incidentId, type IncidentType, type VisibleIncident } from './incident';

let world: PlayedWorld;

beforeEach(async () => {
  world = new PlayedWorld();
  await world.openConnection('con_1');
  await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
  await world.linkMandate('con_1', 'MD1', 'cus_1');
});

/** What has given cause, also in the future, and what became of it. */
async function incidentsOf(type: IncidentType): Promise<readonly Partial<VisibleIncident>[]> {
  const rows = await allIncidents(world);
  return rows
    .filter((row) => row.type === type)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name, value]) => name !== 'type' && value !== null)));
}

function reading(given: Partial<GoCardlessPaymentReading> = {}): GoCardlessPaymentReading {
  return {
    gocardlessPaymentId: 'PM1',
    mandateId: 'MD1',
    creditorId: 'CRCON_1',
    obstacle: null,
    amount: 500,
    currency: 'GBP',
    createdAt: '2026-03-02T09:00:00.000Z',
    chargeDate: '2026-03-20',
    status: 'pending_submission',
    ...given,
  };
}

const caused = () => ({ causationId: world.command(), at: world.now });

function tell(paymentId: string, action: string, at: string, links = {}, pm = 'PM1') {
  world.at(at);
  return world.told('con_1', paymentId, gcEvent('payments', action, { payment: pm, ...links }, at));
}

function adopt(
  paymentId: string,
  suspicion: AdoptionSuspicion | null = null,
  given: Partial<GoCardlessPaymentReading> = {},
) {
  return world.payment(paymentId, {
    type: 'AdoptPayment',
    paymentId,
    connectionId: 'con_1',
    customerId: 'cus_1',
    reading: reading(given),
    suspicion,
    ...caused(),
  });
}

const OF_CUSTOMER = { connectionId: 'con_1', customerId: 'cus_1', mandateId: 'MD1' };
const ROW = { kind: 'balance_export', balanceExportId: 'bex_1', rowId: 'blr_1_1' } as const satisfies PaymentOrigin;

/** On Monday, 2 March 2026. */
function awaitRow(paymentId = 'pay_1') {
  world.at('2026-03-02T17:00:00.000Z');
  const awaited = { paymentId, connectionId: 'con_1', customerId: 'cus_1', origin: ROW, mandateId: 'MD1' };
  const data = { ...awaited, amount: 500, currency: 'GBP', chargeDate: null };
  return world.payment(paymentId, { type: 'AwaitPayment', awaited: data, ...caused() });
}

describe('parked', () => {
  const event = gcEvent('payments', 'confirmed', { payment: 'PM1' }, '2026-03-02T06:00:00.000Z');
  const claim = { connectionId: 'con_1', gocardlessPaymentId: 'PM1' };

  async function park(): Promise<string> {
    world.at('2026-03-02T07:00:00.000Z');
    await world.deliver('con_1', 'WB1', [event]);
    const parked = {
      connectionId: 'con_1',
      webhookId: 'WB1',
      deliveryStream: 'gocardlessWebhook-x',
      deliveryIndex: 0,
      event,
    };
    await world.execute(paymentClaimDecider, claim, {
      type: 'ParkEvents',
      parked: [{ ...parked, reason: 'unknown_payment' }],
    });
    return world.now;
  }

  const foreign = () =>
    world.execute(paymentClaimDecider, claim, {
      type: 'MarkForeign',
      connectionId: 'con_1',
      eventIds: [event.id],
      reason: 'not_found',
      ...caused(),
    });

  const plus10Minutes = (instant: string) => new Date(Date.parse(instant) + 600_000).toISOString();

  it('counts when it has waited for ten minutes', async () => {
    const parkedAt = await park();
    expect(await incidentsOf('parked')).toEqual([
      {
        id: incidentId('parked', `con_1.${event.id}`),
        connectionId: 'con_1',
        eventId: event.id,
        detail: 'unknown_payment',
        since: plus10Minutes(parkedAt),
      },
    ]);
  });

  it('never was one when the event was applied before', async () => {
    await park();
    await adopt('pay_1');
    await world.payment('pay_1', {
      type: 'ObserveGoCardlessEvents',
      events: [event],
      rules: { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] },
    });
    expect(await incidentsOf('parked')).toEqual([]);
  });

  it('is over when the event is foreign, and waits anew when it is taken up again', async () => {
    await park();
    world.at('2026-03-02T09:00:00.000Z');
    await foreign();
    expect(await incidentsOf('parked')).toMatchObject([{ resolvedAt: world.now, resolvedBy: 'facts' }]);
    const command = { type: 'RequestRedrive', connectionId: 'con_1', eventId: event.id, ...caused() } as const;
    await world.execute(paymentClaimDecider, claim, command);
    const [waiting] = await incidentsOf('parked');
    expect([waiting?.since, waiting?.resolvedAt]).toEqual([plus10Minutes(world.now), undefined]);
  });
});

describe('collected_twice', () => {
  async function twoAttempts() {
    const single = { instalments: [{ dueDate: '2026-03-20', amount: 500 }] };
    await world.placeOrder('con_1', 'so_1', 'cus_1', [{ item: 'Mug', quantity: 1, unitAmount: 500 }], single);
    const [instalment = ''] = await world.instalments('so_1');
    const first = await world.release('so_1', instalment, 'MD1', '2026-03-20');
    await world.bind('con_1', first, reading());
    await tell(first, 'failed', '2026-03-21T06:00:00.000Z');
    await world.payment(first, { type: 'SupersedePayment', byPaymentId: 'pay_2', ...caused() });
    const order = { scheduledPaymentId: instalment, mandateId: 'MD1', chargeDate: '2026-03-28' };
    await world.order('so_1', {
      type: 'ReleaseInstalment',
      ...order,
      attempts: { [first]: 'ended' },
      at: world.now,
      causationId: world.command(),
    });
    const origin = {
      kind: 'scheduled_payment',
      salesOrderId: 'so_1',
      scheduledPaymentId: instalment,
      attempt: 2,
    } as const;
    const asked = {
      paymentId: 'pay_2',
      connectionId: 'con_1',
      customerId: 'cus_1',
      origin,
      mandateId: 'MD1',
      amount: 500,
    };
    const request = { ...asked, currency: 'GBP', chargeDate: '2026-03-28', description: null, shares: [] };
    await world.payment('pay_2', {
      type: 'RequestPayment',
      request: { ...request, idempotencyKey: 'pay_2', retryIfPossible: false },
      ...caused(),
    });
    await world.bind('con_1', 'pay_2', reading({ gocardlessPaymentId: 'PM2', chargeDate: '2026-03-28' }));
    return { instalment, first };
  }

  it('while the receipts of two attempts stand', async () => {
    const { instalment, first } = await twoAttempts();
    await tell('pay_2', 'paid_out', '2026-04-02T06:00:00.000Z', {}, 'PM2');
    expect(await incidentsOf('collected_twice')).toEqual([]);
    await tell(first, 'paid_out', '2026-04-03T06:00:00.000Z');
    const twice = { id: incidentId('collected_twice', instalment), scheduledPaymentId: instalment, paymentId: first };
    expect(await incidentsOf('collected_twice')).toEqual([{ ...OF_CUSTOMER, ...twice, since: world.now }]);
    await tell('pay_2', 'charged_back', '2026-04-05T06:00:00.000Z', {}, 'PM2');
    expect(await incidentsOf('collected_twice')).toMatchObject([
      { ...twice, resolvedBy: 'facts', resolvedAt: world.now },
    ]);
    await tell('pay_2', 'chargeback_cancelled', '2026-04-09T06:00:00.000Z', {}, 'PM2');
    expect(await incidentsOf('collected_twice')).toEqual([
      { ...OF_CUSTOMER, ...twice, paymentId: 'pay_2', since: world.now },
    ]);
  });

  it('is over when a receipt is corrected because its loss came first', async () => {
    const { first } = await twoAttempts();
    await tell('pay_2', 'paid_out', '2026-04-02T06:00:00.000Z', {}, 'PM2');
    await tell(first, 'paid_out', '2026-03-20T06:00:00.000Z');
    // Paid out before it failed: the receipt is reversed at once.
    expect(await incidentsOf('collected_twice')).toMatchObject([{ resolvedBy: 'facts' }]);
  });
});

describe('refunded_and_charged_back', () => {
  const both = async (...steps: readonly ('refund' | 'returned' | 'charged_back' | 'chargeback_cancelled')[]) => {
    await adopt('pay_1');
    await tell('pay_1', 'paid_out', '2026-04-02T06:00:00.000Z');
    const open: boolean[] = [];
    for (const [index, step] of steps.entries()) {
      const at = `2026-04-0${index + 3}T06:00:00.000Z`;
      if (step === 'refund') await world.payment('pay_1', refund('RefundSettled', 'RF1', 200, at));
      else if (step === 'returned') await world.payment('pay_1', refund('RefundReturned', 'RF1', 200, at));
      else await tell('pay_1', step, at);
      const found = await incidentsOf('refunded_and_charged_back');
      open.push(found.some(({ since, resolvedAt }) => since !== undefined && resolvedAt === undefined));
    }
    return open;
  };

  it('is open while the payer has the money twice, whichever was first', async () => {
    expect(await both('refund', 'charged_back', 'chargeback_cancelled')).toEqual([false, true, false]);
    expect(await incidentsOf('refunded_and_charged_back')).toMatchObject([
      { paymentId: 'pay_1', detail: '2.00 GBP refunded, 5.00 GBP taken back' },
    ]);
  });

  it('is over when the refund comes back', async () => {
    expect(await both('charged_back', 'refund', 'returned')).toEqual([false, true, false]);
  });
});

describe('a suspicious payment', () => {
  it.each<[AdoptionSuspicion, object]>([
    [{ kind: 'duplicate_of_row', rowId: 'blr_1_1' }, { row: 'blr_1_1' }],
    [{ kind: 'duplicate_of_payment', paymentId: 'pay_1' }, { detail: 'pay_1' }],
    [{ kind: 'differs_from_request', paymentId: 'pay_1' }, { detail: 'pay_1' }],
  ])('%j', async (suspicion, named) => {
    await adopt('pay_9', suspicion);
    const id = incidentId(suspicion.kind, 'pay_9');
    expect(await incidentsOf(suspicion.kind)).toEqual([
      { id, ...OF_CUSTOMER, paymentId: 'pay_9', ...named, since: world.now },
    ]);
  });

  it('is none without a suspicion', async () => {
    await adopt('pay_9');
    expect(await allIncidents(world)).toMatchObject([{ type: 'status_overdue' }]);
  });
});

describe.each(['other_creditor', 'direct_settlement'] as const)('a payment of ours with %s', (obstacle) => {
  const incident = async () => ({
    id: incidentId(obstacle, 'pay_1'),
    ...OF_CUSTOMER,
    paymentId: 'pay_1',
    detail: 'PM1',
    since: (await world.log()).find(({ type }) => type === 'PaymentSubmitted')?.metadata.recordedAt,
  });

  it('is an incident once GoCardless has it, whoever made it', async () => {
    await adopt('pay_1', null, { obstacle });
    expect(await incidentsOf(obstacle)).toEqual([await incident()]);
  });

  it('is one when it is the row of a file, and a second payment under its tag changes nothing', async () => {
    await awaitRow();
    await world.bind('con_1', 'pay_1', reading({ obstacle }));
    const found = [await incident()];
    expect(await incidentsOf(obstacle)).toEqual(found);
    await adopt('pay_2', { kind: 'duplicate_of_row', rowId: ROW.rowId }, { gocardlessPaymentId: 'PM2' });
    expect(await incidentsOf(obstacle)).toEqual(found);
  });

  it('is none where nothing stands against it', async () => {
    await adopt('pay_1');
    expect(await incidentsOf(obstacle)).toEqual([]);
  });
});

describe('idempotency_conflict', () => {
  it('until GoCardless has the payment after all', async () => {
    await awaitRow();
    await world.payment('pay_1', { type: 'NoteConflict', gocardlessPaymentId: 'PM7', ...caused() });
    const conflict = { id: incidentId('idempotency_conflict', 'pay_1'), ...OF_CUSTOMER, paymentId: 'pay_1' };
    const open = { ...conflict, detail: 'GoCardless has PM7 under the key of this payment.', since: world.now };
    expect(await incidentsOf('idempotency_conflict')).toEqual([open]);
    await world.bind('con_1', 'pay_1', reading());
    expect(await incidentsOf('idempotency_conflict')).toMatchObject([{ ...open, resolvedBy: 'facts' }]);
  });

  it('is none by a refusal', async () => {
    await awaitRow();
    const rejection = { errorType: 'validation_failed', reason: 'validation_failed', errors: [], requestId: null };
    await world.payment('pay_1', { type: 'RejectSubmission', rejection, ...caused() });
    expect(await incidentsOf('idempotency_conflict')).toEqual([]);
  });
});

describe('a row of a file', () => {
  it('is missed when a working day has passed', async () => {
    await awaitRow();
    expect(await incidentsOf('row_not_seen')).toEqual([
      {
        id: incidentId('row_not_seen', 'pay_1'),
        ...OF_CUSTOMER,
        paymentId: 'pay_1',
        row: 'blr_1_1',
        since: '2026-03-04T00:00:00.000Z',
      },
    ]);
  });

  it('that is seen in time never was missed, and one that is seen late was', async () => {
    await awaitRow('pay_1');
    await world.bind('con_1', 'pay_1', reading());
    expect(await incidentsOf('row_not_seen')).toEqual([]);
    await awaitRow('pay_2');
    world.at('2026-03-04T00:00:01.000Z');
    await world.bind('con_1', 'pay_2', reading({ gocardlessPaymentId: 'PM2' }));
    expect(await incidentsOf('row_not_seen')).toMatchObject([{ paymentId: 'pay_2', resolvedBy: 'facts' }]);
  });

  it('that is given up or matched is not waited for', async () => {
    await awaitRow('pay_1');
    await world.payment('pay_1', { type: 'ReleaseAwaited', ...caused() });
    await awaitRow('pay_2');
    await world.payment('pay_2', { type: 'MatchAwaited', matchedTo: 'pay_9', ...caused() });
    expect(await incidentsOf('row_not_seen')).toEqual([]);
  });

  it('has another amount at GoCardless', async () => {
    await awaitRow();
    await world.bind('con_1', 'pay_1', reading({ amount: 700 }));
    expect(await incidentsOf('amount_differs')).toMatchObject([
      { paymentId: 'pay_1', row: 'blr_1_1', detail: '500 in the file, 700 at GoCardless' },
    ]);
  });

  it('has the amount that was asked for', async () => {
    await awaitRow();
    await world.bind('con_1', 'pay_1', reading());
    expect(await incidentsOf('amount_differs')).toEqual([]);
  });

  it('appears after it was given up', async () => {
    await awaitRow();
    await world.payment('pay_1', { type: 'ReleaseAwaited', ...caused() });
    expect(await incidentsOf('after_cancellation')).toEqual([]);
    await world.bind('con_1', 'pay_1', reading());
    expect(await incidentsOf('after_cancellation')).toMatchObject([{ paymentId: 'pay_1', ...OF_CUSTOMER }]);
  });
});

describe('status_overdue', () => {
  // Friday, 20 March: the fourth working day after it is Thursday, 26 March.
  const SINCE = '2026-03-27T00:00:00.000Z';

  it('counts after four working days', async () => {
    await adopt('pay_1');
    const overdue = { id: incidentId('status_overdue', 'pay_1'), ...OF_CUSTOMER, paymentId: 'pay_1', since: SINCE };
    expect(await incidentsOf('status_overdue')).toEqual([overdue]);
    await tell('pay_1', 'submitted', '2026-03-18T06:00:00.000Z');
    expect(await incidentsOf('status_overdue')).toEqual([overdue]);
  });

  it.each(['confirmed', 'paid_out', 'failed', 'cancelled', 'charged_back', 'customer_approval_denied'])(
    'never was when it was %s in time',
    async (action) => {
      await adopt('pay_1');
      await tell('pay_1', action, '2026-03-23T06:00:00.000Z');
      expect(await incidentsOf('status_overdue')).toEqual([]);
    },
  );

  it('is over when GoCardless says more at last', async () => {
    await adopt('pay_1');
    world.at('2026-03-30T09:00:00.000Z');
    await tell('pay_1', 'confirmed', '2026-03-24T06:00:00.000Z');
    expect(await incidentsOf('status_overdue')).toMatchObject([
      { since: SINCE, resolvedBy: 'facts', resolvedAt: world.now },
    ]);
  });

  it.each([
    ['in order', ['failed', 'resubmission_requested']],
    ['out of order', ['resubmission_requested', 'failed']],
  ])('waits anew from a resubmission, told %s', async (_, actions) => {
    await adopt('pay_1');
    const times = { failed: '2026-03-23T06:00:00.000Z', resubmission_requested: '2026-03-25T06:00:00.000Z' };
    for (const action of actions) await tell('pay_1', action, times[action as keyof typeof times]);
    // Wednesday, 25 March: the fourth working day after it is Tuesday, 31 March.
    expect(await incidentsOf('status_overdue')).toMatchObject([{ since: '2026-04-01T00:00:00.000Z' }]);
    await world.payment('pay_1', { type: 'ReadChargeDate', chargeDate: '2026-03-30', ...caused() });
    expect(await incidentsOf('status_overdue')).toMatchObject([{ since: '2026-04-04T00:00:00.000Z' }]);
    await tell('pay_1', 'confirmed', '2026-04-02T06:00:00.000Z');
    expect(await incidentsOf('status_overdue')).toEqual([]);
  });

  it('ends the same in whatever order its facts come', async () => {
    const told = [
      ['submitted', '2026-03-18T06:00:00.000Z'],
      ['failed', '2026-03-23T06:00:00.000Z'],
      ['resubmission_requested', '2026-03-25T06:00:00.000Z'],
    ] as const;
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const [index, order] of orders.entries()) {
      const paymentId = `pay_${index}`;
      await adopt(paymentId, null, { gocardlessPaymentId: `PM${index}` });
      for (const place of order) {
        const [action, at] = told[place] ?? told[0];
        await tell(paymentId, action, at, {}, `PM${index}`);
      }
    }
    const ends = (await incidentsOf('status_overdue')).map(({ since, resolvedAt }) => [since, resolvedAt]);
    expect(ends).toEqual(orders.map(() => ['2026-04-01T00:00:00.000Z', undefined]));
  });

  it('does not wait for an old resubmission that comes late', async () => {
    await adopt('pay_1');
    await tell('pay_1', 'confirmed', '2026-03-26T06:00:00.000Z');
    await tell('pay_1', 'resubmission_requested', '2026-03-24T06:00:00.000Z');
    expect(await incidentsOf('status_overdue')).toEqual([]);
  });
});

describe('unexplained_payout', () => {
  const item = (gocardlessPaymentId: string, amount = '500.0'): PayoutItem => {
    return { type: 'payment_paid_out', amount, gocardlessPaymentId, refundId: null, taxes: [], priorPeriod: false };
  };

  async function payOut(items: readonly PayoutItem[], amount: number) {
    const at = '2026-03-24T06:00:00.000Z';
    world.at(at);
    const details = { amount, deductedFees: 0, currency: 'GBP', reference: null, arrivalDate: null, fx: null };
    await world.payOut('con_1', 'PO1', details, items, gcEvent('payouts', 'paid', { payout: 'PO1' }, at));
  }

  const paid = (paymentId: string, pm: string) =>
    tell(paymentId, 'paid_out', '2026-03-24T06:00:00.000Z', { payout: 'PO1' }, pm);

  it('counts an hour after its items were listed, until every payment has said that it was paid out with it', async () => {
    await adopt('pay_1');
    await paid('pay_1', 'PM1');
    await payOut([item('PM1'), item('PM2')], 1000);
    const [unexplained, ...more] = await incidentsOf('unexplained_payout');
    expect(more).toEqual([]);
    expect(unexplained).toEqual({
      id: incidentId('unexplained_payout', 'con_1.PO1'),
      connectionId: 'con_1',
      payoutId: 'PO1',
      detail: 'unknown_payments',
      since: expect.stringMatching(/^2026-03-24T07:00:0\d\.000Z$/) as string,
    });
    world.at('2026-03-24T12:00:00.000Z');
    await adopt('pay_2', null, { gocardlessPaymentId: 'PM2' });
    await paid('pay_2', 'PM2');
    expect(await incidentsOf('unexplained_payout')).toMatchObject([{ resolvedBy: 'facts', resolvedAt: world.now }]);
  });

  it('never was when all of them say so, before or soon after', async () => {
    await adopt('pay_1');
    await paid('pay_1', 'PM1');
    await payOut([item('PM1'), item('PM2')], 1000);
    await adopt('pay_2', null, { gocardlessPaymentId: 'PM2' });
    await paid('pay_2', 'PM2');
    expect(await incidentsOf('unexplained_payout')).toEqual([]);
  });

  it.each([
    ['and does not add up', 'revenue_share', 998, [{ detail: 'does_not_add_up' }]],
    ['and adds up but for a rounding', 'revenue_share', 999, []],
    ['with an item of a type that nobody has heard of', 'space_levy', 1000, [{ detail: 'unknown_item space_levy' }]],
  ])('is known %s', async (_, type, amount, expected) => {
    await adopt('pay_1');
    await paid('pay_1', 'PM1');
    await payOut([item('PM1'), { ...item('PM1', '500.0'), type }], amount);
    expect(await incidentsOf('unexplained_payout')).toMatchObject(expected);
  });

  const RULES = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
  const other = (
    type: string,
    refundId: string | null,
    amount: string,
    given: Partial<PayoutItem> = {},
  ): PayoutItem => {
    return { type, amount, gocardlessPaymentId: 'PM1', refundId, taxes: [], priorPeriod: false, ...given };
  };
  const refunded = (action: string, refundId: string, at: string) =>
    world.toldOfRefund('con_1', refundId, gcEvent('refunds', action, { refund: refundId }, at));

  it.each([
    ['payment_failed', null, '-500.0', 'PM1', () => tell('pay_1', 'failed', '2026-03-24T07:30:00.000Z')],
    ['payment_charged_back', null, '-500.0', 'PM1', () => tell('pay_1', 'charged_back', '2026-03-24T07:30:00.000Z')],
    [
      'payment_refunded',
      'RF1',
      '-100.0',
      'RF1',
      () => world.payment('pay_1', refund('RefundSettled', 'RF1', 100, '2026-03-24T07:30:00.000Z', RULES)),
    ],
    ['refund', 'RF2', '-1000.0', 'RF2', () => refunded('refund_settled', 'RF2', '2026-03-24T07:30:00.000Z')],
  ] as const)('is known of a %s until a document explains it', async (type, refundId, amount, thing, explain) => {
    await adopt('pay_1');
    await tell('pay_1', 'paid_out', '2026-03-10T06:00:00.000Z', { payout: 'PO0' });
    await world.readRefund('con_1', 'RF2', null);
    await payOut([other(type, refundId, amount)], Number(amount));
    const [open, ...more] = await incidentsOf('unexplained_payout');
    expect(more).toEqual([]);
    expect(open).toEqual({
      id: incidentId('unexplained_payout', `con_1.${thing}`),
      connectionId: 'con_1',
      payoutId: 'PO1',
      detail: `${type} ${thing}`,
      since: expect.stringMatching(/^2026-03-24T07:00:0\d\.000Z$/) as string,
    });
    world.at('2026-03-24T08:00:00.000Z');
    await explain();
    expect(await incidentsOf('unexplained_payout')).toMatchObject([{ resolvedBy: 'facts', resolvedAt: world.now }]);
  });

  it('never was of a loss, a refund and its return that were told before', async () => {
    await adopt('pay_1');
    await tell('pay_1', 'paid_out', '2026-03-10T06:00:00.000Z', { payout: 'PO0' });
    await world.readRefund('con_1', 'RF2', null);
    await refunded('refund_settled', 'RF2', '2026-03-20T06:00:00.000Z');
    await refunded('funds_returned', 'RF2', '2026-03-22T06:00:00.000Z');
    await tell('pay_1', 'charged_back', '2026-03-22T06:00:00.000Z');
    const items = [
      other('payment_charged_back', null, '-500.0'),
      other('refund', 'RF2', '-1000.0', { gocardlessPaymentId: null }),
      other('refund_funds_returned', 'RF2', '1000.0', { gocardlessPaymentId: null }),
    ];
    await payOut(items, -500);
    expect(await incidentsOf('unexplained_payout')).toEqual([]);
  });

  it('is known again when the document that explained it is corrected', async () => {
    await adopt('pay_1');
    await tell('pay_1', 'paid_out', '2026-03-10T06:00:00.000Z', { payout: 'PO0' });
    await tell('pay_1', 'failed', '2026-03-22T06:00:00.000Z');
    await payOut([other('payment_failed', null, '-500.0')], -500);
    expect(await incidentsOf('unexplained_payout')).toEqual([]);
    // An earlier loss explains the same money: the later one is corrected and the earlier one posted, which changes nothing.
    await tell('pay_1', 'charged_back', '2026-03-21T06:00:00.000Z');
    expect(await incidentsOf('unexplained_payout')).toEqual([]);
  });

  it('is no question of what lies before the books, which its payout books', async () => {
    await payOut([other('payment_failed', null, '-500.0', { priorPeriod: true })], -500);
    expect(await incidentsOf('unexplained_payout')).toEqual([]);
  });
});

describe('compare_failed', () => {
  const differ = (gocardlessStatus: string) =>
    world.payment('pay_1', { type: 'NoteDifference', gocardlessStatus, ...caused() });

  beforeEach(async () => {
    await adopt('pay_1');
    world.at('2026-03-24T02:00:00.000Z');
    await differ('failed');
  });

  it('counts from the comparison', async () => {
    expect(await incidentsOf('compare_failed')).toEqual([
      {
        id: incidentId('compare_failed', 'pay_1'),
        ...OF_CUSTOMER,
        paymentId: 'pay_1',
        detail: 'failed at GoCardless, pending_submission here',
        since: world.now,
      },
    ]);
  });

  it.each([
    ['the missing fact comes', 'failed', '2026-03-23T06:00:00.000Z'],
    ['something newer happens', 'paid_out', '2026-03-25T06:00:00.000Z'],
  ])('is over when %s', async (_, action, at) => {
    await tell('pay_1', action, at);
    expect(await incidentsOf('compare_failed')).toMatchObject([{ resolvedBy: 'facts', resolvedAt: world.now }]);
  });

  it('stays while another old fact comes, and comes again when it differs again', async () => {
    const [first] = await incidentsOf('compare_failed');
    await tell('pay_1', 'submitted', '2026-03-18T06:00:00.000Z');
    expect(await incidentsOf('compare_failed')).toEqual([first]);
    await tell('pay_1', 'failed', '2026-03-23T06:00:00.000Z');
    await differ('cancelled');
    const [again] = await incidentsOf('compare_failed');
    expect([again?.since, again?.resolvedAt, again?.detail]).toEqual([
      world.now,
      undefined,
      'cancelled at GoCardless, failed here',
    ]);
  });
});

describe('what staff resolved', () => {
  const resolve = (id: string) =>
    world.execute(incidentDecider, id, {
      type: 'ResolveIncident',
      resolution: {
        incidentId: id,
        connectionId: 'con_1',
        paymentId: 'pay_1',
        note: 'Called them.',
        notedFor: 'cus_1',
      },
      ...caused(),
    });

  it('stays resolved, whatever the facts do', async () => {
    await adopt('pay_1');
    world.at('2026-03-30T09:00:00.000Z');
    await resolve(incidentId('status_overdue', 'pay_1'));
    const resolved = { resolvedBy: 'staff', resolvedAt: world.now, notedFor: 'cus_1' };
    expect(await incidentsOf('status_overdue')).toMatchObject([resolved]);
    await tell('pay_1', 'confirmed', '2026-04-01T06:00:00.000Z');
    await tell('pay_1', 'resubmission_requested', '2026-04-02T06:00:00.000Z');
    expect(await incidentsOf('status_overdue')).toMatchObject([resolved]);
  });
});

describe('whose it is', () => {
  it('becomes known with the payment', async () => {
    const suspicion = { kind: 'duplicate_of_payment', paymentId: 'pay_1' } as const;
    await world.payment('pay_9', {
      type: 'AdoptPayment',
      paymentId: 'pay_9',
      connectionId: 'con_1',
      customerId: null,
      reading: reading(),
      suspicion,
      ...caused(),
    });
    const rules = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
    await world.payment('pay_9', { type: 'IdentifyPayment', customerId: 'cus_1', rules, ...caused() });
    expect(await incidentsOf('duplicate_of_payment')).toMatchObject([{ customerId: 'cus_1' }]);
  });
});

describe('delivery_refused', () => {
  it('opens for a webhook of too many events, once, and stays until somebody says what was done', async () => {
    const delivery = {
      connectionId: 'con_1',
      bodySha256: 'sha-1',
      webhookId: 'WB1',
      reason: 'too_many_events',
      count: 1_001,
    } as const;
    const at = world.now;
    const command = { type: 'RefuseDelivery', delivery, at } as const;
    await world.execute(deliveryDecider, { connectionId: 'con_1', bodySha256: 'sha-1' }, command);
    const since = world.now;
    await world.execute(deliveryDecider, { connectionId: 'con_1', bodySha256: 'sha-1' }, command);
    expect(await incidentsOf('delivery_refused')).toMatchObject([
      { connectionId: 'con_1', detail: 'WB1: too_many_events, 1001', since },
    ]);
  });
});

describe('also_collected_elsewhere', () => {
  const plan = { connectionId: 'con_1', planId: 'SB1' };
  const read = (status: string, mandateId = 'MD1') =>
    world.execute(gocardlessPlanDecider, plan, {
      type: 'ReadPlan',
      plan: { ...plan, mandateId, kind: 'subscription', status },
    });
  const told = (action: string, at: string, mandateId = 'MD1') => {
    world.at(at);
    const key = { connectionId: 'con_1', mandateId };
    return world.execute(mandateDecider, key, {
      type: 'ObservePlanEvents',
      ...key,
      plan: { kind: 'subscription', planId: 'SB1' },
      events: [gcEvent('subscriptions', action, { subscription: 'SB1' }, at)],
    });
  };

  it('is open while a subscription of a linked mandate lives, and its end closes it', async () => {
    await read('active');
    const incident = {
      id: incidentId('also_collected_elsewhere', 'con_1.MD1'),
      ...OF_CUSTOMER,
      detail: 'SB1',
      since: world.now,
    };
    expect(await incidentsOf('also_collected_elsewhere')).toEqual([incident]);
    await told('payment_created', '2026-03-03T09:00:00.000Z');
    expect(await incidentsOf('also_collected_elsewhere')).toEqual([incident]);
    await told('cancelled', '2026-03-04T09:00:00.000Z');
    expect(await incidentsOf('also_collected_elsewhere')).toMatchObject([
      { resolvedBy: 'facts', resolvedAt: world.now },
    ]);
  });

  it('is open for one that is made after the link, and closed when the mandate is taken off the customer', async () => {
    await told('created', '2026-03-03T09:00:00.000Z');
    expect(await incidentsOf('also_collected_elsewhere')).toMatchObject([{ detail: 'SB1', customerId: 'cus_1' }]);
    await world.unlinkMandate('con_1', 'MD1', 'cus_1');
    expect(await incidentsOf('also_collected_elsewhere')).toMatchObject([{ resolvedBy: 'facts' }]);
  });

  it('is none of a mandate that nobody has linked, until somebody does', async () => {
    await told('created', '2026-03-03T09:00:00.000Z', 'MD2');
    expect(await incidentsOf('also_collected_elsewhere')).toEqual([]);
    await world.linkMandate('con_1', 'MD2', 'cus_1');
    expect(await incidentsOf('also_collected_elsewhere')).toMatchObject([
      { mandateId: 'MD2', customerId: 'cus_1', detail: 'SB1', since: world.now },
    ]);
  });

  it('is none of what has ended', async () => {
    await read('finished');
    expect(await incidentsOf('also_collected_elsewhere')).toEqual([]);
  });
});

describe('what GoCardless says of the account and beside its payments', () => {
  const told = (resourceType: string, action: string, at: string) => {
    world.at(at);
    const links = { creditor: 'CR1', organisation: 'OR1', customer: 'CU1', outbound_payment: 'OUT1' };
    const events = [gcEvent(resourceType, action, links, at)];
    const command = { type: 'ObserveResourceEvents', connectionId: 'con_1', events } as const;
    return resourceType === 'outbound_payments'
      ? world.execute(gocardlessResourceDecider, { connectionId: 'con_1', resourceId: 'OUT1' }, command)
      : world.execute(connectionDecider, 'con_1', command);
  };

  it.each([
    ['account_frozen', 'creditors', 'account_auto_frozen', 'account_auto_frozen_reverted', 'CR1'],
    ['account_disconnected', 'organisations', 'disconnected', null, 'OR1'],
    ['information_required', 'customers', 'request_for_information_required', 'approved', 'CU1'],
    ['outbound_payment', 'outbound_payments', 'executed', 'failed', 'OUT1'],
  ] as const)('opens %s', async (type, resourceType, opens, clears, detail) => {
    await told(resourceType, opens, '2026-03-03T09:00:00.000Z');
    expect(await incidentsOf(type)).toEqual([
      { id: incidentId(type, `con_1.${detail}`), connectionId: 'con_1', detail, since: world.now },
    ]);
    if (clears === null) return;
    await told(resourceType, clears, '2026-03-04T09:00:00.000Z');
    expect(await incidentsOf(type)).toMatchObject([{ resolvedBy: 'facts', resolvedAt: world.now }]);
    // What was true earlier and comes later says nothing of how it is now.
    await told(resourceType, opens, '2026-03-03T10:00:00.000Z');
    expect(await incidentsOf(type)).toMatchObject([{ resolvedBy: 'facts' }]);
  });

  it('opens nothing for what is only recorded', async () => {
    await told('creditors', 'updated', '2026-03-03T09:00:00.000Z');
    await told('outbound_payments', 'created', '2026-03-03T09:00:00.000Z');
    expect(await allIncidents(world)).toEqual([]);
    const recorded = (await world.log()).filter(({ type }) => type === 'GoCardlessResourceChanged');
    expect(recorded.map(({ stream }) => stream)).toEqual(['connection-con_1', 'gocardlessResource-con_1.OUT1']);
  });
});
