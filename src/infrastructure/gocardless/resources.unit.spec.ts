import { payoutFrom, payoutItemFrom, refundFrom } from './resources';

const PAYOUT = {
  id: 'PO01',
  created_at: '2026-02-12T06:04:41.310Z',
  amount: 13395,
  deducted_fees: -155,
  currency: 'GBP',
  reference: 'HARB-PO-9J',
  status: 'pending',
  arrival_date: null,
  links: { creditor: 'CR01' },
};
const READ_PAYOUT = {
  id: 'PO01',
  createdAt: '2026-02-12T06:04:41.310Z',
  status: 'pending',
  creditorId: 'CR01',
  amount: 13395,
  deductedFees: -155,
  currency: 'GBP',
  reference: 'HARB-PO-9J',
  arrivalDate: null,
  fx: null,
};

describe('a payout', () => {
  it.each([
    ['none named', undefined],
    ['null', null],
    ['its own currency', { fx_currency: 'GBP', fx_amount: null }],
    ['no currency', { fx_currency: null, fx_amount: null }],
  ])('is not converted with %s as conversion', (_, fx) => {
    expect(payoutFrom({ ...PAYOUT, fx })).toEqual(READ_PAYOUT);
  });

  it('is converted into another currency, at first without an amount', () => {
    expect(payoutFrom({ ...PAYOUT, fx: { fx_currency: 'EUR', fx_amount: null } }).fx).toEqual({
      currency: 'EUR',
      amount: null,
    });
    expect(payoutFrom({ ...PAYOUT, fx: { fx_currency: 'EUR', fx_amount: 15000 } }).fx).toEqual({
      currency: 'EUR',
      amount: 15000,
    });
  });

  it.each([1.5, '13395', null, Number.MAX_SAFE_INTEGER + 1])('with the amount %j is not believed', (amount) => {
    expect(() => payoutFrom({ ...PAYOUT, amount })).toThrow('payout.amount is not a whole number');
  });
});

describe('a payout item', () => {
  it('keeps its decimals as they are, and an unknown type', () => {
    expect(payoutItemFrom({ type: 'new_fee', amount: '-0.5', taxes: null, links: {} })).toEqual({
      type: 'new_fee',
      amount: '-0.5',
      gocardlessPaymentId: null,
      refundId: null,
      taxes: [],
    });
  });

  it.each(['1.25', '1,5', '', '1e3', 120])('with the amount %j is not believed', (amount) => {
    expect(() => payoutItemFrom({ type: 'payment_paid_out', amount, links: {} })).toThrow('payout_item.amount');
  });
});

it('a refund may be against a mandate', () => {
  expect(
    refundFrom({
      id: 'RF01',
      created_at: '2026-02-12T06:04:41.310Z',
      status: 'created',
      amount: 300,
      currency: 'GBP',
      links: { mandate: 'MD01' },
    }),
  ).toEqual({
    id: 'RF01',
    createdAt: '2026-02-12T06:04:41.310Z',
    status: 'created',
    amount: 300,
    currency: 'GBP',
    gocardlessPaymentId: null,
    mandateId: 'MD01',
    metadata: {},
  });
});
