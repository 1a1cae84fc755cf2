import { type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const outcome = (payment: string, wish: object) =>
  driver.control('POST', `/control/payments/${payment}/outcomes`, wish);

/** Types and amounts of all payout items, payout by payout. */
async function items(): Promise<(readonly [type: unknown, amount: unknown])[][]> {
  const payouts = [...listAt((await driver.api('GET', '/payouts')).body, 'payouts')].reverse();
  const pages = payouts.map(async ({ id }) => {
    const { body } = await driver.api('GET', `/payout_items?payout=${String(id)}`);
    return listAt(body, 'payout_items').map((item) => [item['type'], item['amount']] as const);
  });
  return Promise.all(pages);
}

test('a refund against a mandate is taken from a payout and names no payment', async () => {
  const { mandate } = await driver.customer();
  await driver.payment(mandate, { amount: 10_000 });
  await driver.days(4);
  const made = await driver.control('POST', '/control/refunds', { mandate, amount: 1234 });
  const refund = textAt(made.body, 'refund', 'id');
  await driver.days(2);

  expect(await items()).toEqual([
    [
      ['payment_paid_out', '10000.0'],
      ['gocardless_fee', '-120.0'],
      ['refund', '-1234.0'],
    ],
  ]);
  const story = await driver.events(`&refund=${refund}`);
  expect(story.map((event) => [event['action'], Object.keys(event['links'] ?? {})])).toEqual([
    ['created', ['refund']],
    ['paid', ['refund']],
    ['refund_settled', ['refund', 'parent_event']],
  ]);
});

test.each(['charged_back', 'late_failure'])(
  'a payment that was refunded in part and then %s costs both',
  async (loss) => {
    const { mandate } = await driver.customer();
    const payment = await driver.payment(mandate, { amount: 10_000 });
    await driver.days(5);
    await driver.payment(mandate, { amount: 50_000 });
    await driver.days(4);
    await driver.control('POST', '/control/refunds', { payment, amount: 100 });
    await driver.days(2);
    await outcome(payment, { outcome: loss });
    await driver.payment(mandate, { amount: 50_000 });
    await driver.days(6);

    const moved = (await items()).flat().filter(([type]) => type !== 'gocardless_fee');
    expect(moved).toEqual([
      ['payment_paid_out', '10000.0'],
      ['payment_paid_out', '50000.0'],
      ['payment_refunded', '-100.0'],
      [loss === 'charged_back' ? 'payment_charged_back' : 'payment_failed', '-10000.0'],
      ['payment_paid_out', '50000.0'],
    ]);
  },
);
