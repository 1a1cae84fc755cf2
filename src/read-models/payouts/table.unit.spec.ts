import { foldedRows } from '../../../test/support/folded';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { payoutDecider } from '../../domain/payouts/payout';
import { payouts } from './table';

const ITEM = {
  type: 'payment_paid_out',
  amount: '500.0',
  gocardlessPaymentId: 'PM1',
  refundId: null,
  taxes: [],
  priorPeriod: false,
} as const;
const RULES = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };

describe('payouts', () => {
  it('shows items once they are sealed, and the description of GoCardless', async () => {
    const world = new PlayedWorld();
    const key = { connectionId: 'con_1', payoutId: 'PO1' };
    const listing = {
      from: 0,
      items: [ITEM],
      end: 'more_to_come',
      rules: RULES,
      causationId: 'list',
      at: world.now,
    } as const;
    await world.execute(
      payoutDecider,
      { connectionId: 'con_1', payoutId: 'PO1' },
      { type: 'ListItems', ...key, ...listing },
    );
    expect(await foldedRows(payouts, world)).toMatchObject([
      { status: 'pending', amount: null, items: [], itemsState: 'not_listed' },
    ]);

    const details = {
      amount: 500,
      deductedFees: 0,
      currency: 'GBP',
      reference: 'REF',
      arrivalDate: '2026-03-05',
      fx: null,
    };
    const paid = gcEvent('payouts', 'paid', { payout: 'PO1' }, '2026-03-03T06:00:00.000Z');
    await world.payOut('con_1', 'PO1', details, [ITEM], paid);
    expect(await foldedRows(payouts, world)).toMatchObject([
      { status: 'paid', amount: 500, fees: 0, reference: 'REF', items: [ITEM], itemsState: 'listed', difference: null },
    ]);
  });
});
