import { at, type Driver, listAt, startDriver, textAt } from '../testing/driver';

let driver: Driver;
let first: string;
let second: string;

beforeEach(async () => {
  driver = await startDriver();
  const made = await driver.control('POST', '/control/creditors', { name: 'Harbour Deli' });
  second = textAt(made.body, 'creditor', 'id');
  const creditors = listAt((await driver.api('GET', '/creditors')).body, 'creditors');
  first = String(creditors.at(-1)?.['id']);
});

afterEach(async () => {
  await driver.close();
});

test('one token sees all creditors of its account, and must say whose a new mandate is', async () => {
  const { customerBankAccount } = await driver.customer();
  const mandates = { scheme: 'bacs', links: { customer_bank_account: customerBankAccount } };

  const unnamed = await driver.api('POST', '/mandates', { mandates });
  const named = await driver.api('POST', '/mandates', {
    mandates: { ...mandates, links: { ...mandates.links, creditor: second } },
  });

  const creditors = listAt((await driver.api('GET', '/creditors')).body, 'creditors');
  expect(creditors.map(({ id, name }) => [id, name])).toEqual([
    [second, 'Harbour Deli'],
    [first, 'Harbour Trading'],
  ]);
  expect([at(unnamed.body, 'error', 'errors', 0, 'field'), at(named.body, 'mandates', 'links', 'creditor')]).toEqual([
    'creditor',
    second,
  ]);
});

test('payments, payouts and balances of the creditors stay apart', async () => {
  const own = await driver.customer();
  const other = await driver.customer({ creditor: second });
  await driver.payment(own.mandate, { amount: 10_000 });
  await driver.payment(other.mandate, { amount: 20_000 });
  await driver.days(4);
  const balances = listAt((await driver.control('GET', '/control/balances')).body, 'balances');
  await driver.days(1);
  const payouts = listAt((await driver.api('GET', '/payouts')).body, 'payouts');

  expect(balances.map(({ creditor, pending }) => [creditor, pending])).toEqual([
    [first, '9880.0'],
    [second, '19780.0'],
  ]);
  expect(payouts.map((payout) => [at(payout, 'links', 'creditor'), payout['amount']])).toEqual([
    [second, 19_780],
    [first, 9880],
  ]);
  expect(listAt((await driver.api('GET', `/payments?creditor=${second}`)).body, 'payments')).toHaveLength(1);
});

test('a mandate can be replaced by one of another creditor', async () => {
  const { mandate } = await driver.customer();
  const { body } = await driver.control('POST', '/control/mandate-replacements', {
    mandates: [mandate],
    creditor: second,
  });

  const successor = await driver.api('GET', `/mandates/${textAt(body, 'replacements', 0, 'newMandate')}`);
  expect(at(successor.body, 'mandates', 'links', 'creditor')).toBe(second);
});

test('a frozen creditor is told of and is paid nothing until that is taken back', async () => {
  const { mandate } = await driver.customer();
  const payment = await driver.payment(mandate);
  await driver.control('POST', `/control/creditors/${first}`, { frozen: true });
  await driver.days(6);
  const frozen = await driver.statusOf(payment);
  await driver.control('POST', `/control/creditors/${first}`, { frozen: false, verificationStatus: 'in_review' });
  await driver.control('POST', `/control/creditors/${first}`, { verificationStatus: 'successful' });
  await driver.days(1);

  expect([frozen, await driver.statusOf(payment)]).toEqual(['confirmed', 'paid_out']);
  const told = await driver.events(`&creditor=${first}`);
  expect(told.map((event) => [event['action'], at(event, 'details', 'property')])).toEqual([
    ['account_auto_frozen', undefined],
    ['updated', 'verification_status'],
    ['account_auto_frozen_reverted', undefined],
    ['updated', 'verification_status'],
  ]);
});
