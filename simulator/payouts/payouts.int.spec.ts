import { at, type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;
let creditor: string;

beforeEach(async () => {
  driver = await startDriver();
  creditor = textAt((await driver.api('GET', '/creditors')).body, 'creditors', 0, 'id');
});

afterEach(async () => {
  await driver.close();
});

async function paidOut(amount = 12_000, scheme = 'bacs', currency = 'GBP') {
  const { mandate } = await driver.customer({ scheme });
  const payment = await driver.payment(mandate, { amount, currency });
  await driver.control('POST', `/control/payments/${payment}/outcomes`, { outcome: 'paid_out' });
  const { body } = await driver.api('GET', `/payments/${payment}`);
  return { mandate, payment, payout: textAt(body, 'payments', 'links', 'payout') };
}

const items = async (payout: string) =>
  listAt((await driver.api('GET', `/payout_items?payout=${payout}`)).body, 'payout_items').map(
    ({ type, amount }) => `${String(type)} ${String(amount)}`,
  );

test('a payout in a foreign currency stays pending until its rate is confirmed', async () => {
  await driver.control('POST', `/control/creditors/${creditor}`, {
    fxPayoutCurrency: 'EUR',
    exchangeRate: '1.15',
    fees: { taxCurrency: 'EUR' },
  });
  const { payout } = await paidOut();
  const before = (await driver.api('GET', `/payouts/${payout}`)).body;

  await driver.days(1);

  const after = (await driver.api('GET', `/payouts/${payout}`)).body;
  expect([at(before, 'payouts', 'status'), at(before, 'payouts', 'arrival_date'), at(before, 'payouts', 'fx')]).toEqual(
    ['pending', null, { fx_currency: 'EUR', fx_amount: null, exchange_rate: null, estimated_exchange_rate: '1.15' }],
  );
  // 11860 at 1.15
  expect([at(after, 'payouts', 'status'), at(after, 'payouts', 'arrival_date'), at(after, 'payouts', 'fx')]).toEqual([
    'paid',
    '2026-02-03',
    { fx_currency: 'EUR', fx_amount: 13_639, exchange_rate: '1.15', estimated_exchange_rate: '1.15' },
  ]);
  expect(await driver.story(`&payout=${payout}`)).toEqual([
    'payouts.paid',
    'payouts.fx_rate_confirmed',
    'payouts.tax_exchange_rates_confirmed',
  ]);
});

test('a bounced payout is told by the creditor and can be paid again', async () => {
  const { payout } = await paidOut();
  await driver.control('POST', `/control/payouts/${payout}/outcomes`, { outcome: 'bounced' });
  const bounced = (await driver.api('GET', `/payouts/${payout}`)).body;
  await driver.days(2);

  const again = await driver.control('POST', `/control/payouts/${payout}/outcomes`, { outcome: 'paid' });
  const refused = await driver.control('POST', `/control/payouts/${payout}/outcomes`, { outcome: 'paid' });

  expect([
    at(bounced, 'payouts', 'status'),
    at(again.body, 'payout', 'status'),
    at(again.body, 'payout', 'arrival_date'),
  ]).toEqual(['bounced', 'paid', '2026-02-04']);
  expect(refused.status).toBe(422);
  const [event] = await driver.events('&resource_type=creditors');
  expect([event?.['action'], event?.['links']]).toEqual(['bounced_payout', { creditor, payout }]);
});

test('a creditor that is not verified is paid nothing', async () => {
  await driver.control('POST', `/control/creditors/${creditor}`, { verificationStatus: 'in_review' });
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.days(8);
  const before = await driver.statusOf(payment);
  await driver.control('POST', `/control/creditors/${creditor}`, { verificationStatus: 'successful' });

  await driver.days(1);

  expect([before, await driver.statusOf(payment)]).toEqual(['confirmed', 'paid_out']);
});

test('creditors and currencies are paid apart', async () => {
  const second = textAt(
    (await driver.control('POST', '/control/creditors', { name: 'Second' })).body,
    'creditor',
    'id',
  );
  const first = await driver.customer();
  const other = await driver.customer({ creditor: second });
  const euro = await driver.customer({ scheme: 'sepa_core' });
  await driver.payment(first.mandate);
  await driver.payment(other.mandate);
  await driver.payment(euro.mandate, { currency: 'EUR' });

  await driver.days(6);

  const payouts = listAt((await driver.api('GET', '/payouts')).body, 'payouts');
  expect(payouts.map((payout) => [at(payout, 'links', 'creditor') === second, payout['currency']]).sort()).toEqual([
    [false, 'EUR'],
    [false, 'GBP'],
    [true, 'GBP'],
  ]);
});

test('app fees and surcharges are taken and given back', async () => {
  await driver.control('POST', `/control/creditors/${creditor}`, { fees: { surcharge: 500 } });
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate, { app_fee: 300 });
  const outcome = (name: string) => driver.control('POST', `/control/payments/${payment}/outcomes`, { outcome: name });
  await outcome('paid_out');
  await outcome('charged_back');
  const other = await driver.customer();
  await driver.payment(other.mandate, { amount: 30_000 });
  await driver.days(5);
  await outcome('chargeback_cancelled');
  await driver.days(1);

  const payouts = (await driver.events('&resource_type=payouts')).map((event) => textAt(event, 'links', 'payout'));

  expect(await Promise.all(payouts.map(items))).toEqual([
    ['payment_paid_out 12000.0', 'gocardless_fee -140.0', 'app_fee -300.0'],
    [
      'payment_charged_back -12000.0',
      'gocardless_fee 140.0',
      'app_fee 300.0',
      'surcharge_fee -500.0',
      'payment_paid_out 30000.0',
      'gocardless_fee -320.0',
    ],
    ['payment_paid_out 12000.0', 'gocardless_fee -140.0', 'app_fee -300.0', 'surcharge_fee 500.0'],
  ]);
  expect(await driver.story(`&payment=${payment}`)).toEqual(
    [
      'created',
      'submitted',
      'confirmed',
      'paid_out',
      'charged_back',
      'chargeback_settled',
      'surcharge_fee_debited',
      'chargeback_cancelled',
      'paid_out',
    ].map((action) => `payments.${action}`),
  );
});

test('with fees invoiced separately nothing is deducted', async () => {
  await driver.control('POST', `/control/creditors/${creditor}`, { fees: { invoicedSeparately: true } });
  const { payout } = await paidOut();

  const { body } = await driver.api('GET', `/payouts/${payout}`);

  expect([at(body, 'payouts', 'amount'), at(body, 'payouts', 'deducted_fees'), await items(payout)]).toEqual([
    12_000,
    0,
    ['payment_paid_out 12000.0'],
  ]);
});

describe('refunds', () => {
  const refund = (payment: string, amount: number, total = amount) =>
    driver.api('POST', '/refunds', { refunds: { amount, total_amount_confirmation: total, links: { payment } } });

  async function refundable() {
    const { mandate } = await driver.customer();
    const payment = await driver.payment(mandate);
    await driver.days(10);
    const other = await driver.customer();
    await driver.payment(other.mandate, { amount: 50_000 });
    await driver.days(4);
    return { payment, mandate };
  }

  test('a refund is paid, taken from a payout, fails, and its money comes back', async () => {
    const { payment } = await refundable();
    const id = textAt((await refund(payment, 2_000)).body, 'refunds', 'id');
    await driver.days(1);
    await driver.control('POST', `/control/refunds/${id}/outcomes`, { outcome: 'failed' });
    const other = await driver.customer();
    await driver.payment(other.mandate);

    await driver.days(5);

    expect(await driver.story(`&refund=${id}`)).toEqual([
      'refunds.created',
      'refunds.paid',
      'refunds.refund_settled',
      'refunds.failed',
      'refunds.funds_returned',
    ]);
    const body = (await driver.api('GET', `/refunds/${id}`)).body;
    expect([at(body, 'refunds', 'status'), at(body, 'refunds', 'links')]).toEqual(['funds_returned', { payment }]);
    const settled = (await driver.events(`&refund=${id}&action=refund_settled`))[0];
    const parent = (await driver.api('GET', `/events/${textAt(settled, 'links', 'parent_event')}`)).body;
    expect(await items(textAt(parent, 'events', 'links', 'payout'))).toContain('payment_refunded -2000.0');
  });

  test('the safety rules: seven days, the confirmed total, the amount, the balance, the permission', async () => {
    const { payment } = await refundable();
    const fresh = await driver.customer();
    const young = await driver.payment(fresh.mandate);
    await driver.control('POST', `/control/payments/${young}/outcomes`, { outcome: 'confirmed' });
    const waiting = await driver.payment(fresh.mandate);
    const early = await refund(young, 100);
    const unconfirmed = await refund(waiting, 100);
    const wrongTotal = await refund(payment, 100, 200);
    const tooMuch = await refund(payment, 12_001);
    const poor = await driver.control('POST', '/control/payout-runs', {});
    await driver.days(8);
    const unfunded = await refund(payment, 12_000);
    await driver.control('POST', `/control/creditors/${creditor}`, { canCreateRefunds: false });
    const forbidden = await refund(payment, 100);

    expect(poor.status).toBe(200);
    expect(
      [early, unconfirmed, wrongTotal, tooMuch, unfunded, forbidden].map(({ status, body }) => [
        status,
        at(body, 'error', 'errors', 0, 'reason') ?? at(body, 'error', 'type'),
      ]),
    ).toEqual([
      [422, 'validation_failed'],
      [422, 'refund_payment_invalid_state'],
      [422, 'total_amount_confirmation_invalid'],
      [422, 'refund_is_unreachable'],
      [422, 'available_refund_amount_insufficient'],
      [403, 'feature_disabled'],
    ]);
  });

  test('the dashboard refunds payments and mandates', async () => {
    const { payment, mandate } = await refundable();
    const ofPayment = await driver.control('POST', '/control/refunds', { payment, amount: 300 });
    const ofMandate = await driver.control('POST', '/control/refunds', { mandate, amount: 200 });
    await driver.days(1);

    const byType = await driver.api('GET', '/refunds?refund_type=mandate');
    const byPayment = await driver.api('GET', `/refunds?payment=${payment}`);

    expect([ofPayment.status, ofMandate.status]).toEqual([201, 201]);
    expect(listAt(byType.body, 'refunds').map(({ id }) => id)).toEqual([at(ofMandate.body, 'refund', 'id')]);
    expect(listAt(byPayment.body, 'refunds').map(({ status }) => status)).toEqual(['paid']);
  });

  test.each([
    ['refund_paid', 'paid'],
    ['refund_settled', 'pending_submission'],
    ['refund_bounced', 'bounced'],
    ['refund_returned', 'funds_returned'],
  ])('scenario %s', async (name, status) => {
    const { payment } = await refundable();
    const id = textAt((await refund(payment, 100)).body, 'refunds', 'id');
    const confirmed = await driver.customer();
    const rich = await driver.payment(confirmed.mandate, { amount: 90_000 });
    await driver.control('POST', `/control/payments/${rich}/outcomes`, { outcome: 'paid_out' });
    const last = await driver.payment(confirmed.mandate, { amount: 90_000 });

    const reply = await driver.api('POST', `/scenario_simulators/${name}/actions/run`, {
      data: { links: { resource: id } },
    });

    await driver.control('POST', `/control/payments/${last}/outcomes`, { outcome: 'confirmed' });
    const { body } = await driver.api('GET', `/refunds/${id}`);
    expect([reply.status, at(body, 'refunds', 'status')]).toEqual([200, status]);
  });
});
