import {
  type Answered,
  type Connected,
  type Payer,
  type Product,
  startTwoConnections,
} from '../../../../test/support/product';

let product: Product;
let main: Connected;
let other: Connected;

beforeAll(async () => {
  ({ product, main, other } = await startTwoConnections());
});

afterAll(() => product.stop());

const register = (fields: object = {}, connectionId = main.connectionId): Promise<string> =>
  product.register({ connectionId, ...fields });

function setUp(body: object, headers = {}): Promise<Answered> {
  return product.api('POST', '/api/mandate-setups', body, { headers });
}

function outcome({ status, json }: Answered): readonly unknown[] {
  return [status, json['code']];
}

async function billingRequests(): Promise<readonly Record<string, unknown>[]> {
  const answer = await fetch(`${product.simulator.url}/billing_requests?limit=500`, {
    headers: { authorization: `Bearer ${main.accessToken}`, 'GoCardless-Version': '2015-07-06' },
  });
  const { billing_requests: requests } = (await answer.json()) as { billing_requests: Record<string, unknown>[] };
  return requests;
}

/** The newest one is fulfilled by a payer of this name; answers the mandate. */
async function fulfil(payer: object): Promise<{ readonly mandate: string; readonly customer: string }> {
  const [newest] = await billingRequests();
  const { billingRequest } = await product.control(`/billing-requests/${String(newest?.['id'])}/fulfil`, payer);
  const { links } = billingRequest as { links: { mandate_request_mandate: string; customer: string } };
  return { mandate: links.mandate_request_mandate, customer: links.customer };
}

async function mandatesOf(customerId: string): Promise<readonly Record<string, unknown>[]> {
  const position = await product.runtime.eventStore.head();
  const { json } = await product.api('GET', `/api/mandates?customerId=${customerId}&after=${position}`);
  return json['items'] as readonly Record<string, unknown>[];
}

/** Everything that GoCardless has said has come in, was routed, and then looked at. */
async function settled(): Promise<void> {
  await product.control('/webhooks/flush', {});
  for (const process of ['webhook-router', 'adoption']) {
    const head = await product.runtime.eventStore.head();
    await product.eventually(async () => {
      const checkpoint = await product.runtime.processCheckpoints.load(process);
      expect(Number(checkpoint?.position.split('.')[1])).toBeGreaterThanOrEqual(Number(head.split('.')[1]));
    });
  }
}

describe('a mandate setup', () => {
  it('is a page for the payer, filled in with what is known, and its mandate links itself', async () => {
    const customerId = await register({ name: 'Ada King Lovelace', company: 'Engines Ltd', email: 'ada@example.com' });
    const made = await setUp({ customerId, scheme: 'bacs' });
    expect([made.status, Object.keys(made.json)]).toEqual([201, ['url', 'position']]);
    const page = await (await fetch(String(made.json['url']))).text();
    for (const text of ['Ada King', 'Lovelace', 'Engines Ltd', 'ada@example.com']) {
      expect(page).toContain(`value="${text}"`);
    }
    const [request] = await billingRequests();
    expect(request).toMatchObject({
      mandate_request: { scheme: 'bacs', currency: 'GBP', metadata: { ddl_customer: customerId } },
    });
    const { mandate } = await fulfil({ givenName: 'Ada', familyName: 'King', email: 'ada@example.com' });
    await product.eventually(async () => {
      expect(await mandatesOf(customerId)).toMatchObject([{ mandateId: mandate, usable: true, linked: true }]);
    });
    const events = await product.runtime.eventStore.read(`mandate-${main.connectionId}.${mandate}`);
    const [link] = events.filter(({ type }) => type === 'MandateLinked');
    expect(link).toMatchObject({ data: { foundBy: 'itself', customerId }, metadata: { actor: 'gocardless' } });
    expect(product.log.join('')).not.toContain('ada@example.com');
  });

  it('asked for twice with one Idempotency-Key is one billing request', async () => {
    const customerId = await register();
    const before = (await billingRequests()).length;
    const headers = { 'idempotency-key': 'setup-1' };
    const first = await setUp({ customerId }, headers);
    const again = await setUp({ customerId }, headers);
    expect([again.status, again.json]).toEqual([201, first.json]);
    expect((await billingRequests()).length).toBe(before + 1);
  });

  it('takes the currency of its scheme, or one that is named', async () => {
    const customerId = await register();
    await setUp({ customerId, scheme: 'sepa_core' });
    await setUp({ customerId, currency: 'SEK' });
    const [named, ofScheme] = await billingRequests();
    expect([named?.['mandate_request'], ofScheme?.['mandate_request']]).toMatchObject([
      { currency: 'SEK' },
      { scheme: 'sepa_core', currency: 'EUR' },
    ]);
    expect(outcome(await setUp({ customerId, scheme: 'sepa_core', currency: 'GBP' }))).toEqual([422, 'wrong_currency']);
    expect(outcome(await setUp({ customerId, scheme: 'pigeon' }))).toEqual([422, 'unknown_scheme']);
  });

  it('needs a customer within the scope, and a key that keeps books', async () => {
    const customerId = await register();
    expect(outcome(await setUp({ customerId: 'cus_unknown' }))).toEqual([404, 'not_found']);
    const foreign = await product.makeKey('accountant', { connectionIds: [other.connectionId] });
    const refused = await product.api('POST', '/api/mandate-setups', { customerId }, { key: foreign });
    expect(outcome(refused)).toEqual([404, 'not_found']);
    for (const role of ['auditor', 'collector'] as const) {
      const key = await product.makeKey(role);
      expect((await product.api('POST', '/api/mandate-setups', { customerId }, { key })).status).toBe(403);
    }
  });
});

describe('a mandate that was made at GoCardless', () => {
  const payer = (fields: object = {}): Promise<Payer> => product.payer({ email: 'payer@example.com', ...fields });

  async function linkedPayer(): Promise<Payer & { readonly customerId: string }> {
    const made = await payer();
    const customerId = await register();
    const linked = await product.api('POST', `/api/customers/${customerId}/mandates`, { mandateId: made.mandate });
    expect(linked.status).toBe(201);
    return { ...made, customerId };
  }

  async function furtherMandate(customer: string): Promise<string> {
    const { mandate } = await product.control('/mandates', { customer });
    return String(mandate);
  }

  const idsOf = async (customerId: string) => (await mandatesOf(customerId)).map(({ mandateId }) => mandateId);

  it('for somebody who is linked links itself', async () => {
    const { customer, mandate, customerId } = await linkedPayer();
    const further = await furtherMandate(customer);
    await product.eventually(async () => {
      expect(await idsOf(customerId)).toEqual([mandate, further]);
    });
  });

  it('for somebody whom nobody linked is left alone', async () => {
    const { mandate } = await payer();
    await settled();
    const events = await product.runtime.eventStore.read(`mandate-${main.connectionId}.${mandate}`);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['MandateStatusChanged']));
  });

  it('for somebody who is two of our customers is left for a person to tell apart', async () => {
    const { customer, customerId } = await linkedPayer();
    const second = await furtherMandate(customer);
    await product.eventually(async () => {
      expect(await idsOf(customerId)).toContain(second);
    });
    const another = await register();
    await product.api('DELETE', `/api/customers/${customerId}/mandates/${second}`);
    await product.api('POST', `/api/customers/${another}/mandates`, { mandateId: second });
    const third = await furtherMandate(customer);
    await settled();
    expect([await idsOf(customerId), await idsOf(another)]).not.toContainEqual(expect.arrayContaining([third]));
  });

  it('stays unlinked when staff unlinked it, whatever GoCardless says of it', async () => {
    const { customerId, mandate } = await linkedPayer();
    await product.api('DELETE', `/api/customers/${customerId}/mandates/${mandate}`);
    await product.control(`/mandates/${mandate}/outcomes`, { outcome: 'transferred' });
    await settled();
    expect(await idsOf(customerId)).toEqual([]);
  });

  it('with the name of another connection’s customer is not theirs', async () => {
    const elsewhere = await register({}, other.connectionId);
    const customerId = await register();
    await setUp({ customerId });
    const [request] = await billingRequests();
    const forged = await fetch(`${product.simulator.url}/billing_requests`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${main.accessToken}`,
        'GoCardless-Version': '2015-07-06',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        billing_requests: { mandate_request: { scheme: 'bacs', metadata: { ddl_customer: elsewhere } } },
      }),
    });
    expect([forged.status, request === undefined]).toEqual([201, false]);
    await fulfil({ givenName: 'Eve', familyName: 'Forger', email: 'eve@example.com' });
    await settled();
    expect(await mandatesOf(elsewhere)).toEqual([]);
  });
});
