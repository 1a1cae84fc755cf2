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

const payer = (fields: object): Promise<Payer> => product.payer(fields);

const register = (fields: object = {}, connectionId = main.connectionId): Promise<string> =>
  product.register({ connectionId, ...fields });

function link(customerId: string, key: object): Promise<Answered> {
  return product.api('POST', `/api/customers/${customerId}/mandates`, key);
}

function outcome({ status, json }: Answered): readonly unknown[] {
  const errors = Array.isArray(json['errors']) ? (json['errors'] as { field: string }[]) : [];
  return [status, json['code'], ...errors.map(({ field }) => field)];
}

function withoutPosition({ status, json }: Answered): readonly unknown[] {
  const { position, ...body } = json;
  return [status, typeof position, body];
}

async function mandates(query: string): Promise<readonly Record<string, unknown>[]> {
  const position = await product.runtime.eventStore.head();
  const { json } = await product.api('GET', `/api/mandates?after=${position}&${query}`);
  return json['items'] as readonly Record<string, unknown>[];
}

describe('customers', () => {
  it('are registered, changed, emptied, listed and found by what they are called now', async () => {
    const id = await register({ company: 'Engines Ltd', email: 'Ada@Example.com', reference: 'A-1', round: 'north' });
    const expected = {
      id,
      name: 'Ada Lovelace',
      company: 'Engines Ltd',
      email: 'Ada@Example.com',
      reference: 'A-1',
      round: 'north',
      connectionId: main.connectionId,
      forgotten: false,
      hasUsableMandate: false,
      balances: [],
      nextDueDate: null,
      hasErrors: false,
    };
    const read = async (query = '') => {
      const position = await product.runtime.eventStore.head();
      return (await product.api('GET', `/api/customers/${id}?after=${position}${query}`)).json;
    };
    expect(await read()).toEqual({ ...expected, mandates: [] });
    const before = await product.runtime.eventStore.head();
    const changes = { name: 'Ada King', company: null, reference: null };
    const changed = await product.api('PATCH', `/api/customers/${id}`, changes);
    expect(withoutPosition(changed)).toEqual([200, 'string', { id }]);
    const after = { ...expected, name: 'Ada King', company: null, reference: null };
    expect(await read()).toEqual({ ...after, mandates: [] });
    // Names are as they are now; what is no personal data is as it was.
    expect(await read(`&asOf=${before}`)).toEqual({ ...after, reference: 'A-1', mandates: [] });
    const found = async (query: string) =>
      (await product.api('GET', `/api/customers?${query}`)).json['items'] as readonly unknown[];
    expect(await found('email=ada@example.com')).toEqual([after]);
    expect(await found('name=Ada%20Lovelace')).toEqual([]);
    expect(await found('round=north&name=Ada%20King')).toEqual([after]);
    await product.api('PUT', `/api/customers/${id}/balances`, { amount: 4_550, currency: 'GBP', asOf: '2026-02-01' });
    expect(await read()).toMatchObject({ balances: [{ currency: 'GBP', stated: 4_550, collectable: 4_550 }] });
  });

  it('have references of their own, of which one of two at once gets one', async () => {
    const register = () =>
      product.api('POST', '/api/customers', { name: 'Grace', reference: 'G-1', connectionId: main.connectionId });
    const answers = await Promise.all([register(), register(), register()]);
    const made = answers.filter(({ status }) => status === 201);
    const [id] = made.map(({ json }) => json['id']);
    expect(made).toHaveLength(1);
    for (const { status, json } of answers.filter((one) => one.status !== 201)) {
      expect([status, json]).toMatchObject([409, { code: 'reference_taken', id, errors: [{ field: 'reference' }] }]);
      expect(JSON.stringify(json)).not.toContain('G-1');
    }
    const other = await product.api('POST', '/api/customers', {
      name: 'Ida',
      reference: 'I-1',
      connectionId: main.connectionId,
    });
    const rename = (who: unknown, reference: string | null) =>
      product.api('PATCH', `/api/customers/${String(who)}`, { reference });
    expect(outcome(await rename(other.json['id'], 'G-1'))).toEqual([409, 'reference_taken', 'reference']);
    expect([(await rename(id, null)).status, (await rename(other.json['id'], 'G-1')).status]).toEqual([200, 200]);
    expect(
      (await product.api('POST', '/api/customers', { name: 'Eve', reference: 'I-1', connectionId: main.connectionId }))
        .status,
    ).toBe(201);
  });

  it.each<[string, object, readonly unknown[]]>([
    ['no name', { name: '' }, [422, 'validation_failed', 'name']],
    ['no e-mail address', { email: 'ada' }, [422, 'validation_failed', 'email']],
    ['no connection, where there are two', { connectionId: undefined }, [422, 'connection_needed', 'connectionId']],
    ['an unknown connection', { connectionId: 'con_unknown' }, [422, 'unknown_connection', 'connectionId']],
  ])('are refused with %s', async (_, wrong, expected) => {
    const body = { name: 'Ada', connectionId: main.connectionId, ...wrong };
    expect(outcome(await product.api('POST', '/api/customers', body))).toEqual(expected);
  });

  it('are registered once with one Idempotency-Key, and another body under it is refused', async () => {
    const headers = { 'idempotency-key': 'customer-1' };
    const body = { name: 'Once', connectionId: main.connectionId };
    const all = await Promise.all(
      Array.from({ length: 8 }, () => product.api('POST', '/api/customers', body, { headers })),
    );
    const ids = new Set(all.filter(({ status }) => status === 201).map(({ json }) => json['id']));
    expect(ids.size).toBe(1);
    expect(all.every(({ status, json }) => status === 201 || json['code'] === 'in_progress')).toBe(true);
    const again = await product.api('POST', '/api/customers', body, { headers });
    expect([again.status, [...ids]]).toEqual([201, [again.json['id']]]);
    const changed = await product.api('POST', '/api/customers', { ...body, name: 'Twice' }, { headers });
    expect(outcome(changed)).toEqual([409, 'idempotency_key_reused']);
    const position = await product.runtime.eventStore.head();
    const listed = await product.api('GET', `/api/customers?name=Once&after=${position}`);
    expect(listed.json['items']).toHaveLength(1);
  });
});

describe('a look-up', () => {
  it('shows who is found, in one shape for all three keys', async () => {
    const ada = await payer({
      givenName: 'Ada',
      familyName: 'Lovelace',
      companyName: 'Engines',
      email: 'ada1@example.com',
    });
    const expected = {
      customers: [
        {
          gocardlessCustomerId: ada.customer,
          name: 'Ada Lovelace',
          company: 'Engines',
          email: ada.email,
          bankName: expect.any(String) as string,
          accountNumberEnding: expect.stringMatching(/^\d{2}$/) as string,
          mandates: [{ mandateId: ada.mandate, scheme: 'bacs', status: 'active', usable: true }],
        },
      ],
    };
    const { connectionId } = main;
    for (const key of [
      { email: 'ADA1@example.com' },
      { gocardlessCustomerId: ada.customer },
      { mandateId: ada.mandate },
    ]) {
      const { status, json } = await product.api('POST', '/api/gocardless/lookups', { ...key, connectionId });
      expect([status, { customers: json['customers'] }]).toEqual([200, expected]);
    }
    const elsewhere = { mandateId: ada.mandate, connectionId: other.connectionId };
    const nobody = await product.api('POST', '/api/gocardless/lookups', elsewhere);
    expect([nobody.status, nobody.json['customers']]).toEqual([200, []]);
    expect(product.log.join('')).not.toContain('ada1@example.com');
  });

  it.each<[string, object]>([
    ['no key', {}],
    ['two keys', { email: 'ada@example.com', mandateId: 'MD1' }],
    ['three keys', { email: 'ada@example.com', mandateId: 'MD1', gocardlessCustomerId: 'CU1' }],
  ])('with %s is refused', async (_, key) => {
    const fields = ['email', 'gocardlessCustomerId', 'mandateId'];
    const body = { ...key, connectionId: main.connectionId };
    expect(outcome(await product.api('POST', '/api/gocardless/lookups', body))).toEqual([
      422,
      'validation_failed',
      ...fields,
    ]);
    expect(outcome(await link(await register(), key))).toEqual([422, 'validation_failed', ...fields]);
  });
});

describe('linking a mandate', () => {
  it.each<[string, (payer: Payer) => object]>([
    ['email', ({ email }) => ({ email })],
    ['gocardless_customer_id', ({ customer }) => ({ gocardlessCustomerId: customer })],
    ['mandate_id', ({ mandate }) => ({ mandateId: mandate })],
  ])('by %s: 201, then 200 with the same answer, then it stands in the list', async (foundBy, keyOf) => {
    const made = await payer({ givenName: 'Grace', email: `${foundBy}@example.com` });
    const customerId = await register({ name: 'Grace Hopper' });
    const body = { mandateId: made.mandate, status: 'active', scheme: 'bacs', usable: true };
    expect(withoutPosition(await link(customerId, keyOf(made)))).toEqual([201, 'string', body]);
    expect(withoutPosition(await link(customerId, keyOf(made)))).toEqual([200, 'string', body]);
    const [event] = await product.runtime.eventStore.read(`mandate-${main.connectionId}.${made.mandate}`);
    expect(event?.metadata.actor).toMatch(/^(user:key_admin|gocardless)/);
    const item = {
      mandateId: made.mandate,
      customerId,
      customerName: 'Grace Hopper',
      gocardlessCustomerId: made.customer,
      scheme: 'bacs',
      status: 'active',
      usable: true,
      reference: expect.any(String) as string,
      nextPossibleChargeDate: expect.stringMatching(/^2026-02-\d\d$/) as string,
      connectionId: main.connectionId,
      linked: true,
      cause: null,
      effectiveMandateId: made.mandate,
      bankName: expect.any(String) as string,
      accountNumberEnding: expect.stringMatching(/^\d{2}$/) as string,
      company: null,
      unusableReason: null,
      foundBy,
      linkedBy: expect.stringMatching(/^user:key_admin/) as string,
      lastUsedAt: null,
      default: false,
    };
    const [listed, ...more] = await mandates(`customerId=${customerId}`);
    // Its cause is known as soon as its first events have been read.
    expect([{ ...listed, cause: null }, more]).toEqual([item, []]);
    const { json } = await product.api('GET', `/api/customers/${customerId}`);
    expect((json['mandates'] as { mandateId: string }[]).map(({ mandateId }) => mandateId)).toEqual([made.mandate]);
  });

  it('of several people with one e-mail address is a choice, also when one only has a usable mandate', async () => {
    const first = await payer({ givenName: 'Alan', email: 'shared@example.com' });
    const second = await payer({ givenName: 'Joan', email: 'Shared@example.com', mandateStatus: 'cancelled' });
    const customerId = await register({ name: 'Alan' });
    const refused = await link(customerId, { email: 'shared@example.com' });
    expect(outcome(refused)).toEqual([409, 'ambiguous']);
    const looked = await product.api('POST', '/api/gocardless/lookups', {
      email: 'shared@example.com',
      connectionId: main.connectionId,
    });
    expect(refused.json['choices']).toEqual(looked.json['customers']);
    const choices = refused.json['choices'] as { gocardlessCustomerId: string; mandates: unknown[] }[];
    expect(choices.map((one) => one.gocardlessCustomerId).sort()).toEqual([first.customer, second.customer].sort());
    expect(choices.flatMap((one) => one.mandates)).toEqual(
      expect.arrayContaining([
        { mandateId: first.mandate, scheme: 'bacs', status: 'active', usable: true },
        { mandateId: second.mandate, scheme: 'bacs', status: 'cancelled', usable: false },
      ]),
    );
    expect(await mandates(`customerId=${customerId}`)).toEqual([]);
    expect((await link(customerId, { gocardlessCustomerId: first.customer })).status).toBe(201);
  });

  it('names the reason when it can not be', async () => {
    const taken = await payer({ givenName: 'Mary', email: 'mary@example.com' });
    const dead = await payer({ givenName: 'Dora', email: 'dora@example.com', mandateStatus: 'cancelled' });
    await link(await register(), { mandateId: taken.mandate });
    const customerId = await register();
    expect(outcome(await link(customerId, { mandateId: taken.mandate }))).toEqual([409, 'mandate_linked_elsewhere']);
    expect(outcome(await link(customerId, { email: 'dora@example.com' }))).toEqual([422, 'no_usable_mandate']);
    expect(outcome(await link(customerId, { mandateId: dead.mandate }))).toEqual([422, 'no_usable_mandate']);
    expect(outcome(await link(customerId, { email: 'nobody@example.com' }))).toEqual([404, 'not_found_at_gocardless']);
    expect(outcome(await link(customerId, { mandateId: 'MD0NOTHING' }))).toEqual([404, 'not_found_at_gocardless']);
    expect(outcome(await link('cus_unknown', { mandateId: taken.mandate }))).toEqual([404, 'not_found']);
    const elsewhere = await register({}, other.connectionId);
    expect(outcome(await link(elsewhere, { mandateId: taken.mandate }))).toEqual([404, 'not_found_at_gocardless']);
  });

  it('is 503 while GoCardless is away, and nothing is linked', async () => {
    const made = await payer({ givenName: 'Ida', email: 'ida@example.com' });
    const customerId = await register();
    await product.control('/faults', { path: '/mandates', fault: 'errorString', times: 20 });
    const away = await link(customerId, { mandateId: made.mandate });
    await product.control('/faults', undefined, 'DELETE');
    expect([outcome(away), away.headers.get('retry-after')]).toEqual([[503, 'gocardless_unavailable'], '5']);
    expect(await mandates(`customerId=${customerId}`)).toEqual([]);
    expect((await link(customerId, { mandateId: made.mandate })).status).toBe(201);
  });
});

describe('unlinking a mandate', () => {
  it('hides it from the list, keeps it for who asks, and may be said twice', async () => {
    const made = await payer({ givenName: 'Hedy', email: 'hedy@example.com' });
    const customerId = await register();
    await link(customerId, { mandateId: made.mandate });
    const path = `/api/customers/${customerId}/mandates/${made.mandate}`;
    const unlinked = await product.api('DELETE', path);
    expect(withoutPosition(unlinked)).toEqual([200, 'string', { mandateId: made.mandate }]);
    expect((await product.api('DELETE', path)).status).toBe(200);
    expect(await mandates(`customerId=${customerId}`)).toEqual([]);
    expect(await mandates(`customerId=${customerId}&includeUnlinked=true`)).toMatchObject([
      { mandateId: made.mandate, linked: false },
    ]);
    expect(outcome(await product.api('DELETE', `/api/customers/${customerId}/mandates/MD0NOTHING`))).toEqual([
      404,
      'not_found',
    ]);
    expect(outcome(await product.api('DELETE', `${path}?force=yes`))).toEqual([422, 'validation_failed', 'force']);
  });

  it('with unsent instalments needs force, and marks them', async () => {
    const made = await payer({ givenName: 'Rosa', email: 'rosa@example.com' });
    const customerId = await register();
    await link(customerId, { mandateId: made.mandate });
    const ordered = await product.api('POST', '/api/sales-orders', {
      customerId,
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 12000 }],
      plan: { instalments: [{ dueDate: '2026-06-01', amount: 12000 }] },
    });
    expect(ordered.status).toBe(201);
    const path = `/api/customers/${customerId}/mandates/${made.mandate}`;
    expect(outcome(await product.api('DELETE', path))).toEqual([409, 'unsent_instalments']);
    const forced = await product.api('DELETE', `${path}?force=true`);
    expect(forced.status).toBe(200);
    const after = String(forced.json['position']);
    const { json } = await product.api(
      'GET',
      `/api/scheduled-payments?salesOrderId=${String(ordered.json['id'])}&after=${after}`,
    );
    expect(json['items']).toMatchObject([{ message: 'mandate_unlinked', paymentId: null }]);
  });
});

describe('the mandates list', () => {
  it('goes page by page, and as CSV at once, the same moment throughout', async () => {
    const { customers } = await product.control('/customers', {
      count: 5,
      givenName: 'Many',
      email: 'many@example.com',
    });
    for (const [index, { mandate }] of (customers as readonly Payer[]).entries()) {
      await link(await register({ name: index === 0 ? '=Many' : `Many ${index}` }), { mandateId: mandate });
    }
    const all = await mandates('limit=500');
    const position = await product.runtime.eventStore.head();
    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const { json } = await product.api('GET', `/api/mandates?limit=2&asOf=${position}${cursor}`);
      paged.push(...(json['items'] as unknown[]));
      if (json['nextCursor'] === null) break;
      cursor = `&cursor=${json['nextCursor'] as string}`;
    }
    expect(paged).toEqual(all);
    const csv = await product.api('GET', '/api/mandates', undefined, { headers: { accept: 'text/csv' } });
    const [header, ...lines] = csv.text.trimEnd().split('\r\n');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(header).toBe(
      'Mandate id,Customer id,Customer name,GoCardless customer id,Scheme,Status,Usable,Reference,Next possible charge date,' +
        'Connection id,Linked,Cause,Effective mandate id,Bank name,Account number ending,Company,Unusable reason,Found by,Linked by,' +
        'Last used at,Default',
    );
    expect(lines.map((line) => line.split(',')[0])).toEqual(all.map(({ mandateId }) => mandateId));
    expect(csv.text).toContain(",'=Many,");
  });

  it('is filtered by its fields, and refuses others', async () => {
    const { json } = await product.api('GET', '/api/mandates?status=active&usable=true&scheme=bacs&limit=1');
    expect(json['items']).toMatchObject([{ status: 'active', usable: true, scheme: 'bacs' }]);
    for (const query of [
      'colour=red',
      'usable=yes',
      'status=lost',
      'limit=0',
      'limit=501',
      'cursor=x',
      'asOf=x-y',
      'after=x',
    ]) {
      const refused = await product.api('GET', `/api/mandates?${query}`);
      expect([query, refused.status]).toEqual([query, 422]);
    }
  });
});

describe('reading at a position', () => {
  it('waits for it, answers with how far it got, and refuses one of another store', async () => {
    const id = await register({ name: 'Waited for' });
    const position = await product.runtime.eventStore.head();
    const answer = await product.api('GET', `/api/customers/${id}?after=${position}`);
    expect([answer.status, answer.json['name']]).toEqual([200, 'Waited for']);
    const ordinal = (text: string | null) => Number(text?.split('.')[1]);
    expect(ordinal(answer.headers.get('x-position'))).toBeGreaterThanOrEqual(ordinal(position));
    const [tag] = position.split('.');
    const future = await product.api('GET', `/api/customers/${id}?after=${tag ?? ''}.999999999`);
    expect([future.status, ordinal(future.headers.get('x-position')) < 999_999_999]).toEqual([200, true]);
    for (const name of ['after', 'asOf']) {
      const foreign = await product.api('GET', `/api/customers/${id}?${name}=elsewhere.1`);
      expect(outcome(foreign)).toEqual([422, 'validation_failed', name]);
    }
  });

  it('shows what was recorded by a time, nothing before the first event, and everything at a later time', async () => {
    const customerId = await register({ name: 'In time' });
    await product.control('/clock', { advanceDays: 1 });
    const made = await payer({ givenName: 'Tim', email: 'tim@example.com' });
    await link(customerId, { mandateId: made.mandate });
    const seen = async (asOf: string) => {
      const { status, json } = await product.api('GET', `/api/customers/${customerId}?asOf=${asOf}`);
      return [status, (json['mandates'] as unknown[] | undefined)?.length];
    };
    expect(await seen('2026-02-02T23:00:00Z')).toEqual([200, 0]);
    expect(await seen('2026-02-04')).toEqual([200, 1]);
    expect(await seen('2030-01-01T00:00:00%2B01:00')).toEqual([200, 1]);
    expect(await seen('2026-02-01')).toEqual([404, undefined]);
    const [tag] = (await product.runtime.eventStore.head()).split('.');
    expect(await seen(`${tag ?? ''}.0`)).toEqual([404, undefined]);
  });
});

describe('who may', () => {
  it.each([
    ['accountant', [201, 200, 200, 200, 422, 200, 404]],
    ['auditor', [403, 200, 200, 403, 403, 403, 403]],
    ['collector', [403, 403, 403, 403, 403, 403, 403]],
  ] as const)('%s', async (role, expected) => {
    const key = await product.makeKey(role);
    const id = await register();
    const { connectionId } = main;
    const addresses: readonly (readonly [string, string, unknown?])[] = [
      ['POST', '/api/customers', { name: 'New', connectionId }],
      ['GET', '/api/customers'],
      ['GET', '/api/mandates'],
      ['PATCH', `/api/customers/${id}`, { name: 'Newer' }],
      ['POST', `/api/customers/${id}/mandates`, {}],
      ['POST', '/api/gocardless/lookups', { email: 'nobody@example.com', connectionId }],
      ['DELETE', `/api/customers/${id}/mandates/MD0NOTHING`],
    ];
    const statuses: number[] = [];
    for (const [method, path, body] of addresses)
      statuses.push((await product.api(method, path, body, { key })).status);
    expect(statuses).toEqual(expected);
  });

  it('a key of one connection finds nothing of another', async () => {
    const made = await payer({ givenName: 'Una', email: 'una@example.com' });
    const id = await register({ name: 'Una' });
    await link(id, { mandateId: made.mandate });
    const key = await product.makeKey('admin', { connectionIds: [other.connectionId] });
    const ask = (method: string, path: string, body?: unknown) => product.api(method, path, body, { key });
    const position = await product.runtime.eventStore.head();
    expect((await ask('GET', `/api/customers/${id}?after=${position}`)).status).toBe(404);
    expect((await ask('PATCH', `/api/customers/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await ask('POST', `/api/customers/${id}/mandates`, { mandateId: made.mandate })).status).toBe(404);
    expect((await ask('DELETE', `/api/customers/${id}/mandates/${made.mandate}?force=true`)).status).toBe(404);
    expect((await ask('GET', '/api/mandates?includeUnlinked=true')).json).toEqual({
      items: [],
      nextCursor: null,
      prevCursor: null,
    });
    const customers = await ask('GET', '/api/customers?limit=500');
    const connections = (customers.json['items'] as { connectionId: string }[]).map(({ connectionId }) => connectionId);
    expect(new Set(connections)).toEqual(new Set([other.connectionId]));
    const foreign = await ask('POST', '/api/customers', { name: 'Theirs', connectionId: main.connectionId });
    expect(outcome(foreign)).toEqual([422, 'unknown_connection', 'connectionId']);
    const looked = { mandateId: made.mandate, connectionId: main.connectionId };
    expect(outcome(await ask('POST', '/api/gocardless/lookups', looked))).toEqual([
      422,
      'unknown_connection',
      'connectionId',
    ]);
    // With one connection in reach none needs to be named.
    const own = await ask('POST', '/api/customers', { name: 'Mine' });
    const read = await ask('GET', `/api/customers/${String(own.json['id'])}?after=${String(own.json['position'])}`);
    expect([own.status, read.json['connectionId']]).toEqual([201, other.connectionId]);
  });
});
