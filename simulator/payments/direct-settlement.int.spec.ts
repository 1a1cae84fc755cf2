import { at, type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const settlementOf = async (mandate: string) =>
  at((await driver.api('GET', `/mandates/${mandate}`)).body, 'mandates', 'funds_settlement');
const balances = async () => listAt((await driver.control('GET', '/control/balances')).body, 'balances');

test('ends with the confirmation: no balance holds the money and no payout brings it', async () => {
  const { mandate } = await driver.customer({ fundsSettlement: 'direct' });
  const payment = await driver.payment(mandate);
  await driver.days(20);
  const brought = await driver.control('POST', `/control/payments/${payment}/outcomes`, { outcome: 'paid_out' });
  const refund = await driver.control('POST', '/control/refunds', { payment, amount: 100 });

  expect([await settlementOf(mandate), await driver.statusOf(payment), await balances()]).toEqual([
    'direct',
    'confirmed',
    [],
  ]);
  expect([at(brought.body, 'error', 'errors', 0, 'reason'), at(refund.body, 'error', 'errors', 0, 'reason')]).toEqual([
    'impossible_transition',
    'refund_is_unreachable',
  ]);
});

test('is lost from where it ends', async () => {
  const { mandate } = await driver.customer({ fundsSettlement: 'direct', givenName: 'Fickle' });
  const payment = await driver.payment(mandate);
  await driver.days(20);

  expect([await driver.statusOf(payment), await balances()]).toEqual(['charged_back', []]);
});

test('is asked for by a billing request, and kept or changed by a replacement', async () => {
  const request = await driver.api('POST', '/billing_requests', {
    billing_requests: { mandate_request: { scheme: 'bacs', currency: 'GBP', funds_settlement: 'direct' } },
  });
  const id = textAt(request.body, 'billing_requests', 'id');
  const fulfilled = await driver.control('POST', `/control/billing-requests/${id}/fulfil`, {});
  const direct = textAt(fulfilled.body, 'billingRequest', 'links', 'mandate_request_mandate');
  const { mandate: managed } = await driver.customer();
  const replace = async (mandate: string, instead: object) => {
    const { body } = await driver.control('POST', '/control/mandate-replacements', { mandates: [mandate], ...instead });
    return settlementOf(textAt(body, 'replacements', 0, 'newMandate'));
  };

  expect([
    await settlementOf(direct),
    await replace(direct, {}),
    await replace(managed, {}),
    await replace((await driver.customer()).mandate, { fundsSettlement: 'direct' }),
  ]).toEqual(['direct', 'direct', 'managed', 'direct']);
});
