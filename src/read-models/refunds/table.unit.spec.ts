import { foldedRows } from '../../../test/support/folded';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { refunds } from './table';

describe('refunds', () => {
  let world: PlayedWorld;
  let asked: string;

  const reading = {
    gocardlessPaymentId: 'PM1',
    mandateId: 'MD1',
    creditorId: 'CRCON_1',
    obstacle: null,
    amount: 500,
    currency: 'GBP',
    createdAt: '2026-03-02T09:00:00.000Z',
    chargeDate: '2026-03-10',
    status: 'pending_submission',
  };
  const caused = () => ({ causationId: world.command(), at: world.now });

  beforeEach(async () => {
    world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
    const adopted = { paymentId: 'pay_1', connectionId: 'con_1', customerId: 'cus_1', reading, suspicion: null };
    await world.payment('pay_1', { type: 'AdoptPayment', ...adopted, ...caused() });
    const at = '2026-03-20T06:00:00.000Z';
    world.at(at);
    await world.told('con_1', 'pay_1', gcEvent('payments', 'paid_out', { payment: 'PM1', payout: 'PO1' }, at));
    const request = { amount: 200, refundedBefore: 0, idempotencyKey: 'key' };
    await world.payment('pay_1', { type: 'RequestRefund', ...request, ...caused() });
    asked = (await world.log()).find(({ type }) => type === 'RefundRequested')?.id ?? '';
  });

  const answer = (outcome: 'accepted' | 'refused', reason: string | null) =>
    world.payment('pay_1', {
      type: 'AnswerRequest',
      answer: { of: asked, request: 'refund', outcome, reason, requestId: null },
      ...caused(),
    });
  const rows = async () =>
    (await foldedRows(refunds, world)).map(({ id, refundId, paymentId, amount, status, settled, reason, shown }) => {
      return { id, refundId, paymentId, amount, status, settled, reason, shown };
    });
  const request = () => ({
    id: asked,
    refundId: null,
    paymentId: 'pay_1',
    amount: 200,
    status: 'requested',
    settled: false,
    reason: null,
    shown: false,
  });

  it('begin with what was asked for, and GoCardless’s answer', async () => {
    expect(await rows()).toEqual([request()]);
    await answer('refused', 'refund_payment_invalid_state');
    expect(await rows()).toEqual([{ ...request(), status: 'refused', reason: 'refund_payment_invalid_state' }]);
  });

  it('go on as what GoCardless shows of it, by our tag', async () => {
    await answer('accepted', null);
    await world.readRefund('con_1', 'RF1', 'PM1', { paymentId: 'pay_1', requestedBy: asked, amount: 200 });
    const shown = { ...request(), id: 'con_1.RF1', refundId: 'RF1', status: 'unknown' };
    expect(await rows()).toEqual([{ ...request(), shown: true }, shown]);
    for (const [action, day] of [
      ['created', 21],
      ['refund_settled', 22],
      ['paid', 23],
    ] as const) {
      const at = `2026-03-${day}T06:00:00.000Z`;
      await world.toldOfRefund('con_1', 'RF1', gcEvent('refunds', action, { refund: 'RF1' }, at));
    }
    expect((await rows())[1]).toEqual({ ...shown, status: 'paid', settled: true });
    const at = '2026-03-25T06:00:00.000Z';
    await world.toldOfRefund('con_1', 'RF1', gcEvent('refunds', 'failed', { refund: 'RF1' }, at));
    await world.toldOfRefund('con_1', 'RF1', gcEvent('refunds', 'funds_returned', { refund: 'RF1' }, at));
    expect((await rows())[1]).toEqual({ ...shown, status: 'funds_returned' });
  });

  it('show one against a mandate, which nobody here asked for', async () => {
    await world.readRefund('con_1', 'RF9', null, { mandateId: 'MD9', amount: 300 });
    const against = { id: 'con_1.RF9', refundId: 'RF9', paymentId: null, amount: 300, status: 'unknown' };
    expect(await rows()).toEqual([request(), { ...request(), ...against }]);
  });
});
