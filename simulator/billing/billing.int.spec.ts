import { at, type Driver, startDriver, textAt } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

async function open(request: object = { mandate_request: { scheme: 'bacs', currency: 'GBP' } }) {
  const made = await driver.api('POST', '/billing_requests', { billing_requests: request });
  const id = textAt(made.body, 'billing_requests', 'id');
  const flow = await driver.api('POST', '/billing_request_flows', {
    billing_request_flows: {
      redirect_uri: 'https://example.com/thanks',
      exit_uri: 'https://example.com/exit',
      prefilled_customer: { given_name: 'Ada "the first"', email: 'ada@example.com' },
      links: { billing_request: id },
    },
  });
  return { id, page: textAt(flow.body, 'billing_request_flows', 'authorisation_url') };
}

const submit = (page: string, form: Record<string, string>) =>
  fetch(page, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

const statusOf = async (id: string) =>
  at((await driver.api('GET', `/billing_requests/${id}`)).body, 'billing_requests', 'status');

test('the payer fills in the page and is sent back; mandate, account and customer are there', async () => {
  const { id, page } = await open();
  const shown = await (await fetch(page)).text();
  const refused = await submit(page, { given_name: 'Ada', email: 'ada@example.com' });
  const between = await statusOf(id);

  const done = await submit(page, { given_name: 'Ada', family_name: 'Payer', email: 'ada@example.com' });

  expect(shown).toContain('value="Ada &quot;the first&quot;"');
  expect([refused.status, between]).toEqual([422, 'pending']);
  expect([done.status, done.headers.get('location')]).toEqual([303, 'https://example.com/thanks']);
  const { body } = await driver.api('GET', `/billing_requests/${id}`);
  const link = (name: string) => textAt(body, 'billing_requests', 'links', name);
  const [created, fulfilled] = await driver.events(`&billing_request=${id}`);
  expect([created?.['action'], fulfilled?.['action'], fulfilled?.['links']]).toEqual([
    'created',
    'fulfilled',
    {
      billing_request: id,
      mandate_request_mandate: link('mandate_request_mandate'),
      customer: link('customer'),
      customer_bank_account: link('customer_bank_account'),
    },
  ]);
  const mandate = (await driver.api('GET', `/mandates/${link('mandate_request_mandate')}`)).body;
  expect([at(mandate, 'mandates', 'status'), at(mandate, 'mandates', 'links', 'customer')]).toEqual([
    'pending_submission',
    link('customer'),
  ]);
});

test('a link is good for a week', async () => {
  const { page } = await open();
  await driver.control('POST', '/control/clock', { advanceDays: 8 });

  expect([(await fetch(page)).status, (await fetch(`${driver.url}/flow/BRF0`)).status]).toEqual([410, 404]);
});

test('the control API fulfils; a payment request comes with an instant payment', async () => {
  const { id } = await open({
    mandate_request: { scheme: 'bacs', currency: 'GBP' },
    payment_request: { amount: 2_500, currency: 'GBP', description: 'First month' },
  });

  const { body } = await driver.control('POST', `/control/billing-requests/${id}/fulfil`, { companyName: 'Quay Ltd' });
  const payment = textAt(body, 'billingRequest', 'links', 'payment_request_payment');
  await driver.days(1);

  const kept = (await driver.api('GET', `/payments/${payment}`)).body;
  expect([at(kept, 'payments', 'scheme'), at(kept, 'payments', 'amount'), at(kept, 'payments', 'status')]).toEqual([
    'faster_payments',
    2_500,
    'paid_out',
  ]);
  expect(at(body, 'billingRequest', 'links', 'mandate_request_mandate')).not.toBe(
    at(kept, 'payments', 'links', 'mandate'),
  );
});

test('the actions of the API lead to fulfilment; a cancelled request stays cancelled', async () => {
  const { id } = await open();
  const act = (request: string, verb: string, data: object = {}) =>
    driver.api('POST', `/billing_requests/${request}/actions/${verb}`, { data });
  const tooEarly = await act(id, 'fulfil');
  await act(id, 'collect_customer_details', { customer: { company_name: 'Quay Ltd', email: 'q@example.com' } });
  await act(id, 'collect_bank_account', { account_number: '55779911', branch_code: '200000' });
  const ready = await act(id, 'confirm_payer_details');
  const done = await act(id, 'fulfil');
  const other = await open();
  const cancelled = await act(other.id, 'cancel');
  const late = await driver.control('POST', `/control/billing-requests/${other.id}/fulfil`, {});

  const statuses = [ready, done, cancelled].map(({ body }) => at(body, 'billing_requests', 'status'));

  expect([tooEarly.status, late.status]).toEqual([422, 422]);
  expect(statuses).toEqual(['ready_to_fulfil', 'fulfilled', 'cancelled']);
});

test('a page leads nowhere but to the web', async () => {
  const made = await driver.api('POST', '/billing_request_flows', {
    billing_request_flows: { redirect_uri: 'javascript:alert(1)', links: { billing_request: 'BRQ0' } },
  });

  expect([made.status, at(made.body, 'error', 'errors', 0, 'field')]).toEqual([422, 'redirect_uri']);
});
